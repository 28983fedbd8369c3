"""Compare and print ISO 8601 dates without making them more precise than they are."""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["order_of", "shown"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _moment(date: str) -> datetime | None:
    """The date as a moment; None for a year, a month or anything else."""
    try:
        return datetime.fromisoformat(date)
    except ValueError:
        return None


def order_of(date: str) -> str:
    """A key that sorts ISO 8601 dates of mixed precision by the moment they begin.

    Times with an offset are compared in UTC; times without one as if they were UTC, because
    nothing better is known. What cannot be read sorts by its characters.
    """
    moment = _moment(date) if "T" in date else None
    if moment is None:
        return date
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S")


def shown(date: str | None) -> str:
    """Print a date for a reader: ``28 Oct 2024 12:25 UTC``, ``28 Oct 2024``, ``Oct 2024``, ``2024``.

    A time with an offset is given in UTC, a time without one says so. ``undated`` for None; a
    value of another form is printed as it is.
    """
    if date is None:
        return "undated"
    parts = date.split("-")
    if len(parts) == 2 and len(parts[0]) == 4 and all(part.isdigit() for part in parts):
        month = int(parts[1])
        return f"{_MONTHS[month - 1]} {parts[0]}" if 1 <= month <= 12 else date
    moment = _moment(date)
    if moment is None:
        return date
    if "T" in date and moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    if "T" not in date:
        return day
    zone = "UTC" if moment.tzinfo is not None else "(no time zone given)"
    return f"{day} {moment:%H:%M} {zone}"
