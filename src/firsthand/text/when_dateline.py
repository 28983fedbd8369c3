"""The day that an article's dateline gives: the day of writing, which its times count from.

"KYIV, Oct. 24 (Agency) —" was written on 24 October, whatever day a page was put up on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from firsthand.domain import Sentence, ZoneKind
from firsthand.text.dateline import dateline_end
from firsthand.text.when_atoms import Atom, atoms_in, in_lower_case
from firsthand.text.when_words import WhenWords

__all__ = ["day_of_writing"]

_LONGEST = 200
"""Code points of a paragraph's beginning that can be a dateline."""

_FIRST_SENTENCES = 8
"""Sentences in which a dateline is looked for: headline, outlet, date and standfirst stand before it
in a text that came without zones."""

_OLDEST = timedelta(days=60)
"""A dateline without a year is of the year that puts it before publication by no more than this;
farther back it is more likely to be a misread line than a text held back so long."""

_AHEAD = timedelta(days=1)
"""A text may be dated a day later than it was published, east of the page that carries it."""


def day_of_writing(
    text: str,
    sentences: Sequence[Sentence],
    *,
    published: date | None,
    dateline: str | None,
    words: WhenWords,
) -> date | None:
    """The day in the dateline of a first paragraph, or in the dateline as handed over.

    Args:
        text: The article's text.
        sentences: Its sentences; the dateline opens one of the body's first paragraphs.
        published: The day of publication.
        dateline: The dateline as the page gives it.
        words: The language.

    Returns:
        None where no dateline names a day, or none that fits the day of publication.
    """
    body = [one.span.start for one in sentences[:_FIRST_SENTENCES] if one.zone is ZoneKind.BODY]
    openings = [
        text[start : start + _LONGEST].partition("\n\n")[0]
        for start in body
        if start == 0 or text[start - 1] == "\n"
    ]
    for head in (*(opening[: dateline_end(opening)] for opening in openings), dateline or ""):
        for atom in atoms_in(head, in_lower_case(head), 0, len(head), words=words):
            if atom.kind in {"month-day", "day-month"}:
                day = _day(atom, published)
                if day is not None:
                    return day
    return None


def _day(atom: Atom, published: date | None) -> date | None:
    """The day of a date with or without a year; one without needs the day of publication."""
    month, day = int(atom.pieces.get("month", "0")), int(atom.pieces.get("day", "0"))
    if year := atom.pieces.get("year"):
        return _calendar(int(year), month, day)
    if published is None:
        return None
    for near in (published.year + 1, published.year, published.year - 1):
        found = _calendar(near, month, day)
        if found is not None and published - _OLDEST <= found <= published + _AHEAD:
            return found
    return None


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
