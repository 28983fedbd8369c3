"""A language's number words, approximators, currencies and units, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["NumberWords", "alternatives", "number_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The tables of ``data/numbers_<language>.toml``, one field a table."""

    ones: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    fraction_parts: dict[str, int]
    open_scales: dict[str, tuple[int, int]]
    ordinals: dict[str, int]
    approximators: dict[str, str]
    after: dict[str, str]
    currencies: dict[str, str]
    units: dict[str, str]


@cache
def number_words(language: str = "en") -> NumberWords:
    """The number words of a language, read once per process."""
    path = files("firsthand.text") / "data" / f"numbers_{language}.toml"
    raw = tomllib.loads(path.read_text("utf-8"))
    opened = {word: (low, high) for word, (low, high) in raw.pop("open_scales").items()}
    return NumberWords(open_scales=opened, **raw)


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first, blanks as any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)
