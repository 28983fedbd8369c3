"""One person in several spellings, and people whose names only look alike."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from firsthand.settle.people import Bearers, join_people, same_person
from firsthand.settle.romanised import arabic_shape, romanised, skeleton

PAIRS = tomllib.loads(Path(__file__).with_name("spellings.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("one", "other"), PAIRS["one"])
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)
    assert len(join_people(Counter([one, other]))) == 1


@pytest.mark.parametrize(("one", "other"), PAIRS["two"])
def test_names_that_look_alike_are_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)
    assert len(join_people(Counter([one, other]))) == 2


@pytest.mark.parametrize(
    ("way", "spellings"),
    [
        (skeleton, ("Kovalenskyy", "Kovalenskiy", "Kovalensky", "Kovalenskij")),
        (skeleton, ("al-Hashemi", "el-Hashemi", "Hashemi", "Al-Hashemi")),
        (romanised, ("Khrushchov", "Khrushchow")),
        (romanised, ("Zhukova", "Zukova")),
        (arabic_shape, ("Gaddari", "Qadhari", "Kadhari", "Ghadari")),
        (arabic_shape, ("Hussein", "Husain", "Hussain", "Husayn")),
    ],
)
def test_what_is_left_of_a_name_is_one_for_all_its_spellings(
    way: object, spellings: tuple[str, ...]
) -> None:
    assert callable(way)
    assert len({way(word) for word in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Mohammed", "Mahmoud"), ("Ahmed", "Hamid"), ("Samir", "Samira")]
)
def test_arabic_names_with_other_syllables_stay_apart(one: str, other: str) -> None:
    assert arabic_shape(one) != arabic_shape(other)


def test_a_surname_in_the_spelling_of_another_article_names_the_same_person() -> None:
    people = join_people(Counter(["Muammar Qaddari", "Moammar Gaddari"]))

    bearers = Bearers(people)
    assert bearers.of("Gaddari") == bearers.of("Qaddari")
    assert len(bearers.of("Gaddari")[0]) == 1
