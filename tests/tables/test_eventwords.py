from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib.resources import files
from typing import Any

import pytest

from firsthand.tables.eventwords import event_words


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    return tomllib.loads(
        files("firsthand.tables").joinpath("data/events.toml").read_text(encoding="utf-8")
    )


def _words(table: dict[str, Any]) -> list[str]:
    return [
        word
        for section in ("verbs", "nouns")
        for patterns in table[section].values()
        for pattern in patterns
        for word in pattern.split()
    ]


@pytest.mark.parametrize("section", ["verbs", "nouns"])
def test_no_pattern_stands_in_two_categories_or_twice(table: dict[str, Any], section: str) -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for category, patterns in table[section].items():
        for pattern in patterns:
            places[pattern].append(category)

    assert {pattern: found for pattern, found in places.items() if len(found) > 1} == {}


def test_every_class_that_a_pattern_names_is_there_and_every_class_is_named(
    table: dict[str, Any],
) -> None:
    named = {word[1:] for word in _words(table) if word[0] in "@^"}
    marks_of_deeds = {"nature", "doers", "things", "craft", "violence", "mishaps"}

    assert named | marks_of_deeds == set(table["classes"])


def test_words_are_lower_case_lemmas(table: dict[str, Any]) -> None:
    lists = [*table["classes"].values(), *table["roles"].values(), *table["governors"].values()]
    words = [word for one in lists for word in one] + _words(table)

    assert [word for word in words if word != word.lower() or " " in word] == []


def test_the_fuller_pattern_comes_first() -> None:
    for patterns in event_words().verbs.values():
        lengths = [pattern.words for pattern in patterns]
        assert lengths == sorted(lengths, reverse=True)


def test_the_categories_are_those_of_plover(table: dict[str, Any]) -> None:
    categories = set(table["verbs"]) - {"OTHER"}

    assert categories == {
        "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "INVESTIGATE", "DEMAND",
        "DISAPPROVE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "FIGHT",
    }  # fmt: skip
    assert event_words().friendly | event_words().hostile <= categories
