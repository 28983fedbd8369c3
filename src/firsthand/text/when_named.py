"""Resolve periods that have a name: months, seasons, quarters, decades, weekends."""

from __future__ import annotations

from datetime import date, timedelta

from firsthand.text.timex import iso_week, step
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
from firsthand.text.when_join import Expression
from firsthand.text.when_offsets import fiscal_year, year_before

__all__ = [
    "named_decade",
    "named_month",
    "named_quarter",
    "named_season",
    "named_weekend",
    "this_quarter",
]

_YEAR_BEFORE = frozenset(
    {
        "year-ago",
        "year-earlier",
        "year-before",
        "a year ago",
        "a year earlier",
        "a year before",
        "last year",
    }
)
"""Behind or before a quarter or a period, these name the same one of the year before."""

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def named_month(expression: Expression, context: Context) -> Resolved | None:
    """A month: of the year printed, else of the one that near words, tense or nearness point to."""
    atom = expression.atoms[0]
    month = int(atom.pieces["month"])
    if "every" in atom.pieces:
        return Resolved(kind="SET", value=f"XXXX-{month:02d}")
    year = year_of(atom.pieces.get("year"))
    if year is not None:
        return Resolved(kind="DATE", value=f"{year:04d}-{month:02d}")
    today = context.published
    if today is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    of_year = expression.atom("near-unit")
    near = atom.pieces.get("near", "")
    if of_year is not None:
        year = today.year + shift(of_year.pieces["near"])
    elif near in PAST_WORDS:
        year = today.year - (month >= today.month)
    elif near in AHEAD_WORDS:
        year = today.year + (month <= today.month)
    elif near == "this":
        year = today.year
    elif context.of_noun and is_ahead(context):
        year = _nearest_year(today, month)
    elif is_ahead(context) or (context.of_noun and _is_soon(today, month)):
        year = today.year + (month < today.month)
    elif is_past(context) or not _is_soon(today, month):
        year = today.year - (month > today.month)
    else:
        year = today.year + (month < today.month)
    return Resolved(kind="DATE", value=f"{year:04d}-{month:02d}", anchored=True)


def _nearest_year(today: date, month: int) -> int:
    """The year of the nearest month of that number: in September the "June report" is last June's."""
    away = (month - today.month) % 12
    return today.year + (month < today.month) - (away > 6)  # half a year


def _is_soon(today: date, month: int) -> bool:
    """Whether a month without tense lies nearer ahead than behind: within the next two months.

    One that belongs to a noun has no tense of its own: polls of September "favoured her in the
    November election".
    """
    return 1 <= (month - today.month) % 12 <= 2


def named_season(expression: Expression, context: Context) -> Resolved | None:
    """A season: of the year printed, else of the one that near words or tense point to."""
    pieces = expression.atoms[0].pieces
    code = pieces["season"]
    if pieces.get("the") in {"each", "every"} or "plural" in pieces:
        return Resolved(kind="SET", value=f"XXXX-{code}")
    year = year_of(pieces.get("year"))
    if year is not None:
        return Resolved(kind="DATE", value=f"{year:04d}-{code}")
    today = context.published
    if today is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    of_year = expression.atom("near-unit")
    start = _SEASON_STARTS[code]
    near = pieces.get("near", "")
    if of_year is not None:
        year = today.year + shift(of_year.pieces["near"])
    elif near == "last":
        year = today.year - (today.month < start + 3)
    elif near in AHEAD_WORDS or is_ahead(context):
        year = today.year + (today.month >= start + 3)
    elif near == "this":
        year = today.year
    else:
        year = today.year - (today.month < start)
    return Resolved(kind="DATE", value=f"{year:04d}-{code}", anchored=True)


