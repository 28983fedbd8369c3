"""Given names and the pronouns that go with them."""

from __future__ import annotations

import pytest

from firsthand.tables.genders import _pronouns, pronoun_of


@pytest.mark.parametrize(
    ("given", "pronoun"),
    [
        ("Maria", "she"),
        ("JOSÉ", "he"),
        ("Björn", "he"),
        ("Robin", None),
        ("Reed", None),
        ("", None),
    ],
)
def test_a_name_of_both_tells_nothing(given: str, pronoun: str | None) -> None:
    assert pronoun_of(given) == pronoun


def test_the_table_is_folded() -> None:
    assert all(name == name.casefold() and name.isascii() for name in _pronouns())
