"""The line model: how probably a line of a page dump is article text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from firsthand.extract.line_features import FEATURES, line_features
from firsthand.extract.lines import Line

__all__ = ["LineModel", "line_model", "line_odds"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineModel:
    """Gradient-boosted trees as arrays, one row a tree, one column a node."""

    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    leaf: NDArray[np.bool_]
    value: NDArray[np.float32]
    base: float

    def odds(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Log odds of each row: the sum of the leaves it falls into."""
        total = np.full(len(rows), self.base, dtype=np.float64)
        index = np.arange(len(rows))
        for tree in range(len(self.feature)):
            node = np.zeros(len(rows), dtype=np.int64)
            inner = ~self.leaf[tree][node]
            while inner.any():
                at = node[inner]
                below = rows[index[inner], self.feature[tree][at]] <= self.threshold[tree][at]
                node[inner] = np.where(below, self.left[tree][at], self.right[tree][at])
                inner = ~self.leaf[tree][node]
            total += self.value[tree][node]
        return total


@cache
def line_model() -> LineModel:
    """The shipped model; its card stands beside it (`tables/data/line_roles.json`)."""
    with (
        as_file(files("firsthand.tables").joinpath("data/line_roles.npz")) as path,
        np.load(path, allow_pickle=False) as data,
    ):
        model = LineModel(
            feature=data["feature"],
            threshold=data["threshold"],
            left=data["left"],
            right=data["right"],
            leaf=data["leaf"],
            value=data["value"],
            base=float(data["base"]),
        )
    if int(model.feature.max()) >= len(FEATURES):
        raise ValueError("the line model asks for features that are not measured")
    return model


def line_odds(lines: Sequence[Line]) -> list[float]:
    """Log odds, for each line, of being article text: above 0 is more probable than not."""
    if not lines:
        return []
    return [float(one) for one in line_model().odds(line_features(lines))]
