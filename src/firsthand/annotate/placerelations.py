"""How places bear on each other: near, in one country or region, one in the other, in one list."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from firsthand.annotate.placeclues import Clue
from firsthand.tables.gazetteer import Place

__all__ = ["Bools", "Floats", "Relations", "contained", "lies_in", "listed"]

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

_EARTH_KM = 6371.0

_CITY_DEGREES = 0.4
"""Latitude from a city's middle within which its quarters and suburbs lie."""

_SMALL = frozenset({"city", "district", "site"})


class Relations:
    """What each pair of places shares; tables of places by places."""

    def __init__(self, places: Sequence[Place], owner: npt.NDArray[np.int64]) -> None:
        """Compare places.

        Args:
            places: All places of all clues.
            owner: The clue of each; places of one clue never speak for each other.
        """
        codes = {"": 0}
        country = np.array([codes.setdefault(place.country, len(codes)) for place in places])
        division = np.array([codes.setdefault(place.division, len(codes)) for place in places])
        small = np.array([place.kind in _SMALL for place in places])
        other: Bools = owner[:, None] != owner[None, :]
        self.of_others = other
        self.same_country: Bools = (
            (country[:, None] == country[None, :]) & (country > 0)[:, None] & other
        )
        self.same_region: Bools = (
            (division[:, None] == division[None, :]) & (division > 0)[:, None] & other
        )
        self.both_small: Bools = small[:, None] & small[None, :] & other
        self.kilometres: Floats = _distances(places)


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


def contained(
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


def listed(clues: Sequence[Clue], places: Sequence[Place], owner: npt.NDArray[np.int64]) -> Floats:
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
    if place.kind not in {"city", "site"} or not other.division:
        return False
    if other.kind == "district":
        return place.division == other.division
    if other.kind == "city":
        return (
            abs(place.lat - other.lat) < _CITY_DEGREES
            and abs(place.lon - other.lon) < 2 * _CITY_DEGREES
        )
    return False
