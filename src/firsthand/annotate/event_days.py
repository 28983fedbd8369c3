"""The day on which a text places an event: stated, or the day its story is at.

A text names a day and goes on from there: what it tells next, without a time, happened on the day
it named last, as long as that is a fresh one; failing that, when it was published.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from firsthand.domain import Event, Modality, Precision, Sentence, Span, When
from firsthand.text.timex import day_of

__all__ = ["DayBasis", "EventDay", "Narrative"]

_FRESH_DAYS = 7
"""A day named more than a week before publication is background, and the story does not stay there."""

_AHEAD = frozenset(
    {
        Modality.PLANNED,
        Modality.POSSIBLE,
        Modality.CONDITIONAL,
        Modality.DEMANDED,
        Modality.THREATENED,
        Modality.REFUSED,
        Modality.HYPOTHETICAL,
    }
)
"""What is not told as done has no day unless the text gives it one."""


class DayBasis(StrEnum):
    """How the day of an event is known."""

    STATED = "stated"
    """By a time in its own clause."""

    NEAR = "near"
    """By a time of its sentence that dates no other event."""

    TOLD_LAST = "told-last"
    """By the fresh day that the text named last."""

    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDay:
    """When an event happened, as far as a text says."""

    value: str
    """ISO 8601 day, month or year."""

    basis: DayBasis


class Narrative:
    """One text's times and events, asked for the day of an event.

    Args:
        sentences: Of the text.
        times: In reading order.
        events: Of the text.
        published: ISO 8601; None when not known.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        times: Iterable[When],
        events: Iterable[Event],
        published: str | None,
    ) -> None:
        self._sentences = sentences
        self._points = [when for when in times if _is_point(when)]
        self._starts = [when.span.start for when in self._points]
        self._events = {event.span: event for event in events}
        self._spent = {event.time for event in self._events.values()} - {None}
        self._published = published

    def day(self, anchor: Span) -> EventDay | None:
        """The day of the event, or of the saying, at `anchor`.

        Returns:
            None where the text does not place it: what is only planned, possible or demanded is
            placed by a stated time alone.
        """
        event = self._events.get(anchor)
        sentence = self._sentence(anchor)
        here = self._within(sentence)
        if event is not None and event.time is not None:
            stated = next((when for when in here if when.span == event.time), None)
            if stated is not None:
                return EventDay(value=_written(stated), basis=DayBasis.STATED)
        free = [when for when in here if when.span not in self._spent and not self._is_old(when)]
        if free:
            nearest = min(free, key=lambda when: (_gap(when.span, anchor), when.span))
            return EventDay(value=_written(nearest), basis=DayBasis.NEAR)
        if event is not None and event.modality in _AHEAD:
            return None
        for when in reversed(self._points[: bisect_left(self._starts, sentence.span.start)]):
            if self._is_fresh(when):
                return EventDay(value=(when.value or "")[:10], basis=DayBasis.TOLD_LAST)
        if self._published is None or day_of(self._published) is None:
            return None
        return EventDay(value=self._published[:10], basis=DayBasis.PUBLISHED)

    def _sentence(self, span: Span) -> Sentence:
        at = bisect_left(self._sentences, span.end, key=lambda one: one.span.end)
        return self._sentences[at]

    def _within(self, sentence: Sentence) -> list[When]:
        first = bisect_left(self._starts, sentence.span.start)
        return self._points[first : bisect_left(self._starts, sentence.span.end)]

    def _is_fresh(self, when: When) -> bool:
        """Whether a time is a day in the week before publication."""
        told, published = day_of((when.value or "")[:10]), day_of(self._published)
        if told is None or published is None:
            return False
        return 0 <= (published - told).days <= _FRESH_DAYS

    def _is_old(self, when: When) -> bool:
        """Whether a time is a year long past: it names a thing sooner than it dates an event."""
        if when.precision is not Precision.YEAR or self._published is None:
            return False
        return (when.value or "")[:4] < self._published[:4]


def _is_point(when: When) -> bool:
    """Whether a time has a place in the calendar; "by Friday" has the last day it leaves."""
    known = bool(when.earliest or when.latest)
    return when.kind in {"DATE", "TIME"} and known and (when.value or "")[:4].isdigit()


def _written(when: When) -> str:
    """A value as a day, month or year; a week or quarter is its month."""
    value = (when.value or "").split("/")[0].split("T")[0]
    if "W" in value or "Q" in value or not value[-1].isdigit():
        return (when.earliest or when.latest or "")[:7]
    return value


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
