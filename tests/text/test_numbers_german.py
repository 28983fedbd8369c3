"""Number words that are written as one, and figures with German marks."""

import re

import pytest

from firsthand.text.number_words import number_words
from firsthand.text.numbers import number_of, ordinal_of, words_pattern

WORDS = number_words("de")

CASES = [
    ("einundzwanzig", 21),
    ("zweihundertfünfzig", 250),
    ("dreitausendfünfhundert", 3500),
    ("neunzehnhundertneunzig", 1990),
    ("zweieinhalb", 2.5),
    ("anderthalb", 1.5),
    ("sechzehn", 16),
    ("siebenunddreißig", 37),
    ("3.500", 3500),
    ("2,5", 2.5),
    ("3,5 millionen", 3_500_000),
    ("zwei drittel", 2 / 3),
    ("eine million", 1_000_000),
]


@pytest.mark.parametrize(("written", "value"), CASES)
def test_values(written: str, value: float) -> None:
    assert number_of(written, WORDS) == pytest.approx(value)
    assert re.fullmatch(words_pattern(WORDS), written)


@pytest.mark.parametrize("written", ["und", "undzwanzig haus", "haus", "dreihaus", ""])
def test_no_number(written: str) -> None:
    assert number_of(written, WORDS) is None
    assert not re.fullmatch(words_pattern(WORDS), written)


def test_ordinals_in_words_and_with_a_full_stop() -> None:
    assert [ordinal_of(one, WORDS) for one in ("dritten", "21.", "Haus")] == [3, 21, None]
