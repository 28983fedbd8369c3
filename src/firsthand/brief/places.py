"""The places of a story, one entry a place."""

from __future__ import annotations

from collections import Counter, defaultdict

from firsthand.domain import Candidate, Passage, PlaceEntry, SettledStory

__all__ = ["places"]


def places(settled: SettledStory) -> tuple[PlaceEntry, ...]:
    """Gather located mentions by gazetteer entry.

    What is only named as an actor ("Germany said", "Texans", "Lincoln College", "Moscow warned") is
    no place of the story, and where a place is named both ways, only what names it as a place is
    among its mentions. An entry is called what it is mostly called, the longer name of two;
    abbreviations and capitals give way to the gazetteer's name.

    Returns:
        Most mentioned first, then by name.
    """
    mentions: dict[int, list[Passage]] = defaultdict(list)
    names: dict[int, Counter[str]] = defaultdict(Counter)
    chosen: dict[int, Candidate] = {}
    for reading in settled.readings:
        for where in reading.places:
            if where.chosen is None or where.actor:
                continue
            key = where.chosen.geonameid
            chosen.setdefault(key, where.chosen)
            mentions[key].append(Passage(reading.article.id, where.span))
            names[key][where.name] += 1
    found = [
        PlaceEntry(
            name=_shown(names[key], chosen[key]),
            place=chosen[key],
            mentions=tuple(sorted(mentions[key])),
        )
        for key in sorted(chosen)
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.mentions), one.name, one.place.geonameid)))


def _shown(names: Counter[str], place: Candidate) -> str:
    """What a place is mostly called; for abbreviations and capitals alone, the gazetteer's name."""
    written = [name for name in names if not name.endswith(".") and not name.isupper()]
    return min(written or [place.name], key=lambda name: (-names[name], -len(name), name))
