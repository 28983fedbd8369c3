"""Which event mentions, in the articles of one story, tell of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from firsthand.domain import ArticleId, Reading

__all__ = ["EventKey", "event_chains"]

EventKey = tuple[ArticleId, int]
"""An article and the place of one event in its reading's `events`."""


def event_chains(readings: Sequence[Reading]) -> tuple[tuple[EventKey, ...], ...]:
    """The events of a story's `readings`, each set of mentions of one happening together.

    Args:
        readings: Those of one story; their order does not matter.

    Returns:
        Every event once; each chain ascending, the chains by their first event. An event that
        nothing else tells of is a chain of one.
    """
    sets: dict[str, list[EventKey]] = defaultdict(list)
    for reading in sorted(readings, key=lambda one: one.article.id):
        for number, event in enumerate(reading.events):
            word = event.lemma or event.span.of(reading.article.text).lower()
            sets[word].append((reading.article.id, number))
    return tuple(sorted(tuple(each) for each in sets.values()))
