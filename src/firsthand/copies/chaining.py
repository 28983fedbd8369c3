"""Pieces of equal words joined to runs, one pair of texts at a time: what array arithmetic leaves over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.text.shingles import WIDTH

__all__ = ["Run", "chained"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Run:
    """A stretch of words that stands in both texts, with small differences inside."""

    a: int
    a_end: int
    b: int
    b_end: int
    """Word indices, end exclusive."""

    equal: int
    """Words in it that are the same, in order."""


_Piece = tuple[int, int, int, int, int]
"""The fields of a `Run`, in its order."""


def chained(pieces: Sequence[_Piece], *, shortest: int, gap: int) -> list[_Piece]:
    """Join pieces to runs and keep the longest of those that overlap.

    Args:
        pieces: Stretches equal word for word, ascending, as ``(a, a_end, b, b_end, equal)``.
        shortest: Fewest equal words of a run.
        gap: Most words between two pieces of one run.

    Returns:
        Runs in the same form, ascending, not overlapping in either text.
    """
    return _without_overlaps([run for run in _joined(pieces, gap) if run[4] >= shortest], shortest)


def _joined(pieces: Sequence[_Piece], gap: int) -> list[_Piece]:
    done: list[_Piece] = []
    live: list[_Piece] = []
    for piece in pieces:
        a, a_end, b, b_end, equal = piece
        still: list[_Piece] = []
        grown, best, least = piece, -1, 0
        for run in live:
            forward = a - run[1]
            if forward > gap:
                done.append(run)
                continue
            other = b - run[3]
            if forward > -WIDTH < other <= gap and a > run[0] and b > run[2]:
                cost = abs(forward) + abs(other)
                if best < 0 or cost < least:
                    best, least = len(still), cost
            still.append(run)
        if best >= 0:
            run = still.pop(best)
            overlap = max(0, run[1] - a, run[3] - b)
            grown = (
                run[0],
                max(run[1], a_end),
                run[2],
                max(run[3], b_end),
                run[4] + max(0, equal - overlap),
            )
        still.append(grown)
        live = still
    return sorted(done + live)


def _without_overlaps(found: list[_Piece], shortest: int) -> list[_Piece]:
    """The longest runs, each without the words that a longer one has.

    Two paragraphs that end with the same "said" overlap by that word when one of them is cut.
    """
    kept: list[_Piece] = []
    for whole in sorted(found, key=lambda run: (-run[4], run)):
        run: _Piece | None = whole
        for other in kept:
            run = None if run is None else _trimmed(run, other)
        if run is not None and run[4] >= shortest:
            kept.append(run)
    return sorted(kept)


def _trimmed(run: _Piece, other: _Piece) -> _Piece | None:
    """The run without the words of the other at one of its ends; None where it is more than that."""
    a, a_end, b, b_end, equal = run
    front = back = 0
    for start, end, first, last in ((a, a_end, other[0], other[1]), (b, b_end, other[2], other[3])):
        if start < last and first < end:
            if first <= start:
                front = max(front, last - start)
            else:
                back = max(back, end - first)
    if front + back > 2 * WIDTH:
        return None
    return a + front, a_end - back, b + front, b_end - back, equal - front - back
