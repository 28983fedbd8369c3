"""The days or minutes between which a time lies, as wide as its words leave it.

A value says how precise a time is, the bounds say where it can lie: "by Friday" has no beginning,
"since Monday" ends on the day of writing, "recent weeks" reach back some weeks and not years, "more
than two years ago" has no bound on the far side.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from firsthand.domain import Precision
from firsthand.text.tense import Direction
from firsthand.text.timex import day_of, interval
from firsthand.text.when_context import Context, Resolved
from firsthand.text.when_join import Expression
from firsthand.text.when_lengths import count_of, day_away
from firsthand.text.when_offsets import vague_end
from firsthand.text.when_values import UNKNOWN_COUNT

__all__ = ["Bounds", "bounds_of"]

_LAST_MINUTE = "T23:59"
_SHORTLY = timedelta(hours=1)
"""How far from a clock time "shortly after" and "just before" reach at most."""

_ABOUT = timedelta(minutes=30)
"""How far "about 9 p.m." reaches on either side: clocks are rounded to the hour or the half."""

_HALVES = {"early": ("T00:00", "T11:59"), "late": ("T12:00", _LAST_MINUTE)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Earliest and latest day or minute, both inclusive, and how precise the words are."""

    earliest: str | None = None
    latest: str | None = None
    precision: Precision | None = None


def bounds_of(expression: Expression, meant: Resolved, context: Context) -> Bounds:
    """Between which days or minutes a resolved expression lies; open or unknown sides are None."""
    known = interval(meant.value) if meant.value and meant.kind in {"DATE", "TIME"} else None
    found = Bounds(earliest=known[0], latest=known[1], precision=known[2]) if known else Bounds()
    if meant.bounds is not None:
        low, high = meant.bounds
        wider = (
            known is not None
            and known[2] is not Precision.MINUTE
            and not (known[0] <= (low or "") and (high or "~") <= known[1])
        )
        precision = None if wider else found.precision
        precision = precision or (Precision.FUZZY if low or high else None)
        found = Bounds(earliest=low, latest=high, precision=precision)
    if known and found.precision is Precision.DAY and expression.until is None:
        found = _part_of_day(expression, found)
    clock = expression.atom("clock")
    if clock is not None and "about" in clock.pieces and expression.until is None:
        found = _about(found)
    if context.published is not None and expression.atoms[0].kind in {"ago", "span-of"}:
        found = _approximate(expression, meant, found, context.published)
    if meant.kind == "DURATION" and context.published is not None:
        found = _ahead_by(expression, found, context)
    return _opened(found, context) if known or meant.bounds else found


def _part_of_day(expression: Expression, found: Bounds) -> Bounds:
    """Read "early on Friday" as that day's first half, "late on Friday" its second, by the minute."""
    ends = _HALVES.get(expression.mod)
    if ends is None or found.earliest is None or found.earliest != found.latest:
        return found
    return Bounds(
        earliest=found.earliest + ends[0],
        latest=found.earliest + ends[1],
        precision=Precision.PART,
    )


def _approximate(expression: Expression, meant: Resolved, found: Bounds, today: date) -> Bounds:
    """Widen "nearly four years ago", "more than a week ago", "about two months ago" by a unit.

    Dates only: "in the past two weeks" has both its ends.
    """
    pieces = expression.atoms[0].pieces
    low, high = day_of(found.earliest), day_of(found.latest)
    if meant.kind != "DATE" or not pieces.get("about") or low is None or high is None:
        return found
    back = high <= today
    unit = pieces["unit"]
    earlier, later = day_away(low, unit, -1), day_away(high, unit, 1)
    if earlier is None or later is None:
        return found
    far, near = (earlier, min(later, today)) if back else (max(earlier, today), later)
    match pieces["about"]:
        case "nearly" | "less-than" | "at-most":
            ends: tuple[date | None, date | None] = (low, near) if back else (far, high)
        case "more-than" | "at-least":
            ends = (None, high) if back else (low, None)
        case _:
            ends = (far, near)
    return Bounds(
        earliest=ends[0].isoformat() if ends[0] else None,
        latest=ends[1].isoformat() if ends[1] else None,
        precision=Precision.FUZZY,
    )


