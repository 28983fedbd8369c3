"""Invented stories: who is who across articles, what they are called, and which of them only look alike."""

from __future__ import annotations

import pytest

from firsthand.domain import Actor, BodyKind, Reading, SettledStory, SpeakerKind, Tenure
from tests.settle.stories import ANON, BODY, PERSON, Said, article, said_by, told

DOCUMENT = SpeakerKind.DOCUMENT


def body(name: str, text: str, source: str, speaker: str, *more: str, places: tuple[str, ...] = ()) -> Reading:  # fmt: skip
    """An article in which one body says the first sentence."""
    says: tuple[Said, ...] = ((text.split(",", maxsplit=1)[0], source, speaker, BODY),)
    return article(name, text, bodies=(speaker, *more), places=places, says=says)


def person(name: str, text: str, *says: tuple[str, str], bodies: tuple[str, ...] = (), places: tuple[str, ...] = (), day: str | None = None) -> Reading:  # fmt: skip
    """An article in which people say things; `says` is the content and the source, name last."""
    people = tuple(dict.fromkeys(source.rsplit("|", maxsplit=1)[-1] for _, source in says))
    found = tuple(
        (content, source.replace("|", ""), source.rsplit("|", maxsplit=1)[-1], PERSON)
        for content, source in says
    )
    return article(name, text, people=people, bodies=bodies, places=places, says=found, day=day)


def actor(story: SettledStory, name: str) -> Actor:
    return next(one for one in story.actors if one.name == name)


def forms(one: Actor) -> list[str]:
    return [alias.form for alias in one.written]


NATO = (
    body("a", "We stand, the North Atlantic Treaty Organization (NATO) said.",
         "the North Atlantic Treaty Organization (NATO)", "North Atlantic Treaty Organization"),
    body("b", "We sit, Nato said.", "Nato", "Nato"),
    body("c", "We lie, NATO (North Atlantic Treaty Organization) said.", "NATO", "NATO"),
)  # fmt: skip
ICE = (
    body("a", "It melts, the Northern Icebreaker Society (NIS) said.",
         "the Northern Icebreaker Society (NIS)", "Northern Icebreaker Society", "NIS"),
    body("b", "It froze, NIS said.", "NIS", "NIS"),
)  # fmt: skip
DIRECTORATE = (
    body("a", "They wait, the Main Directorate of Soundings (TGR) said.",
         "the Main Directorate of Soundings (TGR)", "Main Directorate of Soundings"),
    body("b", "They left, TGR said.", "TGR", "TGR"),
)  # fmt: skip
KNOWN_AS = (
    body("a", "It holds, the Dawn River Front, known as the DRF, said.",
         "the Dawn River Front, known as the DRF,", "Dawn River Front"),
    body("b", "It fell, the DRF said.", "the DRF", "DRF"),
)  # fmt: skip
SAME_BODY = {
    "an acronym in brackets, and the long form in brackets": (NATO, 3),
    "an acronym that a text gives to another body than the tables do": (ICE, 2),
    "letters that are not the name's": (DIRECTORATE, 2),
    "known as": (KNOWN_AS, 2),
}


@pytest.mark.parametrize("case", SAME_BODY)
def test_a_second_name_that_a_text_gives_holds_in_all_articles(case: str) -> None:
    story, count = SAME_BODY[case]

    found = said_by(*story)
    assert len(found) == count
    assert len(set(found.values())) == 1


SPELT = (
    person("a", "It fell, Moammar Gaddari said.", ("It fell", "|Moammar Gaddari")),
    person("b", "It rose, Muammar Qaddari said. It sank, Qaddari said.",
           ("It rose", "|Muammar Qaddari"), ("It sank", "|Qaddari")),
    person("c", "It burns, Gaddari said.", ("It burns", "|Gaddari")),
)  # fmt: skip
KOREAN = (
    person("a", "It fell, Kang Min Jae said. It rose, Kang said.", ("It fell", "|Kang Min Jae"), ("It rose", "|Kang")),
    person("b", "It burns, Kang Min-jae said.", ("It burns", "|Kang Min-jae")),
)  # fmt: skip
NICK = (
    person("a", "It fell, Joseph Harlan said.", ("It fell", "|Joseph Harlan")),
    person("b", "It rose, Joe Harlan said. It sank, Mr. Harlan said.",
           ("It rose", "|Joe Harlan"), ("It sank", "Mr. |Harlan")),
)  # fmt: skip
HEADLINE = (
    article("a", "Ana Ruiz Quits Harbour Board\n\nIt leaks, Ana Ruiz said. She quits today.",
            people=("Ana Ruiz Quits", "Ana Ruiz"), says=(("It leaks", "Ana Ruiz", "Ana Ruiz", PERSON),)),
    article("b", "Engineer Ana Ruiz came. It holds, Ruiz said.", people=("Engineer Ana Ruiz", "Ruiz"),
            says=(("It holds", "Ruiz", "Ruiz", PERSON),)),
)  # fmt: skip


