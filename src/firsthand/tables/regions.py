"""Regions as news writes them: abbreviations, postal codes, inhabitants; and peoples of areas."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Region", "area_of_people", "region_of_postal_code", "region_of_word", "regions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A first-order division of a country."""

    code: str
    """Country and GeoNames code: "US.TX"."""

    name: str
    short: tuple[str, ...]
    """Abbreviations and other names ("Tex.")."""

    postal: str
    """Two or three letters, empty where there is none; meaningful only after a comma or bracket."""

    people: tuple[str, ...]
    """Inhabitants and adjectives, singular ("Texan")."""


@cache
def _table() -> dict[str, dict[str, dict[str, object]]]:
    """The shipped file."""
    return tomllib.loads(
        files("firsthand.tables").joinpath("data/regions.toml").read_text(encoding="utf-8")
    )


@cache
def regions() -> tuple[Region, ...]:
    """The table of regions, sorted by code."""
    return tuple(
        Region(
            code=code,
            name=str(row["name"]),
            short=tuple(row["short"]),  # type: ignore[arg-type]  # TOML list of strings
            postal=str(row["postal"]),
            people=tuple(row["people"]),  # type: ignore[arg-type]
        )
        for code, row in sorted(_table()["regions"].items())
    )


@cache
def _words() -> dict[str, tuple[str, str]]:
    """Region and role by word as written."""
    found: dict[str, tuple[str, str]] = {}
    for region in regions():
        for word in (region.name, *region.short):
            found.setdefault(word, (region.code, "name"))
        for word in region.people:
            found.setdefault(word, (region.code, "demonym"))
            found.setdefault(word + "s", (region.code, "demonym"))
    return found


def region_of_word(word: str) -> tuple[str, str] | None:
    """The region that a word names, as written: its code, and ``name`` or ``demonym``; None if none."""
    return _words().get(word)


@cache
def _postal() -> dict[str, str]:
    """Region by postal code; the first by code where two countries share one."""
    return {region.postal: region.code for region in reversed(regions()) if region.postal}


def region_of_postal_code(word: str) -> str | None:
    """The code of the region with this postal abbreviation; None if there is none."""
    return _postal().get(word)


@cache
def _people() -> dict[str, str]:
    """Area by the name of its people, singular and plural."""
    found: dict[str, str] = {}
    for area, words in _table()["people"].items():
        for word in words:
            found.setdefault(word, area)
            found.setdefault(word + "s", area)
    return found


def area_of_people(word: str) -> str | None:
    """The area or city that a people's name belongs to ("Londoner": "London"); None if unknown."""
    return _people().get(word)
