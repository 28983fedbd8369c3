from __future__ import annotations

from itertools import permutations

import pytest

from firsthand.copies.retold.anchors import Told, told
from firsthand.copies.retold.retellings import measured, screened
from firsthand.copies.retold.reworded import BY_ANCHORS, CUT, ONE_TEXT, holds, reworded
from firsthand.copies.retold.translated import translated
from firsthand.domain import CopyManner, CopyRelation
from firsthand.tables.vectors import Vectors, encoder
from tests.copies.retold import Case, cases

_MADE: dict[str, Vectors] = {}


def encode(text: Told) -> Vectors:
    if text.article.id not in _MADE:
        _MADE[text.article.id] = encoder().encode(
            [span.of(text.article.text) for span in text.sentences]
        )
    return _MADE[text.article.id]


def pairs(*, same_language: bool) -> list[tuple[Case, Case]]:
    return [
        (one, other)
        for one, other in permutations(cases(), 2)
        if one.event == other.event
        and one.article.id < other.article.id
        and (one.article.language == other.article.language) == same_language
    ]


def cut(case: Case) -> Told:
    return told(case.article, at_most=60)


def is_retelling(one: Case, other: Case) -> bool:
    """Whether one of the two goes back to the other or both go back to a third."""
    if one.event == "fight":
        return {one.name, other.name} == {"own, from the ringside", "reworded"}
    return not one.own and not other.own


@pytest.mark.parametrize(
    ("one", "other"),
    [pair for pair in pairs(same_language=True) if pair[0].article.language == "en"],
    ids=lambda case: f"{case.event}: {case.name}, {case.article.outlet}",
)
def test_english_texts_told_over_are_known_from_own_reports(one: Case, other: Case) -> None:
    found = reworded(cut(one), cut(other), encode=encode, credit=None)

    assert (found is not None) == is_retelling(one, other)
    assert found is None or found.manner is CopyManner.REWORDED


@pytest.mark.parametrize(
    ("one", "other"),
    pairs(same_language=False),
    ids=lambda case: f"{case.event}: {case.name}, {case.article.language}",
)
def test_translations_are_known_from_own_reports_in_another_language(
    one: Case, other: Case
) -> None:
    found = translated(cut(one), cut(other), encode=None, credit=None, least=0.5)

    if {one.name, other.name} == {"translated", "reworded and cut"}:
        # Told over, cut and translated: too little is left to say so, or just enough.
        assert found is None or found.relation is CopyRelation.BLOCK
    else:
        assert (found is not None) == is_retelling(one, other)


def test_what_stands_word_for_word_in_both_is_no_retelling() -> None:
    (wire, *_) = cases("flood")
    text = cut(wire)

    found = screened(text, text)

    assert found.told_over == 0
    assert found.all_words == pytest.approx(1.0)
    assert not holds(found, BY_ANCHORS)
    assert not holds(found, CUT)
    assert not holds(found, ONE_TEXT)


def test_both_directions_measure_the_same() -> None:
    one, other, *_ = (cut(case) for case in cases("strike"))

    forth, back = screened(one, other), screened(other, one)

    assert forth.told_over == back.told_over
    assert forth.slots_a == pytest.approx(back.slots_b)
    assert forth.words_a == pytest.approx(back.words_b)


def test_vectors_find_the_sentences_that_numbers_and_names_do_not() -> None:
    wire, told_over, *_ = (cut(case) for case in cases("flood"))

    found = measured(wire, told_over, encode=encode, least=0.55)

    assert found.words > 0.8
    assert found.fewest > 0.7


def test_a_credit_makes_up_for_what_is_missing_and_makes_one_text() -> None:
    wire, _, shortened, *_ = (cut(case) for case in cases("flood"))

    alone = reworded(wire, shortened, encode=encode, credit=None)
    both = reworded(wire, shortened, encode=encode, credit="Dinara News Agency")

    assert alone is not None
    assert alone.relation is CopyRelation.BLOCK
    assert both is not None
    assert both.relation is CopyRelation.WHOLE
