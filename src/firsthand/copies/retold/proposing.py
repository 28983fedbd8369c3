"""Which pairs of texts may tell one thing in other words: those that share rare numbers and names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from firsthand.copies.retold.anchor_weights import worth
from firsthand.copies.retold.anchors import Told
from firsthand.copies.times import interval

__all__ = ["proposed"]

CROWD = 24
"""Texts that share a number or name, above which it proposes nobody: the town where it happened
stands in every report, the 2,100 cubic metres in few."""

FEWEST = 3.0
"""Weight of the rare anchors a pair must share (a large number and a name count one each)."""

SHARE = 0.35
"""Of the poorer text's rare anchors, the share that the other must have. Retellings share .6 and more
of all their anchors; of two independent reports of one event 95 in 100 stay below .5."""

PARTNERS = 4
"""Pairs looked at for each text, the likeliest first: the cost of the second look stays in proportion
to the number of texts."""

APART = timedelta(days=3)
"""A text is told over while it is news."""


def proposed(texts: Sequence[Told]) -> tuple[tuple[int, int], ...]:
    """Pairs of places in `texts` worth a second look, ascending, smaller place first.

    Work grows with the number of texts and their sentences, not with the square of the number.

    Args:
        texts: In an order that does not depend on arrival (by id).
    """
    held = [_rare(text) for text in texts]
    postings: dict[str, list[int]] = defaultdict(list)
    for place, anchors in enumerate(held):
        for anchor in sorted(anchors):
            postings[anchor].append(place)
    rare = {anchor for anchor, places in postings.items() if 1 < len(places) <= CROWD}
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for anchor in sorted(rare):
        places = postings[anchor]
        for index, one in enumerate(places):
            for other in places[index + 1 :]:
                shared[one, other] += worth(anchor)
    known = [sum(worth(anchor) for anchor in anchors if anchor in rare) for anchors in held]
    options: dict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for pair, weight in shared.items():
        share = weight / max(min(known[pair[0]], known[pair[1]]), 1e-9)
        if weight < FEWEST or share < SHARE or not _near(texts[pair[0]], texts[pair[1]]):
            continue
        for one in pair:
            options[one].append((-round(weight, 6), pair))
    chosen = {pair for ranked in options.values() for _, pair in sorted(ranked)[:PARTNERS]}
    return tuple(sorted(chosen))


def _rare(text: Told) -> set[str]:
    """Large numbers and names; single digits, months and days of the week stand anywhere."""
    numbers = {one for row in text.fixed for one in row if worth(one) >= 1.0}
    return numbers | {name for row in text.names for name in row if len(name) > 2}


def _near(a: Told, b: Told) -> bool:
    """Whether the two were published within days of each other, as far as is known."""
    if a.article.published is None or b.article.published is None:
        return True
    one, other = interval(a.article.published), interval(b.article.published)
    if one is None or other is None:
        return True
    return one[0] - APART <= other[1] and other[0] - APART <= one[1]
