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
from firsthand.tables.weights import arrays

__all__ = ["PageModel", "Trees", "page_model", "page_odds"]

_SHARE_OF_FIRST = 0.5
"""How much of the first odds is added to the second. Out of fold .9669 body F1, without it .9662."""

_AT_ONCE = 1024
"""Rows that go down the trees together: their places in all trees stay within the cache."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trees:
    """Gradient-boosted trees of one depth as arrays, one row a tree; nodes level by level.

    A branch that ends early is filled up to the full depth with nodes that all rows pass on the
    left, so that every row takes the same number of steps and all trees are walked at once.
    """

    feature: NDArray[np.int32]
    """Trees x inner nodes: the column asked for."""

    threshold: NDArray[np.float32]
    """Trees x inner nodes: values up to it go left."""

    value: NDArray[np.float32]
    """Trees x leaves."""

    def odds(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Log odds of each row: the sum of the leaves it falls into."""
        parts = [self._some(rows[at : at + _AT_ONCE]) for at in range(0, len(rows), _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _some(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        trees, inner = self.feature.shape
        base = (np.arange(trees, dtype=np.int32) * inner)[None, :]
        start = (np.arange(len(rows), dtype=np.int32) * rows.shape[1])[:, None]
        flat = np.ascontiguousarray(rows).ravel()
        feature, threshold = self.feature.ravel(), self.threshold.ravel()
        node = np.zeros((len(rows), trees), dtype=np.int32)
        for _ in range((inner + 1).bit_length() - 1):
            at = base + node
            right = flat.take(start + feature.take(at)) > threshold.take(at)
            node = 2 * node + 1 + right
        leaves = self.value.shape[1]
        leaf = (np.arange(trees, dtype=np.int32) * leaves)[None, :] + (node - inner)
        return np.asarray(self.value.ravel().take(leaf).sum(axis=1, dtype=np.float64))


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
