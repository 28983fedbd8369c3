"""Countries: their names, peoples, seats of government and the names that stand for the government."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Country", "countries", "country_of_name", "name_of_country"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or dependent territory, as English news names it."""

    code: str
    """ISO 3166-1 alpha-2 (``XK`` for Kosovo, as in common use)."""

    names: tuple[str, ...]
    """Usual name first; no leading "the"."""

    demonyms: tuple[str, ...]
    """Adjective and people, in the singular: "Belgian"; may be empty."""

    capitals: tuple[str, ...]
    """Seats of government, the usual one first; may be empty."""

    metonyms: tuple[str, ...]
    """Buildings, streets and bodies whose name stands for the government ("Kremlin"), no leading "the"."""


@cache
def countries() -> tuple[Country, ...]:
    """The table of countries, sorted by code."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/countries.toml").read_text(encoding="utf-8")
    )
    return tuple(
        Country(
            code=code,
            names=tuple(row["names"]),
            demonyms=tuple(row["demonyms"]),
            capitals=tuple(row["capitals"]),
            metonyms=tuple(row["metonyms"]),
        )
        for code, row in sorted(raw.items())
    )


@cache
def _by_word() -> dict[str, tuple[str, str]]:
    """Country and role by filed word."""
    found: dict[str, tuple[str, str]] = {}
    for role in ("name", "demonym", "metonym", "capital"):
        for country in countries():
            words = {
                "name": country.names,
                "demonym": (*country.demonyms, *(f"{word}s" for word in country.demonyms)),
                "metonym": country.metonyms,
                "capital": country.capitals,
            }[role]
            for word in words:
                found.setdefault(_key(word), (country.code, role))
    return found


def _key(word: str) -> str:
    """The word as filed: "the" cut, case folded, but an acronym ("US", "UK") keeps its capitals."""
    key = " ".join(word.replace("’", "'").split())
    if key.isupper() and len(key) <= 6:
        return key
    return key.casefold().removeprefix("the ")


def country_of_name(word: str) -> tuple[str, str] | None:
    """The country that a word names, with how it names it.

    Args:
        word: As written; a leading "the" does not matter, nor does the case except of acronyms
            ("US" is a country, "us" is not).

    Returns:
        ISO alpha-2 code and ``name``, ``demonym``, ``metonym`` or ``capital``; None when the table
        does not know the word. Of several countries the first by role, then by code, wins.
    """
    return _by_word().get(_key(word)) or (
        _by_word().get(word.title().casefold()) if word.isupper() and len(word) > 3 else None
    )


@cache
def _usual_names() -> dict[str, str]:
    return {country.code: country.names[0] for country in countries()}


def name_of_country(code: str) -> str:
    """The usual name of the country with the ISO alpha-2 code `code`.

    Raises:
        KeyError: If the table has no such country.
    """
    return _usual_names()[code]