def _ahead_by(expression: Expression, found: Bounds, context: Context) -> Bounds:
    """Count "within two weeks" and "in two weeks" from the day of writing in a clause that looks ahead."""
    pieces, today = expression.atoms[0].pieces, context.published
    counted = expression.atoms[0].kind in {"duration", "units"} and "unit" in pieces
    if (
        today is None
        or not counted
        or context.direction is not Direction.AHEAD
        or context.by not in {"within", "in"}
    ):
        return found
    count = count_of(pieces.get("count", UNKNOWN_COUNT))
    if count is None:
        start: date | None = today
        end = vague_end(today, pieces["unit"], ahead=True)
    else:
        end = day_away(today, pieces["unit"], count)
        start = today if context.by == "within" else day_away(today, pieces["unit"], count - 1)
        if context.by == "in":
            end = day_away(today, pieces["unit"], count + 1)
    return Bounds(
        earliest=start.isoformat() if start else None,
        latest=end.isoformat() if end else None,
        precision=Precision.FUZZY,
    )


def _opened(found: Bounds, context: Context) -> Bounds:
    """Open a side, or close it on the day of writing, as the preposition before the time says."""
    if found.earliest is None and found.latest is None:
        return found
    low, high, today = found.earliest, found.latest, context.published
    ahead = context.direction is Direction.AHEAD or (
        today is not None and (low or "") > f"{today}~"
    )
    if context.opens in {"from", "through"} and not ahead:
        return found  # "a report from Monday", "all through last week"
    match context.opens:
        case "since" if today is not None and low is not None and low[:10] <= today.isoformat():
            end = today.isoformat() + (_LAST_MINUTE if "T" in low else "")
            return Bounds(earliest=low, latest=max(end, low), precision=found.precision)
        case "since" if today is None:
            return Bounds(earliest=low, precision=found.precision)
        case "by" | "until" | "till" | "through":
            return Bounds(latest=high, precision=found.precision)
        case "just-before" | "just-after" if found.precision is Precision.MINUTE and low:
            return _near(low, found, before=context.opens == "just-before")
        case "before" | "just-before" if low is not None:
            return Bounds(latest=_just_before(low), precision=found.precision)
        case "after" | "just-after" | "from" | "not-before":
            return Bounds(earliest=low, precision=found.precision)
        case "about":
            return _about(found)
        case _:
            return found


def _near(minute: str, found: Bounds, *, before: bool) -> Bounds:
    """Read "shortly after 5 p.m." as within the hour."""
    stated, zone = minute[:16], minute[16:]
    try:
        away = datetime.fromisoformat(stated) + (-_SHORTLY if before else _SHORTLY)
    except (ValueError, OverflowError):
        return found
    other = f"{away:%Y-%m-%dT%H:%M}{zone}"
    low, high = (other, minute) if before else (minute, other)
    return Bounds(earliest=low, latest=high, precision=found.precision)


def _about(found: Bounds) -> Bounds:
    """Read "at about 9 p.m." as half an hour on either side, and no minute."""
    if found.precision is not Precision.MINUTE or found.earliest != found.latest:
        return found
    stated, zone = (found.earliest or "")[:16], (found.earliest or "")[16:]
    try:
        minute = datetime.fromisoformat(stated)
        low, high = minute - _ABOUT, minute + _ABOUT
    except (ValueError, OverflowError):
        return found
    return Bounds(
        earliest=f"{low:%Y-%m-%dT%H:%M}{zone}",
        latest=f"{high:%Y-%m-%dT%H:%M}{zone}",
        precision=Precision.PART,
    )


def _just_before(moment: str) -> str:
    """The day before a day; a minute is its own bound."""
    day = day_of(moment)
    if "T" in moment or day is None or day == date.min:
        return moment
    return (day - timedelta(days=1)).isoformat()
