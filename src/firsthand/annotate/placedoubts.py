"""When the likeliest place of a name is not to be believed: unknown is an answer, a namesake is none."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.annotate.locating import Scored
from firsthand.annotate.placeclues import Clue
from firsthand.annotate.placerelations import lies_in

__all__ = ["inside_first", "is_doubtful", "is_elsewhere", "is_stray", "outer_place"]

_ENOUGH_NAMES = 4
"""Distinct names from which a place without any companion in its country is doubted."""

_VILLAGE = 5_000
"""Inhabitants below which a single other name is enough to doubt a place abroad."""

_METROPOLIS = 500_000
"""Inhabitants from which a city needs no companion. On the dev sets half of the smaller places
without companion were wrong, of all others one in fifteen."""

_DOUBTED = 20_000
"""Inhabitants below which a name needs a word of place before it, or company near by."""

_COMPANY = 0.3
"""Company that makes up for it: a third of a name in its region or within 200 km."""


def outer_place(clue: Clue, weighed: Sequence[Sequence[Scored]]) -> Scored | None:
    """The country or region that the text names after a comma."""
    for at in clue.within:
        if weighed[at] and weighed[at][0].place.kind in {"country", "region"}:
            return weighed[at][0]
    return None


def inside_first(ranked: list[Scored], outer: Scored | None) -> list[Scored]:
    """The places in what the text says they lie in before all others, unless a country is likeliest."""
    if outer is None or not ranked or ranked[0].place.kind == "country":
        return ranked
    return sorted(ranked, key=lambda one: not lies_in(one.place, outer.place))


def is_elsewhere(scored: Scored, outer: Scored | None) -> bool:
    """Whether the text puts a town in a country or region where the gazetteer has none of its name."""
    return (
        outer is not None
        and scored.place.kind in {"city", "district"}
        and scored.place.people < _METROPOLIS
        and not lies_in(scored.place, outer.place)
    )


def is_stray(scored: Scored, names: int) -> bool:
    """Whether a place has nothing in common with any of the others named, and is no metropolis.

    Such a namesake ("Lisbon" in Maine, for a text on Portugal) is worse than no answer.
    """
    place = scored.place
    return (
        scored.support <= 0
        and names >= (_ENOUGH_NAMES if place.people >= _VILLAGE else 1)
        and place.kind in {"city", "district", "area", "region"}
        and (place.people < _METROPOLIS or place.alternate)
        and place.geonameid > 0
    )


def is_doubtful(scored: Scored, clue: Clue) -> bool:
    """Whether a small town is named as nothing says a place is, and only its country speaks for it.

    A horse, a dog or a person known by one name is called like some village ("Cecil, a lion").
    """
    return (
        scored.place.kind == "city"
        and scored.place.people < _DOUBTED
        and scored.place.geonameid != clue.home
        and scored.company < _COMPANY
    )
