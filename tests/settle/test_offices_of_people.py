"""Which office is whose, and which names are nobody's: classes that outside stories have shown."""

from __future__ import annotations

import pytest

from firsthand.domain import Actor, Reading, SettledStory, SpeakerKind
from firsthand.settle.barenames import bare_name, title_start
from tests.settle.stories import ANON, BODY, GROUP, PERSON, article, said_by, told

DOCUMENT = SpeakerKind.DOCUMENT


def actor(story: SettledStory, name: str) -> Actor:
    return next(one for one in story.actors if one.name == name)


def posts(story: SettledStory, name: str) -> list[tuple[str, str | None]]:
    return [(role.title, role.body) for role in actor(story, name).held]


def names(story: SettledStory) -> set[str]:
    return {one.name for one in story.actors}


def one(text: str, people: tuple[str, ...], bodies: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> SettledStory:  # fmt: skip
    return told(article("a", text, people=people, bodies=bodies, places=places))


def test_in_a_list_each_title_goes_with_its_own_name() -> None:
    story = one(
        "Harbour Commission President Ida von Beek and South Korean President Min Seo Jun met.",
        ("Ida von Beek", "Min Seo Jun"),
        ("Harbour Commission",),
    )

    assert posts(story, "Ida von Beek") == [("President", "Harbour Commission")]
    assert posts(story, "Min Seo Jun") == [("President", "South Korea")]


def test_the_title_of_somebody_named_before_is_not_the_next_ones() -> None:
    story = one(
        "Chilean Finance Minister Ana Prado and Council President Bo Ruiz and Ada Lind had met.",
        ("Ana Prado", "Ada Lind", "Bo Ruiz"),
        ("Council",),
    )

    assert posts(story, "Ana Prado") == [("Finance Minister", "Chile")]
    assert posts(story, "Bo Ruiz") == [("President", "Council")]


def test_a_client_before_a_lawyer_is_still_the_client() -> None:
    says = (("It is false", "Ana Ruiz’s lawyer Bo Lind", "Bo Lind", PERSON),)
    text = "It is false, Ana Ruiz’s lawyer Bo Lind said. Ana Ruiz left."

    assert said_by(article("a", text, people=("Ana Ruiz", "Bo Lind"), says=says)) == {
        "It is false": ("Bo Lind", "Ana Ruiz")
    }


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("The Treasury will pay, Treasury Cabinet Secretary Ada Wario said in Kenya.", "Ada Wario", "Treasury"),
        ("It rains in Kenya, Health Principal Secretary Ada Wario said.", "Ada Wario", "Kenya"),
    ],
)  # fmt: skip
def test_a_cabinet_secretary_is_of_the_ministry_and_no_cabinets_government(
    text: str, person: str, body: str
) -> None:
    bodies = ("Treasury",) if "Treasury" in text else ()
    story = one(text, (person,), bodies, ("Kenya",))

    assert [told for _, told in posts(story, person)] == [body]
    assert not any(name.endswith(" government") for name in names(story))


@pytest.mark.parametrize("organ", ["Cabinet", "Council", "Commission", "Board", "Ministry"])
def test_an_organ_is_no_government(organ: str) -> None:
    story = one(f"{organ} Finance Minister Ada Wario left.", ("Ada Wario",), (organ,))

    assert f"{organ} government" not in names(story)


TITLED = (
    "Eng.",
    "Prof.",
    "Dr.",
    "Arch.",
    "Adv.",
    "Hon.",
    "Rev.",
    "Ustaz",
    "Datuk",
    "Sheikh",
    "Pandit",
    "Rev. Dr.",
)


@pytest.mark.parametrize("title", TITLED)
def test_a_title_before_the_name_does_not_part_it_from_the_office(title: str) -> None:
    story = one(
        f"MWB’s managing director, {title} Odo Lind, left. The Meru Water Board (MWB) stayed.",
        ("Odo Lind",),
        ("Meru Water Board", "MWB"),
    )

    assert posts(story, "Odo Lind") == [("managing director", "Meru Water Board")]


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("Eng. Odo Lind", "Odo Lind"),
        ("Eng Odo Lind", "Odo Lind"),
        ("Eng Sok", "Eng Sok"),
        ("Sheikh Hasina", "Sheikh Hasina"),
        ("Sheikh Omar Lind", "Omar Lind"),
        ("ING Groep", "ING Groep"),
        ("Arch Capital Group", "Arch Capital Group"),
        ("letter dated 17 May and", "letter dated 17 May"),
        ("Messages on", "Messages"),
    ],
)
def test_titles_are_cut_where_they_are_titles_and_loose_ends_always(
    written: str, bare: str
) -> None:
    assert bare_name(written) == bare


def test_titles_before_a_name_are_found_in_a_row() -> None:
    text = "said Rev. Dr. Odo Lind"

    assert title_start(text, text.index("Odo")) == text.index("Rev.")
    assert title_start("met Odo Lind", 4) == 4


BOARD = article(
    "a", "The Meru Water Supply Board (MWSB) closed the sluice.", bodies=("Meru Water Supply Board", "MWSB")
)  # fmt: skip


