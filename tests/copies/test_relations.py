from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.copies import copy_groups, copy_link, copy_links
from firsthand.domain import Article, CopyLink, CopyRelation
from tests.copies.wires import FIRE, LINKS, NOTICE, OWN, QUOTE, RIVAL, article

WHOLE, BLOCK, QUOTATION = CopyRelation.WHOLE, CopyRelation.BLOCK, CopyRelation.QUOTATION

EDITED = [
    one.replace("Some 140", "About 150")
    .replace("fought through", "battled all")
    .replace("blaze", "fire")
    for one in FIRE
]
HALVED = [". ".join(one.split(". ")[:1]).rstrip(".") + "." for one in FIRE]
REWORKED = [
    "A stack of wood pellets went up in flames at Gdansk harbour, and it may smoulder for days.",
    *(" ".join(w for at, w in enumerate(one.split(), 1) if at % 11) for one in FIRE[1:]),
]
SPEECH = (
    '"There will be no wood on this quay again until the last roller has been changed and the last '
    "sensor tested, and I do not care whose signature is missing or whose phone is off, because two "
    "families in this town set a place at the table that stays empty, and I was at both funerals, and I "
    "gave both widows my word that it would not happen on my watch a second time, and now I stand here "
    'and it nearly did."'
)
SCARE = (
    "Dockers call the stack the “volcano” because it has smoked before, and they have a bet on whether it "
    "will outlast the director who bought it."
)


def relation(a: Article, b: Article) -> CopyRelation | None:
    link = copy_link(a, b)
    return None if link is None else link.relation


WIRE = article(FIRE, outlet="Baltic Newswire", published="2032-05-13T02:10+02:00")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(FIRE, WHOLE, id="verbatim"),
        pytest.param(EDITED, WHOLE, id="edited"),
        pytest.param(FIRE[:4], WHOLE, id="abridged from the end"),
        pytest.param([FIRE[0], *FIRE[2:5], FIRE[7]], WHOLE, id="abridged in the middle"),
        pytest.param(HALVED, WHOLE, id="every paragraph cut to its first sentence"),
        pytest.param([*FIRE, OWN[0], OWN[3]], WHOLE, id="expanded at the end"),
        pytest.param([FIRE[0], OWN[1], *FIRE[1:]], WHOLE, id="expanded after the opening"),
        pytest.param(REWORKED, WHOLE, id="another opening, words dropped all over"),
        pytest.param([*OWN[:3], FIRE[3], FIRE[5], *OWN[3:]], BLOCK, id="two paragraphs borrowed"),
        pytest.param([*OWN, FIRE[7]], BLOCK, id="one paragraph borrowed"),
        pytest.param([*OWN, *RIVAL, *FIRE[3:6]], BLOCK, id="background taken over at the end"),
        pytest.param([*OWN[:3], QUOTE, *OWN[3:]], QUOTATION, id="the utterance quoted"),
        pytest.param([*RIVAL, QUOTE], QUOTATION, id="two agencies at one briefing"),
        pytest.param(OWN, None, id="the same event, told independently"),
        pytest.param(RIVAL, None, id="another agency's text"),
    ],
)
def test_what_is_made_of_a_wire_has_its_relation(
    text: list[str], wanted: CopyRelation | None
) -> None:
    other = article(text, outlet="Amber Coast Courier", published="2032-05-13T08:00+02:00")
    assert relation(WIRE, other) is wanted
    assert relation(other, WIRE) is wanted


def test_a_short_wire_inside_a_long_own_report_is_a_block() -> None:
    short = article(FIRE[3:5], outlet="Baltic Newswire")
    long = article([*OWN, *FIRE[3:5], *RIVAL], outlet="Amber Coast Courier")
    assert relation(short, long) is BLOCK


@pytest.mark.parametrize("shared", [NOTICE, LINKS, "Reporting by the Gdansk bureau"])
def test_what_a_house_prints_under_everything_links_nothing(shared: str) -> None:
    assert relation(article([*OWN, shared]), article([*RIVAL, shared])) is None


def test_a_set_phrase_between_marks_is_no_utterance() -> None:
    phrase = "that we will get to the bottom of this matter"
    one = article([OWN[0], f'The mayor promised "{phrase}" and left.', *OWN[1:]])
    other = article([*RIVAL, f'A senator vowed "{phrase}", to applause.'])
    assert relation(one, other) is None


def test_an_utterance_that_one_text_marks_only_in_part_is_shared() -> None:
    said = "burn from within and we will be here until the weekend"
    one = article([*OWN, f'"We have the front, but pellets {said}," Zalewski said.'])
    other = article([*RIVAL, f'Zalewski warned that pellets "{said}".'])
    assert relation(one, other) is QUOTATION


def test_a_sentence_with_a_word_between_marks_is_quoted_not_borrowed() -> None:
    assert relation(article([*OWN, SCARE]), article([*RIVAL, SCARE])) is QUOTATION


