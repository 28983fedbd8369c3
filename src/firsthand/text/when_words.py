"""English words for times, as data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["WhenWords", "when_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenWords:
    """The tables of ``data/when_en.toml``, one field a table."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    parts: dict[str, tuple[str, str, str]]
    """TIMEX3 code, earliest and latest minute; a "+" means on the next day."""

    points: dict[str, str]
    units: dict[str, str]
    holidays: dict[str, str]
    references: dict[str, str]
    sets: dict[str, str]
    zones: dict[str, int]
    """Minutes east of UTC."""

    cues: dict[str, list[str]]

    def part_bounds(self, code: str) -> tuple[str, str]:
        """The widest bounds that any word with this part-of-day code allows."""
        bounds = [(low, high) for known, low, high in self.parts.values() if known == code]
        return min(low for low, _ in bounds), max((high for _, high in bounds), key=_order)


def _order(minute: str) -> tuple[bool, str]:
    return minute.startswith("+"), minute


@cache
def when_words() -> WhenWords:
    """The words for times, read once per process."""
    raw = tomllib.loads((files("firsthand.text") / "data" / "when_en.toml").read_text("utf-8"))
    parts = {word: (code, low, high) for word, (code, low, high) in raw.pop("parts").items()}
    return WhenWords(parts=parts, **raw)
