"""The word lists and weights that claims are judged by."""

from __future__ import annotations

from firsthand.tables.claimwords import claimwords
from firsthand.tables.sameclaim import FEATURES, pairweights


def test_words_are_folded_so_that_lemmas_can_meet_them() -> None:
    table = claimwords()
    lists = (table.light, table.negations, table.judgement, table.describing, table.anybody)

    assert all(words for words in lists)
    assert all(word == word.lower().strip() for words in lists for word in words)


def test_longer_endings_are_tried_before_shorter_ones_they_end_in() -> None:
    suffixes = claimwords().suffixes
    for place, suffix in enumerate(suffixes):
        assert not any(
            later.endswith(suffix) and later != suffix for later in suffixes[place + 1 :]
        )


def test_closeness_speaks_for_one_claim_and_other_names_against() -> None:
    model = pairweights()

    assert set(model.weight) == set(FEATURES)
    assert model.weight["cosine"] > 0 > model.weight["proper_apart"]
    assert 0 < model.join <= model.seed < 1
