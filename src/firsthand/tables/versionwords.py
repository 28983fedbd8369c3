"""What versions of one article are told by: parts of addresses, words of date, notes about changes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["VersionWords", "version_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionWords:
    """The tables of ``data/versions.toml``."""

    labels: frozenset[str]
    """Host labels that name another form of the same page."""

    tracking: frozenset[str]
    """Parameters of an address that select nothing, lower-case."""

    tracking_openings: tuple[str, ...]
    first_segments: frozenset[str]
    last_segments: frozenset[str]
    article_segments: frozenset[str]
    """Segments behind which even one word names an article."""

    fronts: frozenset[str]
    """Words of section fronts that look like an article's, joined by blanks."""

    dates: Mapping[str, frozenset[str]]
    """Language code to names of days and months, as written inside a sentence."""

    noun_capitals: frozenset[str]
    """Languages that write every noun with a capital."""

    withdrawal: re.Pattern[str]
    """The start of a paragraph that takes the text back."""

    correction: re.Pattern[str]
    """The start of a paragraph that tells of a change."""

    headline_withdrawal: re.Pattern[str]
    headline_correction: re.Pattern[str]
    told: Mapping[str, frozenset[str]]
    """Kind of change to words by which a note tells of it, lower-case."""


@cache
def version_words() -> VersionWords:
    """The shipped tables, read once per process."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/versions.toml").read_text(encoding="utf-8")
    )
    address, notes = raw["address"], raw["notes"]
    lead = notes["lead"]
    return VersionWords(
        labels=frozenset(address["labels"]),
        tracking=frozenset(address["tracking"]),
        tracking_openings=tuple(address["tracking_openings"]),
        first_segments=frozenset(address["first_segments"]),
        last_segments=frozenset(address["last_segments"]),
        article_segments=frozenset(address["article_segments"]),
        fronts=frozenset(address["fronts"]),
        dates=_words(raw["dates"]),
        noun_capitals=frozenset(raw["names"]["noun_capitals"]),
        withdrawal=_any_of(notes["withdrawal"], lead),
        correction=_any_of(notes["correction"], lead),
        headline_withdrawal=_any_of(notes["headline_withdrawal"], ""),
        headline_correction=_any_of(notes["headline_correction"], ""),
        told=_words(raw["told"]),
    )


def _words(rows: dict[str, str]) -> Mapping[str, frozenset[str]]:
    return MappingProxyType({key: frozenset(words.split()) for key, words in rows.items()})


def _any_of(patterns: list[str], lead: str) -> re.Pattern[str]:
    """One pattern for all, each behind the same lead; `lead` is part of the match."""
    return re.compile(f"{lead}(?:{'|'.join(patterns)})", re.IGNORECASE)
