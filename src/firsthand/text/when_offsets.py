"""Resolve what is counted from a day: next week, two months ago, the past ten days, recent years."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from math import ceil, floor

from firsthand.text.timex import day_of, interval, step
from firsthand.text.when_context import AHEAD_WORDS, Context, Resolved, is_ahead, shift
from firsthand.text.when_lengths import count_of, day_away, length_of

__all__ = [
    "ago",
    "near_unit",
    "open_span",
    "reference_bounds",
    "span_of",
    "vague_end",
    "year_before",
]


_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")

_PERIOD = re.compile(r"(\d{4})(?:(-[HQ][1-4])|-\d\d)?")

_VAGUE_DAYS = {"D": 21, "W": 92, "3M": 730, "M": 548, "Y": 5479, "10Y": 18263, "TH": 2}
"""How far an uncounted plural reaches at most, in days: "recent days" are fewer than three weeks,
"recent weeks" than three months, "recent months" than a year and a half, "recent years" than
fifteen years. Whoever means more says the next larger unit."""


def vague_end(today: date, unit: str, *, ahead: bool) -> date | None:
    """The farthest day that an uncounted plural of a unit can reach from the day of writing."""
    days = _VAGUE_DAYS.get(unit)
    try:
        return None if days is None else today + timedelta(days=days if ahead else -days)
    except OverflowError:
        return None


def near_unit(pieces: dict[str, str], context: Context) -> Resolved | None:
    """This, last, next, that, the following week, month, year."""
    unit = pieces["unit"]
    near = pieces["near"]
    word = near.removeprefix("the ")
    if unit.startswith("T"):
        return None
    if unit == "Y" and "fiscal" in pieces and context.published is not None:
        count = shift(word) if word != "latest" else 0
        return fiscal_year(context.published.year + count, anchored=True)
    discourse = word in {"that", "same", "following", "previous", "preceding", "prior"} or (
        near == "the next"
    )
    if discourse:
        on = _base(context.last, unit)
        if on is None and unit in {"M", "3M", "Y"}:
            on = _base((context.last_month or "").partition("/")[0], unit)
        if near == "the next" and unit != "D" and (on is None or is_ahead(context)):
            return span_of({"near": near, "count": "1", "unit": unit}, context)
        if on is None:
            return Resolved(kind="DATE", value=None, anchored=context.last_anchored)
        return Resolved(
            kind="DATE", value=step(on, unit, shift(word)), anchored=context.last_anchored
        )
    if near in {"the last", "the past", "past", "the coming"}:
        return span_of({"near": near, "count": "1", "unit": pieces["unit"]}, context)
    if context.published is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    count = shift(word) if word != "latest" else 0
    return Resolved(kind="DATE", value=step(context.published, unit, count), anchored=True)


def fiscal_year(year: int, *, anchored: bool = False, quarter: str = "") -> Resolved:
    """A business year, which begins in the calendar year before or ends in the one after.

    Args:
        year: As it is called.
        anchored: Whether it was counted from the day of writing.
        quarter: A quarter of it ("-Q2"); which months that is depends on the business.
    """
    return Resolved(
        kind="DATE",
        value=f"{year:04d}{quarter}",
        anchored=anchored,
        bounds=(f"{year - 1:04d}-02-01", f"{year + 1:04d}-06-30"),
    )


def _base(value: str | None, unit: str) -> date | None:
    """The first day of a date named before, if it is precise enough to count this unit from it."""
    bounds = interval(value) if value else None
    if value is None or bounds is None:
        return None
    needed = {"D": 10, "W": 10, "2W": 10, "M": 7, "3M": 7}.get(unit, 4)
    precise = len(value) >= needed and (needed < 7 or value[5:7].isdigit())
    return day_of(bounds[0][:10]) if precise else None


def span_of(pieces: dict[str, str], context: Context) -> Resolved:
    """The past two weeks, the next few days: a duration whose one end is the publication day."""
    value = length_of(pieces)
    word = pieces["near"].removeprefix("the ")
    if word in {"first", "final", "previous", "preceding", "following", "latest"}:
        return Resolved(kind="DURATION", value=value)
    today = context.published
    if today is None:
        return Resolved(kind="DURATION", value=value, anchored=True)
    count = count_of(pieces["count"])
    ahead = word in AHEAD_WORDS
    if count is not None:
        moved = day_away(today, pieces["unit"], count if ahead else -count)
    else:
        moved = vague_end(today, pieces["unit"], ahead=ahead)
    far = moved.isoformat() if moved else None
    bounds = (today.isoformat(), far) if ahead else (far, today.isoformat())
    return Resolved(kind="DURATION", value=value, anchored=True, bounds=bounds)


def open_span(pieces: dict[str, str], context: Context) -> Resolved:
    """Recent weeks, coming months: up to the day of writing or from it on, as far as is meant."""
    near = pieces["near"].removeprefix("more ")
    ahead = near in AHEAD_WORDS or near == "ensuing"
    return Resolved(
        kind="DATE",
        value="FUTURE_REF" if ahead else "PAST_REF",
        anchored=True,
        bounds=_vague_bounds(pieces["unit"], context, ahead=ahead, least=0),
    )


def _vague_bounds(
    unit: str, context: Context, *, ahead: bool, least: int
) -> tuple[str | None, str | None]:
    """From `least` units away to as far as an uncounted plural reaches."""
    today = context.published
    if today is None:
        return None, None
    near = day_away(today, unit, least if ahead else -least)
    far = vague_end(today, unit, ahead=ahead)
    low, high = (near, far) if ahead else (far, near)
    return low.isoformat() if low else None, high.isoformat() if high else None


def ago(pieces: dict[str, str], context: Context) -> Resolved:
    """Two weeks ago, a day earlier, three months later."""
    near, unit = pieces["near"], pieces["unit"]
    count = count_of(pieces["count"]) if "count" in pieces else None
    if "the" in pieces:
        return _same_day(pieces, context, count=-(count or 0) if near != "later" else count or 0)
    if "count" not in pieces and "plural" not in pieces:
        count = 1.0
    back = near in {"ago", "earlier", "before", "before that", "previously"}
    from_today = near in {"ago", "from now", "hence", "from today"}
    if not from_today and near != "previously" and not (near == "earlier" and unit.endswith("Y")):
        on, anchored = _base(context.last, unit), context.last_anchored
    else:
        on, anchored = context.published, True
    if count is None and from_today:
        reference = "PAST_REF" if back else "FUTURE_REF"
        bounds = _vague_bounds(unit, context, ahead=not back, least=1)
        return Resolved(kind="DATE", value=reference, anchored=True, bounds=bounds)
    if count is None:
        return Resolved(
            kind="DURATION", value=length_of(pieces), anchored=anchored, bounds=(None, None)
        )
    if unit.startswith("T"):
        bounds = _hours_away(pieces, context, count=-count if back else count, now=from_today)
        return Resolved(kind="DURATION", value=length_of(pieces), anchored=anchored, bounds=bounds)
    compared = context.compares or "count" not in pieces  # "year-ago results" only compares
    if unit == "Y" and count == 1 and back and compared and context.quarter:
        return Resolved(kind="DATE", value=year_before(context.quarter), anchored=True)
    if unit == "Y" and count == 1 and back and near == "earlier" and context.compares:
        before = _period_before(context.last)
        if before is not None:
            return Resolved(kind="DATE", value=before, anchored=context.last_anchored)
    if "half" in pieces:
        count += 0.5
    if on is None and not from_today:
        return Resolved(kind="DURATION", value=length_of(pieces), anchored=anchored)
    if on is None:
        return Resolved(kind="DATE", value=None, anchored=anchored)
    if count != int(count):
        moved = day_away(on, unit, -count if back else count)
        value = f"{moved:%Y-%m}" if moved else None
        return Resolved(kind="DATE", value=value, anchored=anchored)
    return Resolved(kind="DATE", value=step(on, unit, -count if back else count), anchored=anchored)


def _same_day(pieces: dict[str, str], context: Context, *, count: float) -> Resolved:
    """Read "the same day a year later" as that day, where a day was told."""
    on = _base(context.last, "D")
    moved = day_away(on, pieces["unit"], count) if on is not None and count else None
    value = moved.isoformat() if moved is not None else None
    return Resolved(kind="DATE", value=value, anchored=context.last_anchored)


def _hours_away(
    pieces: dict[str, str], context: Context, *, count: float, now: bool
) -> tuple[str | None, str | None]:
    """The minute some hours from the minute named last; from now, whose hour nobody knows, days."""
    seconds = count * {"TH": 3600, "TM": 60, "TS": 1}[pieces["unit"]]
    if now:
        if context.published is None:
            return None, None
        far = context.published + timedelta(days=floor(seconds / 86400) if count < 0 else 0)
        end = context.published + timedelta(days=ceil(seconds / 86400) if count > 0 else 0)
        return far.isoformat(), end.isoformat()
    last = context.last or ""
    if not _MINUTE.fullmatch(last) or last.endswith("24:00"):
        return None, None
    minute = datetime.fromisoformat(last) + timedelta(seconds=seconds)
    return f"{minute:%Y-%m-%dT%H:%M}", f"{minute:%Y-%m-%dT%H:%M}"


def year_before(quarter: str) -> str:
    """The same quarter of the year before."""
    year, _, nth = quarter.partition("-")
    return f"{int(year) - 1:04d}-{nth}"


def _period_before(told: str | None) -> str | None:
    """The same year, half or quarter of the year before, of a month the year; None for a day.

    What is compared with a year earlier is compared with the period told, not the day of writing.
    """
    found = _PERIOD.fullmatch(told or "")
    return f"{int(found.group(1)) - 1:04d}{found.group(2) or ''}" if found else None


def reference_bounds(value: str, context: Context) -> tuple[str | None, str | None]:
    """A reference is before, on or after the publication day; how far, nobody says."""
    if context.published is None:
        return None, None
    today = context.published.isoformat()
    return {"PAST_REF": (None, today), "FUTURE_REF": (today, None)}.get(value, (today, today))
