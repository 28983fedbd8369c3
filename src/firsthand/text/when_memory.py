"""What a text has told of times so far, for the expressions that count from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from firsthand.domain import When
from firsthand.text.timex import day_of
from firsthand.text.when_join import Expression

__all__ = ["Told"]

_DAY_SENTENCES = 2
"""A bare clock time or "the next day" is taken to follow a date at most so many sentences back."""

_MONTH_SENTENCES = 4
"""And "the following month" or "that year", which nothing else is likely to lie between, so many."""

_PERIOD_SENTENCES = 5
"""A report of results keeps to the period it has named for so many sentences: a paragraph of
figures runs on for about that long without naming it again."""

_MONTH = re.compile(r"\d{4}-[01]\d(?:-[0-3]\d)?")
_SEVERAL = 2
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_MONTHS_LONG = re.compile(r"P(?:3|6|9)M")


@dataclass(slots=True, kw_only=True)
class Told:
    """The days, the period of results and the weekdays that a text has named, in telling order."""

    today: date | None
    """The day that the text counts from."""

    dated: tuple[int, When] | None = None
    """The last date with a year, ranges by their first end, with the number of its sentence."""

    days: dict[str, When] = field(default_factory=dict)
    """The last date of each day named; of the first two days only."""

    month: tuple[int, str] | None = None
    """The last date that is precise to the month at least, with the number of its sentence."""

    period: tuple[int, str] | None = None
    """The period that results are told of, with the sentence that named or used it last."""

    weekdays: dict[int, date] = field(default_factory=dict)
    """The day that each ISO weekday last stood for."""

    def last_day(self, sentence: int) -> When | None:
        """The date that a bare clock time or "the next day" follows.

        The last one named in this or a near sentence before it; else the day that the text has
        named, if it has named only one so far.
        """
        if self.dated is not None and sentence - self.dated[0] <= _DAY_SENTENCES:
            return self.dated[1]
        return next(iter(self.days.values())) if len(self.days) == 1 else None

    def last_month(self, sentence: int) -> str | None:
        """The last date named in near sentences that is precise to the month at least."""
        if self.month is None or sentence - self.month[0] > _MONTH_SENTENCES:
            return None
        return self.month[1]

    def period_at(self, sentence: int) -> str | None:
        """The period of results that a sentence still tells of."""
        if self.period is None or sentence - self.period[0] > _PERIOD_SENTENCES:
            return None
        return self.period[1]

    def add(self, sentence: int, expression: Expression, when: When, *, tells: bool) -> None:
        """Remember an expression that has been resolved.

        Args:
            sentence: Number of its sentence.
            expression: Its words.
            when: What they mean.
            tells: Whether its clause, or "ended" behind it, says that it is over.
        """
        value = when.value or ""
        atom = expression.atoms[0]
        if atom.kind != "ago" or atom.pieces.get("near") != "earlier" or atom.pieces["unit"] != "Y":
            self._add_date(sentence, when, value)  # "a year earlier" is what is compared with
        if atom.kind == "weekday" and (day := day_of(value)) is not None:
            self.weekdays[day.isoweekday()] = day
        if atom.kind == "quarter" and _QUARTER.fullmatch(value):
            if (tells or self._is_over(value)) and not self._is_compared(sentence, value):
                self.period = (sentence, value)
        elif atom.kind == "this-quarter" and self.period is not None:
            self.period = (sentence, self.period[1])
        elif atom.kind in {"fiscal", "year-span"} or (
            tells and atom.kind in {"duration", "span-of"} and _MONTHS_LONG.fullmatch(value)
        ):
            self.period = (sentence, value)

    def _add_date(self, sentence: int, when: When, value: str) -> None:
        """Remember a date for those that follow it."""
        if when.kind not in {"DATE", "TIME"}:
            return
        if _MONTH.match(value):
            self.month = (sentence, value)
        if not value[:4].isdigit():
            return
        first = value.split("/", maxsplit=1)[0]
        self.dated = (sentence, replace(when, value=first))
        day = first[:10]
        if day_of(day) and (day in self.days or len(self.days) < _SEVERAL):
            self.days[day] = self.dated[1]

    def _is_compared(self, sentence: int, quarter: str) -> bool:
        """Whether a quarter lies before the one whose results are being told: it is set beside it."""
        told = self.period_at(sentence)
        return told is not None and "-Q" in told and quarter < told

    def _is_over(self, quarter: str) -> bool:
        """Whether a calendar quarter has ended, so that its results can be told.

        One that still runs or lies ahead is named in a forecast, and the results that the text
        goes on with are not its own.
        """
        if self.today is None:
            return True
        year, nth = int(quarter[:4]), int(quarter[-1])
        return (year, nth) < (self.today.year, (self.today.month + 2) // 3)
