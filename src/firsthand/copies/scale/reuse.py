"""Blocks and quotations between groups of many articles: one link for each two groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.copies.laying import Ints, lay, no_runs, together
from firsthand.copies.relations import Thresholds, laid, relation
from firsthand.copies.scale.crowds import Pairs
from firsthand.copies.scale.telling import stock, telling
from firsthand.copies.scale.wholes import Judged, Shares, Texts
from firsthand.domain import CopyRelation

__all__ = ["RELATIONS", "Found", "reuses"]

RELATIONS = (CopyRelation.WHOLE, CopyRelation.BLOCK, CopyRelation.QUOTATION)
"""What the numbers in `Found.relation` stand for."""

_AT_ONCE = 1 << 16
"""Pairs whose runs are held at once."""


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
    runs = runs.rows(np.flatnonzero(~stock(texts, judged.groups, runs, (first, second))))
    rows, starts = np.unique(runs.pair, return_index=True)
    ends = np.append(starts[1:], len(runs.pair))
    enough = telling(texts, runs, (first, second), thresholds)
    told = np.logical_or.reduceat(enough, starts) if len(rows) else enough
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