@pytest.mark.parametrize("story", [SPELT, KOREAN, NICK, HEADLINE])
def test_one_person_in_several_spellings_speaks_under_one_name(story: tuple[Reading, ...]) -> None:
    found = {speaker for speaker, _ in said_by(*story).values()}

    assert len(found) == 1
    assert None not in found


def test_a_treasury_is_that_of_the_country_the_story_names() -> None:
    kenyan = body("a", "Taxes rise, the Treasury said. Kenya owes much. In Nairobi it rained.",
                  "the Treasury", "Treasury", places=("Kenya", "Nairobi"))  # fmt: skip
    british = body("a", "Taxes rise, the Treasury said. In Britain it rained.", "the Treasury", "Treasury",
                   places=("Britain",))  # fmt: skip
    nowhere = body("a", "Taxes rise, the Treasury said.", "the Treasury", "Treasury")
    both = body("a", "Taxes rise, the Treasury said. Kenya and Uganda owe much.", "the Treasury", "Treasury",
                places=("Kenya", "Uganda"))  # fmt: skip

    states = [actor(told(one), "Treasury").state for one in (kenyan, british, nowhere, both)]
    assert states == ["KE", "GB", None, None]


def test_a_spy_agency_is_the_countrys_that_the_text_calls_it() -> None:
    story = told(
        body("a", "They came, said the NIS, South Korea’s spy agency.", "the NIS", "NIS"),
        body("b", "We wait, said Georgia’s spy agency, the Orion Bureau.", "the Orion Bureau", "Orion Bureau"),
    )  # fmt: skip

    assert (actor(story, "NIS").state, actor(story, "NIS").body) == ("KR", BodyKind.SERVICE)
    assert actor(story, "Orion Bureau").state == "GE"
    shown = actor(story, "NIS").affiliations[0].passages
    assert [p.span.of(story.readings[0].article.text) for p in shown] == [
        "NIS, South Korea’s spy agency"
    ]


def test_court_papers_are_not_the_courts_words() -> None:
    story = article(
        "a", "The court sat. He hid it, court papers said. It is late, a filing by Meridian Bank said.",
        bodies=("court", "Meridian Bank"),
        says=(("He hid it", "court papers", "court papers", DOCUMENT),
              ("It is late", "a filing by Meridian Bank", "filing by Meridian Bank", DOCUMENT)),
    )  # fmt: skip

    assert said_by(story) == {
        "He hid it": ("court papers", None),
        "It is late": ("filing by Meridian Bank", "Meridian Bank"),
    }


def test_the_water_commissioner_of_a_city_not_named_speaks_for_nobody_known() -> None:
    text = "It is clean, said Ana Ruiz, the city’s water commissioner."
    story = told(person("a", text, ("It is clean", "|Ana Ruiz")))

    assert actor(story, "Ana Ruiz").authority is None
    assert [(role.title, role.body) for role in actor(story, "Ana Ruiz").held] == [
        ("water commissioner", None)
    ]


def test_brother_and_sister_are_told_apart_by_the_form_of_address() -> None:
    text = (
        "Ada Castell came. Ben Castell came. It fell, Mr. Castell said. "
        "It rose, Ms. Castell said. It sank, Castell said."
    )
    story = article(
        "a", text, people=("Ada Castell", "Ben Castell", "Castell"),
        says=(("It fell", "Mr. Castell", "Castell", PERSON), ("It rose", "Ms. Castell", "Castell", PERSON),
              ("It sank", "Castell", "Castell", PERSON)),
    )  # fmt: skip

    assert {said: who for said, (who, _) in said_by(story).items()} == {
        "It fell": "Ben Castell",
        "It rose": "Ada Castell",
        "It sank": None,
    }


def test_a_surname_that_is_a_given_name_in_another_article_is_not_its_bearer() -> None:
    story = (
        person("a", "Jon Grant came. It fell, Jon Grant said.", ("It fell", "|Jon Grant")),
        person("b", "It sank, Grant Adler said. It rose, Grant said.", ("It sank", "|Grant Adler"), ("It rose", "|Grant")),
    )  # fmt: skip

    assert said_by(*story)["It rose"][0] != "Jon Grant"


