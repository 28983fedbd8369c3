"""Resolve weeks, months, quarters, seasons, years, counts of units, durations and sets."""

from __future__ import annotations

import re
from datetime import date, timedelta

from firsthand.text.numbers import number_of, ordinal_of
from firsthand.text.timex import add_months, day_of, interval, iso_week, step
from firsthand.text.when_atoms import Atom
from firsthand.text.when_context import (
    AHEAD_WORDS,
    PAST_WORDS,
    UNKNOWN_COUNTS,
    Context,
    Resolved,
    is_ahead,
    is_past,
    shift,
    year_of,
)
from firsthand.text.when_join import Expression
from firsthand.text.when_words import when_words

__all__ = ["period"]

_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "1": 1, "2": 2, "3": 3, "4": 4}  # fmt: skip
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_TENS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}  # fmt: skip


def period(expression: Expression, context: Context) -> Resolved | None:
    """What an expression means that is neither a day nor a time of day."""
    atom = expression.atoms[0]
    pieces = atom.pieces
    match atom.kind:
        case "month":
            return _within(expression, _month(expression, context), context)
        case "season":
            return _season(expression, context)
        case "year":
            year = year_of(pieces["year"])
            if year is None:
                return None
            return _within(expression, Resolved(kind="DATE", value=f"{year:04d}"), context)
        case "fiscal":
            return Resolved(kind="DATE", value=pieces["year"])
        case "decade":
            return _decade(pieces["decade"], context)
        case "century":
            nth = ordinal_of(pieces["ordinal"])
            return Resolved(kind="DATE", value=f"{nth - 1:02d}") if nth else None
        case "quarter" | "half":
            return _quarter(expression, context)
        case "this-quarter":
            return _this_quarter(pieces, context)
        case "weekend":
            return _weekend(pieces["near"], context)
        case "near-unit":
            return _within(expression, _near_unit(pieces, context), context)
        case "later-in" | "edge":
            return _in_current(atom, context)
        case "span-of":
            return _span_of(pieces, context)
        case "open-span":
            return _open_span(pieces["near"].removeprefix("more "), context)
        case "ago":
            return _ago(pieces, context)
        case "duration" | "units":
            return Resolved(kind="DURATION", value=_length(pieces))
        case "year-span":
            return Resolved(kind="DURATION", value="P1Y")
        case "every-unit":
            count = pieces.get("count")
            length = "P2" if count == "other" else None
            unit = _unit(pieces["unit"])
            value = f"P{'T' if unit[0] == 'T' else ''}2{unit[-1]}" if length else _length(pieces)
            return Resolved(kind="SET", value=value)
        case "set":
            return Resolved(kind="SET", value=when_words().sets[pieces["set"]])
        case "reference":
            reference = when_words().references[pieces["reference"]]
            bounds = _reference_bounds(reference, context)
            return Resolved(kind="DATE", value=reference, anchored=True, bounds=bounds)
        case _:
            return None


def _reference_bounds(value: str, context: Context) -> tuple[str | None, str | None]:
    """A reference is before, on or after the publication day; how far, nobody says."""
    if context.published is None:
        return None, None
    today = context.published.isoformat()
    return {"PAST_REF": (None, today), "FUTURE_REF": (today, None)}.get(value, (today, today))


def _within(expression: Expression, found: Resolved | None, context: Context) -> Resolved | None:
    """Narrow a month's, season's or year's interval by "early", "mid", "late", "earlier", "later"."""
    if found is None or found.value is None or not expression.mod or found.bounds:
        return found
    bounds = interval(found.value)
    if bounds is None:
        return found
    low, high = day_of(bounds[0]), day_of(bounds[1])
    if low is None or high is None:
        return found
    half = (high - low) / 2
    today = context.published
    match expression.mod:
        case "early" | "start":
            high = low + half
        case "late" | "end":
            low = high - half
        case "mid":
            low, high = low + half / 2, high - half / 2
        case "earlier" if today is not None and low <= today <= high:
            high = today
        case "later" if today is not None and low <= today <= high:
            low = today
    return Resolved(
        kind=found.kind,
        value=found.value,
        anchored=found.anchored,
        bounds=(low.isoformat(), high.isoformat()),
    )


def _month(expression: Expression, context: Context) -> Resolved | None:
    atom = expression.atoms[0]
    month = when_words().months[atom.pieces["month"].rstrip(".")]
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


def _season(expression: Expression, context: Context) -> Resolved | None:
    pieces = expression.atoms[0].pieces
    code = when_words().seasons[pieces["season"]]
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


def _decade(written: str, context: Context) -> Resolved | None:
    digits = re.sub(r"\D", "", written)
    if len(digits) == 4:
        return Resolved(kind="DATE", value=digits[:3])
    tens = int(digits[0]) if digits else _TENS.get(written)
    if tens is None:
        return None
    if context.published is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    century = 19
    if context.published.year >= 2000 + tens * 10 + 5:
        century = 20 if tens <= 2 else 19
    return Resolved(kind="DATE", value=f"{century}{tens}", anchored=True)


def _quarter(expression: Expression, context: Context) -> Resolved | None:
    atom = expression.atoms[0]
    pieces = atom.pieces
    number = _QUARTERS[pieces["ordinal"]]
    letter = "H" if atom.kind == "half" else "Q"
    year = year_of(pieces.get("year") or pieces.get("year_first") or pieces.get("fiscal"))
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


def _this_quarter(pieces: dict[str, str], context: Context) -> Resolved | None:
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


def _weekend(near: str, context: Context) -> Resolved:
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


def _unit(word: str) -> str:
    word = word.lower()
    if word.startswith("centur"):
        return "100Y"
    return when_words().units[word.removesuffix("s")]


