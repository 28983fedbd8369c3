"""Blocks and quotations between groups of many articles: one link for each two groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.copies.laying import Ints, Runs
from firsthand.copies.relations import Thresholds, laid, relation
from firsthand.copies.wholes import Judged, Shares, Texts
from firsthand.domain import CopyRelation

__all__ = ["RELATIONS", "STOCK", "Found", "reuses"]

RELATIONS = (CopyRelation.WHOLE, CopyRelation.BLOCK, CopyRelation.QUOTATION)
"""What the numbers in `Found.relation` stand for."""

STOCK = 6
"""Copy groups that share a run from which on it is a stock passage (a subscription notice, a
standing description), which links nobody. Blocks borrowed on purpose were in at most five."""

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


def reuses(texts: Texts, judged: Judged, thresholds: Thresholds) -> Found:
    """Name what the pairs of two groups share.

    Args:
        texts: All articles.
        judged: The pairs laid side by side and the groups.
        thresholds: Where one relation ends and the next begins.
    """
    home_a, home_b = judged.groups[judged.first], judged.groups[judged.second]
    inside = np.flatnonzero(judged.whole & (home_a == home_b))
    runs = judged.runs.rows(np.flatnonzero((home_a != home_b)[judged.runs.pair]))
    runs = runs.rows(np.flatnonzero(~_stock(texts, judged, runs)))
    rows, starts = np.unique(runs.pair, return_index=True)
    ends = np.append(starts[1:], len(runs.pair))
    if len(rows):
        longest = np.maximum.reduceat(runs.equal, starts)
        enough = longest >= thresholds.utterance_words
        rows, starts, ends, longest = rows[enough], starts[enough], ends[enough], longest[enough]
        low = np.minimum(home_a, home_b)[rows]
        keys = low * len(texts.words) + np.maximum(home_a, home_b)[rows]
        order = np.lexsort((rows, -longest, keys))
        order = order[np.concatenate([[True], keys[order][1:] != keys[order][:-1]])]
        order = np.sort(order)
        rows, starts, ends = rows[order], starts[order], ends[order]
    kinds = []
    for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True):
        a, b = texts.worded(int(judged.first[row])), texts.worded(int(judged.second[row]))
        kind = relation(laid(a, b, runs.of(start, end), thresholds), thresholds)
        # What its groups do not bear out as one text is a block that the two share.
        kinds.append(
            -1 if kind is None else max(RELATIONS.index(kind), RELATIONS.index(CopyRelation.BLOCK))
        )
    named = np.array(kinds, dtype=np.int64)
    chosen = np.concatenate([inside, rows[named >= 0]])
    kind_of = np.concatenate([np.zeros(len(inside), dtype=np.int64), named[named >= 0]])
    order = np.lexsort((judged.second[chosen], judged.first[chosen]))
    chosen = chosen[order]
    return Found(
        first=judged.first[chosen],
        second=judged.second[chosen],
        relation=kind_of[order].astype(np.uint8),
        share_a=judged.share_a[chosen],
        share_b=judged.share_b[chosen],
        groups=judged.groups,
    )


def _stock(texts: Texts, judged: Judged, runs: Runs) -> npt.NDArray[np.bool_]:
    """Whether each run's words stand in so many groups that they are nobody's own."""
    if not len(runs.pair):
        return np.zeros(0, dtype=np.bool_)
    begins = texts.edges[0][judged.first[runs.pair]] + runs.a
    room = np.maximum(texts.edges[1][judged.first[runs.pair]] - begins, 1)
    spread = np.minimum(np.maximum(runs.a_end - runs.a - 2, 1), room)
    codes = np.stack(
        [texts.codes[begins + spread * step // _LOOKED] for step in range(_LOOKED)], axis=1
    )
    pairs = []
    for side in (judged.first, judged.second):
        homes = judged.groups[side[runs.pair]].astype(np.uint64)
        keys = (codes.astype(np.uint64) << np.uint64(32)) | homes[:, None]
        pairs.append(keys.reshape(-1))
    both = np.sort(np.concatenate(pairs))
    known = both[np.concatenate([[True], both[1:] != both[:-1]])] >> np.uint64(32)
    counts = np.searchsorted(known, codes, side="right") - np.searchsorted(known, codes)
    middle: npt.NDArray[np.bool_] = np.sort(counts, axis=1)[:, _LOOKED // 2] >= STOCK
    return middle
