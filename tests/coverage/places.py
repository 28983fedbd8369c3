"""Real places from the shipped gazetteer, with true distances between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import atan2, cos, degrees, radians, sin, sqrt
from random import Random

import numpy as np
import numpy.typing as npt

from firsthand.tables.countries import countries
from firsthand.tables.gazetteer import KINDS, gazetteer
from tests.coverage.people import cultures

__all__ = ["Setting", "Town", "setting"]

_PLAIN = re.compile(r"[A-Z][a-zà-öø-ÿ’']{2,13}(?:[ -](?:[A-Z][a-zà-öø-ÿ]{2,11}))?")
_DIRECTIONS = [
    "north",
    "north-east",
    "east",
    "south-east",
    "south",
    "south-west",
    "west",
    "north-west",
]
_ENOUGH = 2500
"""Places of a country that are looked at, the largest first."""

_WITH_ARTICLE = {
    "US": "the United States",
    "GB": "Britain",
    "PH": "the Philippines",
    "CZ": "the Czech Republic",
}


@dataclass(frozen=True, slots=True)
class Town:
    """A place of the gazetteer."""

    name: str
    country: str
    people: int
    lat: float
    lon: float


_Row = tuple[str, str, int, float, float]
"""The fields of a `Town`; a plain tuple is nothing to the collector of garbage."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a story happens: the town, two smaller places near it, and the next large city."""

    town: Town
    near: Town
    near2: Town
    city: Town
    country: str
    """As printed ("the Philippines")."""

    demonym: str
    km: int
    direction: str
    """Of the town, seen from the city."""


@cache
def _towns(code: str) -> tuple[tuple[_Row, ...], npt.NDArray[np.float32]]:
    """Places of a country with plain names, most people first, and their coordinates."""
    table = gazetteer()
    divisions = np.array([one.partition(".")[0] == code for one in table.divisions])
    rows = table.rows[
        (table.rows["kind"] == KINDS.index("city")) & divisions[table.rows["division"]]
    ]
    found: dict[str, _Row] = {}
    for row in rows[np.argsort(-rows["people"].astype(np.int64), kind="stable")[:_ENOUGH]]:
        start = int(row["name"])
        name = bytes(table.names[start : start + int(row["length"])]).decode()
        if _PLAIN.fullmatch(name) and name not in found:
            found[name] = (name, code, int(row["people"]), float(row["lat"]), float(row["lon"]))
    towns = tuple(found.values())
    return towns, np.array([one[3:] for one in towns], dtype=np.float32)


@cache
def _codes() -> tuple[str, ...]:
    return tuple(code for code in sorted(cultures()) if len(_towns(code)[0]) > 60)


@cache
def _words(code: str) -> tuple[str, str]:
    row = next(one for one in countries() if one.code == code)
    return _WITH_ARTICLE.get(code, row.names[0]), row.demonyms[0]


def setting(chance: Random, code: str | None = None) -> Setting:
    """Draw a town of 9,000 to 600,000 inhabitants with what lies around it."""
    code = code or _codes()[int(chance.random() * len(_codes()))]
    towns, points = _towns(code)
    while True:
        at = int(len(towns) * chance.random() ** 1.5)
        town = Town(*towns[at])
        if 9_000 <= town.people <= 600_000:
            break
    gaps = np.abs(points - points[at])
    gaps[:, 1] *= cos(radians(town.lat))
    apart = gaps[:, 0] ** 2 + gaps[:, 1] ** 2
    large = [index for index in range(min(14, len(towns))) if index != at]
    nearest = min(large, key=lambda index: (float(apart[index]), index))
    city = Town(*towns[nearest])
    around = [int(index) for index in np.argpartition(apart, 9)[:9] if index not in {at, nearest}]
    first, second = chance.sample(sorted(around), 2)
    country, demonym = _words(code)
    km, direction = _way(city, town)
    return Setting(
        town, Town(*towns[first]), Town(*towns[second]), city, country, demonym, km, direction
    )


def _way(start: Town, end: Town) -> tuple[int, str]:
    """Great-circle distance in whole kilometres (haversine) and the eighth of the compass."""
    north, east = radians(end.lat - start.lat), radians(end.lon - start.lon)
    chord = (
        sin(north / 2) ** 2 + cos(radians(start.lat)) * cos(radians(end.lat)) * sin(east / 2) ** 2
    )
    km = 12742 * atan2(sqrt(chord), sqrt(1 - chord))
    angle = degrees(atan2(east * cos(radians(start.lat)), north)) % 360
    return max(2, round(km)), _DIRECTIONS[round(angle / 45) % 8]
