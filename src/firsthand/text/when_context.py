"""What a time expression is resolved against, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from firsthand.text.tense import Direction

__all__ = [
    "AHEAD_WORDS",
    "PAST_WORDS",
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

    by_dateline: bool = False
    """Whether `published` is the day that the article's dateline gives."""

    by: str = ""
    """The preposition before the expression."""

    opens: str = ""
    """The same, where the time itself and not a thing of that time hangs on it."""

    last: str | None = None
    """Value of the last date named before, as far back as it can be meant."""

    last_anchored: bool = False
    last_month: str | None = None
    """Value of the last date that names a month at least, somewhat farther back."""

    period: str | None = None
    """The period whose results the text is telling: a quarter, or the length of several months."""

    possessive: bool = False
    """Whether the expression owns what follows ("Friday's vote")."""

    of_noun: bool = False
    """Whether it stands before a noun that it belongs to ("the November election")."""

    in_headline: bool = False
    """Whether it stands in a headline, whose present tense says nothing of time."""

    on_verb: bool = False
    """Whether "on" hangs it on its verb ("fled on May 3"), as what is put off to a day does not."""

    ended: bool = False
    """Whether "ended" or "ending" follows."""

    weekdays: Mapping[int, date] = field(default_factory=dict)
    """The day that each ISO weekday last stood for in the text."""

    compares: bool = False
    """Whether the sentence sets amounts beside each other."""

    @property
    def quarter(self) -> str | None:
        """The quarter whose results the text is telling."""
        return self.period if self.period and "-Q" in self.period else None


PAST_WORDS = frozenset(
    {"last", "past", "previous", "preceding", "prior", "latest", "this past", "most recent"}
)
AHEAD_WORDS = frozenset({"next", "coming", "following", "this coming"})


def is_past(context: Context) -> bool:
    """Whether the clause tells of something past."""
    return context.by == "since" or context.direction is Direction.PAST


def is_ahead(context: Context) -> bool:
    """Whether the clause looks ahead; "by" and "until" do unless its verb is past."""
    if context.by == "since":
        return False
    if context.by in {"by", "until", "till"}:
        return context.direction is not Direction.PAST
    if context.by == "before" and not context.possessive:
        return context.direction in {Direction.AHEAD, Direction.UNKNOWN}
    return context.direction is Direction.AHEAD


def year_of(figures: str | None) -> int | None:
    """The year of a piece ``year``; None where there is none."""
    return None if figures is None else int(figures)


def shift(near: str) -> int:
    """How many units "last", "this" and "next" move."""
    word = near.removeprefix("the ")
    if word in PAST_WORDS:
        return -1
    return 1 if word in AHEAD_WORDS else 0
