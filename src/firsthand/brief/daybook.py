"""A story day by day: what appeared, and what it said that no text had said before."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.brief.citing import Citing
from firsthand.brief.crediting import outlet_forms
from firsthand.brief.dating import shown
from firsthand.brief.printing import count
from firsthand.brief.wording import clipped
from firsthand.domain import Brief, NewPassage, Passage, StoryDay

__all__ = ["Day", "daybook"]

_MOST_NEW = 8
"""New passages shown of one day; what is left out is counted."""

_MOST_NAMES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day, ready to be printed."""

    date: str
    """As a reader writes it; "undated" for the articles whose day is not known."""

    told: str
    """What appeared: "3 articles [A, B, C], 2 new texts, 1 copy"."""

    names: str
    """Names written for the first time, after the first day, those of the outlets themselves left
    out; empty where there are none."""

    new: tuple[tuple[str, Passage], ...]
    """Sentences that say something for the first time, with their passages, in the order of the
    texts; none of the first day, on which everything is new."""

    left: int
    """How many more new passages the JSON holds."""


def daybook(brief: Brief, cite: Citing) -> tuple[Day, ...]:
    """The days of the story; empty where it does not span more than one."""
    days = brief.thread.days if brief.thread is not None else ()
    if len([one for one in days if one.day is not None]) < 2:
        return ()
    return tuple(_day(one, cite, first=number == 0) for number, one in enumerate(days))


def _day(one: StoryDay, cite: Citing, *, first: bool) -> Day:
    """A day with its most telling passages; of the first day everything is new."""
    letters = ", ".join(sorted(cite.letter(name) for name in one.articles))
    told = f"{count(len(one.articles), 'article')} [{letters}]"
    if one.copies:
        copies = count(len(one.copies), "copy", "copies")
        told += f", {count(len(one.texts), 'new text')}, {copies}"
    if first:
        return Day(date=_date(one), told=f"{told}; all of it new", names="", new=(), left=0)
    ranked = sorted(one.new, key=_telling)
    shown_new = sorted(ranked[:_MOST_NEW], key=one.new.index)
    if not one.new:
        told += "; nothing that had not been said before"
    outlets = {form for article in cite.articles for form in outlet_forms(article.outlet or "")}
    names = [name for name in one.names if not outlet_forms(name) & outlets]
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return Day(
        date=_date(one),
        told=told,
        names=", ".join(names[:_MOST_NAMES]) + more,
        new=tuple((clipped(cite.quote(new.passage)), new.passage) for new in shown_new),
        left=max(0, len(one.new) - _MOST_NEW),
    )


def _date(one: StoryDay) -> str:
    return shown(one.day) if one.day is not None else "undated"


def _telling(new: NewPassage) -> tuple[int, float, Passage]:
    """Passages with new numbers and names first, then by novelty."""
    return -(2 * bool(new.amounts) + bool(new.names)), -new.novelty, new.passage
