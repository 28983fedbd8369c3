"""Resolve days: weekdays, dates with or without a year, yesterday, holidays."""

from __future__ import annotations

from datetime import date, timedelta

from firsthand.text.timex import day_of, easter, nth_weekday
from firsthand.text.when_atoms import Atom
from firsthand.text.when_context import (
    AHEAD_WORDS,
    PAST_WORDS,
    Context,
    Resolved,
    is_ahead,
    is_past,
    shift,
    year_of,
)
from firsthand.text.when_join import DAYS, Expression

__all__ = ["named_day"]

_FROM_TOLD = frozenset({"previous", "preceding", "following"})
_LEAP = 2024
_LATE = timedelta(days=21)
"""A plan may still be told when its day has just passed: "will deploy on October 27-28", in a report
of the 28th, is not a plan for next year."""

_SLIP = timedelta(days=60)
"""A past verb may stand over a day ahead ("extended the offer to Nov. 20"), and a report that meant
last year's November would say so. Of the dates tuned on, none in the year before lay so near. Where
"on" hangs the day on the past verb itself, it is told as past, and which year is meant is unknown."""


def named_day(expression: Expression, context: Context) -> Resolved | None:
    """A day, or a recurring weekday."""
    dated = expression.atom("month-day", "day-month", "iso", "slash")
    if dated is not None:
        year = expression.atom("near-unit")
        return _calendar_day(dated, context, year=year)
    atom = expression.atom(*DAYS)
    if atom is None:
        return None
    match atom.kind:
        case "weekday":
            return _weekday(atom, context)
        case "weekdays":
            number = int(atom.pieces["weekday"])
            return Resolved(kind="SET", value=f"XXXX-WXX-{number}")
        case "holiday":
            return _holiday(atom, context)
        case _:
            return _day_word(atom.pieces["word"], context)


def _day_word(word: str, context: Context) -> Resolved:
    if context.published is None:
        return Resolved(kind="TIME" if word == "tonight" else "DATE", value=None, anchored=True)
    value = (context.published + timedelta(days=0 if word == "tonight" else int(word))).isoformat()
    if word == "tonight":
        return Resolved(kind="TIME", value=f"{value}TNI", anchored=True)
    return Resolved(kind="DATE", value=value, anchored=True)


def _weekday(atom: Atom, context: Context) -> Resolved:
    """A weekday: the nearest on the side of the tense; "Friday's vote" keeps to the Friday told of."""
    number = int(atom.pieces["weekday"])
    if "every" in atom.pieces:
        return Resolved(kind="SET", value=f"XXXX-WXX-{number}")
    if "the" in atom.pieces and not context.of_noun:
        return Resolved(kind="DATE", value=None)  # "on a Friday", "the first Monday of May"
    near, week = atom.pieces.get("near", ""), atom.pieces.get("week")
    if near.removeprefix("the ") in _FROM_TOLD and (on := day_of((context.last or "")[:10])):
        return _weekday_from(on, number, context, ahead="following" in near)
    near, today = near.removeprefix("the "), context.published
    if today is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    back = (today.isoweekday() - number) % 7
    ahead = (number - today.isoweekday()) % 7
    if week:
        monday = today - timedelta(days=today.isoweekday() - 1)
        moved = monday + timedelta(days=number - 1 + 7 * shift(week))
    elif near in PAST_WORDS:
        moved = today - timedelta(days=back or 7)
    elif near in AHEAD_WORDS:
        moved = today + timedelta(days=ahead or 7)
    elif near == "this":
        moved = today - timedelta(days=back) if is_past(context) else today + timedelta(days=ahead)
    elif context.possessive and (known := context.weekdays.get(number)) is not None:
        moved = known
    elif is_ahead(context):
        moved = today + timedelta(days=ahead)
    elif back and context.in_headline and not is_past(context):
        return Resolved(kind="DATE", value=None, anchored=True)
    else:
        moved = today - timedelta(days=back)
    return Resolved(kind="DATE", value=moved.isoformat(), anchored=True)


def _weekday_from(on: date, number: int, context: Context, *, ahead: bool) -> Resolved:
    """Count "the previous Friday" and "the following Tuesday" from the day told last."""
    days = (number - on.isoweekday() - 1) % 7 + 1
    moved = on + timedelta(days=days if ahead else days - 7 if days < 7 else -7)
    return Resolved(kind="DATE", value=moved.isoformat(), anchored=context.last_anchored)


