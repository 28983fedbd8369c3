"""The reading order of a page: columns are found by the gutters between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from statistics import median

from firsthand.read.pdf_glyphs import Run

__all__ = ["Row", "columns_of"]

_FEWEST_ROWS = 3
"""Rows that a column has to have: two short lines beside two others are a table or an address."""

_MOST_CROSSING = 0.25
"""Share of a region's rows that may run across a gutter: headlines and pictures' captions."""

_DEEPEST = 8
_SAME_ROW_EMS = 0.4
_SLOTS = 400
"""Vertical strips into which a region is cut to look for a gutter; 1.5 points on a usual page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One printed line of one column."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


def columns_of(runs: Sequence[Run]) -> list[list[Row]]:
    """Put the runs of a page in reading order.

    A region is cut at the gutter that the fewest runs cross; what crosses it (a headline over two
    columns) divides what is above it from what is below. Between two such lines the left column
    is read before the right one.

    Returns:
        Columns in reading order, each with its rows from the top to the bottom. A line across
        columns is a column of its own.
    """
    return _ordered(list(runs), 0)


def _ordered(runs: list[Run], depth: int) -> list[list[Row]]:
    gutter = _gutter(runs) if depth < _DEEPEST else None
    if gutter is None:
        return [_rows(runs)] if runs else []
    crossing = sorted(
        (run for run in runs if run.left < gutter - 1 and run.right > gutter + 1),
        key=lambda run: (-run.base, run.left),
    )
    across = {id(run) for run in crossing}
    heights = [-bar.middle for bar in crossing]
    bands: list[tuple[list[Run], list[Run]]] = [([], []) for _ in range(len(crossing) + 1)]
    for run in runs:
        if id(run) not in across:
            behind = run.right > gutter + 1
            bands[bisect_right(heights, -run.middle)][behind].append(run)
    found: list[list[Row]] = []
    for band, bar in zip_longest(bands, crossing):
        for column in band:
            found += _ordered(column, depth + 1)
        if bar is not None:
            found.append(_rows([bar]))
    return _with_bars_joined(found, {(run.base, run.left) for run in crossing})


def _with_bars_joined(columns: list[list[Row]], bars: set[tuple[float, float]]) -> list[list[Row]]:
    """Lines across columns that follow one another are one column."""
    found: list[list[Row]] = []
    open_bar = False
    for column in columns:
        is_bar = len(column) == 1 and (column[0].base, column[0].left) in bars
        if is_bar and open_bar:
            found[-1].extend(column)
        else:
            found.append(list(column))
        open_bar = is_bar
    return found


def _gutter(runs: Sequence[Run]) -> float | None:
    """Where a vertical strip divides the region in two columns with rows beside each other."""
    if len(runs) < 2 * _FEWEST_ROWS:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    step = (right - left) / _SLOTS
    if step <= 0:
        return None
    starts, ends = [0] * (_SLOTS + 1), [0] * (_SLOTS + 1)
    for run in runs:
        starts[min(_SLOTS, max(0, int((run.left - left) / step)))] += 1
        ends[min(_SLOTS, max(0, int((run.right - left) / step)))] += 1
    begun = done = 0
    wide = median(run.size for run in runs) * 0.5 / step
    best: tuple[int, float, float] | None = None
    level, since = -1, 0
    for slot in range(_SLOTS + 1):
        begun += starts[slot]
        covering = begun - done
        if covering != level:
            best = _better(best, runs, (level, since, slot), wide, (left, step))
            level, since = covering, slot
        done += ends[slot]
        if begun - done != level:
            best = _better(best, runs, (level, since, slot), wide, (left, step))
            level, since = begun - done, slot
    return best[2] if best is not None else None


def _better(
    best: tuple[int, float, float] | None,
    runs: Sequence[Run],
    strip: tuple[int, int, int],
    wide: float,
    scale: tuple[float, float],
) -> tuple[int, float, float] | None:
    """The better gutter of `best` and a strip of slots that `level` runs cross."""
    level, since, until = strip
    left, step = scale
    if level < 0 or until - since < wide or level > _MOST_CROSSING * len(runs):
        return best
    if best is not None and (level, -(until - since)) >= best[:2]:
        return best
    at = left + (since + until) / 2 * step
    before = [run for run in runs if run.right <= at + 1]
    behind = [run for run in runs if run.left >= at - 1]
    if _beside(before, behind) < _FEWEST_ROWS or _beside(behind, before) < _FEWEST_ROWS:
        return best
    return level, -(until - since), at


def _beside(runs: Sequence[Run], others: Sequence[Run]) -> int:
    """How many of `runs` stand within the height that `others` take up."""
    if not runs or not others:
        return 0
    low = min(run.base for run in others)
    high = max(run.base + run.size for run in others)
    return len({round(run.base) for run in runs if low - 1 <= run.base <= high})


def _rows(runs: Sequence[Run]) -> list[Row]:
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.base, run.left)):
        near = rows[-1][0] if rows else None
        if near is not None and abs(near.base - run.base) <= _SAME_ROW_EMS * min(
            near.size, run.size
        ):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_row(sorted(row, key=lambda run: run.left)) for row in rows]


def _row(runs: Sequence[Run]) -> Row:
    longest = max(runs, key=lambda run: len(run.text))
    return Row(
        text=" ".join(run.text for run in runs),
        left=runs[0].left,
        right=max(run.right for run in runs),
        base=longest.base,
        size=longest.size,
        bold=all(run.bold for run in runs),
    )
