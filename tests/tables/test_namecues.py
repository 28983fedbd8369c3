from __future__ import annotations

from dataclasses import fields

import pytest

from firsthand.domain import MentionKind
from firsthand.tables.kindweights import kind_table
from firsthand.tables.namecues import NameCues, name_cues, words_of

SETS = [field.name for field in fields(NameCues) if field.name != "revision"]


@pytest.mark.parametrize("field", SETS)
def test_a_set_of_words_is_written_small_and_not_empty(field: str) -> None:
    words = getattr(name_cues(), field)
    assert words
    assert [word for word in sorted(words) if word != word.lower() or not word.strip()] == []


def test_the_roles_of_the_table_of_bodies_are_nouns_of_persons() -> None:
    assert {"spokeswoman", "governor", "baker"} <= name_cues().person_nouns


def test_sets_of_both_tables_are_read_together() -> None:
    both = words_of("titles", "office_heads")
    assert {"mrs", "columnist"} <= both


def test_phrases_before_a_firm_have_two_words() -> None:
    assert {len(phrase.split()) for phrase in name_cues().firm_phrases} == {2}


def test_every_weight_is_for_a_kind_and_not_nought() -> None:
    for feature, row in kind_table().features.items():
        assert row, feature
        assert all(isinstance(kind, MentionKind) and weight for kind, weight in row), feature
