"""Resolve a range of two times: what one end leaves out it takes from the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from firsthand.text.timex import day_of, interval
from firsthand.text.when_atoms import Atom
from firsthand.text.when_context import Context, Resolved, is_past
from firsthand.text.when_join import CLOCKS, DAYS, Expression

__all__ = ["range_of"]

_WEEK_DAYS = 7


def range_of(
    expression: Expression,
    context: Context,
    resolved: Callable[[Expression, Context], Resolved | None],
) -> Resolved | None:
    """What "from Monday to Wednesday" or "between 9 and 11 p.m. on Friday" means.

    Args:
        expression: A range.
        context: What it is resolved against.
        resolved: Resolves one end.
    """
    if expression.until is None:
        return None
    start = Expression(
        start=expression.start,
        end=expression.end,
        atoms=_in_year_of(expression.until, expression.atoms),
        mod=expression.mod,
    )
    start, until = _completed(start, expression.until)
    first, last = resolved(start, context), resolved(until, context)
    if first is None or last is None:
        return None
    anchored = first.anchored or last.anchored
    if first.value is None or last.value is None:
        return Resolved(kind=first.kind, value=None, anchored=anchored)
    value: str | None = f"{first.value}/{last.value}"
    if interval(f"{first.value}/{last.value}") is None:
        value = _in_order(first.value, last.value, context)
    return Resolved(kind=first.kind, value=value, anchored=anchored)


def _completed(first: Expression, last: Expression) -> tuple[Expression, Expression]:
    """Two clock times of one day and one half of it, where only one end names them."""
    clocks = first.atom(*CLOCKS), last.atom(*CLOCKS)
    if clocks[0] is None or clocks[1] is None:
        return first, last
    half = clocks[1].pieces.get("half_day")
    if half and "hour" in clocks[0].pieces and "half_day" not in clocks[0].pieces:
        hours = [
            int(clock.pieces["hour"]) % 12 for clock in clocks if clock and "hour" in clock.pieces
        ]
        same = len(hours) == 1 or hours[0] < hours[1]
        given = clocks[0].pieces | {"half_day": half if same else {"pm": "am"}.get(half, "pm")}
        changed = [
            replace(atom, pieces=given) if atom is clocks[0] else atom for atom in first.atoms
        ]
        first = replace(first, atoms=tuple(changed))
    day = _days(first) or _days(last)
    if not _days(first):
        first = replace(first, atoms=first.atoms + day)
    if not _days(last):
        last = replace(last, atoms=last.atoms + day)
    return first, last


def _days(expression: Expression) -> tuple[Atom, ...]:
    return tuple(atom for atom in expression.atoms if atom.kind in DAYS)


def _in_year_of(until: Expression, atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The first end's atoms, in the year printed behind the last ("June to August 2020")."""
    year = until.atoms[0].pieces.get("year")
    behind = until.atom("near-unit")
    if behind is not None and len(atoms) == 1 and "month" in atoms[0].pieces:
        return (*atoms, behind)  # "from 14 June to 14 July next year"
    if year is None or any("year" in atom.pieces for atom in atoms):
        return atoms
    first, last = atoms[0].pieces.get("month"), until.atoms[0].pieces.get("month")
    if first is None or last is None:
        return atoms
    stated = f"{int(year) - (int(first) > int(last)):04d}"
    return (replace(atoms[0], pieces=atoms[0].pieces | {"year": stated}), *atoms[1:])


def _in_order(first: str, last: str, context: Context) -> str | None:
    """Put a range in order: clock times by a day, weekdays by a week, backwards in the past."""
    low, high = day_of(first), day_of(last)
    if low is None or high is None or (low - high).days >= _WEEK_DAYS:
        return None
    if "T" in first and "T" in last and low == high:
        value = f"{first}/{high + timedelta(days=1)}{last[10:]}"
        return value if interval(value) else None
    if is_past(context):
        low -= timedelta(days=_WEEK_DAYS)
    else:
        high += timedelta(days=_WEEK_DAYS)
    return f"{low}/{high}"
