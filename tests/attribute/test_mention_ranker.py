"""The ranker chooses the likeliest, or nobody where that is unsure."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.attribute.candidates import Reference, Sort
from firsthand.attribute.mention_measures import FEATURES, NONE_FEATURES
from firsthand.attribute.mention_ranker import MentionRanker, shipped_ranker

HE = Reference(head=9, sort=Sort.PERSON, pronoun="he")


def rows_of(*wanted: set[str]) -> np.ndarray:
    return np.array([[float(name in one) for name in FEATURES] for one in wanted])


def none_of(**values: float) -> np.ndarray:
    return np.array([values.get(name, 0.0) for name in NONE_FEATURES])


def test_the_card_names_the_measures_and_sorts_of_the_weights() -> None:
    card = json.loads(
        files("firsthand.tables").joinpath("data/mention_ranker.json").read_text(encoding="utf-8")
    )

    assert card["features"] == list(FEATURES)
    assert card["none_features"] == list(NONE_FEATURES)
    assert card["sorts"] == [one.value for one in Sort]
    assert card["licence"]
    assert set(card["data"]) == set(card["documents"])


def test_who_spoke_last_is_meant_rather_than_somebody_further_back() -> None:
    speaking = {"one sentence back", "subject", "spoke last", "spoke before", "nearest"}
    farther = {"three or four back", "in a prepositional phrase", "second nearest"}

    chosen, sure = shipped_ranker().choose(
        HE, (), rows_of(farther, speaking), none_of(bias=1.0, candidates=np.log1p(2))
    )

    assert chosen == 1
    assert sure > 0.6


def test_two_alike_are_nobody() -> None:
    alike = {"two sentences back", "subject"}
    ranker = MentionRanker(
        weights=np.ones((len(Sort), len(FEATURES))),
        none=np.zeros((len(Sort), len(NONE_FEATURES))),
        least=np.full(len(Sort), 0.6),
    )

    chosen, sure = ranker.choose(HE, (), rows_of(alike, alike), none_of(bias=1.0))

    assert chosen is None
    assert sure == pytest.approx(0.5, abs=0.05)


class TestAnyMeasures:
    """The choice does not hang on the order of the candidates, and is never surer than sure."""

    @given(st.lists(st.sets(st.sampled_from(FEATURES), max_size=8), min_size=1, max_size=5))
    def test_order_does_not_matter(self, wanted: list[set[str]]) -> None:
        rows, none = rows_of(*wanted), none_of(bias=1.0)

        chosen, sure = shipped_ranker().choose(HE, (), rows, none)
        other, as_sure = shipped_ranker().choose(HE, (), rows[::-1], none)

        assert 0 <= sure <= 1
        assert as_sure == pytest.approx(sure)
        assert (chosen is None) == (other is None)
        if chosen is not None and other is not None:
            assert wanted[chosen] == wanted[::-1][other] or sure <= 0.5 + 1e-9
