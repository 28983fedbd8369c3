"""What the elements around a line hold: its own, those above it, those of the same make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.extract.page_lines import Outline

__all__ = ["BOXES", "MAKES", "Sums", "box_measures", "make_measures"]

_LEVELS = 5
"""Elements above a line whose content is measured, its own the first."""

_HELD = ("lines", "prose_share", "link_share", "words", "sentences")
BOXES = (
    *(f"level{level}_{one}" for level in range(_LEVELS) for one in _HELD),
    "out_of_half",
    "out_of_most",
    "out_of_paragraphs",
    "before_half",
    "after_half",
    "half_share",
    "half_depth",
    "paragraph_share",
)
"""Names of the columns of `box_measures`, in order."""

MAKES = tuple(f"{what}_{one}" for what in ("make", "kind") for one in (*_HELD, "spread"))
"""Names of the columns of `make_measures`, in order."""

_FARTHEST = 8
"""Levels that one goes up from the article's likeliest element."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Running sums over a page's lines: what any element holds is one subtraction."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    prefix: Mapping[str, NDArray[np.float64]]

    @classmethod
    def over(
        cls,
        outline: Outline,
        *,
        chars: NDArray[np.float32],
        prose: NDArray[np.float32],
        own: Mapping[str, NDArray[np.float32]],
        paragraphs: NDArray[np.float32],
    ) -> Sums:
        """Add the measures of the lines up; `paragraphs` is 1 where a line's element is ``p``."""
        columns: dict[str, NDArray[np.float32]] = {
            "lines": np.ones(len(chars), dtype=np.float32),
            "prose": prose,
            "paragraphs": prose * paragraphs,
            "chars": chars,
            "linked": own["link_share"] * chars,
            "words": own["words"],
            "sentences": own["ends_as_sentence"],
        }
        return cls(
            first=np.asarray(outline.first),
            last=np.asarray(outline.last),
            prefix={
                name: np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
                for name, values in columns.items()
            },
        )

    def of(
        self, name: str, elements: NDArray[np.int64] | slice = slice(None)
    ) -> NDArray[np.float64]:
        """What each of `elements` holds of `name`."""
        prefix = self.prefix[name]
        return np.asarray(prefix[self.last[elements]] - prefix[self.first[elements]])

    def total(self, name: str) -> float:
        """What the page holds of `name`."""
        return float(self.prefix[name][-1])


def box_measures(outline: Outline, sums: Sums, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """Measure the elements around each line: one row a line, one column a name of `BOXES`."""
    count = len(rows)
    parents, depths = np.asarray(outline.parent), np.asarray(outline.depth)
    all_prose = sums.total("prose") or 1.0
    table = np.empty((count, len(BOXES)), dtype=np.float32)
    element = rows
    for level in range(_LEVELS):
        at = level * len(_HELD)
        number = np.maximum(1.0, sums.of("lines", element))
        table[:, at] = np.minimum(number, 300)
        table[:, at + 1] = sums.of("prose", element) / all_prose
        table[:, at + 2] = sums.of("linked", element) / np.maximum(1, sums.of("chars", element))
        table[:, at + 3] = sums.of("words", element) / number
        table[:, at + 4] = sums.of("sentences", element) / number
        element = parents[element]
    prose = sums.of("prose")
    half = _deepest(depths, prose, 0.5 * all_prose)
    most = _deepest(depths, prose, 0.8 * all_prose)
    paragraphs = _deepest(depths, sums.of("paragraphs"), 0.5 * (sums.total("paragraphs") or 1.0))
    spots = np.arange(count)
    at = _LEVELS * len(_HELD)
    for step, box in enumerate((half, most, paragraphs)):
        table[:, at + step] = _levels_out(box, outline.parent, sums, count)
    table[:, at + 3] = np.clip(sums.first[half] - spots, -20, 20)
    table[:, at + 4] = np.clip(spots - sums.last[half], -20, 20)
    table[:, at + 5] = prose[half] / all_prose
    table[:, at + 6] = depths[half]
    table[:, at + 7] = sums.total("paragraphs") / all_prose
    return table


def _deepest(depths: NDArray[np.int64], held: NDArray[np.float64], least: float) -> int:
    """The deepest element, of equals the first, that holds at least `least`; 0: the root."""
    rows = np.flatnonzero(held >= least)
    return int(rows[np.argmax(depths[rows])]) if len(rows) else 0


def _levels_out(box: int, parents: Sequence[int], sums: Sums, count: int) -> NDArray[np.float32]:
    """How many levels one has to go up from `box` to an element that holds the line."""
    out = np.full(count, _FARTHEST, dtype=np.float32)
    chain = [box]
    while len(chain) < _FARTHEST and parents[chain[-1]] != chain[-1]:
        chain.append(parents[chain[-1]])
    for level in range(len(chain) - 1, -1, -1):
        out[sums.first[chain[level]] : sums.last[chain[level]]] = level
    return out


def make_measures(outline: Outline, sums: Sums, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """Measure the lines of the same make: one row a line, one column a name of `MAKES`."""
    count = len(rows)
    table = np.empty((count, len(MAKES)), dtype=np.float32)
    own = {name: np.diff(values) for name, values in sums.prefix.items()}
    all_prose = sums.total("prose") or 1.0
    spots = np.arange(count, dtype=np.float64)
    for which, numbers in enumerate((outline.make, outline.kind)):
        ids = np.asarray(numbers)[rows]
        size = int(ids.max()) + 1
        lines = np.bincount(ids, minlength=size)
        per = np.maximum(lines, 1)
        chars = np.maximum(1.0, np.bincount(ids, own["chars"], size))
        low, high = np.full(size, count, dtype=np.float64), np.zeros(size)
        np.minimum.at(low, ids, spots)
        np.maximum.at(high, ids, spots)
        columns = (
            np.minimum(lines, 200),
            np.bincount(ids, own["prose"], size) / all_prose,
            np.bincount(ids, own["linked"], size) / chars,
            np.bincount(ids, own["words"], size) / per,
            np.bincount(ids, own["sentences"], size) / per,
            (high - low + 1) / per,
        )
        for step, column in enumerate(columns):
            table[:, which * len(columns) + step] = column[ids]
    return table
