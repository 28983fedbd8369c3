from __future__ import annotations

import pytest

from firsthand.errors import PlanError
from firsthand.stories.merging import FEATURES
from firsthand.tables.storylinks import story_link_model


def test_the_shipped_weights_are_for_the_columns_that_are_measured() -> None:
    model = story_link_model(FEATURES)

    assert int(model.trees.feature.max()) < len(FEATURES)


def test_weights_for_other_columns_are_refused() -> None:
    with pytest.raises(PlanError, match="other features"):
        story_link_model(FEATURES[:-1])
