"""Words that tell how, since when and until when a post is held."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Tenures", "tenures"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenures:
    """The shipped table. The patterns find whole words, whatever their case."""

    revision: int
    acting: frozenset[str]
    to_come: frozenset[str]
    former: frozenset[str]
    begins: re.Pattern[str]
    ends: re.Pattern[str]
    since: re.Pattern[str]
    """Right before a time."""

    until: re.Pattern[str]
    """Right before a time."""


def _words(written: str) -> str:
    """An expression for any of the phrases of a row."""
    told = sorted(written.split(), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\-", r"[\s-]+") for word in told)


@cache
def tenures() -> Tenures:
    """The table that ships with the package."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/tenures.toml").read_text(encoding="utf-8")
    )
    return Tenures(
        revision=int(raw["revision"]),
        acting=frozenset(raw["acting"].split()),
        to_come=frozenset(raw["to_come"].split()),
        former=frozenset(raw["former"].split()),
        begins=re.compile(rf"\b(?:{_words(raw['begins'])})\b", re.IGNORECASE),
        ends=re.compile(rf"\b(?:{_words(raw['ends'])})\b", re.IGNORECASE),
        since=re.compile(rf"\b(?:{_words(raw['since'])})\s+(?:the\s+)?$", re.IGNORECASE),
        until=re.compile(rf"\b(?:{_words(raw['until'])})\s+(?:the\s+)?$", re.IGNORECASE),
    )
