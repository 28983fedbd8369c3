"""How much sets of words share, each with each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

import numpy as np
import numpy.typing as npt

from firsthand.tables.rarity import rarity

__all__ = ["LEAST_RARITY", "codes", "overlap", "shared", "together"]

Floats = npt.NDArray[np.float32]

_NOT_SAID = -1.0
"""Where one side names nothing of the kind; 0 means that both do and share nothing."""

LEAST_RARITY = 0.05
"""What the commonest word still counts."""


def shared(sets: Sequence[Iterable[str]], *, rare: bool) -> tuple[Floats, Floats]:
    """Share of the smaller side, and cosine; `_NOT_SAID` where a side is empty."""
    held = [set(each) for each in sets]
    every = set().union(*held) if held else set()
    weights = {word: sqrt(max(rarity(word), LEAST_RARITY)) if rare else 1.0 for word in every}
    return overlap(held, weights)


def overlap(sets: Sequence[set[str]], weights: Mapping[str, float]) -> tuple[Floats, Floats]:
    """The same with the roots of given weights.

    Args:
        sets: One for each row and column.
        weights: Of every word in them; a shared word counts its square.
    """
    column = {word: at for at, word in enumerate(sorted(weights))}
    matrix = np.zeros((len(sets), max(1, len(column))), dtype=np.float32)
    for row, words in enumerate(sets):
        for word in words:
            matrix[row, column[word]] = weights[word]
    both = matrix @ matrix.T
    size = np.diag(both).copy()
    smaller = np.minimum.outer(size, size)
    least = np.where(smaller > 0, both / np.maximum(smaller, 1e-9), _NOT_SAID)
    cosine = both / np.maximum(np.sqrt(np.multiply.outer(size, size)), 1e-9)
    cosine = np.where(smaller > 0, cosine, _NOT_SAID)
    return np.round(least, 4).astype(np.float32), np.round(cosine, 4).astype(np.float32)


def together(sets: Iterable[Iterable[str]]) -> npt.NDArray[np.bool_]:
    """Whether two share anything."""
    return np.asarray(shared(list(sets), rare=False)[0] > 0)


def codes(values: Sequence[str]) -> npt.NDArray[np.int64]:
    """Equal numbers for equal values, in the order of the alphabet."""
    number = {value: at for at, value in enumerate(sorted(set(values)))}
    return np.array([number[value] for value in values], dtype=np.int64)
