"""Which place a name stands for: all names of a text are weighed together.

Each name's places start from what they are and how many live there, then gain from places of other
names that share their country or region or lie near (after Leidner 2007, "one referent per
discourse" and spatial minimality; Lieberman and Samet 2012, context of a local reader).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from firsthand.tables.countries import countries
from firsthand.tables.gazetteer import Place

__all__ = ["Clue", "Scored", "Weighing", "lies_in", "weigh"]

Floats = npt.NDArray[np.float64]

_EARTH_KM = 6371.0

_MOST_TOGETHER = 1_500
"""Places weighed together: pairs of them are held in memory, some 20 MB a table. A news text has a
few hundred; beyond, each name keeps only its likeliest places."""

_FEWEST_EACH = 1


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
    known_area: float = 3.5
    """For seas and areas that were added by hand because news names them."""

    known_quarter: float = 2.0
    """For quarters of large cities that were added by hand."""

    site: float = 1.5
    alternate: float = -1.3
    """For a name that is not the place's own."""

    former: float = -3.0
    """For another name of a town in a country that speaks English: there it is seldom more than a
    former name ("Pleasant City" for Suttons Bay)."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One name (or prior) with its places, how often it counts, and the name it is said to lie in."""

    options: tuple[Place, ...]
    name: str = ""
    """As written."""

    count: float = 1.0
    within: tuple[int, ...] = ()
    """Indices of the clues it is said to lie in, innermost first ("Houston, Harris County, Texas")."""

    beside: tuple[int, ...] = ()
    """Indices of the clues it is listed with ("Oregon, Washington and Utah")."""

    home: int = 0
    """GeoNames id of the one town where the outlet is known to be at home; 0 where it is not known."""

    said: str = ""
    """The kind the text says it is of: region, city, area, country, dateline; or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One place of a clue, weighed."""

    place: Place
    score: float
    support: float
    """What the other names add; 0 when nothing in the text speaks for the place."""


def weigh(clues: Sequence[Clue], *, weighing: Weighing | None = None) -> list[list[Scored]]:
    """Score every place of every clue.

    Args:
        clues: One a distinct name; those without places are allowed.
        weighing: The weights.

    Returns:
        Per clue its places, likeliest first; ties by GeoNames id.
    """
    by = weighing or Weighing()
    share_each = max(_FEWEST_EACH, _MOST_TOGETHER // max(1, len(clues)))
    clues = [
        replace(clue, options=clue.options[:share_each]) for clue in clues[:_MOST_TOGETHER]
    ] + [replace(clue, options=()) for clue in clues[_MOST_TOGETHER:]]
    places = [place for clue in clues for place in clue.options]
    if not places:
        return [[] for _ in clues]
    owner = np.array([at for at, clue in enumerate(clues) for _ in clue.options])
    prior = np.array([_prior(place, clue, by) for clue in clues for place in clue.options])
    relation = _relation(places, by)
    relation[owner[:, None] == owner[None, :]] = 0.0
    contained = _contained(clues, places, owner) * by.contained
    listed = _listed(clues, places, owner) * by.beside
    counts = np.array([1.0 + np.log(max(1.0, clue.count)) for clue in clues])[owner]
    score = prior + contained.max(axis=1, initial=0.0)
    support = np.zeros(len(places))
    for _ in range(by.rounds):
        share = _shares(score, owner, len(clues))
        support = (
            contained @ share + listed @ share + by.context * np.log1p(relation @ (share * counts))
        )
        score = prior + support
    found: list[list[Scored]] = [[] for _ in clues]
    for at, place, value, added in zip(owner, places, score, support, strict=True):
        found[int(at)].append(
            Scored(place=place, score=round(float(value), 4), support=round(float(added), 4))
        )
    for scored in found:
        scored.sort(key=lambda one: (-one.score, one.place.geonameid))
    return found


def _prior(place: Place, clue: Clue, by: Weighing) -> float:
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
    value += _said(place, clue, by)
    if clue.home and place.geonameid == clue.home:
        value += by.home
    if place.geonameid < 0 and place.kind == "city":
        value += by.known_quarter
    if not own:
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


def _is_city_of(place: Place, clue: Clue) -> bool:
    """Whether "New York City" is meant by "New York"; not where a country has the name ("Mexico")."""
    return place.name.casefold() == f"{clue.name} city".casefold() and not any(
        other.kind == "country" for other in clue.options
    )


def _said(place: Place, clue: Clue, by: Weighing) -> float:
    """What the text's own word for the kind of place adds."""
    if clue.said == "dateline":
        return by.dateline if place.kind == "city" else 0.0
    if clue.said == "region":
        return {"region": by.said, "district": 1.0, "area": 1.0}.get(place.kind, 0.0)
    if clue.said == "area":
        return by.said if place.kind in {"area", "water"} else 0.0
    return by.said if clue.said and place.kind == clue.said else 0.0


_ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})

