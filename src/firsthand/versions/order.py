"""Which of two versions is the later one, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cmp_to_key

from firsthand.domain import Article
from firsthand.versions.likeness import host_named

__all__ = ["compared", "is_excerpt", "moment_of", "ordered"]

_WIDEST_OFFSETS = (timedelta(hours=-14), timedelta(hours=12))
"""A moment without a zone lies between these of the same moment in UTC."""

_LENGTHS = {4: timedelta(days=365), 7: timedelta(days=28), 10: timedelta(days=1)}
"""What a year, a month, a day written so leaves open, at least; the next one begins behind it."""

_FEEDS = frozenset({"rss", "atom", "json-feed", "sitemap"})
_EXCERPT = 0.7
"""Share of the full text's length below which a feed's entry is an excerpt. A feed with full content
leaves out captions and boxes at most; one without holds a paragraph or two."""

_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class _Moment:
    """A moment as far as it is stated."""

    earliest: datetime
    latest: datetime
    zoned: bool

    def before(self, other: _Moment) -> bool:
        """Whether it lies before `other` wholly, whatever is left open."""
        if self.zoned == other.zoned:
            return self.latest < other.earliest
        low, high = _WIDEST_OFFSETS
        return (self.latest if self.zoned else self.latest + high) < (
            other.earliest if other.zoned else other.earliest + low
        )


def moment_of(article: Article) -> tuple[str | None, str]:
    """The moment of a version and what it is: its update, else its fetch, else its publication."""
    for at, basis in (
        (article.updated, "updated"),
        (article.fetched_at, "fetched"),
        (article.published, "published"),
    ):
        if at is not None:
            return at, basis
    return None, "unknown"


def compared(a: Article, b: Article) -> int:
    """-1 where `a` is the earlier version, 1 where `b` is, 0 where nothing tells.

    The stated moments of update decide; where both have none, or the same, those of the fetch; then
    those of publication; then the latest moment that each of them is known by. At last a version
    that was withdrawn, or that has the other's correction notes and more, is the later one: notes
    are added, not taken away. The length of a text tells nothing.
    """
    for x, y in (
        (a.updated, b.updated),
        (a.fetched_at, b.fetched_at),
        (a.published, b.published),
        (_latest(a), _latest(b)),
    ):
        found = _set_apart(x, y)
        if found:
            return found
    if a.withdrawn != b.withdrawn:
        return 1 if a.withdrawn else -1
    ours, theirs = set(a.corrections), set(b.corrections)
    if ours != theirs and (ours < theirs or theirs < ours):
        return -1 if ours < theirs else 1
    return 0


def ordered(versions: list[Article]) -> list[Article]:
    """The versions, oldest first; what a feed holds of a text comes before the text, whatever its date.

    Between versions of which nothing tells the order, one fetched from its address stands behind one
    that only claims it, and then the digest of the bytes decides: the same answer on every run, and
    not a finding.
    """
    fullest = max(versions, key=lambda one: (len(one.text), one.id))
    fixed = sorted(versions, key=lambda one: (host_named(one), one.sha256, one.item, one.id))
    dated = sorted(fixed, key=cmp_to_key(compared))
    return sorted(dated, key=lambda one: not is_excerpt(one, fullest))


def is_excerpt(article: Article, full: Article) -> bool:
    """Whether `article` is what a feed holds of the text of `full`: the first lines, a summary."""
    from_feed = any(one.fact.source in _FEEDS for one in article.evidence)
    return from_feed and len(article.text) < _EXCERPT * len(full.text)


def _latest(article: Article) -> str | None:
    """The latest of an article's moments, by their beginnings."""
    stated = [at for at in (article.updated, article.fetched_at, article.published) if at]
    read = [(moment.earliest, at) for at in stated if (moment := _read(at)) is not None]
    return max(read)[1] if read else None


def _set_apart(x: str | None, y: str | None) -> int:
    a = _read(x) if x is not None else None
    b = _read(y) if y is not None else None
    if a is None or b is None:
        return 0
    return -1 if a.before(b) else 1 if b.before(a) else 0


def _read(at: str) -> _Moment | None:
    """An ISO 8601 moment, as precise as written; None where it is none."""
    full = {4: f"{at}-01-01", 7: f"{at}-01"}.get(len(at), at)
    try:
        begin = datetime.fromisoformat(full)
    except ValueError:
        return None
    zoned = begin.tzinfo is not None
    begin = begin.astimezone(UTC) if zoned else begin.replace(tzinfo=UTC)
    # to the minute where no seconds are written: two stamps of one minute are not set apart
    clock = at.partition("T")[2].partition("+")[0].partition("-")[0]
    rest = timedelta(seconds=0 if clock.count(":") > 1 else 59)
    try:
        return _Moment(begin, begin + _LENGTHS.get(len(at), rest + _SECOND) - _SECOND, zoned)
    except OverflowError:
        return None