def test_a_tower_named_after_somebody_is_nobody() -> None:
    text = "It fell, Per Lind said. He lives in Lind Tower."
    story = told(article("a", text, people=("Per Lind", "Lind Tower"), says=(("It fell", "Per Lind", "Per Lind", PERSON),)))  # fmt: skip

    assert [one.name for one in story.actors if one.kind is PERSON] == ["Per Lind"]


def test_a_ministry_and_its_spokeswoman_are_two_actors_of_one_authority() -> None:
    story = told(
        article(
            "a", "It is so, the Danish Foreign Ministry said. It is not, a Danish Foreign Ministry spokeswoman said.",
            bodies=("Danish Foreign Ministry",),
            says=(("It is so", "the Danish Foreign Ministry", "Danish Foreign Ministry", BODY),
                  ("It is not", "a Danish Foreign Ministry spokeswoman", "Danish Foreign Ministry spokeswoman", ANON)),
        )
    )  # fmt: skip

    ministry = actor(story, "Danish Foreign Ministry")
    spokeswoman = actor(story, "Danish Foreign Ministry spokeswoman")
    assert ministry.body is BodyKind.MINISTRY
    assert ministry.authority == spokeswoman.authority
    assert (ministry.kind, spokeswoman.kind) == (BODY, ANON)


def test_general_staffs_of_two_countries_stay_apart() -> None:
    story = (
        article("a", "They fled, Chile’s General Staff said. They hid, the General Staff said.",
                bodies=("Chile’s General Staff", "General Staff"), places=("Chile",),
                says=(("They fled", "Chile’s General Staff", "Chile’s General Staff", BODY),
                      ("They hid", "the General Staff", "General Staff", BODY))),
        article("b", "Peru’s General Staff denied it. We won, the General Staff said.",
                bodies=("Peru’s General Staff", "General Staff"), places=("Peru",),
                says=(("We won", "the General Staff", "General Staff", BODY),)),
        article("c", "We wait, the General Staff said.", bodies=("General Staff",),
                says=(("We wait", "the General Staff", "General Staff", BODY),)),
    )  # fmt: skip

    found = {said: authority for said, (_, authority) in said_by(*story).items()}
    assert found["They fled"] == found["They hid"] == "Chile"
    assert found["We won"] == "Peru"
    assert found["We wait"] not in {"Chile", "Peru"}


def test_units_of_one_army_are_their_own_bodies() -> None:
    text = "The 155th Brigade fled. The 12th Brigade held, Chile’s General Staff said."
    story = told(
        article("a", text, bodies=("155th Brigade", "12th Brigade", "Chile’s General Staff"))
    )

    kinds = {one.name: one.body for one in story.actors if one.body is not BodyKind.OUTLET}
    assert kinds == dict.fromkeys(
        ["155th Brigade", "12th Brigade", "Chile’s General Staff"], BodyKind.FORCE
    )
    assert actor(story, "Chile’s General Staff").state == "CL"
    assert actor(story, "155th Brigade").state is None


def test_a_member_is_affiliated_with_the_committee_and_does_not_speak_for_it() -> None:
    text = "It is bad, said Ana Ruiz, a member of the Harbour Safety Committee."
    story = told(
        person("a", text, ("It is bad", "|Ana Ruiz"), bodies=("Harbour Safety Committee",))
    )

    ana = actor(story, "Ana Ruiz")
    assert ana.authority is None
    assert [(one.body, one.basis.value) for one in ana.affiliations] == [
        ("Harbour Safety Committee", "member")
    ]
    assert actor(story, "Harbour Safety Committee").body is BodyKind.COMMITTEE
    assert not actor(story, "Harbour Safety Committee").heard


def test_the_president_of_a_commission_leads_the_commission() -> None:
    text = "We act, European Commission President Ida Holm said. We watch, Commission President Ida Holm said."
    story = told(person("a", text, ("We act", "European Commission President |Ida Holm"),
                        bodies=("European Commission", "Commission")))  # fmt: skip

    assert {role.body for role in actor(story, "Ida Holm").held} == {"European Commission"}


def test_an_aide_of_a_president_speaks_for_the_state() -> None:
    text = "It holds, said Per Lind, chief of staff of Chile’s president."
    story = told(person("a", text, ("It holds", "|Per Lind"), places=("Chile",)))

    assert actor(story, "Per Lind").authority == "Chile"
    assert "Chile’s president" not in {one.name for one in story.actors}


