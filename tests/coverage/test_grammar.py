"""Templates: choices, slots, spelling, articles."""

from random import Random

import pytest

from tests.coverage.grammar import AMERICAN, BRITISH, compiled, filled, sentence, tidied
from tests.coverage.loose import number_word


def put(written: str, spelling: int = BRITISH, story: int = 0, **values: str) -> str:
    return tidied(filled(compiled(written, spelling), values, Random(3).random, story))


def test_a_choice_takes_each_of_its_options() -> None:
    draw = Random(1).random
    found = {filled(compiled("[a|b [c|d]|]x"), {}, draw) for _ in range(80)}

    assert found == {"ax", "b cx", "b dx", "x"}


def test_a_choice_of_fact_is_the_same_for_all_who_tell_of_a_story() -> None:
    template = compiled("a [!dairy|sawmill|brewery] by the river")
    per_story = {
        story: {filled(template, {}, Random(seed).random, story) for seed in range(9)}
        for story in range(40)
    }

    assert all(len(found) == 1 for found in per_story.values())
    assert len(set.union(*per_story.values())) == 3


def test_loose_values_follow_from_the_story_and_the_place_alone() -> None:
    written = "{few} of {few} since {year}"

    assert put(written, BRITISH, 7) == put(written, AMERICAN, 7)
    assert len({put(written, story=story) for story in range(60)}) > 40


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("a(n) {age}-year-old", "an 11-year-old"),
        ("A(n) hour", "An hour"),
        ("a(n) union", "a union"),
        ("a(n) update", "an update"),
        ("a(n) “old” mill", "an “old” mill"),
    ],
)
def test_the_article_fits_the_word(written: str, printed: str) -> None:
    assert put(written, age="11") == printed


def test_spelling_follows_the_house() -> None:
    assert put("<metres/meters> of <grey/gray> mud", BRITISH) == "metres of grey mud"
    assert put("<metres/meters> of <grey/gray> mud", AMERICAN) == "meters of gray mud"


def test_what_empty_options_leave_behind_is_tidied() -> None:
    assert put("In {x}[|], [|]he said [|].", x="Larvik") == "In Larvik, he said."


@pytest.mark.parametrize("broken", ["a [b|c", "a] b", "[a|[b]"])
def test_a_template_with_a_stray_bracket_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        compiled(broken)


def test_a_number_at_the_head_of_a_sentence_is_spelt() -> None:
    assert sentence("104 people left") == "One hundred and four people left"
    assert sentence("1,200 people left") == "1,200 people left"
    assert [number_word(number) for number in (2, 9, 10, 1400)] == ["two", "nine", "10", "1,400"]
