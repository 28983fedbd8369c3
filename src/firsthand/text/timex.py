"""TIMEX3 values as intervals of days and minutes, and calendar steps between them.

The value forms are those of TIMEX3 (Pustejovsky et al. 2003): ``2024-10-24``, ``2024-10``,
``2024``, ``202`` (a decade), ``20`` (a century), ``2024-W43``, ``2024-W43-WE``, ``2024-Q3``,
``2024-H1``, ``2024-SU``, each day with ``T14:30`` or a part (``TMO TAF TEV TNI``).
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from firsthand.domain import Precision

__all__ = ["add_months", "day_of", "easter", "interval", "iso_week", "nth_weekday", "step"]

_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""Meteorological seasons of the northern hemisphere; a winter is named by the year it begins in."""

_PART_MINUTES = {
    "MO": ("00:00", "11:59"),
    "MI": ("11:00", "14:59"),
    "AF": ("12:00", "18:59"),
    "EV": ("16:00", "23:59"),
    "NI": ("17:00", "+08:59"),
}
"""Earliest and latest minute a reader would allow for a part of a day; "+" is on the next day."""

_COUNTLESS = 1000
"""So many years nobody counts to the year."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.+))?$")


def day_of(stated: str | None) -> date | None:
    """The calendar day of an ISO 8601 date or date with time; None when it names no full day."""
    found = _DAY.match((stated or "").replace(" ", "T", 1))
    if found is None:
        return None
    try:
        return date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    except ValueError:
        return None


def add_months(day: date, months: int) -> date:
    """`day` moved by whole months; the last day of a shorter month where the day does not exist."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def iso_week(day: date) -> str:
    """The ISO 8601 week of `day` ("2024-W43")."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The `nth` `weekday` (Monday is 1) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Meeus 1991, after the anonymous rule of 1876)."""
    golden, century = year % 19, year // 100
    skipped, mended = century // 4, (century + 8) // 25
    moon = (19 * golden + century - skipped - (century - mended + 1) // 3 + 15) % 30
    within = year % 100
    sunday = (32 + 2 * (century % 4) + 2 * (within // 4) - moon - within % 4) % 7
    month, day = divmod(moon + sunday - 7 * ((golden + 11 * moon + 22 * sunday) // 451) + 114, 31)
    return date(year, month, day + 1)


def step(day: date, unit: str, count: float) -> str | None:
    """The TIMEX3 value `count` units from `day`, as precise as the unit; None below a day.

    "Ten days ago" names a day, "six weeks ago" a week, "five months ago" a month, "two years ago"
    a year: a count of a unit says no more than the unit.
    """
    whole = round(count)
    try:
        match unit:
            case "D":
                return (day + timedelta(days=whole)).isoformat()
            case "W" | "2W":
                return iso_week(day + timedelta(days=whole * (14 if unit == "2W" else 7)))
            case "M":
                return f"{add_months(day, whole):%Y-%m}"
            case "3M":
                moved = add_months(day, whole * 3)
                return f"{moved.year:04d}-Q{(moved.month + 2) // 3}"
            case "Y" | "10Y" | "100Y":
                return _year_away(day.year, whole * {"Y": 1, "10Y": 10, "100Y": 100}[unit], unit)
            case _:
                return None
    except OverflowError:
        return None


def _year_away(year: int, count: int, unit: str) -> str | None:
    """The year, or for centuries the century, `count` years away; None outside the calendar.

    "10000 years ago" is before it, and a count of thousands is no count by the year.
    """
    moved = year + count
    if abs(count) >= _COUNTLESS or not 1 <= moved <= date.max.year:
        return None
    return f"{moved // 100:02d}" if unit == "100Y" else f"{moved:04d}"


def interval(value: str) -> tuple[str, str, Precision] | None:
    """Earliest and latest day (or minute) that a TIMEX3 date value allows, and its precision.

    Both ends are inclusive. None for durations, sets, references and values with an unknown part.
    """
    if "/" in value:
        first, _, last = value.partition("/")
        low, high = interval(first), interval(last)
        return (low[0], high[1], low[2]) if low and high and low[0] <= high[1] else None
    if found := _DAY.match(value):
        return _within_day(value, found.group(4))
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        return _week(int(found.group(1)), int(found.group(2)), weekend=bool(found.group(3)))
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(found.group(1)), int(found.group(2)), 1, Precision.MONTH)
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return _months(int(found.group(1)), int(found.group(2)) * 3 - 2, 3, Precision.SEASON)
    if found := re.fullmatch(r"(\d{4})-H([12])", value):
        return _months(int(found.group(1)), int(found.group(2)) * 6 - 5, 6, Precision.SEASON)
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        first_month = _SEASON_MONTHS[found.group(2)][0]
        return _months(int(found.group(1)), first_month, 3, Precision.SEASON)
    if re.fullmatch(r"\d{2,4}", value):
        short = 4 - len(value)
        precision = (Precision.YEAR, Precision.DECADE, Precision.FUZZY)[short]
        return f"{value}{'0' * short}-01-01", f"{value}{'9' * short}-12-31", precision
    return None


def _within_day(value: str, time: str | None) -> tuple[str, str, Precision] | None:
    day = day_of(value[:10])
    if day is None:
        return None
    if time is None:
        return day.isoformat(), day.isoformat(), Precision.DAY
    if time == "24:00":
        if day == date.max:
            return None
        midnight = f"{day + timedelta(days=1)}T00:00"
        return midnight, midnight, Precision.MINUTE
    if re.fullmatch(r"\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?", time):
        return value, value, Precision.MINUTE
    if re.fullmatch(r"MO|MI|AF|EV|NI", time):
        low, high = _PART_MINUTES[time]
        if high.startswith("+") and day == date.max:
            return None
        end = day + timedelta(days=1) if high.startswith("+") else day
        return f"{day}T{low}", f"{end}T{high.lstrip('+')}", Precision.PART
    return day.isoformat(), day.isoformat(), Precision.DAY


def _week(year: int, week: int, *, weekend: bool) -> tuple[str, str, Precision] | None:
    try:
        first = date.fromisocalendar(year, week, 6 if weekend else 1)
        last = first + timedelta(days=1 if weekend else 6)
    except (ValueError, OverflowError):
        return None
    return first.isoformat(), last.isoformat(), Precision.WEEK


def _months(
    year: int, month: int, count: int, precision: Precision
) -> tuple[str, str, Precision] | None:
    if not (1 <= month <= 12 and 1 <= year < 9999):
        return None
    first = date(year, month, 1)
    return first.isoformat(), (add_months(first, count) - timedelta(days=1)).isoformat(), precision
