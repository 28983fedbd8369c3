"""What a time expression is resolved against, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from firsthand.text.numbers import number_of
from firsthand.text.tense import Direction

__all__ = [
    "AHEAD_WORDS",
    "PAST_WORDS",
    "UNKNOWN_COUNTS",
    "Context",
    "Resolved",
    "is_ahead",
    "is_past",
    "shift",
    "year_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What an expression means."""

    kind: str
    value: str | None
    anchored: bool = False
    bounds: tuple[str | None, str | None] | None = None
    """Where they are not those of the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an expression is resolved against."""

    published: date | None
    direction: Direction
    """Of the clause the expression stands in."""

    by: str = ""
    """The preposition before the expression."""

    last: str | None = None
    """Value of the last date named before, as far back as it can be meant."""

    last_anchored: bool = False
    quarter: str | None = None
    """The last quarter named in the text."""


PAST_WORDS = frozenset(
    {"last", "past", "previous", "preceding", "prior", "latest", "this past", "most recent"}
)
AHEAD_WORDS = frozenset({"next", "coming", "following", "this coming"})
UNKNOWN_COUNTS = frozenset(
    {
        "few",
        "a few",
        "an few",
        "several",
        "many",
        "some",
        "dozens of",
        "hundreds of",
        "thousands of",
        "other",
    }
)


def is_past(context: Context) -> bool:
    """Whether the clause tells of something past."""
    return context.by == "since" or context.direction is Direction.PAST


def is_ahead(context: Context) -> bool:
    """Whether the clause looks ahead; "by" and "until" do unless its verb is past."""
    if context.by == "since":
        return False
    if context.by in {"by", "until", "till", "before"}:
        return context.direction is not Direction.PAST
    return context.direction is Direction.AHEAD


def year_of(written: str | None) -> int | None:
    """The year of a figure or of words ("nineteen ninety-four"); None when it is none."""
    if written is None:
        return None
    hundreds, oh, ones = written.replace("-", " ").partition(" oh ")
    if oh:
        return int(number_of(hundreds) or 0) * 100 + int(number_of(ones) or 0)
    value = number_of(written)
    if value is None:
        return None
    year = int(value)
    if len(written) == 2 and written.isdigit():
        year += 2000 if year < 50 else 1900
    return year


def shift(near: str) -> int:
    """How many units "last", "this" and "next" move."""
    word = near.removeprefix("the ")
    if word in PAST_WORDS:
        return -1
    return 1 if word in AHEAD_WORDS else 0