def test_a_speech_is_a_quotation_at_any_length_and_paragraphs_around_it_are_a_block() -> None:
    assert len(SPEECH.split()) > 65
    assert relation(article([*OWN, SPEECH]), article([SPEECH, *RIVAL])) is QUOTATION
    told = [FIRE[4], SPEECH, FIRE[5]]
    assert relation(article([*OWN, *told]), article([*told, *RIVAL])) is BLOCK


def test_the_passage_of_a_quotation_covers_the_utterance_with_its_changed_end() -> None:
    said = "We have the front under control, but pellets burn from within and we will be here"
    one = article([*OWN, f'"{said} until the weekend," Zalewski said.'])
    other = article([*RIVAL, f'"{said} for another week," said Zalewski.'])
    link = copy_link(one, other)
    assert link is not None
    assert link.relation is QUOTATION

    (passage,) = link.passages
    texts = {text.id: text.text for text in (one, other)}
    told = {passage.a.of(texts[link.original]), passage.b.of(texts[link.copy])}
    assert told == {f"{said} until the weekend", f"{said} for another week"}
    assert passage.edits


def test_two_agencies_with_one_quotation_stay_two_texts() -> None:
    rival = article([*RIVAL, QUOTE], outlet="Vistula Press")
    links = copy_links([WIRE, rival])
    assert [link.relation for link in links] == [QUOTATION]
    assert len(copy_groups([WIRE, rival], links)) == 2


def test_a_block_that_a_group_shares_is_linked_to_the_text_published_first() -> None:
    copies = [
        article(FIRE, outlet=f"Paper {name}", published=f"2032-05-13T0{hour}:00+02:00")
        for name, hour in (("A", 8), ("B", 4), ("C", 6))
    ]
    borrower = article(
        [*OWN[:2], FIRE[3], FIRE[6], *OWN[2:]], outlet="Late", published="2032-05-14T09:00+02:00"
    )
    blocks = [link for link in copy_links([*copies, borrower]) if link.relation is BLOCK]
    assert [(link.original, link.copy) for link in blocks] == [(copies[1].id, borrower.id)]


# Properties over texts put together from three pools of paragraphs.

pieces = st.lists(st.sampled_from([*FIRE, *OWN, *RIVAL]), min_size=2, max_size=9, unique=True)


def judged(a: list[str], b: list[str]) -> CopyLink | None:
    return copy_link(article(a, outlet="One"), article(b, outlet="Two"))


@settings(max_examples=40, deadline=None)
@given(a=pieces, b=pieces)
def test_the_relation_is_symmetric(a: list[str], b: list[str]) -> None:
    one, other = article(a, outlet="One"), article(b, outlet="Two")
    assert copy_link(one, other) == copy_link(other, one)


@settings(max_examples=40, deadline=None)
@given(a=pieces, b=pieces, change=st.sampled_from([str.upper, str.lower, "  ".join]))
def test_case_and_white_space_change_nothing(a: list[str], b: list[str], change: type[str]) -> None:
    rewritten = ["  ".join(one.split()) if change == "  ".join else change(one) for one in b]
    plain, changed = judged(a, b), judged(a, rewritten)
    assert (plain and plain.relation) == (changed and changed.relation)
    if plain is not None and changed is not None:
        assert {plain.share, *(r.score for r in plain.reasons)} == {
            changed.share,
            *(r.score for r in changed.reasons),
        }


FOREIGN = [
    (
        "Far to the south, the lifts on Kasprowy Wierch stood still because of the wind, and the guides "
        "played cards in the upper station until it was dark."
    ),
    (
        "The opera in Poznan has found a new Tosca. She is twenty-nine, comes from Lublin and learned "
        "the part in eleven days while her predecessor lost her voice."
    ),
]


@settings(max_examples=40, deadline=None)
@given(a=pieces, b=pieces, at=st.integers(0, 9), foreign=st.sampled_from(FOREIGN))
def test_a_foreign_paragraph_makes_no_text_whole(
    a: list[str], b: list[str], at: int, foreign: str
) -> None:
    before = judged(a, b)
    after = judged(a, [*b[:at], foreign, *b[at:]])
    if before is None or before.relation is not WHOLE:
        assert (before and before.relation) == (after and after.relation)


@settings(max_examples=25, deadline=None)
@given(first=st.integers(3, 8), at=st.integers(1, 9), foreign=st.sampled_from(FOREIGN))
def test_a_whole_copy_stays_whole_with_a_short_foreign_paragraph(
    first: int, at: int, foreign: str
) -> None:
    copy = FIRE[:first]
    assert relation(WIRE, article(copy)) is WHOLE
    assert relation(WIRE, article([*copy[:at], foreign, *copy[at:]])) is WHOLE
