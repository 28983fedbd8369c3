"""The places of a story, one entry a place."""

from __future__ import annotations

from collections import Counter, defaultdict

from firsthand.domain import Candidate, Passage, PlaceEntry, SettledStory

__all__ = ["places"]


def places(settled: SettledStory) -> tuple[PlaceEntry, ...]:
    """Gather located mentions by gazetteer entry.

    A country that is only named as an actor ("Germany said") is no place of the story; a capital
    is, for its coordinates tell where that government sits.

    Returns:
        Most mentioned first, then by name.
    """
    mentions: dict[int, list[Passage]] = defaultdict(list)
    names: dict[int, Counter[str]] = defaultdict(Counter)
    chosen: dict[int, Candidate] = {}
    located: set[int] = set()
    for reading in settled.readings:
        for where in reading.places:
            if where.chosen is None:
                continue
            key = where.chosen.geonameid
            chosen.setdefault(key, where.chosen)
            names[key][where.name] += 1
            mentions[key].append(Passage(reading.article.id, where.span))
            if not where.actor or where.chosen.kind != "country":
                located.add(key)
    found = [
        PlaceEntry(
            name=min(names[key], key=lambda name: (-names[key][name], name)),
            place=chosen[key],
            mentions=tuple(sorted(mentions[key])),
        )
        for key in sorted(located)
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.mentions), one.name, one.place.geonameid)))
