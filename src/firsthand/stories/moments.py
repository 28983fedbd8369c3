"""When an article was published, in UTC, as far as its stamp can tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from firsthand.domain import Article, ArticleId, DateBasis

__all__ = ["day_of_publication", "interval", "known_interval", "order_of_publication"]

_NEVER = datetime.max.replace(tzinfo=UTC)
_PADS = {4: "-01-01", 7: "-01"}
_LENGTHS = {4: timedelta(days=366), 7: timedelta(days=31), 10: timedelta(days=1)}


def interval(stamp: str) -> tuple[datetime, datetime] | None:
    """First and last instant, the last exclusive, that an ISO 8601 stamp may mean.

    A stamp without an offset is read as UTC: nothing better is known. None for what is no date.
    """
    try:
        start = datetime.fromisoformat(stamp + _PADS.get(len(stamp), ""))
        start = start.astimezone(UTC) if start.tzinfo is not None else start.replace(tzinfo=UTC)
        return start, start + _LENGTHS.get(len(stamp), timedelta(minutes=1))
    except (ValueError, OverflowError):
        return None


def known_interval(article: Article) -> tuple[datetime, datetime] | None:
    """That of an article's publication; None where it is not known."""
    if article.published is None or article.published_basis is DateBasis.UNKNOWN:
        return None
    return interval(article.published)


def order_of_publication(article: Article) -> tuple[datetime, datetime, ArticleId]:
    """What sorts articles by publication, the undated last, and equal ones by id."""
    return (*(known_interval(article) or (_NEVER, _NEVER)), article.id)


def day_of_publication(article: Article) -> str | None:
    """The day in UTC, ISO 8601; None where it is not known to the day."""
    known = known_interval(article)
    if known is None or len(article.published or "") < len("2024-10-28"):
        return None
    return known[0].date().isoformat()
