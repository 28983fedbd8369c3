"""Pack the gazetteer that ships with Firsthand.

    python training/build_gazetteer.py PLACES.tsv.gz

PLACES is a GeoNames extract with the columns geonameid, name, lat, lon, cc, admin1, type,
population, coord, altnames (divided by "|"). Names of countries come from `countries.toml`, names that
English news uses for other places from `newsnames.toml`, places that the extract lacks from `areas.toml`,
and middle points of countries and divisions that the extract puts at an edge from `centres.toml`. Only
alternate names in Latin letters are kept. Each first-order division is also filed under its bare name
with "region" ("Kharkiv region" for "Kharkivska Oblast").
"""

from __future__ import annotations

import gzip
import sys
import tomllib
import unicodedata
import zlib
from pathlib import Path

import numpy as np

from firsthand.tables.countries import countries
from firsthand.tables.gazetteer import KINDS, ROW, folded_name, name_digest
from firsthand.tables.placewords import place_words

DATA = Path(__file__).parents[1] / "src" / "firsthand" / "tables" / "data"
KIND_OF_TYPE = {
    "P": "city",
    "A1": "region",
    "A2": "district",
    "A3": "district",
    "A4": "district",
    "A5": "district",
    "A": "area",
    "RGN": "area",
    "C": "country",
    "CONT": "continent",
}

CITY = 50_000
"""Inhabitants from which a city is rather meant than the region called after it."""

SAME_DEGREES = 15.0
"""Between two middle points of one part of the world."""


def weight(kind: str, people: int) -> tuple[bool, int]:
    """What decides which of several places of one name is meant: a city before its region."""
    return kind == "city" and people >= CITY, people


def is_usable(name: str) -> bool:
    """Latin letters, a capital first, not a code of three letters ("HOU")."""
    if len(name) < 3 or not name[0].isupper() or (name.isupper() and len(name) <= 4):
        return False
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name)


def bare_names(names: list[str]) -> set[str]:
    """Folded names of a division without "Oblast", "State of" and the like."""
    words = place_words()
    bare = set()
    for name in map(folded_name, names):
        for ending in words.gazetteer_endings:
            if name.endswith(f" {ending}"):
                bare.add(name.removesuffix(f" {ending}"))
        for beginning in words.gazetteer_beginnings:
            if name.startswith(f"{beginning} "):
                bare.add(name.removeprefix(f"{beginning} "))
        bare.add(name)
    return {name for name in bare if len(name) > 2}


def is_same(area: list[str | float], lat: float, lon: float) -> bool:
    """Whether an entry of `areas.toml` and one of the extract that share a name lie close enough."""
    return abs(float(area[2]) - lat) < SAME_DEGREES and abs(float(area[3]) - lon) < SAME_DEGREES


def main() -> None:
    rows, heap, divisions = [], bytearray(), {}
    names: dict[int, dict[str, bool]] = {}
    country_names = {country.code: country for country in countries()}
    with (DATA / "centres.toml").open("rb") as file:
        centres = tomllib.load(file)
    found: dict[tuple[str, str], int] = {}  # by country and folded name the row most people live in
    of_cities: set[tuple[str, str]] = set()
    regions: list[tuple[int, str, set[str]]] = []

    def add(ident, lat, lon, country, division, kind, people, name, others, *, own=()):
        text = name.encode()[:255]
        code = f"{country}.{division}" if division not in ("", "00") else country
        number = divisions.setdefault(code, len(divisions))
        rows.append(
            (
                ident,
                lat,
                lon,
                min(people, 2**32 - 1),
                len(heap),
                number,
                KINDS.index(kind),
                len(text),
            )
        )
        heap.extend(text)
        keys = names.setdefault(len(rows) - 1, {})
        keys[folded_name(name)] = False
        keys.update((folded_name(other), False) for other in own)
        for other in others:
            keys.setdefault(folded_name(other), True)
        keys.pop("", None)
        row = len(rows) - 1
        for key in keys:
            other = found.setdefault((country, key), row)
            if weight(kind, people) > weight(KINDS[rows[other][6]], rows[other][3]):
                found[country, key] = row
        if kind == "city":
            of_cities.update((country, key) for key in keys)

    with (DATA / "areas.toml").open("rb") as file:
        areas = tomllib.load(file)["areas"]
    # an area of the extract that news names, too: of several countries, it keeps its own entry
    of_world = {folded_name(name): row for row in areas if not row[1] for name in row[4:]}
    of_country = {(row[1], folded_name(name)) for row in areas if row[1] for name in row[4:]}
    kept: set[str] = set()

    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            ident, name, lat, lon, cc, division, kind, people, _, alt = line.rstrip("\n").split(
                "\t"
            )
            kind, own = KIND_OF_TYPE[kind], ()
            if kind in {"area", "continent"}:
                if (cc, folded_name(name)) in of_country:
                    continue
                twin = of_world.get(folded_name(name))
                if twin is not None and is_same(twin, float(lat), float(lon)):
                    kind = "continent"
                    own = twin[4:]
                    kept.add(twin[4])
            others = [other for other in alt.split("|") if is_usable(other)]
            if kind == "country":
                division = ""
                if cc in country_names:
                    name, *own = country_names[cc].names
            if kind == "region":
                regions.append((len(rows), cc, bare_names([name, *others])))
            centre = centres["divisions"].get(f"{cc}.{division}") if kind == "region" else None
            if kind == "country":
                centre = centres["countries"].get(cc)
            lat, lon = centre or (lat, lon)
            add(
                int(ident),
                float(lat),
                float(lon),
                cc,
                division,
                kind,
                int(people),
                name,
                others,
                own=own,
            )
    for row, country, bare in regions:
        for name in bare:
            names[row][f"{name} region"] = False
            if (country, name) not in of_cities:
                names[row].setdefault(name, True)
    with (DATA / "newsnames.toml").open("rb") as file:
        for country, pairs in tomllib.load(file).items():
            for name, known in pairs.items():
                row = found.get((country, folded_name(known)))
                if row is None:
                    print("no place for", country, name, known)
                    continue
                names[row][folded_name(name)] = False
    for kind, country, lat, lon, name, *others in areas:
        if name not in kept:
            ident = -1 - zlib.crc32(f"{kind} {country} {name}".encode()) % 1_000_000_000
            add(ident, lat, lon, country, "", kind, 0, name, others)

    pairs = sorted(
        (name_digest(key), row | (1 << 31 if alternate else 0))
        for row, keys in names.items()
        for key, alternate in keys.items()
    )
    out = DATA / "gazetteer"
    out.mkdir(exist_ok=True)
    np.save(out / "rows.npy", np.array(rows, dtype=ROW))
    np.save(out / "keys.npy", np.array([digest for digest, _ in pairs], dtype="<u8"))
    np.save(out / "owners.npy", np.array([owner for _, owner in pairs], dtype="<u4"))
    np.save(out / "names.npy", np.frombuffer(bytes(heap), dtype="u1"))
    (out / "divisions.txt").write_text("\n".join(divisions), encoding="utf-8")
    print(len(rows), "places,", len(pairs), "names")


if __name__ == "__main__":
    main()
