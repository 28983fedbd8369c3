"""Blocks and quotations between groups of many articles: one link for each two groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.copies.crowds import STOCK, Pairs
from firsthand.copies.laying import Ints, Runs, lay, no_runs, together
from firsthand.copies.relations import Thresholds, laid, relation
from firsthand.copies.wholes import Judged, Shares, Texts
from firsthand.domain import CopyRelation

__all__ = ["RELATIONS", "Found", "reuses"]

RELATIONS = (CopyRelation.WHOLE, CopyRelation.BLOCK, CopyRelation.QUOTATION)
"""What the numbers in `Found.relation` stand for."""

_AT_ONCE = 1 << 16
"""Pairs whose runs are held at once."""

_LOOKED = 9
"""Shingles of a run, evenly spread, by whose middle value it is judged to be stock."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """Every reuse among many articles, as columns; articles are numbers.

    Whole copies are those pairs of a group that were laid side by side, enough to hold it together.
    """

    first: Ints
    """The lower number of each pair, whichever of the two is the original."""

    second: Ints
    relation: npt.NDArray[np.uint8]
    """Index into `RELATIONS`."""

    share_a: Shares
    """Share of the first text's words that stand in the second."""

    share_b: Shares
    groups: Ints
    """For each article, the lowest number among those that are one text with it."""


def reuses(texts: Texts, judged: Judged, pairs: Pairs, thresholds: Thresholds) -> Found:
    """Name what the pairs of two groups share.

    Args:
        texts: All articles.
        judged: The groups and the pairs that make them.
        pairs: One pair of articles for each two groups, from `crowds.sharing`, renumbered.
        thresholds: Where one relation ends and the next begins.
    """
    inside = judged.whole & (judged.groups[judged.first] == judged.groups[judged.second])
    first, second = np.minimum(*pairs[:2]), np.maximum(*pairs[:2])
    kinds = np.full(len(first), -1, dtype=np.int64)
    shares = [np.zeros(len(first)), np.zeros(len(first))]
    parts = []
    for start in range(0, len(first), _AT_ONCE):
        stretch = slice(start, start + _AT_ONCE)
        runs = lay(texts.codes, texts.edges, first[stretch], second[stretch])
        for share, texts_of in zip(shares, (first, second), strict=True):
            words = np.maximum(1, texts.words[texts_of[stretch]])
            equal = np.bincount(runs.pair, runs.equal, minlength=len(words))
            share[stretch] = np.minimum(1.0, equal / words)
        longest = np.zeros(len(first[stretch]), dtype=np.int64)
        np.maximum.at(longest, runs.pair, runs.equal)
        enough = longest[runs.pair] >= thresholds.utterance_words
        parts.append(runs.rows(np.flatnonzero(enough)).shifted(start))
    runs = together([no_runs(), *parts])
    runs = runs.rows(np.flatnonzero(~_stock(texts, judged.groups, runs, (first, second))))
    rows, starts = np.unique(runs.pair, return_index=True)
    ends = np.append(starts[1:], len(runs.pair))
    telling = _telling(texts, runs, (first, second), thresholds)
    told = np.add.reduceat(telling, starts) > 0 if len(rows) else telling
    rows, starts, ends = rows[told], starts[told], ends[told]
    for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True):
        a, b = texts.worded(int(first[row])), texts.worded(int(second[row]))
        kind = relation(laid(a, b, runs.of(start, end), thresholds), thresholds)
        if kind is not None:
            # What its groups do not bear out as one text is a block that the two share.
            kinds[row] = max(RELATIONS.index(kind), RELATIONS.index(CopyRelation.BLOCK))
    named = kinds >= 0
    columns = [
        np.concatenate([one[inside], other[named]])
        for one, other in (
            (judged.first, first),
            (judged.second, second),
            (np.zeros(len(inside), dtype=np.int64), kinds),
            (judged.share_a, shares[0]),
            (judged.share_b, shares[1]),
        )
    ]
    order = np.lexsort((columns[1], columns[0]))
    low, high, kind_of, share_a, share_b = (column[order] for column in columns)
    return Found(
        first=low,
        second=high,
        relation=kind_of.astype(np.uint8),
        share_a=share_a,
        share_b=share_b,
        groups=judged.groups,
    )


def _telling(
    texts: Texts, runs: Runs, sides: tuple[Ints, Ints], thresholds: Thresholds
) -> npt.NDArray[np.bool_]:
    """Whether each run may be a block, or an utterance where quotation marks are about."""
    marked = np.zeros(len(runs.pair), dtype=np.bool_)
    for side, first, last in zip(sides, (runs.a, runs.b), (runs.a_end, runs.b_end), strict=True):
        for places in _along(texts, side[runs.pair], first, last):
            marked |= texts.marked[places]
    return (runs.equal >= thresholds.block_words) | (
        marked & (runs.equal >= thresholds.utterance_words)
    )


def _along(texts: Texts, articles: Ints, first: Ints, last: Ints) -> list[Ints]:
    """Places of some of the codes of each run, from its first to its last."""
    begins = texts.edges[0][articles] + first
    room = np.maximum(texts.edges[1][articles] - begins, 1)
    spread = np.minimum(np.maximum(last - first - 2, 1), room) - 1
    return [begins + spread * step // (_LOOKED - 1) for step in range(_LOOKED)]


def _stock(
    texts: Texts, groups: Ints, runs: Runs, sides: tuple[Ints, Ints]
) -> npt.NDArray[np.bool_]:
    """Whether each run's words stand in so many groups that they are nobody's own."""
    if not len(runs.pair):
        return np.zeros(0, dtype=np.bool_)
    along = _along(texts, sides[0][runs.pair], runs.a, runs.a_end)
    codes = np.stack([texts.codes[places] for places in along], axis=1)
    pairs = []
    for side in sides:
        homes = groups[side[runs.pair]].astype(np.uint64)
        keys = (codes.astype(np.uint64) << np.uint64(32)) | homes[:, None]
        pairs.append(keys.reshape(-1))
    both = np.sort(np.concatenate(pairs))
    known = both[np.concatenate([[True], both[1:] != both[:-1]])] >> np.uint64(32)
    counts = np.searchsorted(known, codes, side="right") - np.searchsorted(known, codes)
    middle: npt.NDArray[np.bool_] = np.sort(counts, axis=1)[:, _LOOKED // 2] >= STOCK
    return middle
