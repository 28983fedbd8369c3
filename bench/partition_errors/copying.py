"""Why two texts were taken for copies of one, or not: the pair that speaks loudest, with offsets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice, product

from bench.partition_errors.shown import Shown
from firsthand.copies import copy_link
from firsthand.domain import Article, CopyLink

__all__ = ["loudest"]

PAIRS = 120
"""Pairs looked at between two sides; large sides are copies of one text, whose pairs look alike."""


def loudest(one: Sequence[str], other: Sequence[str], articles: Mapping[str, Article]) -> Shown:
    """The pair across two sides that shares most, its longest shared passage, and how it was judged.

    Args:
        one: Benchmark ids of one side.
        other: Of the other side.
        articles: Benchmark id → article.
    """
    best: tuple[float, str, str, CopyLink] | None = None
    for a, b in islice(product(one, other), PAIRS):
        link = copy_link(articles[a], articles[b])
        if link is not None and (best is None or _shared(link) > best[0]):
            best = (_shared(link), a, b, link)
    if best is None:
        return Shown(
            one=one[0], other=other[0], spans=None, why="nothing is shared beyond stock phrases"
        )
    _, a, b, link = best
    swapped = link.original != articles[a].id
    longest = max(link.passages, key=lambda at: (at.b.end - at.b.start, -at.b.start))
    spans = (longest.b, longest.a) if swapped else (longest.a, longest.b)
    told = "; ".join(f"{reason.feature}: {reason.score:.0%}" for reason in link.reasons)
    return Shown(one=a, other=b, spans=spans, why=f"judged {link.relation.value}. {told}")


def _shared(link: CopyLink) -> float:
    """Code points of the copy that stand in the original."""
    return float(sum(at.b.end - at.b.start for at in link.passages))
