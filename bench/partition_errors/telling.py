"""Why two sets of articles were taken for one event or for two: what they share as wholes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from bench.partition_errors.shown import Shown
from firsthand.domain import Article, Span
from firsthand.stories.cards import Card, card
from firsthand.stories.linking import link_scores
from firsthand.stories.merging import joined, summary, together
from firsthand.stories.sharing import reasons

__all__ = ["loudest"]

MOST = 60
"""Documents of a side that are looked at: of the largest, every so manieth."""

OPENING = 300
"""Code points of a text that are pointed at: what a story is told from stands first."""


def loudest(one: Sequence[str], other: Sequence[str], articles: Mapping[str, Article]) -> Shown:
    """The two articles across the sides that are most alike, and how the sides compare as wholes.

    Args:
        one: Benchmark ids of one side.
        other: Of the other side.
        articles: Benchmark id → article.
    """
    sides = [_spread(one), _spread(other)]
    first, second = ([_card(articles[each]) for each in side] for side in sides)
    table = np.stack([link_scores(each, second) for each in first])
    row, column = divmod(int(table.argmax()), len(second))
    a, b = sides[0][row], sides[1][column]
    whole = together(
        joined([summary(each) for each in first]), [joined([summary(each) for each in second])]
    )
    told = "; ".join(f"{reason.feature} ({reason.score:+.2f})" for reason in reasons(first, second))
    return Shown(
        one=a,
        other=b,
        spans=(_opening(articles[a]), _opening(articles[b])),
        why=f"log odds of one event, side to side, {whole[0]:+.1f}. {told}",
    )


def _spread(side: Sequence[str]) -> list[str]:
    step = -(-len(side) // MOST)
    return list(side[::step])


@lru_cache(maxsize=4096)
def _card(article: Article) -> Card:
    return card(article)


def _opening(article: Article) -> Span:
    return Span(0, min(OPENING, len(article.text)))
