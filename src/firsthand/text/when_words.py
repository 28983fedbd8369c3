"""A language's words for times, as data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["WhenWords", "known_languages", "when_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenWords:
    """The tables of ``data/when_<language>.toml``, one field a table."""

    language: str
    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    parts: dict[str, str]
    """TIMEX3 code by word; "overnight" is a code of its own."""

    points: dict[str, str]
    units: dict[str, str]
    """By word in the singular."""

    unit_plurals: dict[str, str]
    counts: dict[str, str]
    """Words for a count that are no number."""

    and_half: list[str]
    """What stands behind a count and adds a half to it."""

    decades: dict[str, str]
    """The tens figure by the decade's word."""

    holidays: dict[str, str]
    references: dict[str, str]
    sets: dict[str, str]
    zones: dict[str, int]
    """Minutes east of UTC."""

    codes: dict[str, dict[str, str]]
    """Codes by word by piece; a word without a code is its own."""

    cues: dict[str, list[str]]

    def unit_of(self, word: str) -> tuple[str | None, bool]:
        """The unit that a lower-case word names, and whether the word is a plural."""
        if word in self.unit_plurals:
            return self.unit_plurals[word], True
        return self.units.get(word), False


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
    """The words for times of a language, read once per process."""
    path = files("firsthand.text") / "data" / f"when_{language}.toml"
    return WhenWords(language=language, **tomllib.loads(path.read_text("utf-8")))
