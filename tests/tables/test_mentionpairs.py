from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

import firsthand.tables
from firsthand.errors import PlanError
from firsthand.stories.alike import FEATURES
from firsthand.tables.mentionpairs import pair_model
from firsthand.tables.trees import Trees


@pytest.mark.parametrize("sort", ["event", "entity"])
def test_the_shipped_trees_are_for_the_columns_that_are_measured(sort: str) -> None:
    model = pair_model(sort, FEATURES)
    odds = model.trees.odds(np.zeros((3, len(FEATURES)), dtype=np.float32))

    assert odds.shape == (3,)
    assert model.trees.feature.max() < len(FEATURES)
    assert -6 < model.join < 6


def test_other_columns_are_refused() -> None:
    with pytest.raises(PlanError, match="features"):
        pair_model("event", FEATURES[1:])


def test_the_card_tells_what_was_measured_and_on_what() -> None:
    card = json.loads(
        (Path(firsthand.tables.__file__).parent / "data" / "mention_pairs.json").read_text("utf-8")
    )

    assert {"date", "data", "files", "conll_f1_five_fold_by_topic", "sha256", "licence"} <= set(
        card
    )


def test_a_row_falls_to_the_leaf_that_its_columns_lead_to() -> None:
    trees = Trees(
        feature=np.array([[0, 1, 1]], dtype=np.int32),
        threshold=np.array([[0.5, 0.5, 0.5]], dtype=np.float32),
        value=np.array([[1, 2, 3, 4]], dtype=np.float32),
    )
    rows = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float32)

    assert trees.odds(rows).tolist() == [1, 2, 3, 4]
    assert trees.odds(rows[:0]).tolist() == []
