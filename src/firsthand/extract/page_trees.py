"""The page model: how probably a line of a page is article text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from firsthand.errors import PlanError
from firsthand.extract.page_features import FEATURES, page_features
from firsthand.extract.page_lines import PageView
from firsthand.extract.page_smoothing import SECOND, second_features
from firsthand.extract.page_told import Told
from firsthand.tables.trees import Trees
from firsthand.tables.weights import arrays

__all__ = ["PageModel", "Trees", "page_model", "page_odds"]

_SHARE_OF_FIRST = 0.5
"""How much of the first odds is added to the second. Out of fold .9669 body F1, without it .9662."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageModel:
    """Two sets of trees: the second also sees what the first says of the lines around."""

    first: Trees
    second: Trees

    def odds(self, view: PageView, told: Told) -> NDArray[np.float64]:
        """Log odds, for each line of `view`, of being article text."""
        features = page_features(view, told)
        if not len(features):
            return np.zeros(0)
        first = self.first.odds(features)
        second = self.second.odds(second_features(view, features, first))
        return np.asarray(second + _SHARE_OF_FIRST * first)


@cache
def page_model() -> PageModel:
    """The shipped model; its card stands beside it (`tables/data/page_lines.json`).

    Raises:
        PlanError: the file is not the one the card describes.
    """
    data = arrays("page_lines")
    first, second = (
        Trees(
            feature=data[f"{name}_feature"].astype(np.int32),
            threshold=data[f"{name}_threshold"].astype(np.float32),
            value=data[f"{name}_value"].astype(np.float32),
        )
        for name in ("first", "second")
    )
    if first.feature.max() >= len(FEATURES) or second.feature.max() >= len(SECOND):
        raise PlanError("the page model asks for features that are not measured; install again")
    return PageModel(first=first, second=second)


def page_odds(view: PageView, told: Told) -> list[float]:
    """Log odds, for each line, of being article text: above 0 is more probable than not."""
    return [float(one) for one in page_model().odds(view, told)]
