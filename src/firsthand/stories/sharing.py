"""What two sets of articles have in common or apart, in words a reader can be shown, with what each weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from firsthand.domain import Reason
from firsthand.stories.cards import Card
from firsthand.stories.merging import FEATURES, Summary, joined, measured, odds, summary

__all__ = ["reasons"]

SHOWN = 5
"""Names, towns or numbers that a reason lists at most."""

OFTEN = 0.3
"""Least share of a set's articles that must hold a word for it to be the set's own."""

LEAST = 0.02
"""Weight below which a ground is not told."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """Columns that are looked at together, and how they are told of."""

    channels: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def columns(self) -> list[int]:
        kinds = ("mean", "as wholes", "apart")
        wanted = {f"{one}, {kind}" for one in self.channels for kind in kinds} | {*self.others}
        return [at for at, feature in enumerate(FEATURES) if feature in wanted]


_GROUNDS = {
    "wording": _Ground(
        ("lead", "title", "terms", "headline_terms"), ("likeness", "likeness less that within")
    ),
    "names": _Ground(("names", "full_names")),
    "places": _Ground(("towns", "regions")),
    "numbers": _Ground(("numbers",)),
    "days": _Ground(
        ("days", "weekdays", "years"), ("days between", "named days between")
    ),
}  # fmt: skip
_ASUNDER = 3.0
"""Logarithm of the days between two unrelated articles: some three weeks."""


def reasons(one: Sequence[Card], other: Sequence[Card]) -> tuple[Reason, ...]:
    """Why two sets of articles are judged one event, or two; the weightiest reason first.

    A reason's score is how far the log odds would fall if the two had nothing in common in that
    respect, brought between -1 and 1; below zero it speaks for two events.

    Args:
        one: Cards of at least one article.
        other: Cards of others.
    """
    a, b = _whole(one), _whole(other)
    rows = np.repeat(measured(a, [b]), len(_GROUNDS) + 1, axis=0)
    for at, ground in enumerate(_GROUNDS.values(), start=1):
        rows[at, ground.columns] = [_NEUTRAL.get(FEATURES[col], 0.0) for col in ground.columns]
    judged = odds(rows)
    found = []
    for at, name in enumerate(_GROUNDS, start=1):
        gain = float(judged[0] - judged[at])
        score = round(gain / (2 + abs(gain)), 2)
        told = "; ".join(_told(name, one, other, a, b))
        if told and (abs(score) >= LEAST or name in ("names", "days")):
            found.append(Reason(feature=told, score=score))
    return tuple(sorted(found, key=lambda reason: (-abs(reason.score), reason.feature)))


_NEUTRAL = {
    "days between": _ASUNDER,
    "named days between": _ASUNDER,
    "likeness": -4.0,
    "likeness less that within": -4.0,
}


def _whole(cards: Sequence[Card]) -> Summary:
    return joined([summary(card) for card in sorted(cards, key=lambda card: card.article)])


def _told(
    name: str, one: Sequence[Card], other: Sequence[Card], a: Summary, b: Summary
) -> Iterator[str]:
    """Phrases of a ground, none where there is nothing to be said."""
    match name:
        case "wording":
            words = _common(one, other, "terms")
            yield f"told in like words: {', '.join(words)}" if words else "told in other words"
        case "names":
            full = _common(one, other, "full_names")
            parts = {part for each in full for part in each.split()}
            single = [word for word in _common(one, other, "names") if word not in parts]
            if both := [*full, *single][:SHOWN]:
                yield f"names in both: {', '.join(each.title() for each in both)}"
            elif (ours := _own(one, "names")) and (theirs := _own(other, "names")):
                yield f"other names: {_list(ours)} – {_list(theirs)}"
        case "places":
            if towns := _common(one, other, "towns"):
                yield f"both tell of {', '.join(each.title() for each in towns)}"
            elif (ours := _own(one, "towns")) and (theirs := _own(other, "towns")):
                yield f"other towns: {_list(ours)} – {_list(theirs)}"
        case "numbers":
            if numbers := _common(one, other, "numbers"):
                yield f"numbers in both: {', '.join(each.strip() for each in numbers)}"
        case _:
            yield from _days(one, other, a, b)


def _days(one: Sequence[Card], other: Sequence[Card], a: Summary, b: Summary) -> Iterator[str]:
    gap = max(a.days[0] - b.days[1], b.days[0] - a.days[1], 0)
    if not isnan(a.days[0]) and not isnan(b.days[0]):
        yield f"published {gap:.0f} {'day' if gap == 1 else 'days'} apart"
    if days := _common(one, other, "days"):
        yield f"both name {', '.join(days)}"
    elif (ours := _own(one, "days")) and (theirs := _own(other, "days")):
        yield f"name other days: {', '.join(ours[:2])} – {', '.join(theirs[:2])}"


def _common(one: Sequence[Card], other: Sequence[Card], layer: str) -> list[str]:
    """What both sets write, weightiest first."""
    ours, theirs = _weights(one, layer), _weights(other, layer)
    ranked = sorted(
        (-weight * theirs[word], word) for word, weight in ours.items() if word in theirs
    )
    return [word for _, word in ranked[:SHOWN]]


def _own(cards: Sequence[Card], layer: str) -> list[str]:
    """What enough of a set's articles write, weightiest first."""
    counts = Counter(word for card in cards for word, _ in getattr(card, layer))
    weights = _weights(cards, layer)
    ranked = sorted(
        (-weights[word], word) for word, count in counts.items() if count >= OFTEN * len(cards)
    )
    return [word for _, word in ranked[:SHOWN]]


def _weights(cards: Sequence[Card], layer: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for card in sorted(cards, key=lambda each: each.article):
        for word, weight in getattr(card, layer):
            found[word] = found.get(word, 0.0) + weight
    return found


def _list(words: Sequence[str]) -> str:
    return ", ".join(word.title() for word in words[:2])
