"""Words of furniture lines: every class, folded, in the order of the model's columns."""

from __future__ import annotations

import pytest

from firsthand.tables.linewords import LINE_WORD_CLASSES, line_words


def test_words_are_folded_and_know_their_classes() -> None:
    table = line_words()

    assert all(word == word.casefold() and word for word in table)
    assert {number for own in table.values() for number in own} == set(
        range(len(LINE_WORD_CLASSES))
    )
    assert all(list(own) == sorted(set(own)) for own in table.values())


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("newsletter", "subscribe"),
        ("teilen", "share"),
        ("cookies", "legal"),
        ("комментарии", "comments"),
        ("広告", "promotion"),
        ("août", "month"),
        ("dpa", "agency"),
    ],
)
def test_a_word_stands_in_its_class(word: str, name: str) -> None:
    assert LINE_WORD_CLASSES.index(name) in line_words()[word]
