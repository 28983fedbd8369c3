"""The places of a story, one entry a place."""

from __future__ import annotations

from collections import Counter, defaultdict

from firsthand.domain import Candidate, Passage, PlaceEntry, SettledStory, Where

__all__ = ["places"]

_GOVERNMENT = "stands for its government"
"""How the reason begins by which a capital was judged an actor."""


def places(settled: SettledStory) -> tuple[PlaceEntry, ...]:
    """Gather located mentions by gazetteer entry.

    What is only named as an actor ("Germany said", "Texans", "Lincoln College") is no place of the
    story; a capital that stands for its government is, for it tells where that sits. An entry is
    called what it is mostly called as a place, the longer name of two; abbreviations and capitals
    give way to the gazetteer's name.

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
            mentions[key].append(Passage(reading.article.id, where.span))
            if not where.actor or _is_seat_of_government(where):
                located.add(key)
                names[key][where.name] += 1
    found = [
        PlaceEntry(
            name=_shown(names[key], chosen[key]),
            place=chosen[key],
            mentions=tuple(sorted(mentions[key])),
        )
        for key in sorted(located)
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.mentions), one.name, one.place.geonameid)))


def _is_seat_of_government(where: Where) -> bool:
    """Whether an actor is a capital named for its government."""
    return (
        where.chosen is not None
        and where.chosen.kind == "city"
        and any(reason.feature.startswith(_GOVERNMENT) for reason in where.reasons)
    )


def _shown(names: Counter[str], place: Candidate) -> str:
    """What a place is mostly called; for abbreviations and capitals alone, the gazetteer's name."""
    written = [name for name in names if not name.endswith(".") and not name.isupper()]
    return min(written or [place.name], key=lambda name: (-names[name], -len(name), name))