def test_the_name_after_the_office_that_a_lawyer_works_for_is_the_offices() -> None:
    text = "He is ill, said a lawyer for the mayor, Ana Ruiz. It rains, Ruiz said."
    story = told(
        article(
            "a", text, people=("Ana Ruiz", "Ruiz"), says=(("It rains", "Ruiz", "Ruiz", PERSON),)
        )
    )

    assert {role.title for role in actor(story, "Ana Ruiz").held} == {"mayor"}


def test_two_holders_of_one_office_leave_the_office_alone_nobodys() -> None:
    text = "The mayor of Ravenna, Ana Ruiz, came. Mayor Per Lind of Gdynia came. It fell, the mayor said."
    story = article("a", text, people=("Ana Ruiz", "Per Lind"), places=("Ravenna", "Gdynia"),
                    says=(("It fell", "the mayor", "mayor", ANON),))  # fmt: skip

    assert said_by(story)["It fell"] == ("mayor", None)


def test_the_agency_is_the_one_named_last() -> None:
    text = (
        "Meridian Bank sued. The Coastal Safety Agency came, and Northern Ferries sold. "
        "It leaks, the agency said. It holds, an agency spokesman said. It sold, the company said."
    )
    story = article(
        "a", text, bodies=("Meridian Bank", "Coastal Safety Agency", "Northern Ferries"),
        says=(("It leaks", "the agency", "agency", BODY), ("It holds", "an agency spokesman", "agency spokesman", ANON),
              ("It sold", "the company", "company", BODY)),
    )  # fmt: skip

    assert said_by(story) == {
        "It leaks": ("Coastal Safety Agency", "Coastal Safety Agency"),
        "It holds": ("agency spokesman", "Coastal Safety Agency"),
        "It sold": ("Northern Ferries", "Northern Ferries"),
    }


@pytest.mark.parametrize(
    "speaker", ["conservation groups", "staff", "same dedication", "two of the people"]
)
def test_words_that_name_no_body_speak_for_none(speaker: str) -> None:
    story = article("a", f"It is bad, {speaker} said.", bodies=(speaker,),
                    says=(("It is bad", speaker, speaker, BODY),))  # fmt: skip

    assert said_by(story)["It is bad"][1] is None


def test_a_company_of_a_common_word_is_not_the_word() -> None:
    text = "It will hire, Orange said. The orange crop failed. An orange fell."
    story = told(body("a", text, "Orange", "Orange"))

    text = story.readings[0].article.text
    where = [p.span.start for alias in actor(story, "Orange").written for p in alias.passages]
    assert where == [text.index("Orange said")]


def test_roles_tell_how_and_since_when_they_are_held() -> None:
    first = person(
        "a",
        "Harbour Minister Per Lind came. It leaks, Lind said.",
        ("It leaks", "|Per Lind"),
        day="2031-05-01",
    )
    text = (
        "Acting Harbour Minister Ana Ruiz came. It broke, former Harbour Minister Per Lind said. "
        "Minister-designate Ola Kos came. It held, Ola Kos said."
    )
    second = person("b", text, ("It broke", "former Harbour Minister |Per Lind"), ("It held", "|Ola Kos"),
                    ("Acting", "|Ana Ruiz"), day="2031-06-02")  # fmt: skip
    story = told(first, second)

    lind = actor(story, "Per Lind").held
    assert [(role.title, role.tenure, role.first, role.last) for role in lind] == [
        ("Harbour Minister", Tenure.FORMER, "2031-05-01", "2031-06-02")
    ]
    assert [role.tenure for role in actor(story, "Ana Ruiz").held] == [Tenure.ACTING]


def test_names_as_written_stand_where_they_say() -> None:
    story = told(*SPELT, *NATO[:0])

    for one in story.actors:
        for alias in one.written:
            for passage in alias.passages:
                text = next(
                    r.article.text for r in story.readings if r.article.id == passage.article
                )
                assert alias.form in passage.span.of(text)
    person_ = next(one for one in story.actors if one.kind is PERSON)
    assert forms(person_) == ["Gaddari", "Moammar Gaddari", "Muammar Qaddari", "Qaddari"]
    assert sum(len(alias.passages) for alias in person_.written) == 4


def test_a_rebel_group_is_no_states() -> None:
    text = "The town fell, the rebel group Dawn Front said. Peru denied it."
    story = told(body("a", text, "the rebel group Dawn Front", "Dawn Front", places=("Peru",)))

    front = actor(story, "Dawn Front")
    assert (front.body, front.state, front.authority) == (BodyKind.ARMED_GROUP, None, "Dawn Front")
