"""How names from other scripts are written in Latin letters."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["Spellings", "spellings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """The shipped table of letters that writers exchange; all lower case, without accents."""

    revision: int
    endings: tuple[str, ...]
    """Endings of Slavic names that are one ending; longest first."""

    exchanged: tuple[tuple[str, str], ...]
    """Letters and what they are made, in the order in which to do it."""

    cities: Mapping[str, str]
    """Other spelling of a city to the usual one."""

    words: Mapping[str, str]
    """Other spelling of a common word in the names of bodies to the usual one."""

    articles: frozenset[str]
    """Arabic articles before a surname."""

    compound: frozenset[str]
    """Arabic words that make one name with the next ("Abdel Fattah")."""

    vowels: str
    """Letters that writers of Arabic names set as they like."""

    consonants: tuple[tuple[str, str], ...]
    """As `exchanged`, for Arabic names."""

    given: frozenset[str]
    """Given names of the Arabic-speaking and Muslim world."""


def _pairs(written: str) -> tuple[tuple[str, str], ...]:
    return tuple((one, other) for one, _, other in (row.partition("=") for row in written.split()))


@cache
def spellings() -> Spellings:
    """The table that ships with the package."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/spellings.toml").read_text(encoding="utf-8")
    )
    arabic = raw["arabic"]
    return Spellings(
        revision=int(raw["revision"]),
        endings=tuple(sorted(raw["endings"].split(), key=lambda end: (-len(end), end))),
        exchanged=_pairs(raw["exchanged"]),
        cities=MappingProxyType(
            {other: usual for usual, told in raw["cities"].items() for other in told.split()}
        ),
        words=MappingProxyType(dict(_pairs(raw["words"]))),
        articles=frozenset(arabic["articles"].split()),
        compound=frozenset(arabic["compound"].split()),
        vowels="".join(arabic["vowels"].split()),
        consonants=_pairs(arabic["exchanged"]),
        given=frozenset(arabic["given"].split()),
    )
