"""Words that formats put into the articles they carry: the tails of feeds."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["RecordWords", "record_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWords:
    """Compiled patterns, case not counting."""

    tail: re.Pattern[str]
    """A whole line that a content system appends ("The post X appeared first on Y")."""

    more: re.Pattern[str]
    """A call to read on, as a whole line or as what stands behind a paragraph's last sentence."""


@cache
def record_words() -> RecordWords:
    """The shipped lists."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/recordwords.toml").read_text(encoding="utf-8")
    )
    return RecordWords(
        tail=_any_of(raw["tail"]["lines"]),
        more=_any_of(raw["tail"]["more"]),
    )


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)