def named_quarter(expression: Expression, context: Context) -> Resolved | None:
    """A numbered quarter or half of a year; without a year the last one begun, or the next one."""
    atom = expression.atoms[0]
    pieces = atom.pieces
    number = int(pieces["ordinal"])
    letter = "H" if atom.kind == "half" else "Q"
    year = year_of(pieces.get("year"))
    fiscal = "fiscal" in pieces
    if year is not None and fiscal:
        return fiscal_year(year, quarter=f"-{letter}{number}")
    if year is not None:
        return Resolved(kind="DATE", value=f"{year:04d}-{letter}{number}")
    today = context.published
    if today is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    of_year = expression.atom("near-unit")
    if pieces.get("near") in _YEAR_BEFORE:
        year = today.year - (number >= (today.month + 2) // 3) - 1
        return Resolved(kind="DATE", value=f"{year:04d}-{letter}{number}", anchored=True)
    near = pieces.get("near") or pieces.get("owner") or (of_year.pieces["near"] if of_year else "")
    if near:
        year = today.year + shift(near)
    else:
        current = (today.month + 2) // 3
        ahead = is_ahead(context) and number != (current - 2) % 4 + 1
        year = today.year + (number < current if ahead else -(number > current))
    if fiscal:
        return fiscal_year(year, anchored=True, quarter=f"-{letter}{number}")
    return Resolved(kind="DATE", value=f"{year:04d}-{letter}{number}", anchored=True)


def this_quarter(pieces: dict[str, str], context: Context) -> Resolved | None:
    """A quarter or period named by its distance from the one whose results are told.

    "The latest quarter" of a report of results is the quarter it reports, not the calendar's last;
    "the year-ago period" is as long as the period reported.
    """
    near, unit = pieces.get("near", ""), pieces["unit"]
    reported, period = context.quarter, context.period or ""
    if stated := year_of(pieces.get("year")):
        nth = f"-{reported.partition('-')[2]}" if reported else ""
        if unit == "quarter" and not nth:
            return None
        return Resolved(kind="DATE", value=f"{stated:04d}{nth}")
    if near in _YEAR_BEFORE and reported:
        return Resolved(kind="DATE", value=year_before(reported), anchored=True)
    if near in {"", "latest", "most recent"} and reported:
        return Resolved(kind="DATE", value=reported, anchored=True)
    if unit == "period" and near in {*_YEAR_BEFORE, "latest"}:
        length = period if period.startswith("P") else None
        kind = "DURATION" if length else "DATE"
        return Resolved(kind=kind, value=length, anchored=True)
    if unit == "period" or not near:
        return None
    if context.published is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    count = -5 if near in _YEAR_BEFORE else shift(near)
    return Resolved(kind="DATE", value=step(context.published, "3M", count), anchored=True)


def named_decade(decade: str, context: Context) -> Resolved:
    """A decade, by its three figures, or by its one figure in the century that is near."""
    if len(decade) == 3:
        return Resolved(kind="DATE", value=decade)
    tens = int(decade)
    if context.published is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    century = 19
    if context.published.year >= 2000 + tens * 10 + 5:
        century = 20 if tens <= 2 else 19
    return Resolved(kind="DATE", value=f"{century}{tens}", anchored=True)


def named_weekend(near: str, context: Context) -> Resolved:
    """A weekend: last, this, next; one without such a word is past or to come by the tense."""
    today = context.published
    if today is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    word = near.removeprefix("over ").removeprefix("the ").strip()
    if word == "next" or word in AHEAD_WORDS:
        week = today + timedelta(
            days=7 if word == "next" and today.isoweekday() < 6 else 7 * (today.isoweekday() >= 6)
        )
    elif word == "last" or word in PAST_WORDS or (not is_ahead(context) and word != "this"):
        week = today if today.isoweekday() >= 6 and word == "the" else today - timedelta(days=7)
    elif word == "this" and is_past(context) and today.isoweekday() < 5:
        week = today - timedelta(days=7)
    else:
        week = today
    return Resolved(kind="DATE", value=f"{iso_week(week)}-WE", anchored=True)
