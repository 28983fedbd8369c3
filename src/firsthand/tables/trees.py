"""Gradient-boosted trees as arrays, walked all at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Trees"]

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
