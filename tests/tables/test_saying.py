"""The tables of means of saying, of relaying, and of words inside what is said."""

from __future__ import annotations

import pytest

from firsthand.tables.inner import inner_words
from firsthand.tables.media import is_outlet
from firsthand.tables.relaying import relaying
from firsthand.tables.saying import saying


def test_every_lasting_medium_is_one_that_nouns_name() -> None:
    assert saying().lasting <= set(saying().nouns.values())


def test_the_nouns_of_media_are_lower_case_phrases_of_at_most_four_words() -> None:
    assert [words for words in saying().nouns if words != words.lower()] == []
    assert [words for words in saying().nouns if len(words.split()) > 4] == []


def test_nobody_is_both_a_common_noun_for_an_outlet_and_one_that_needs_a_word_before_it() -> None:
    assert relaying().kinds & relaying().headed == frozenset()


def test_the_reporting_words_count_inside_what_is_said_too() -> None:
    verbs = inner_words().cues.verbs

    assert any(not reading.private for reading in verbs["say"])
    assert all(reading.private for reading in verbs["know"])


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Reuters", True),
        ("WXYZ-TV", True),
        ("WXYZ - TV", True),
        ("Channel 4", True),
        ("Radio Kapital", True),
        ("Medical Journal of Somewhere", True),
        ("Courier of the Coast", True),
        ("Harbour Gazette", True),
        ("WHO", False),
        ("Port Authority", False),
        ("University of Turku", False),
        ("radio", False),
        ("Radio operators", False),
    ],
)
def test_names_of_outlets(name: str, outlet: bool) -> None:
    assert is_outlet(name) is outlet
