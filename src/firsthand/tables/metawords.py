"""Words by which a page says what it is: behind a paywall, corrected."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["MetaWords", "meta_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetaWords:
    """The shipped patterns, compiled."""

    paywall: re.Pattern[str]
    """To be searched in a line: it says that the rest is for those who pay."""

    paywall_marks: tuple[str, ...]
    """Small letters of which each line that `paywall` finds holds some: for passing over others."""

    correction: re.Pattern[str]
    """To be matched at a line's start: it corrects or updates the text."""


@cache
def meta_words() -> MetaWords:
    """Load the table."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/metawords.toml").read_text(encoding="utf-8")
    )
    return MetaWords(
        paywall=_any(raw["paywall"]),
        paywall_marks=tuple(raw["paywall_marks"]),
        correction=re.compile(
            r"[\W_]{0,6}(?:" + "|".join(f"(?:{one})" for one in raw["correction"]) + ")",
            re.IGNORECASE,
        ),
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)
