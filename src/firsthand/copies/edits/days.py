"""Whether two texts give another day at one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.copies.edits.stretches import Stretch
from firsthand.domain import Article

__all__ = ["dated_numbers", "other_days"]

_NEAR = 2
"""Words between a month and the figures of its day or year."""

_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?|\d{1,2}(?:am|pm)")
_HALVES = frozenset({"a.m", "p.m", "am", "pm"})
_SHORT = 4
"""Letters up to which the name of a day or month counts only with a capital ("may", "sun")."""


@dataclass(frozen=True, slots=True)
class _Time:
    """A day, month, year or hour that is named, as far as it is named."""

    kind: str
    """weekday, near, month, year or clock."""

    number: int
    day: int | None = None
    """Of the month."""

    words: tuple[int, ...] = ()
    """Where its figures stand."""

    said: str = ""


def other_days(a: Stretch, b: Stretch) -> bool:
    """Whether each text names a time here that is not the other's.

    A weekday and "yesterday", or a day with its number, are compared by the dates of the articles;
    where these are not known, or one day apart (the clocks of two places), nothing is said.
    """
    one, other = list(_times(a)), list(_times(b))
    own = [time for time in one if _key(time) not in {_key(time) for time in other}]
    foreign = [time for time in other if _key(time) not in {_key(time) for time in one}]
    dates = _published(a.text.article), _published(b.text.article)
    return bool(own and foreign) and any(all(_clash(x, y, *dates) for y in foreign) for x in own)


def dated_numbers(a: Stretch, b: Stretch) -> frozenset[tuple[str, int]]:
    """Places of the numbers that belong to a date, as ("a" or "b", word)."""
    return frozenset(
        (side, word)
        for side, stretch in (("a", a), ("b", b))
        for time in _times(stretch)
        for word in time.words
    )


def _key(time: _Time) -> tuple[str, int, int | None, str]:
    return time.kind, time.number, time.day, time.said


def _times(stretch: Stretch) -> Iterator[_Time]:
    """The times that have a word inside the stretch."""
    known = stretch.known
    folded = stretch.text.words.folded
    wide = stretch.wider(_NEAR, _NEAR)
    months = {
        at: known.months[folded[at]]
        for at in range(wide.first, wide.last)
        if folded[at] in known.months and _is_name(stretch, at)
    }
    taken: set[int] = set()
    for at, month in months.items():
        day = next((n for n in (at - 1, at + 1, at - 2) if _day(stretch, n)), None)
        words = () if day is None else (day,)
        taken |= {at, *words}
        if any(stretch.first <= word < stretch.last for word in (at, *words)):
            number = None if day is None else _day(stretch, day)
            yield _Time("month", month, number, words)
    for at in range(stretch.first, stretch.last):
        word = folded[at]
        if at in taken:
            continue
        if word in known.weekdays and _is_name(stretch, at):
            yield _Time("weekday", known.weekdays[word])
        elif word in known.near:
            yield _Time("near", known.near[word])
        elif _YEAR.fullmatch(word) and _is_year(stretch, at, months):
            yield _Time("year", int(word), words=(at,))
        elif _CLOCK.fullmatch(word):
            yield _Time("clock", 0, words=(at,), said=word)
        elif word.isdigit() and at + 1 < stretch.end and folded[at + 1] in _HALVES:
            yield _Time("clock", 0, words=(at,), said=word + folded[at + 1][0])


def _is_name(stretch: Stretch, at: int) -> bool:
    """Whether a word may be the name of a day or month, not a verb or a star."""
    return len(stretch.text.words.folded[at]) > _SHORT or stretch.written(at)[0].isupper()


def _day(stretch: Stretch, at: int) -> int | None:
    if not stretch.start <= at < stretch.end:
        return None
    found = _DAY.fullmatch(stretch.text.words.folded[at])
    return int(found.group(1)) if found and 1 <= int(found.group(1)) <= 31 else None


def _is_year(stretch: Stretch, at: int, months: dict[int, int]) -> bool:
    before = stretch.text.words.folded[max(stretch.start, at - 1) : at]
    return not stretch.known.years.isdisjoint(before) or any(
        abs(at - month) <= _NEAR for month in months
    )


def _clash(x: _Time, y: _Time, published_x: date | None, published_y: date | None) -> bool:
    """Whether two times cannot be one."""
    if x.kind == y.kind and x.kind != "near":
        if x.kind == "month" and x.number == y.number:
            return x.day is not None and y.day is not None and x.day != y.day
        return True
    if "year" in {x.kind, y.kind} or "clock" in {x.kind, y.kind}:
        return False
    one, other = _days(x, published_x), _days(y, published_y)
    if not one or not other:
        return False
    return min(abs((first - second).days) for first in one for second in other) > 1


def _days(time: _Time, published: date | None) -> list[date]:
    """The days that a time may be in an article of that date."""
    if published is None:
        return []
    if time.kind == "near":
        return [published + timedelta(days=time.number)]
    if time.kind == "weekday":
        back = (published.weekday() - time.number) % 7
        return [published - timedelta(days=back), published + timedelta(days=7 - back)]
    found = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            found.append(date(year, time.number, time.day or 0))
        except ValueError:
            continue
    return found


def _published(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None