def board(text: str, *says: tuple[str, str, str, SpeakerKind]) -> Reading:
    return article("b", text, people=("Odo Lind",), bodies=("MWSB",), says=says)


def test_a_body_is_called_by_the_front_and_the_last_word_of_its_name() -> None:
    story = told(BOARD, board("A letter warned the Meru Water board of cracks. Odo Lind left."))

    assert "Meru Water board" in [
        form.form for form in actor(story, "Meru Water Supply Board").written
    ]
    assert "Meru Water board" not in names(story)


def test_the_boards_chief_leads_the_board_that_the_article_names() -> None:
    text = "A letter warned the Meru Water board. The board’s chief, Odo Lind, said it came."
    says = ("it came", "The board’s chief, Odo Lind", "Odo Lind", PERSON)

    assert said_by(BOARD, board(text, says))["it came"] == ("Odo Lind", "Meru Water Supply Board")


def test_a_council_is_not_the_last_board() -> None:
    text = "MWSB left. The council’s chair, Odo Lind, said it came."
    says = ("it came", "The council’s chair, Odo Lind", "Odo Lind", PERSON)

    assert said_by(BOARD, board(text, says))["it came"] == ("Odo Lind", None)


def test_a_name_is_written_without_the_clause_behind_it() -> None:
    says = (
        ("it falls", "The Meru Red Cross, which sent 60 people,", "Meru Red Cross", BODY),
        ("it rose", "Two engineers, who", "Two engineers", GROUP),
    )
    text = (
        "The Meru Red Cross, which sent 60 people, said it falls. Two engineers, who said it rose."
    )
    story = told(article("a", text, bodies=("Meru Red Cross",), says=says))

    forms = {form.form for found in story.actors for form in found.written}
    assert {"Meru Red Cross", "Two engineers"} <= forms
    assert not any(" wh" in form for form in forms)


SCENE = "The dam in Kenya burst. President Odo Lind promised money."


@pytest.mark.parametrize(
    ("text", "places", "body"),
    [
        (SCENE, ("Kenya",), "Kenya"),
        (f"{SCENE} Uganda watched.", ("Kenya", "Uganda"), None),
        (f"{SCENE} President Ada Ruiz left.", ("Kenya",), None),
        ("The dam burst. President Odo Lind promised money.", (), None),
    ],
)
def test_a_president_is_the_one_states_that_the_story_names(
    text: str, places: tuple[str, ...], body: str | None
) -> None:
    story = one(text, ("Odo Lind", "Ada Ruiz"), (), places)

    assert posts(story, "Odo Lind") == [("President", body)]


def test_an_office_without_its_body_makes_no_body() -> None:
    says = (("it is over", "county education officer Ada Lind", "Ada Lind", PERSON),)
    text = "Now it is over, county education officer Ada Lind said."
    story = told(article("a", text, people=("Ada Lind",), says=says))

    assert "county education" not in names(story)


def test_a_document_is_named_without_who_saw_it() -> None:
    source = "A letter dated 17 May and seen by The Meru Post"
    says = (("cracks", source, "letter dated 17 May and seen by The Meru Post", DOCUMENT),)
    text = f"{source} warned them of cracks."

    assert set(said_by(article("a", text, says=says)).values()) == {("letter dated 17 May", None)}


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [("Such claims", GROUP), ("claims on social media", GROUP), ("rumours", ANON), ("such reports", DOCUMENT)],
)  # fmt: skip
def test_what_is_said_says_nothing(speaker: str, kind: SpeakerKind) -> None:
    text = f"{speaker} said that it fell."
    found = said_by(article("a", text, says=(("it fell", speaker, speaker, kind),)))

    assert found["it fell"] == (None, None)


def test_a_ministry_is_one_with_its_matter_before_or_behind() -> None:
    first = "The Croatian Maritime Affairs Ministry said it sank."
    second = "The Croatian ministry of maritime affairs said it rose. Croatian ships left."
    before, behind = "Croatian Maritime Affairs Ministry", "Croatian ministry of maritime affairs"
    found = said_by(
        article("a", first, bodies=(before,), says=(("it sank", f"The {before}", before, BODY),)),
        article("b", second, bodies=("Croatian",), says=(("it rose", f"The {behind}", behind, BODY),)),
    )  # fmt: skip

    assert len({speaker for speaker, _ in found.values()}) == 1


def test_a_hospital_named_after_somebody_is_not_where_a_namesake_is() -> None:
    text = "He lay in the Ida Lind hospital. Odo Lind, the leader, left. Lind waved."
    story = told(article("a", text, people=("Odo Lind", "Lind"), places=("Ida Lind",)))

    hospital = text.index("Lind")
    assert all(
        passage.span.start != hospital
        for form in actor(story, "Odo Lind").written
        for passage in form.passages
    )


@pytest.mark.parametrize("name", ["Flat 4", "Feb", "Meru Conventions", "Jordan 2-1"])
def test_what_nobody_can_be_called_is_nobody(name: str) -> None:
    assert name not in names(one(f"They read {name} again. Odo Lind left.", (name, "Odo Lind")))
