"""Say which time an expression means, from its words, the publication day and the tense around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from firsthand.text.timex import day_of, iso_week
from firsthand.text.when_atoms import Atom
from firsthand.text.when_context import AHEAD_WORDS, PAST_WORDS, Context, Resolved
from firsthand.text.when_days import named_day
from firsthand.text.when_join import CLOCKS, DAYS, Expression
from firsthand.text.when_periods import period
from firsthand.text.when_ranges import range_of

__all__ = ["resolved"]


_NOON = 12
_SMALL = 6
"""Hours up to this one are small hours: "at five at night" is no five in the evening."""


def resolved(expression: Expression, context: Context) -> Resolved | None:
    """What `expression` means in its context; a value of None where that is not known.

    None only where the words turn out to say no time at all ("February 31").
    """
    try:
        return _resolved(expression, context)
    except OverflowError:  # "the next day" of 9999-12-31: no calendar goes on
        kind = "TIME" if expression.atom("part", *CLOCKS) else "DATE"
        return Resolved(kind=kind, value=None)


def _resolved(expression: Expression, context: Context) -> Resolved | None:
    if expression.until is not None:
        return range_of(expression, context, resolved)
    day = named_day(expression, context) if expression.atom(*DAYS) else None
    part = expression.atom("part")
    clock = expression.atom(*CLOCKS)
    if clock is not None:
        return _clock(clock, part, day, context)
    if part is not None:
        return _part(part, day, context)
    if day is not None:
        return _week_of(day) if expression.mod == "week" else day
    return period(expression, context)


def _week_of(day: Resolved) -> Resolved:
    """Read "the week of March 6" as the calendar week that holds that day."""
    on = day_of(day.value)
    return day if on is None else replace(day, value=iso_week(on))


def _clock(clock: Atom, part: Atom | None, day: Resolved | None, context: Context) -> Resolved:
    """A clock time on a named day, else on the day named last, else on no known day."""
    time = _clock_time(clock, part)
    base = day.value if day else None
    anchored = day.anchored if day else False
    if part is not None and base is None:
        found = _part(part, day, context)
        base = found.value[:10] if found and found.value else None
        anchored = anchored or bool(found and found.anchored)
    if base is None and day is None:
        base, anchored = (context.last or "")[:10] or None, context.last_anchored
    on = day_of(base)
    if on is None or time is None:
        return Resolved(kind="TIME", value=None, anchored=anchored)
    if part is not None and part.pieces["part"] == "eve" and int(time[:2]) >= _NOON:
        on -= timedelta(days=1)
    value = f"{on}T{time}"
    if time == "24:00":
        minute = f"{on + timedelta(days=1)}T00:00"
        return Resolved(kind="TIME", value=value, anchored=anchored, bounds=(minute, minute))
    zone = clock.pieces.get("zone")
    if zone is None:
        return Resolved(kind="TIME", value=value, anchored=anchored)
    east = int(zone)
    mark = f"{'+' if east >= 0 else '-'}{abs(east) // 60:02d}:{abs(east) % 60:02d}"
    return Resolved(
        kind="TIME", value=value, anchored=anchored, bounds=(value + mark, value + mark)
    )


def _clock_time(clock: Atom, part: Atom | None) -> str | None:
    pieces = clock.pieces
    if point := pieces.get("point"):
        return point
    if "hour24" in pieces:
        hour = int(pieces["hour24"])
        of_part = part.pieces["part"] if part is not None else ""
        later = hour < _NOON and (of_part in {"AF", "EV"} or (of_part == "NI" and hour > _SMALL))
        return f"{hour + (_NOON if later else 0):02d}:{pieces.get('minute24', '00')}"
    if "hour" not in pieces:
        return None
    late = pieces.get("half_day") == "pm" or (
        part is not None and part.pieces["part"] in {"AF", "EV", "NI"}
    )
    if "half_day" not in pieces and part is None:
        return None
    whole = int(pieces["hour"])
    if whole > 12:
        return f"{whole:02d}:{pieces.get('minute', '00')}"
    return f"{whole % 12 + (12 if late else 0):02d}:{pieces.get('minute', '00')}"


def _part(part: Atom, day: Resolved | None, context: Context) -> Resolved | None:
    """A part of a day."""
    eve = part.pieces["part"] == "eve"
    code = "NI" if eve or part.pieces["part"] == "overnight" else part.pieces["part"]
    if day is not None:
        if day.kind == "SET":
            return Resolved(kind="SET", value=f"{day.value}T{code}")
        on = day_of((day.value or "")[:10])
        value = f"{on - timedelta(days=eve)}T{code}" if on else None
        return Resolved(kind="TIME", value=value, anchored=day.anchored)
    near, that = part.pieces.get("near", ""), part.pieces.get("that", "")
    if that in {"every", "each"}:
        return Resolved(kind="SET", value=f"XXXX-XX-XXT{code}")
    if that and that != "the":
        on = day_of((context.last or "")[:10])
        away = {"the next": 1, "the following": 1, "the previous": -1}.get(that, 0)
        value = f"{on + timedelta(days=away)}T{code}" if on else None
        return Resolved(kind="TIME", value=value, anchored=context.last_anchored)
    if context.published is None:
        return Resolved(kind="TIME", value=None, anchored=True)
    if near in PAST_WORDS or part.pieces["part"] == "overnight":
        on = context.published - timedelta(days=1)
    elif near in AHEAD_WORDS:
        on = context.published + timedelta(days=1)
    else:
        on = context.published
    return Resolved(kind="TIME", value=f"{on}T{code}", anchored=True)
