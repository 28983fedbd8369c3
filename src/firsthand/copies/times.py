"""Which of two articles was published first, as far as their stamps can tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from firsthand.domain import Article, DateBound

__all__ = ["earlier", "granularity", "interval", "latest"]

_UNKNOWN_ZONE = timedelta(hours=12)
"""Half the span of the world's clocks: what a stamp without offset may be off."""


def interval(stamp: str) -> tuple[datetime, datetime, bool] | None:
    """First and last instant a stamp may mean, and whether it carries an offset.

    "2024-10-28" is a whole day, "2024-10" a month; None for what is not ISO 8601.
    """
    pads = {4: "-01-01", 7: "-01"}
    try:
        start = datetime.fromisoformat(stamp + pads.get(len(stamp), ""))
    except ValueError:
        return None
    length = {4: timedelta(days=366), 7: timedelta(days=31), 10: timedelta(days=1)}.get(
        len(stamp), timedelta(minutes=1)
    )
    aware = start.tzinfo is not None
    start = start.astimezone(UTC) if aware else start.replace(tzinfo=UTC)
    return start, start + length, aware


_GRANULARITY = {4: "year", 7: "month", 10: "day"}
"""Characters of an ISO 8601 stamp → how precise it is."""


def granularity(stamp: str | None) -> str:
    """How precise a stamp is: ``year``, ``month``, ``day``, ``minute`` or ``unknown``."""
    if stamp is None or interval(stamp) is None:
        return "unknown"
    return _GRANULARITY.get(len(stamp), "minute")


def earlier(a: Article, b: Article) -> bool:
    """Whether `a` was certainly published before `b`: their stamps do not overlap.

    Bounds are no dates, and a stamp with an offset is compared with one without only at a
    distance of half a day. False also where nothing is known.
    """
    if {a.published_bound, b.published_bound} != {DateBound.EXACT}:
        return False
    if a.published is None or b.published is None:
        return False
    first, second = interval(a.published), interval(b.published)
    if first is None or second is None:
        return False
    slack = timedelta() if first[2] == second[2] else _UNKNOWN_ZONE
    return first[1] + slack <= second[0]


def latest(article: Article) -> datetime:
    """The last instant at which an article may have been published; far off where not known."""
    known = article.published is not None and article.published_bound is DateBound.EXACT
    stamp = interval(article.published) if article.published is not None and known else None
    return datetime.max.replace(tzinfo=UTC) if stamp is None else stamp[1]
