"""Average linkage (Sokal & Michener 1958, UPGMA) over a sparse set of scored pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["average_linkage"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

LARGEST = 6000
"""Items of a connected part that is still laid out as a full matrix (144 MB). A larger part is
first cut where its links are weakest; no part of a news stream of a month has come near."""

_STEP = 0.5
"""By how much the threshold of such a cut rises."""

WHOLE = -np.inf
"""In place of a threshold: a part so large, and held together by links so alike and so strong, that
no cut divides it (thousands of forms filled in alike), is one set."""


def average_linkage(
    count: int, first: Ints, second: Ints, score: Floats, *, threshold: float, floor: float
) -> Ints:
    """Merge the two sets with the highest mean score, again and again, while it is at least `threshold`.

    Pairs that are not listed score `floor`. Two sets can only merge where some pair between them
    reaches the threshold, so the parts connected by such pairs are worked on one by one: exact,
    and far below the square of `count`.

    Args:
        count: Number of items.
        first: Index of one item of each pair.
        second: Index of the other; each pair is listed once.
        score: Of each pair.
        threshold: Least mean score of a merge.
        floor: Score of every pair that is not listed.

    Returns:
        For each item the smallest index of its set.
    """
    labels = np.arange(count, dtype=np.int64)
    parts = _parts(count, first, second, score, threshold)
    for (part, cut), inside in zip(parts, _inside(count, parts, first, second), strict=True):
        if cut == WHOLE:
            labels[part] = part[0]
            continue
        matrix = np.full((len(part), len(part)), floor, dtype=np.float32)
        i, j = np.searchsorted(part, first[inside]), np.searchsorted(part, second[inside])
        matrix[i, j] = matrix[j, i] = score[inside]
        labels[part] = part[_merged(matrix, max(threshold, cut))]
    return labels


def _inside(
    count: int, parts: Sequence[tuple[Ints, float]], first: Ints, second: Ints
) -> Iterator[Ints]:
    """For each part the pairs both of whose items are in it."""
    home = np.full(count, -1, dtype=np.int64)
    for number, (part, _) in enumerate(parts):
        home[part] = number
    of_pair = np.where(home[first] == home[second], home[first], -1)
    order = np.argsort(of_pair, kind="stable")
    ends = np.searchsorted(of_pair[order], np.arange(len(parts) + 1))
    for number in range(len(parts)):
        yield order[ends[number] : ends[number + 1]]


def _parts(
    count: int, first: Ints, second: Ints, score: Floats, threshold: float
) -> list[tuple[Ints, float]]:
    """Connected parts of more than one item, ascending, with the threshold that they hang by."""
    strong = score >= threshold
    home = list(range(count))

    def root(item: int) -> int:
        while home[item] != item:
            home[item] = home[home[item]]
            item = home[item]
        return item

    for i, j in zip(first[strong].tolist(), second[strong].tolist(), strict=True):
        low, high = sorted((root(i), root(j)))
        home[high] = low
    sets: dict[int, list[int]] = defaultdict(list)
    for item in range(count):
        sets[root(item)].append(item)
    parts: list[tuple[Ints, float]] = []
    for members in sets.values():
        part = np.array(members, dtype=np.int64)
        if len(part) > LARGEST:
            inside = np.isin(first, part) & np.isin(second, part)
            if score[inside].max() < threshold + _STEP:
                parts.append((part, WHOLE))
                continue
            parts += _parts(count, first[inside], second[inside], score[inside], threshold + _STEP)
        elif len(part) > 1:
            parts.append((part, threshold))
    return parts


def _merged(matrix: Floats, threshold: float) -> Ints:
    """For each row the smallest row of its set."""
    count = len(matrix)
    matrix = matrix.astype(np.float64)
    np.fill_diagonal(matrix, -np.inf)
    sizes = np.ones(count)
    labels = np.arange(count, dtype=np.int64)
    alive = np.ones(count, dtype=np.bool_)
    nearest = matrix.argmax(axis=1)
    value = matrix[np.arange(count), nearest]
    while count > 1:
        # Equal to six digits counts as equal: the lower row goes first, whatever was added when.
        one = int(np.round(value, 6).argmax())
        if value[one] < threshold - 1e-6:
            break
        one, other = sorted((one, int(nearest[one])))
        row = (sizes[one] * matrix[one] + sizes[other] * matrix[other]) / (
            sizes[one] + sizes[other]
        )
        matrix[one], matrix[:, one] = row, row
        matrix[other], matrix[:, other] = -np.inf, -np.inf
        matrix[one, one] = -np.inf
        sizes[one] += sizes[other]
        labels[labels == other] = one
        alive[other] = False
        value[other] = -np.inf
        stale = np.flatnonzero(alive & np.isin(nearest, (one, other)))
        for each in {one, *stale.tolist()}:
            nearest[each] = matrix[each].argmax()
            value[each] = matrix[each, nearest[each]]
        nearer = alive & (matrix[one] > value)
        nearest[nearer], value[nearer] = one, matrix[one][nearer]
        if alive.sum() == 1:
            break
    return labels
