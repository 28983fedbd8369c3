"""Patterns of words that tell of an event, by PLOVER category."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["EventPattern", "event_patterns", "negated_category"]

_GAP = r"(?:\W+\w+){0,5}?\W+"
"""Up to five words between the parts of a pattern."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPattern:
    """Words in order that tell of an event."""

    category: str
    rank: int
    """Place of the category in the table; the lower wins a tie."""

    words: int
    """How many words the pattern names."""

    expression: re.Pattern[str]


@cache
def _table() -> dict[str, dict[str, object]]:
    """The shipped file."""
    return tomllib.loads(
        files("firsthand.tables").joinpath("data/events.toml").read_text(encoding="utf-8")
    )


@cache
def event_patterns() -> tuple[EventPattern, ...]:
    """Every pattern, in the order of the table."""
    found: list[EventPattern] = []
    for rank, (category, patterns) in enumerate(_table()["patterns"].items()):
        assert isinstance(patterns, list)  # the shape of a shipped file
        for pattern in patterns:
            parts = [
                r"\W+".join(re.escape(word).replace(r"\*", r"[\w-]*") for word in part.split())
                for part in str(pattern).split("..")
            ]
            found.append(
                EventPattern(
                    category=category,
                    rank=rank,
                    words=len(str(pattern).replace("..", " ").split()),
                    expression=re.compile(r"\b" + _GAP.join(parts) + r"\b", re.IGNORECASE),
                )
            )
    return tuple(found)


def negated_category(category: str) -> str:
    """What a category becomes when its words are denied; itself when the table names nothing."""
    return str(_table()["negated"].get(category, category))