_CAPITALS = frozenset(
    (country.code, capital) for country in countries() for capital in country.capitals
)


def _relation(places: Sequence[Place], by: Weighing) -> Floats:
    """How much each place speaks for each other one."""
    codes = {"": 0}
    country = np.array([codes.setdefault(place.country, len(codes)) for place in places])
    division = np.array([codes.setdefault(place.division, len(codes)) for place in places])
    same_country = (country[:, None] == country[None, :]) & (country > 0)[:, None]
    same_region = (division[:, None] == division[None, :]) & (division > 0)[:, None]
    small = np.array([place.kind in {"city", "district", "site"} for place in places])
    near = (_distances(places) < by.near_km) & small[:, None] & small[None, :]
    return np.asarray(
        same_country * by.same_country + same_region * by.same_region + near * by.near
    )


def _distances(places: Sequence[Place]) -> Floats:
    """Great-circle distances in kilometres."""
    latitude = np.radians([place.lat for place in places])
    longitude = np.radians([place.lon for place in places])
    half = (
        np.sin((latitude[:, None] - latitude[None, :]) / 2) ** 2
        + np.cos(latitude)[:, None]
        * np.cos(latitude)[None, :]
        * np.sin((longitude[:, None] - longitude[None, :]) / 2) ** 2
    )
    return np.asarray(2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0))))


def _contained(
    clues: Sequence[Clue], places: Sequence[Place], owner: npt.NDArray[np.int64]
) -> Floats:
    """1 where the text says that a place lies in another and it does, both ways."""
    lies = np.zeros((len(places), len(places)))
    for at, clue in enumerate(clues):
        for one in np.flatnonzero(owner == at):
            for other in np.flatnonzero(np.isin(owner, clue.within)):
                if lies_in(places[int(one)], places[int(other)]):
                    lies[one, other] = 1.0
                    lies[other, one] = 0.5
    return lies


def _listed(clues: Sequence[Clue], places: Sequence[Place], owner: npt.NDArray[np.int64]) -> Floats:
    """Among places listed together, how far each is of the kind of each other; rows add up to at most 1."""
    alike = np.zeros((len(places), len(places)))
    if not any(clue.beside for clue in clues):
        return alike
    kinds = [
        f"region {place.country}" if place.kind == "region" else place.kind for place in places
    ]
    codes = {kind: at for at, kind in enumerate(sorted(set(kinds)))}
    code = np.array([codes[kind] for kind in kinds])
    for at, clue in enumerate(clues):
        if not clue.beside:
            continue
        rows = np.flatnonzero(owner == at)
        others = np.flatnonzero(np.isin(owner, clue.beside))
        same = code[rows][:, None] == code[others][None, :]
        alike[np.ix_(rows, others)] = same / len(clue.beside)
    return alike


def lies_in(place: Place, other: Place) -> bool:
    """Whether a place lies in another, as far as the gazetteer's divisions tell."""
    if place.geonameid == other.geonameid:
        return False
    if other.kind == "country":
        return place.country == other.country
    if other.kind == "region":
        return place.division == other.division and place.kind != "region"
    if other.kind in {"district", "city"} and place.kind in {"city", "site"}:
        return place.division == other.division and other.division != ""
    return False


def _shares(score: Floats, owner: npt.NDArray[np.int64], count: int) -> Floats:
    """Soft choice among each clue's places."""
    best = np.full(count, -np.inf)
    np.maximum.at(best, owner, score)
    raised = np.exp(2.0 * (score - best[owner]))
    total = np.zeros(count)
    np.add.at(total, owner, raised)
    return np.asarray(raised / total[owner])
