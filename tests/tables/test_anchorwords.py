from __future__ import annotations

import pytest

from firsthand.tables.anchorwords import anchor_words, latin_letters, sounds

LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_names_every_month_and_day(language: str) -> None:
    words = anchor_words(language)

    assert words is not None
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(1, 8))
    assert {2, 3, 4, 5, 6, 7, 8, 9, 10, 12} <= set(words.numbers.values())
    assert {100, 1000, 1_000_000} <= set(words.scales.values())
    assert all(
        word == word.lower() and "’" not in word
        for table in (words.numbers, words.scales, words.months, words.weekdays)
        for word in table
    )


def test_a_language_without_a_table_has_none() -> None:
    assert anchor_words("xx") is None
    assert anchor_words("letters") is None


def test_letters_and_sounds_are_latin() -> None:
    assert all(letter.isascii() for letters in latin_letters().values() for letter in letters)
    assert all(written.isascii() and sound.isascii() for written, sound in sounds())
