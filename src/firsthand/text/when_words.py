"""A language's words and patterns for times, read from its data file.

All that is peculiar to a language stands in ``data/when_<language>.toml``: its words, what it puts
them together to, what joins two times into one, and what shows that words mean no time after all.
``docs/how-to/add-a-language-of-dates.md`` says how to write one.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firsthand.text.number_words import NumberWords, number_words, read_number_words

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["WhenWords", "known_languages", "read_when_words", "when_words"]

_ANY_ENDING = "~"
"""Behind a word in a table: the word with each of the language's endings."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WhenWords:
    """The tables of a language's file, one field a table; words are in lower case."""

    language: str
    numbers: NumberWords
    endings: list[str] = field(default_factory=list)
    abouts: dict[str, str] = field(default_factory=dict)
    """What a word before a count makes of it: about, at-least, at-most, nearly, more-than, less-than."""

    and_half: list[str] = field(default_factory=list)
    """What stands behind a count and adds a half to it."""

    months: dict[str, int] = field(default_factory=dict)
    short_months: dict[str, int] = field(default_factory=dict)
    weekdays: dict[str, int] = field(default_factory=dict)
    short_weekdays: dict[str, int] = field(default_factory=dict)
    seasons: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    """TIMEX3 code by word; "overnight" is a code of its own, "eve" the night before the day named."""

    points: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    """By word in the singular."""

    unit_plurals: dict[str, str] = field(default_factory=dict)
    counts: dict[str, str] = field(default_factory=dict)
    """Words for a count that are no number."""

    decades: dict[str, str] = field(default_factory=dict)
    """The tens figure by the decade's word."""

    holidays: dict[str, str] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)
    sets: dict[str, str] = field(default_factory=dict)
    zones: dict[str, int] = field(default_factory=dict)
    """Minutes east of UTC, by the zone's capitals."""

    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    """Codes by word by piece; a word without a code is its own."""

    cues: dict[str, list[str]] = field(default_factory=dict)
    """Lemmas that place a clause in time, for a parsed text."""

    clauses: dict[str, list[str]] = field(default_factory=dict)
    """Word forms and endings that place a clause in time, for a text without a parse."""

    fragments: dict[str, str] = field(default_factory=dict)
    patterns: list[dict[str, Any]] = field(default_factory=list)
    guards: list[dict[str, Any]] = field(default_factory=list)
    joins: dict[str, str] = field(default_factory=dict)

    def unit_of(self, word: str) -> tuple[str | None, bool]:
        """The unit that a lower-case word names, and whether the word is a plural."""
        if word in self.unit_plurals:
            return self.unit_plurals[word], True
        return self.units.get(word), False

    def coded(self, piece: str, word: str) -> str:
        """The code of a piece's lower-case word; a word without one is its own."""
        return self.codes.get(piece, {}).get(word, word)


@cache
def known_languages() -> frozenset[str]:
    """The languages, by ISO 639-1 code, that there are words for times of."""
    names = (entry.name for entry in (files("firsthand.text") / "data").iterdir())
    return frozenset(
        name.removeprefix("when_").removesuffix(".toml")
        for name in names
        if name.startswith("when_") and name.endswith(".toml")
    )


@cache
def when_words(language: str = "en") -> WhenWords:
    """The words for times of a language that comes with the package, read once per process."""
    folder = files("firsthand.text") / "data"
    return _read(folder / f"when_{language}.toml", language, number_words(language))


def read_when_words(path: Path, numbers: Path, *, language: str) -> WhenWords:
    """The words for times of a language from files anywhere.

    Args:
        path: The language's words for times.
        numbers: Its number words.
        language: Its ISO 639-1 code.

    Raises:
        ValueError: A table is not known.
    """
    return _read(path, language, read_number_words(numbers, language=language))


def _read(path: Traversable | Path, language: str, numbers: NumberWords) -> WhenWords:
    raw = tomllib.loads(path.read_text("utf-8"))
    known = {one.name for one in fields(WhenWords)} - {"language", "numbers"}
    if unknown := sorted(set(raw) - known):
        message = f"{path.name}: unknown table {', '.join(unknown)}; known are {sorted(known)}"
        raise ValueError(message)
    endings = raw.get("endings", [])
    for name, table in raw.items():
        if name == "codes":
            raw[name] = {piece: _inflected(words, endings) for piece, words in table.items()}
        elif isinstance(table, dict) and name not in {"cues", "clauses", "fragments", "joins"}:
            raw[name] = _inflected(table, endings)
    return WhenWords(language=language, numbers=numbers, **raw)


def _inflected(table: dict[str, Any], endings: list[str]) -> dict[str, Any]:
    """`table` with each word that ends in "~" replaced by its forms."""
    forms: dict[str, Any] = {}
    for word, meaning in table.items():
        if _ANY_ENDING in word:
            forms |= {word.replace(_ANY_ENDING, ending): meaning for ending in endings}
        else:
            forms[word] = meaning
    return forms
