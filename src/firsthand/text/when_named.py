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

__all__ = [
    "named_decade",
    "named_month",
    "named_quarter",
    "named_season",
    "named_weekend",
    "this_quarter",
]

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
    elif is_ahead(context):
        year = today.year + (month < today.month)
    elif is_past(context) or not _is_soon(today, month):
        year = today.year - (month > today.month)
    else:
        year = today.year + (month < today.month)
    return Resolved(kind="DATE", value=f"{year:04d}-{month:02d}", anchored=True)


def _is_soon(today: date, month: int) -> bool:
    """Whether a month without tense lies nearer ahead than behind: within the next two months."""
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
    if year is not None:
        return Resolved(kind="DATE", value=f"{year:04d}-{letter}{number}")
    today = context.published
    if today is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    of_year = expression.atom("near-unit")
    near = pieces.get("near") or pieces.get("owner") or (of_year.pieces["near"] if of_year else "")
    if near:
        year = today.year + shift(near)
    else:
        current = (today.month + 2) // 3
        ahead = is_ahead(context) and number != (current - 2) % 4 + 1
        year = today.year + (number < current if ahead else -(number > current))
    return Resolved(kind="DATE", value=f"{year:04d}-{letter}{number}", anchored=True)


def this_quarter(pieces: dict[str, str], context: Context) -> Resolved | None:
    """A quarter or period named by its distance ("the year-ago quarter"), from the last one named."""
    near = pieces["near"]
    if pieces["unit"] == "period" and near not in {"year-ago", "year-earlier", "latest"}:
        return None
    if near in {"year-ago", "year-earlier", "latest"} and context.quarter:
        year, _, quarter = context.quarter.partition("-")
        year = f"{int(year) - (near != 'latest'):04d}"
        return Resolved(kind="DATE", value=f"{year}-{quarter}", anchored=True)
    if context.published is None or pieces["unit"] == "period":
        return Resolved(kind="DATE", value=None, anchored=True)
    count = {"year-ago": -5, "year-earlier": -5}.get(near, shift(near))
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
