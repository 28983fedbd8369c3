"""What is new in a kept story since a moment, as lines for a terminal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime, timedelta
from typing import Any

from firsthand.domain import StoryChange, StoryChangeKind
from firsthand.errors import UsageError
from firsthand.store import KeptBrief, LoggedChange

__all__ = ["changed", "first_filling", "news_of", "since_moment"]

_MOST = 12
"""New sentences of a story that are listed; what is left out is counted."""

_WIDTH = 200

_Data = Mapping[str, Any]


def since_moment(named: str, *, now: datetime | None = None) -> str:
    """A moment as ISO 8601: as given, or the beginning (UTC) of ``today`` or ``yesterday``.

    Raises:
        UsageError: It is no date.
    """
    today = (now or datetime.now(UTC)).astimezone(UTC).date()
    days = {"today": today, "yesterday": today - timedelta(days=1)}
    if named in days:
        return days[named].isoformat()
    try:
        datetime.fromisoformat(named)
    except ValueError:
        raise UsageError(
            f"--since {named!r} is no date; write it as 2026-03-31, 2026-03-31T12:00:00+02:00, "
            "today or yesterday"
        ) from None
    return named


def first_filling(log: Sequence[LoggedChange]) -> frozenset[str]:
    """The articles that came into a store together, before there was anything to compare them with.

    Args:
        log: The whole log, in its order.
    """
    return frozenset(name for one in log if one.at == log[0].at for name in one.change.articles)


def news_of(
    kept: KeptBrief,
    log: Sequence[LoggedChange],
    moment: str,
    *,
    filled: AbstractSet[str] = frozenset(),
) -> tuple[str, ...]:
    """What came into a story since `moment`, and which of its sentences nobody had printed before.

    New is what was published since, by the articles' own stamps, and what reached the store since:
    of an article that came late it is said that it is older. Late articles of the store's first
    filling are counted only: to the store all of them were new.

    Args:
        kept: The story's brief.
        log: The entries of the log that name the story.
        moment: ISO 8601; without an offset it is UTC.
        filled: The articles of the store's first filling.

    Returns:
        Lines; none when nothing is new.
    """
    from firsthand.stories.moments import interval

    brief: _Data = json.loads(kept.json)
    at = interval(moment)
    assert at is not None  # the command line has looked at it
    start = at[0]
    articles = {one["id"]: one for one in brief["articles"]}
    published: set[str] = {name for name, one in articles.items() if _ended(one) > start}
    entries = [one for one in log if _moment(one.at) >= start]
    arrived: set[str] = {
        name
        for one in entries
        if one.change.story == kept.story and one.change.kind is not StoryChangeKind.SPLIT
        for name in one.change.articles
        if name in articles
    }
    lines = []
    days = (brief.get("thread") or {"days": []})["days"]
    texts = sum(name in published for day in days for name in day["texts"])
    if published:
        lines.append(
            f"since {moment}: {_count(len(published), 'article')} published, "
            f"{_count(texts, 'new text')} [{_letters(published, articles)}]"
        )
    if late := arrived - published:
        lines.append(
            f"added since {moment}, older or undated: {_count(len(late), 'article')} "
            f"[{_letters(late, articles)}]"
            + (f", {len(late & filled)} with the store's first filling" if late & filled else "")
        )
    lines += [
        f"{changed(one.change)}, {one.at[:10]}"
        for one in entries
        if one.change.kind in {StoryChangeKind.MERGED, StoryChangeKind.SPLIT}
    ]
    fresh = published | (late - filled)
    new = [one for day in days for one in day["new"] if one["article"] in fresh]
    lines += [
        f"{_source(articles[one['article']])}: “{_clipped(one['quote'])}”"
        for one in sorted(new, key=lambda one: _rank(one, articles))[:_MOST]
    ]
    if len(new) > _MOST:
        lines.append(f"and {len(new) - _MOST} more, under `thread` in the brief")
    return tuple(lines)


def changed(change: StoryChange, *, of: str | None = None) -> str:
    """A merge or a split in words, with why.

    Args:
        change: Of either kind.
        of: The id that was asked for, where it is one of long ago.
    """
    why = "; ".join(reason.feature for reason in change.reasons)
    verb = "went into" if change.kind is StoryChangeKind.MERGED else "was divided, part of it is"
    return f"story {of or change.other} {verb} {change.story}" + (f" ({why})" if why else "")


def _rank(one: _Data, articles: Mapping[str, _Data]) -> tuple[bool, int]:
    """The order of telling: leads with new names or numbers, then the others by what is new in them."""
    telling = 2 * bool(one["amounts"]) + bool(one["names"])
    lead = "\n" not in articles[one["article"]]["text"][: one["start"]].strip()
    return not (lead and telling), -telling


def _ended(article: _Data) -> datetime:
    """The last instant at which an article may have been published; the first of all if not known."""
    from firsthand.stories.moments import interval

    stamp = article["published"] if article["published_basis"] != "unknown" else None
    known = interval(stamp) if stamp else None
    return datetime.min.replace(tzinfo=UTC) if known is None else known[1]


def _moment(stamp: str) -> datetime:
    from firsthand.stories.moments import interval

    known = interval(stamp)
    return datetime.min.replace(tzinfo=UTC) if known is None else known[0]


def _letters(names: set[str], articles: Mapping[str, _Data]) -> str:
    return ", ".join(
        f"{articles[name]['letter']} {_outlet(articles[name])}"
        for name in sorted(names, key=lambda one: articles[one]["letter"])
    )


def _outlet(article: _Data) -> str:
    return str(article["outlet"] or article["file"].rstrip("/").rpartition("/")[2])


def _source(article: _Data) -> str:
    stamp = (article["published"] or "undated")[:16].replace("T", " ")
    return f"{article['letter']} {_outlet(article)}, {stamp}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _clipped(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1].rsplit(" ", 1)[0] + " …"
