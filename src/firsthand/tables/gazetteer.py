"""The gazetteer: places by name, in packed arrays that are mapped into memory, not read.

Place names: GeoNames (geonames.org), CC BY 4.0, an extract (countries, regions, districts, places
of 500 inhabitants and more), with seas, rivers and well-known areas added from `areas.toml`.
Opening maps four files; a look-up is a binary search over 64-bit digests of folded names.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt

__all__ = ["Gazetteer", "Place", "folded_name", "gazetteer", "name_digest"]

KINDS = ("country", "region", "district", "city", "area", "water", "continent", "site")
"""What `Place.kind` may be; packed as an index into this tuple."""

ROW = np.dtype(
    [
        ("id", "<i4"),
        ("lat", "<f4"),
        ("lon", "<f4"),
        ("people", "<u4"),
        ("name", "<u4"),
        ("division", "<u2"),
        ("kind", "u1"),
        ("length", "u1"),
    ]
)
"""One packed place: `name` and `length` are byte positions in the heap of names."""

_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
    | dict.fromkeys("'’‘`.ʻʼ", "")
)
"""Letters that no decomposition makes plain, and marks that stand for nothing."""

_ALTERNATE = np.uint32(1 << 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the gazetteer."""

    geonameid: int
    """GeoNames id; negative for a place that was added by hand."""

    name: str
    kind: str
    """country, region (first-order division), district (second order and below), city, area, water,
    continent or site."""

    country: str
    """ISO 3166-1 alpha-2; empty for seas and continents."""

    division: str
    """Country and GeoNames code of the first-order division ("US.TX"), empty where unknown."""

    lat: float
    lon: float
    people: int
    """Inhabitants as recorded; 0 when not known."""

    alternate: bool
    """Whether the name looked up is one of its other names."""


def folded_name(name: str) -> str:
    """A place name without accents, case and punctuation; "St." is "saint"; may be empty."""
    plain = _without_accents(_without_accents(name).casefold()).translate(_PLAIN)
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words)


def _without_accents(name: str) -> str:
    """The letters without combining marks."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name)
        if not unicodedata.combining(letter)
    )


def name_digest(folded: str) -> int:
    """The 64-bit digest under which a folded name is filed."""
    return int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=8).digest(), "little")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Packed places and the index of their names."""

    rows: npt.NDArray[np.void]
    keys: npt.NDArray[np.uint64]
    """Sorted digests of folded names."""

    owners: npt.NDArray[np.uint32]
    """For each key the row it names; the top bit marks an alternate name."""

    names: npt.NDArray[np.uint8]
    divisions: tuple[str, ...]
    """Country, or country and code of a first-order division, by number."""

    countries: dict[str, int]
    """Rows of countries by ISO alpha-2 code."""

    regions: dict[str, int]
    """Rows of first-order divisions by code ("US.TX")."""

    def named(self, name: str) -> tuple[Place, ...]:
        """Every place of that name or other name; own names and more inhabitants first."""
        folded = folded_name(name)
        if not folded:
            return ()
        digest = np.uint64(name_digest(folded))
        first = int(np.searchsorted(self.keys, digest, side="left"))
        last = int(np.searchsorted(self.keys, digest, side="right"))
        places = [self._place(int(owner)) for owner in self.owners[first:last]]
        places.sort(key=lambda place: (place.alternate, -place.people, place.geonameid))
        return tuple(places)

    def country(self, code: str) -> Place | None:
        """The country of an ISO alpha-2 code; None when the gazetteer lacks it."""
        row = self.countries.get(code)
        return None if row is None else self._place(row)

    def division(self, code: str) -> Place | None:
        """The first-order division of a code such as "US.TX"; None when unknown."""
        row = self.regions.get(code)
        return None if row is None else self._place(row)

    def _place(self, owner: int) -> Place:
        """The place of one index entry."""
        alternate = bool(owner & int(_ALTERNATE))
        row = self.rows[owner & ~int(_ALTERNATE)]
        start = int(row["name"])
        division = self.divisions[int(row["division"])]
        return Place(
            geonameid=int(row["id"]),
            name=bytes(self.names[start : start + int(row["length"])]).decode(),
            kind=KINDS[int(row["kind"])],
            country=division.partition(".")[0],
            division=division if "." in division else "",
            lat=round(float(row["lat"]), 5),
            lon=round(float(row["lon"]), 5),
            people=int(row["people"]),
            alternate=alternate,
        )


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, opened once a process."""
    folder = Path(str(files("firsthand.tables").joinpath("data/gazetteer")))
    rows = np.load(folder / "rows.npy", mmap_mode="r")
    divisions = tuple((folder / "divisions.txt").read_text(encoding="utf-8").split("\n"))
    return Gazetteer(
        rows=rows,
        keys=np.load(folder / "keys.npy", mmap_mode="r"),
        owners=np.load(folder / "owners.npy", mmap_mode="r"),
        names=np.load(folder / "names.npy", mmap_mode="r"),
        divisions=divisions,
        countries=_first_rows(rows, divisions, "country"),
        regions=_first_rows(rows, divisions, "region"),
    )


def _first_rows(
    rows: npt.NDArray[np.void], divisions: tuple[str, ...], kind: str
) -> dict[str, int]:
    """Rows of one kind by the code of their country or division; the first where several share it."""
    found: dict[str, int] = {}
    for row in np.flatnonzero(rows["kind"] == KINDS.index(kind)):
        found.setdefault(divisions[int(rows[row]["division"])], int(row))
    return found