def _near_unit(pieces: dict[str, str], context: Context) -> Resolved | None:
    """This, last, next, that, the following week, month, year."""
    unit = _unit(pieces["unit"])
    near = pieces["near"]
    word = near.removeprefix("the ")
    if unit.startswith("T") or pieces["unit"] == "night":
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
        return _span_of({"near": near, "count": "one", "unit": pieces["unit"]}, context)
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


def _in_current(atom: Atom, context: Context) -> Resolved:
    """Later in the day, at the end of the month, at year-end: of the current one."""
    today = context.published
    if today is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    value = step(today, _unit(atom.pieces["unit"]), 0)
    bounds = interval(value) if value else None
    if bounds is None:
        return Resolved(kind="DATE", value=value, anchored=True)
    first, last = bounds[0], bounds[1]
    mod = atom.pieces.get("mod", "end")
    ends = {"earlier": (first, today.isoformat()), "later": (today.isoformat(), last)}
    if mod == "end":
        span = (day_of(last) or today) - (day_of(first) or today)
        ends["end"] = (((day_of(last) or today) - span / 4).isoformat(), last)
    return Resolved(kind="DATE", value=value, anchored=True, bounds=ends.get(mod, (first, last)))


def _count_of(written: str) -> float | None:
    """The number of units; None for a few, several, many."""
    word = written.lower()
    if word.endswith(" and a half"):
        whole = number_of(word.removesuffix(" and a half"))
        return None if whole is None else whole + 0.5
    if word in UNKNOWN_COUNTS:
        return None
    if word.startswith(("a couple", "an couple")):
        return 2
    if word in {"a", "an"}:
        return 1
    if word.startswith("half"):
        return 0.5
    return number_of(word)


def _length(pieces: dict[str, str]) -> str | None:
    """The TIMEX3 value of a duration; X where the count is not known."""
    unit = _unit(pieces["unit"])
    count = (
        _count_of(pieces["count"]) if "count" in pieces else (1.0 if "every" in pieces else None)
    )
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


def _span_of(pieces: dict[str, str], context: Context) -> Resolved:
    """The past two weeks, the next few days: a duration whose one end is the publication day."""
    value = _length(pieces)
    word = pieces["near"].removeprefix("the ")
    if word in {"first", "final", "previous", "preceding", "following", "latest"}:
        return Resolved(kind="DURATION", value=value)
    today = context.published
    if today is None:
        return Resolved(kind="DURATION", value=value, anchored=True)
    count = _count_of(pieces["count"])
    ahead = word in AHEAD_WORDS
    far = None
    if count is not None:
        moved = _moved(today, _unit(pieces["unit"]), count if ahead else -count)
        far = moved.isoformat() if moved else None
    bounds = (today.isoformat(), far) if ahead else (far, today.isoformat())
    return Resolved(kind="DURATION", value=value, anchored=True, bounds=bounds)


def _moved(day: date, unit: str, count: float) -> date | None:
    """The day a length of time away."""
    try:
        if unit in {"D", "W", "2W"}:
            return day + timedelta(days=count * {"D": 1, "W": 7, "2W": 14}[unit])
        if unit.startswith("T"):
            return day + timedelta(hours=count * {"TH": 1, "TM": 1 / 60, "TS": 1 / 3600}[unit])
        months = {"M": 1, "3M": 3, "Y": 12, "10Y": 120, "100Y": 1200}[unit]
        return add_months(day, round(count * months))
    except OverflowError:
        return None


def _open_span(near: str, context: Context) -> Resolved:
    """Recent weeks, coming months."""
    value = "FUTURE_REF" if near in {"coming", "ensuing"} else "PAST_REF"
    return Resolved(
        kind="DATE", value=value, anchored=True, bounds=_reference_bounds(value, context)
    )


def _ago(pieces: dict[str, str], context: Context) -> Resolved:
    """Two weeks ago, a day earlier, three months later."""
    near, unit = pieces["near"], _unit(pieces["unit"])
    count = _count_of(pieces["count"]) if "count" in pieces else None
    if "count" not in pieces and not pieces["unit"].endswith("s"):
        count = 1.0
    back = near in {"ago", "earlier", "before", "before that", "previously"}
    from_today = near in {"ago", "from now", "hence", "from today"}
    if not from_today and near != "previously" and not (near == "earlier" and unit.endswith("Y")):
        on, anchored = _base(context.last, unit), context.last_anchored
    else:
        on, anchored = context.published, True
    if count is None:
        reference = "PAST_REF" if back else "FUTURE_REF"
        bounds = _reference_bounds(reference, context) if from_today else (None, None)
        return Resolved(kind="DATE", value=reference, anchored=anchored, bounds=bounds)
    if unit.startswith("T"):
        return Resolved(
            kind="DURATION", value=_length(pieces), anchored=anchored, bounds=(None, None)
        )
    if unit == "Y" and count == 1 and back and context.quarter:
        year, _, nth = context.quarter.partition("-")
        return Resolved(kind="DATE", value=f"{int(year) - 1:04d}-{nth}", anchored=True)
    if "half" in pieces:
        count += 0.5
    if on is None and not from_today:
        return Resolved(kind="DURATION", value=_length(pieces), anchored=anchored)
    if on is None:
        return Resolved(kind="DATE", value=None, anchored=anchored)
    if count != int(count):
        moved = _moved(on, unit, -count if back else count)
        value = f"{moved:%Y-%m}" if moved else None
        return Resolved(kind="DATE", value=value, anchored=anchored)
    return Resolved(kind="DATE", value=step(on, unit, -count if back else count), anchored=anchored)
