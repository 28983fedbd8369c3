"""The best sequence of labels under scores and transitions (Viterbi 1967)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Floats", "allowed", "best_paths", "shares", "stretches"]

Floats = NDArray[np.float32]

_NEVER = -1e4


def allowed(groups: int) -> Floats:
    """Transitions that keep "inside" behind "begin": 0 where allowed, else far below all scores.

    Args:
        groups: Kinds of stretch; labels are 0 outside, then begin and inside of each kind.

    Returns:
        (1 + 2 x groups) + 1 rows; the last row holds what may come first.
    """
    size = 1 + 2 * groups
    table = np.zeros((size + 1, size), dtype=np.float32)
    for inside in range(2, size, 2):
        for before in range(size + 1):
            if before not in {inside - 1, inside}:
                table[before, inside] = _NEVER
    return table


def best_paths(scores: Floats, steps: Floats) -> NDArray[np.int64]:
    """The labelling with the highest sum, of several sequences of one length at once.

    Args:
        scores: (sequences, length, labels), logarithmic.
        steps: (labels + 1, labels): from the row's label to the column's; the last row holds the
            scores of the first label.

    Returns:
        Labels, (sequences, length).
    """
    rows, length, labels = scores.shape
    back = np.zeros((length, rows, labels), dtype=np.int8)
    total = scores[:, 0] + steps[labels]
    inner = steps[:labels].T[None]  # (1, to, from): the smallest axis last, where numpy is quick
    for at in range(1, length):
        ways = total[:, None, :] + inner
        back[at] = ways.argmax(axis=2)
        total = ways.max(axis=2) + scores[:, at]
    path = np.zeros((rows, length), dtype=np.int64)
    path[:, -1] = total.argmax(axis=1)
    every = np.arange(rows)
    for at in range(length - 1, 0, -1):
        path[:, at - 1] = back[at, every, path[:, at]]
    return path


def shares(scores: Floats) -> Floats:
    """Scores as shares that sum to 1 in the last axis (softmax)."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    made: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return made


def stretches(path: NDArray[np.int64], begin: int) -> list[tuple[int, int]]:
    """Where stretches of one kind stand in a labelling: first position, and the one after the last.

    Args:
        path: Labels of one sequence.
        begin: The label that begins the kind; the one above it goes on with it.
    """
    found: list[tuple[int, int]] = []
    for at, label in enumerate(path.tolist()):
        if label == begin:
            found.append((at, at + 1))
        elif label == begin + 1 and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
    return found