def _calendar_day(atom: Atom, context: Context, *, year: Atom | None) -> Resolved | None:
    pieces = atom.pieces
    stated = year_of(pieces.get("year"))
    if atom.kind == "iso":
        value = f"{pieces['year']}-{int(pieces['month']):02d}-{int(pieces['day']):02d}"
        if day_of(value) is None:
            return None
        time = pieces.get("time")
        return Resolved(kind="TIME" if time else "DATE", value=f"{value}T{time}" if time else value)
    if atom.kind == "slash":
        return _slash(pieces, stated)
    month = int(pieces["month"])
    day = _day_number(pieces.get("day", ""))
    if day is None:
        return None
    if stated is None and "told" in pieces and (event := _named_after(pieces, context.published)):
        return Resolved(kind="DATE", value=event.isoformat())
    if year is not None and stated is None:
        if context.published is None:
            return Resolved(kind="DATE", value=None, anchored=True)
        stated = context.published.year + shift(year.pieces["near"])
        anchored = True
    else:
        anchored = stated is None
    found = _nearest_day(stated, month, day, context, near=pieces.get("near", ""))
    if found is None:
        exists = day_of(f"{_LEAP:04d}-{month:02d}-{day:02d}") is not None
        unknown = stated is None and exists
        return Resolved(kind="DATE", value=None, anchored=True) if unknown else None
    value = found.isoformat()
    if last := _day_number(pieces.get("last", "")):
        if last <= day or day_of(f"{value[:8]}{last:02d}") is None:
            return Resolved(kind="DATE", value=value, anchored=anchored)
        value = f"{value}/{value[:8]}{last:02d}"
    return Resolved(kind="DATE", value=value, anchored=anchored)


def _named_after(pieces: dict[str, str], today: date | None) -> date | None:
    """The day of an event that is called after it; None where the text was written before it."""
    day = day_of(f"{pieces['told']}-{int(pieces['month']):02d}-{int(pieces['day']):02d}")
    return None if day is None or (today is not None and today < day) else day


def _slash(pieces: dict[str, str], year: int | None) -> Resolved | None:
    """A date in figures; unresolved where day and month cannot be told apart."""
    first, second = int(pieces["first"]), int(pieces["second"])
    if year is None:
        return None
    if pieces["mark"] == "." or first > 12 or first == second:
        first, second = second, first
    elif second <= 12:
        return Resolved(kind="DATE", value=None)
    value = f"{year:04d}-{first:02d}-{second:02d}"
    return Resolved(kind="DATE", value=value) if day_of(value) else None


def _day_number(written: str) -> int | None:
    if not written:
        return None
    number = int(written)
    return number if 1 <= number <= 31 else None


def _nearest_day(
    year: int | None, month: int, day: int, context: Context, *, near: str
) -> date | None:
    """The day in the stated year, or in the year that the tense and the publication day point to."""
    if year is not None:
        return day_of(f"{year:04d}-{month:02d}-{day:02d}")
    today = context.published
    if today is None:
        return None
    days = [
        found
        for near in (today.year - 1, today.year, today.year + 1)
        if (found := day_of(f"{near:04d}-{month:02d}-{day:02d}"))
    ]
    if near in PAST_WORDS:
        fitting = [one for one in days if one < today]
    elif is_past(context):
        fitting = [one for one in days if one <= today + _SLIP]
        if context.on_verb and any(timedelta(1) < one - today <= _SLIP for one in fitting):
            return None
    elif is_ahead(context):
        fitting = [one for one in days if one >= today - _LATE]
    else:
        fitting = days
    return min(fitting or days, key=lambda one: (abs((one - today).days), one), default=None)


def _holiday(atom: Atom, context: Context) -> Resolved | None:
    when = atom.pieces["holiday"]
    stated = year_of(atom.pieces.get("year"))
    if stated is not None:
        return Resolved(kind="DATE", value=_named_day(when, stated).isoformat())
    if context.published is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    year = context.published.year
    days = [_named_day(when, near) for near in (year - 1, year, year + 1)]
    today = context.published
    if atom.pieces.get("near") == "last" or is_past(context):
        days = [one for one in days if one <= today]
    elif atom.pieces.get("near") == "next" or is_ahead(context):
        days = [one for one in days if one >= today]
    found = min(days, key=lambda one: abs((one - today).days))
    return Resolved(kind="DATE", value=found.isoformat(), anchored=True)


def _named_day(when: str, year: int) -> date:
    """The day of a holiday: "12-25", "+1" (from Easter Sunday), "11-4-4+1" (from a fourth Thursday)."""
    if when[0] in "+-":
        return easter(year) + timedelta(days=int(when))
    named, _, behind = when.partition("+")
    month, *rest = (int(figures) for figures in named.split("-"))
    if len(rest) == 1:
        return date(year, month, rest[0])
    return nth_weekday(year, month, rest[1], rest[0]) + timedelta(days=int(behind or 0))
