"""Resolve whatever is neither a day nor a time of day, each kind by its own module."""

from __future__ import annotations

from firsthand.text.timex import day_of, interval, step
from firsthand.text.when_atoms import Atom
from firsthand.text.when_context import Context, Resolved, year_of
from firsthand.text.when_join import Expression
from firsthand.text.when_lengths import length_of
from firsthand.text.when_named import (
    named_decade,
    named_month,
    named_quarter,
    named_season,
    named_weekend,
    this_quarter,
)
from firsthand.text.when_offsets import (
    ago,
    fiscal_year,
    near_unit,
    open_span,
    reference_bounds,
    span_of,
)

__all__ = ["period"]


def period(expression: Expression, context: Context) -> Resolved | None:
    """What an expression means that is neither a day nor a time of day."""
    atom = expression.atoms[0]
    pieces = atom.pieces
    match atom.kind:
        case "month":
            return _within(expression, named_month(expression, context), context)
        case "season":
            return _within(expression, named_season(expression, context), context)
        case "year":
            year = year_of(pieces.get("year"))
            if year is None:
                return None
            return _within(expression, Resolved(kind="DATE", value=f"{year:04d}"), context)
        case "fiscal":
            return fiscal_year(int(pieces["year"]))
        case "decade":
            return _within(expression, named_decade(pieces["decade"], context), context)
        case "century":
            return Resolved(kind="DATE", value=f"{int(pieces['ordinal']) - 1:02d}")
        case "quarter" | "half":
            return _within(expression, named_quarter(expression, context), context)
        case "this-quarter":
            return this_quarter(pieces, context)
        case "weekend":
            return named_weekend(pieces["near"], context)
        case "near-unit":
            return _within(expression, near_unit(pieces, context), context)
        case "later-in" | "edge":
            return _in_current(atom, context)
        case "span-of":
            return span_of(pieces, context)
        case "open-span":
            return open_span(pieces, context)
        case "ago":
            return ago(pieces, context)
        case "duration" | "units":
            return Resolved(kind="DURATION", value=length_of(pieces))
        case "event-unit" if "plural" in pieces:
            return Resolved(kind="DURATION", value=length_of(pieces))
        case "event-unit":
            return Resolved(kind="DATE", value=None)
        case "year-span":
            return _business_year(context)
        case "every-unit":
            return Resolved(kind="SET", value=length_of(pieces))
        case "set":
            return Resolved(kind="SET", value=pieces["set"])
        case "reference":
            reference = pieces["reference"]
            bounds = reference_bounds(reference, context)
            return Resolved(kind="DATE", value=reference, anchored=True, bounds=bounds)
        case _:
            return None


def _within(expression: Expression, found: Resolved | None, context: Context) -> Resolved | None:
    """Narrow a month's, season's or year's interval by "early", "mid", "late", "earlier", "later"."""
    mod = expression.mod or expression.atoms[0].pieces.get("mod", "")
    if found is None or found.value is None or not mod or found.bounds:
        return found
    bounds = interval(found.value)
    if bounds is None:
        return found
    low, high = day_of(bounds[0]), day_of(bounds[1])
    if low is None or high is None:
        return found
    half = (high - low) / 2
    today = context.published
    match mod:
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


def _business_year(context: Context) -> Resolved:
    """Read "the full year" as the one running; a year "ended March 31" is a length up to that day."""
    if context.ended or context.published is None:
        return Resolved(kind="DURATION", value="P1Y")
    return fiscal_year(context.published.year, anchored=True)


def _in_current(atom: Atom, context: Context) -> Resolved:
    """Later in the day, at the end of the month, at year-end: of the current one."""
    today = context.published
    if today is None:
        return Resolved(kind="DATE", value=None, anchored=True)
    value = step(today, atom.pieces["unit"], 0)
    bounds = interval(value) if value else None
    if bounds is None:
        return Resolved(kind="DATE", value=value, anchored=True)
    first, last = bounds[0], bounds[1]
    mod = atom.pieces.get("mod", "end")
    span = (day_of(last) or today) - (day_of(first) or today)
    low, high = day_of(first) or today, day_of(last) or today
    ends = {
        "earlier": (first, today.isoformat()),
        "later": (today.isoformat(), last),
        "start": (first, (low + span / 4).isoformat()),
        "mid": ((low + span / 4).isoformat(), (high - span / 4).isoformat()),
        "end": ((high - span / 4).isoformat(), last),
    }
    return Resolved(kind="DATE", value=value, anchored=True, bounds=ends.get(mod, (first, last)))
