"""Lengths of time: counts, the TIMEX3 value of a duration, the day a length away."""

from __future__ import annotations

from datetime import date, timedelta

from firsthand.text.timex import add_months
from firsthand.text.when_values import UNKNOWN_COUNT

__all__ = ["count_of", "day_away", "length_of"]


def count_of(written: str) -> float | None:
    """The number of units of a piece ``count``; None for a few, several, many."""
    return None if written == UNKNOWN_COUNT else float(written)


def length_of(pieces: dict[str, str]) -> str | None:
    """The TIMEX3 value of a duration; X where the count is not known."""
    unit = pieces["unit"]
    count = count_of(pieces["count"]) if "count" in pieces else (1.0 if "every" in pieces else None)
    if "half" in pieces and count is not None:
        count += 0.5
    time = "T" if unit.startswith("T") else ""
    letter = unit[-1]
    if count is None or "low" in pieces:
        letter = {"10Y": "E", "100Y": "C"}.get(unit, letter)
        return f"P{time}X{letter}"
    count *= int(unit[:-1]) if unit[:-1].isdigit() else 1
    whole = int(count)
    if count == whole:
        return f"P{time}{whole}{letter}"
    rest = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S"), "D": (24, "H")}.get(unit)
    if rest is None or round((count - whole) * rest[0]) == 0:
        return f"P{time}{count:g}{letter}"
    parts = f"{whole}{letter}" if whole else ""
    between = "T" if unit == "D" else ""
    return f"P{time}{parts}{between}{round((count - whole) * rest[0])}{rest[1]}"


def day_away(day: date, unit: str, count: float) -> date | None:
    """The day a length of time away; None beyond the calendar."""
    try:
        if unit in {"D", "W", "2W"}:
            return day + timedelta(days=count * {"D": 1, "W": 7, "2W": 14}[unit])
        if unit.startswith("T"):
            return day + timedelta(hours=count * {"TH": 1, "TM": 1 / 60, "TS": 1 / 3600}[unit])
        months = {"M": 1, "3M": 3, "Y": 12, "10Y": 120, "100Y": 1200}[unit]
        return add_months(day, round(count * months))
    except OverflowError:
        return None
