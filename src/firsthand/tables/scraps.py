"""Words that tell a scrap of a sentence from a name."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Scraps", "scraps"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scraps:
    """Sets of words in lower case."""

    times: frozenset[str]
    """Words of which a time is made."""

    names: frozenset[str]
    """Months that are people's names as well."""

    beginnings: frozenset[str]
    """Words with which no name begins."""

    endings: frozenset[str]
    """Words with which no name ends."""

    nobody: frozenset[str]
    """Nouns of what is said, none of whom can say anything."""

    treaties: frozenset[str]
    """Last words of the names of treaties and laws."""


@cache
def scraps() -> Scraps:
    """The shipped table."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/scraps.toml").read_text(encoding="utf-8")
    )
    return Scraps(
        **{
            name: frozenset(raw[name].split())
            for name in ("times", "names", "beginnings", "endings", "nobody", "treaties")
        }
    )
