"""A language's number words and approximators, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

__all__ = ["NumberWords", "alternatives", "number_words", "read_number_words"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NumberWords:
    """The tables of a language's file of number words, one field a table."""

    language: str
    ones: dict[str, float]
    tens: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    fraction_parts: dict[str, int]
    ordinals: dict[str, int]
    approximators: dict[str, str]
    articles: list[str]
    """Words that stand for one before a scale ("a hundred")."""

    joiner: str
    """What stands between the words of a number and adds nothing ("and")."""

    halves: list[str]
    ordinal_mark: str
    """A regular expression for what makes figures an ordinal ("21st")."""

    group_mark: str = ","
    """What parts thousands in figures."""

    decimal_mark: str = "."
    compound: bool = False
    """Whether the words of a number are written as one ("einundzwanzig")."""


@cache
def number_words(language: str = "en") -> NumberWords:
    """The number words of a language that comes with the package, read once per process."""
    path = files("firsthand.text") / "data" / f"numbers_{language}.toml"
    return _read(path.read_text("utf-8"), language)


def read_number_words(path: Path, *, language: str) -> NumberWords:
    """The number words of a language from a file anywhere.

    Args:
        path: A file with the tables that `NumberWords` names; those left out are empty.
        language: Its ISO 639-1 code.
    """
    return _read(path.read_text("utf-8"), language)


def _read(text: str, language: str) -> NumberWords:
    empty: dict[str, Any] = {
        name: {}
        for name in (
            "ones", "tens", "scales", "short_scales", "fraction_parts", "ordinals",
            "approximators",
        )
    }  # fmt: skip
    raw = empty | {"articles": [], "joiner": "", "halves": [], "ordinal_mark": "(?!)"}
    raw |= tomllib.loads(text)
    return NumberWords(language=language, **raw)


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first, blanks as any white space.

    Of no words it is one that never matches.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    if not ordered:
        return "(?!)"
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)
