"""Resolve what is counted from a day: next week, two months ago, the past ten days, recent years."""

from __future__ import annotations

from datetime import date

from firsthand.text.timex import day_of, interval, step
from firsthand.text.when_context import AHEAD_WORDS, Context, Resolved, shift
from firsthand.text.when_lengths import count_of, day_away, length_of

__all__ = ["ago", "near_unit", "open_span", "reference_bounds", "span_of", "year_before"]


def near_unit(pieces: dict[str, str], context: Context) -> Resolved | None:
    """This, last, next, that, the following week, month, year."""
    unit = pieces["unit"]
    near = pieces["near"]
    word = near.removeprefix("the ")
    if unit.startswith("T"):
        return None
    discourse = word in {"that", "same", "following", "previous", "preceding", "prior"} or (
        near == "the next"
    )
    if discourse:
        on = _base(context.last, unit)
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
    far = None
    if count is not None:
        moved = day_away(today, pieces["unit"], count if ahead else -count)
        far = moved.isoformat() if moved else None
    bounds = (today.isoformat(), far) if ahead else (far, today.isoformat())
    return Resolved(kind="DURATION", value=value, anchored=True, bounds=bounds)


def open_span(near: str, context: Context) -> Resolved:
    """Recent weeks, coming months."""
    value = "FUTURE_REF" if near in AHEAD_WORDS or near == "ensuing" else "PAST_REF"
    return Resolved(
        kind="DATE", value=value, anchored=True, bounds=reference_bounds(value, context)
    )


def ago(pieces: dict[str, str], context: Context) -> Resolved:
    """Two weeks ago, a day earlier, three months later."""
    near, unit = pieces["near"], pieces["unit"]
    count = count_of(pieces["count"]) if "count" in pieces else None
    if "count" not in pieces and "plural" not in pieces:
        count = 1.0
    back = near in {"ago", "earlier", "before", "before that", "previously"}
    from_today = near in {"ago", "from now", "hence", "from today"}
    if not from_today and near != "previously" and not (near == "earlier" and unit.endswith("Y")):
        on, anchored = _base(context.last, unit), context.last_anchored
    else:
        on, anchored = context.published, True
    if count is None:
        reference = "PAST_REF" if back else "FUTURE_REF"
        bounds = reference_bounds(reference, context) if from_today else (None, None)
        return Resolved(kind="DATE", value=reference, anchored=anchored, bounds=bounds)
    if unit.startswith("T"):
        return Resolved(
            kind="DURATION", value=length_of(pieces), anchored=anchored, bounds=(None, None)
        )
    compared = context.compares or "count" not in pieces  # "year-ago results" only compares
    if unit == "Y" and count == 1 and back and compared and context.quarter:
        return Resolved(kind="DATE", value=year_before(context.quarter), anchored=True)
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


def year_before(quarter: str) -> str:
    """The same quarter of the year before."""
    year, _, nth = quarter.partition("-")
    return f"{int(year) - 1:04d}-{nth}"


def reference_bounds(value: str, context: Context) -> tuple[str | None, str | None]:
    """A reference is before, on or after the publication day; how far, nobody says."""
    if context.published is None:
        return None, None
    today = context.published.isoformat()
    return {"PAST_REF": (None, today), "FUTURE_REF": (today, None)}.get(value, (today, today))
