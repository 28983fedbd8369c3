"""Columns, comments and press releases: texts that belong to an event and do not retell it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from firsthand.stories.cards import Card
from firsthand.stories.linking import Scored
from firsthand.tables.rarity import rarity

__all__ = ["with_asides"]

Ints = npt.NDArray[np.int64]

CORE = 0.5
"""Share of an event's articles that write a name for it to be one of the event's own."""

RARE = 0.6
"""Least rarity of such a name: below lie the names that half of the news is about."""

NAMES = 3
"""Fewest of an event's own names that an aside must hold. Two may be one person's, and people have
more than one affair."""

REPORTS = 3
"""Fewest articles of an event that can have names of its own."""

ASIDE = -3.6
"""Least mean log odds with the event's articles: nearly all asides are below the threshold of
the linkage, for their headlines and openings tell something else."""


def with_asides(ordered: Sequence[Card], labels: Ints, pairs: Scored, *, floor: float) -> Ints:
    """Give articles left alone to the event whose own names they hold.

    Looks at the events as they were found: no aside brings in another, and where two events fit
    equally well the article stays alone.

    Args:
        ordered: Cards, by index.
        labels: For each card the smallest index of its set.
        pairs: The scored pairs.
        floor: Log odds of pairs that are not among them.

    Returns:
        New labels.
    """
    sets: dict[int, list[int]] = defaultdict(list)
    for index, label in enumerate(labels.tolist()):
        sets[label].append(index)
    own = {
        label: _own_names([ordered[index] for index in members])
        for label, members in sets.items()
        if len(members) >= REPORTS
    }
    events_by_name: dict[str, list[int]] = defaultdict(list)
    for label, names in own.items():
        for name in names:
            events_by_name[name].append(label)
    odds = _odds(pairs, {label for label, members in sets.items() if len(members) == 1})
    found = labels.copy()
    for label, members in sets.items():
        if len(members) > 1:
            continue
        fits = []
        for event, count in _shared(ordered[label], events_by_name).items():
            if count < NAMES:
                continue
            inside = sets[event]
            mean = sum(odds.get((label, other), floor) for other in inside) / len(inside)
            if mean >= ASIDE:
                fits.append((round(mean, 3), event))
        fits.sort(reverse=True)
        if fits and (len(fits) == 1 or fits[0][0] > fits[1][0]):
            found[label] = fits[0][1]
    return _smallest(found)


def _own_names(cards: Sequence[Card]) -> list[str]:
    counts = Counter(name for one in cards for name, _ in one.names)
    return sorted(
        name
        for name, count in counts.items()
        if count >= CORE * len(cards) and rarity(name) >= RARE
    )


def _odds(pairs: Scored, alone: set[int]) -> Mapping[tuple[int, int], float]:
    """Log odds of each article left alone with others, in that order."""
    found = {}
    for i, j, odds in zip(
        pairs.first.tolist(), pairs.second.tolist(), pairs.odds.tolist(), strict=True
    ):
        if i in alone:
            found[i, j] = odds
        if j in alone:
            found[j, i] = odds
    return found


def _shared(one: Card, events_by_name: Mapping[str, Sequence[int]]) -> Mapping[int, int]:
    """How many of its own names each event has in this article."""
    return Counter(event for name, _ in one.names for event in events_by_name.get(name, ()))


def _smallest(labels: Ints) -> Ints:
    first: dict[int, int] = {}
    for index, label in enumerate(labels.tolist()):
        first.setdefault(label, index)
    return np.array([first[label] for label in labels.tolist()], dtype=np.int64)
