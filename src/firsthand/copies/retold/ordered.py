"""Sentences of two texts aligned in order: a sentence to a sentence, or to two that share its content.

The best alignment over a table of likenesses is found by dynamic programming (Needleman & Wunsch
1970), of which only what is alike counts, wherever it stands (Smith & Waterman 1981); the kinds of
beads (one to one, two to one, one to two) are those of Gale & Church 1993, section 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Bead", "Likenesses", "Table", "in_any_order", "in_order"]

Table = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Bead:
    """Sentences that say the same thing: indices, end exclusive; one or two on each side, not two on both."""

    a: int
    a_end: int
    b: int
    b_end: int
    likeness: float


@dataclass(frozen=True, slots=True, eq=False)
class Likenesses:
    """How alike the sentences of two texts are, 0 to 1, for each kind of bead."""

    single: Table
    """[i, j]: sentence i of a, sentence j of b."""

    two_to_one: Table
    """[i, j]: sentences i and i + 1 of a, sentence j of b; one row fewer."""

    one_to_two: Table
    """[i, j]: sentence i of a, sentences j and j + 1 of b; one column fewer."""


def in_order(
    likenesses: Likenesses, words_a: Sequence[float], words_b: Sequence[float], *, least: float
) -> tuple[Bead, ...]:
    """The beads of the best alignment, ascending in both texts; each sentence is in one at most.

    A bead gains its likeness above `least` times its words; a sentence left out costs nothing, for
    copies are cut and added to.

    Args:
        likenesses: The tables.
        words_a: Words of each sentence of a.
        words_b: Words of each sentence of b.
        least: Likeness from which on a bead gains anything.
    """
    rows, columns = likenesses.single.shape
    gains = _gains(likenesses, words_a, words_b, least)
    best = np.zeros((rows + 1, columns + 1))
    step = np.zeros((rows + 1, columns + 1), dtype=np.int8)
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            options = (
                best[i - 1, j],
                best[i, j - 1],
                best[i - 1, j - 1] + gains[0][i - 1, j - 1],
                best[i - 2, j - 1] + gains[1][i - 2, j - 1] if i > 1 else -1.0,
                best[i - 1, j - 2] + gains[2][i - 1, j - 2] if j > 1 else -1.0,
            )
            chosen = max(range(5), key=lambda kind: (options[kind], -kind))
            best[i, j], step[i, j] = options[chosen], chosen
    return _walked(step, likenesses)


def _walked(step: npt.NDArray[np.int8], likenesses: Likenesses) -> tuple[Bead, ...]:
    i, j = step.shape[0] - 1, step.shape[1] - 1
    found = []
    tables = (likenesses.single, likenesses.two_to_one, likenesses.one_to_two)
    sizes = ((1, 0), (0, 1), (1, 1), (2, 1), (1, 2))
    while i > 0 and j > 0:
        kind = int(step[i, j])
        back_a, back_b = sizes[kind]
        if kind >= 2:
            likeness = float(tables[kind - 2][i - back_a, j - back_b])
            found.append(Bead(a=i - back_a, a_end=i, b=j - back_b, b_end=j, likeness=likeness))
        i, j = i - back_a, j - back_b
    return tuple(reversed(found))


def _gains(
    likenesses: Likenesses, words_a: Sequence[float], words_b: Sequence[float], least: float
) -> tuple[Table, Table, Table]:
    a, b = np.array(words_a, dtype=np.float64), np.array(words_b, dtype=np.float64)
    pairs_a, pairs_b = a[:-1] + a[1:], b[:-1] + b[1:]
    return (
        (likenesses.single - least) * (a[:, None] + b[None, :]),
        (likenesses.two_to_one - least) * (pairs_a[:, None] + b[None, :]),
        (likenesses.one_to_two - least) * (a[:, None] + pairs_b[None, :]),
    )


def in_any_order(likenesses: Likenesses, *, least: float) -> tuple[tuple[int, int], ...]:
    """Pairs of single sentences from `least` on, the most alike first, each sentence once.

    What two reports of one event share whatever order they tell it in: compared with `in_order`
    it shows how much of the likeness the order accounts for. Sorted by place in a.
    """
    rows, columns = np.nonzero(likenesses.single >= least)
    ranked = sorted(
        zip(rows.tolist(), columns.tolist(), strict=True),
        key=lambda pair: (-round(float(likenesses.single[pair]), 6), pair),
    )
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found = []
    for i, j in ranked:
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            found.append((i, j))
    return tuple(sorted(found))
