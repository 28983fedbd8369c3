from __future__ import annotations

import pytest

from firsthand.tables.editwords import edit_words


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "nl", "pt"])
def test_a_language_has_all_days_and_months_and_its_denials(language: str) -> None:
    words = edit_words(language)

    assert set(words.weekdays.values()) == set(range(7))
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.near.values()) == {-1, 0, 1}
    assert words.nobody <= words.negations
    assert words.negations.isdisjoint(words.denying)


def test_a_contraction_denies_and_a_language_without_a_table_says_nothing() -> None:
    assert edit_words("en").denies("didn't")
    assert not edit_words("en").denies("did")
    assert not edit_words("xx").denies("not")
