"""How likely a place is to be meant before the other names of the text are read."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from firsthand.annotate.placeclues import Clue
from firsthand.tables.countries import countries
from firsthand.tables.gazetteer import Place

__all__ = ["Weighing", "prior"]

_LARGE = 100_000
"""Inhabitants of a city that its region's name rather means."""

_ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})

_LYING_ON = re.compile(r"[ -](?:upon|on|under|by|next|in|am|an der|an|sur|sous|en)[ -](?:the )?")
"""Between a town's name and the river, hill or sea that tells it from its namesakes."""

_CAPITALS = frozenset(
    (country.code, capital) for country in countries() for capital in country.capitals
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """The weights of the method; set on the LGL and GeoVirus dev sets."""

    people: float = 0.5
    """Per power of ten of inhabitants."""

    country: float = 2.6
    region: float = 1.2
    district: float = -0.4
    capital: float = 3.0
    capital_people: int = 100_000
    """Least inhabitants of a capital that has the bonus: "Victoria" is rather the Australian state."""

    area: float = 0.3
    known_area: float = 4.5
    """For seas and areas that were added by hand because news names them."""

    known_quarter: float = 2.0
    """For quarters of large cities that were added by hand."""

    site: float = 1.5
    alternate: float = -1.3
    """For a name that is not the place's own."""

    seated: float = -1.0
    """For a region by a name that is rather its city's ("Córdoba")."""

    former: float = -3.0
    """For another name of a town in a country that speaks English: there it is seldom more than a
    former name ("Pleasant City" for Suttons Bay)."""

    short: float = -0.5
    """For a name without what tells it from others ("Hull" for Kingston upon Hull)."""

    dateline: float = 4.0
    home: float = 4.0
    """For the town the outlet is made in: "Jordan" is the town for its paper."""

    said: float = 3.0
    """For the kind that the text says it is ("the city of Georgia")."""

    metropolis: int = 5_000_000
    of_metropolis: float = 2.5
    """For a city of `metropolis` inhabitants: "New York" is rather the city than the state."""

    same_region: float = 1.6
    same_country: float = 0.6
    near: float = 1.2
    near_km: float = 60.0
    contained: float = 4.0
    """For "X, Y" where the place of X lies in a place of Y."""

    beside: float = 2.0
    """For a place of the kind that all others of a list are of, in the same country where they are regions."""

    context: float = 2.0
    """On the logarithm of what the other names give together."""

    rounds: int = 4


def prior(place: Place, clue: Clue, by: Weighing) -> float:
    """How likely a place is before the text is read."""
    own = not place.alternate or _is_city_of(place, clue)
    value = by.people * float(np.log10(place.people + 10))
    value += {
        "country": by.country if own else 0.0,
        "continent": by.known_area,
        "region": by.region,
        "district": by.district,
        "area": by.known_area if place.geonameid < 0 else by.area,
        "water": by.known_area,
        "site": by.site,
    }.get(place.kind, 0.0)
    if place.kind == "region" and place.alternate and _has_seat(place, clue):
        value += by.seated
    value += _said(place, clue, by)
    if clue.home and place.geonameid == clue.home:
        value += by.home
    if place.geonameid < 0 and place.kind == "city":
        value += by.known_quarter
    if not own and _is_short_form(place, clue):
        value += by.short
    elif not own:
        value += by.former if place.kind == "city" and place.country in _ENGLISH else by.alternate
    if own and place.kind == "city" and place.people >= by.metropolis:
        value += by.of_metropolis
    if (
        own
        and place.kind == "city"
        and place.people >= by.capital_people
        and (place.country, place.name) in _CAPITALS
    ):
        value += by.capital
    return value


def _has_seat(region: Place, clue: Clue) -> bool:
    """Whether a large city of the name lies in the region."""
    return any(
        place.kind == "city"
        and not place.alternate
        and place.division == region.division
        and place.people >= _LARGE
        for place in clue.options
    )


def _is_city_of(place: Place, clue: Clue) -> bool:
    """Whether "New York City" is meant by "New York"; not where a country has the name ("Mexico")."""
    return place.name.casefold() == f"{clue.name} city".casefold() and not any(
        other.kind == "country" for other in clue.options
    )


def _is_short_form(place: Place, clue: Clue) -> bool:
    """Whether a town's own name is the clue's and what it lies on ("Newcastle upon Tyne")."""
    parts = _LYING_ON.split(place.name.casefold())
    return place.kind == "city" and len(parts) > 1 and clue.name.casefold() in parts


def _said(place: Place, clue: Clue, by: Weighing) -> float:
    """What the text's own word for the kind of place adds."""
    if clue.said == "dateline":
        return by.dateline if place.kind == "city" else 0.0
    if clue.said in {"region", "division"}:
        return {"region": by.said, "district": 1.0, "area": 1.0}.get(place.kind, 0.0)
    if clue.said == "area":
        return by.said if place.kind in {"area", "water"} else 0.0
    return by.said if clue.said and place.kind == clue.said else 0.0
