"""What a page or text prints of itself around its text, as facts: people, days, sections, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from firsthand.domain import Fact, Field
from firsthand.extract.bylines import byline_of, is_person_name, reporters_in
from firsthand.extract.metadata_dates import stamp_facts
from firsthand.tables.givennames import is_given_name
from firsthand.tables.metawords import meta_words
from firsthand.text.timestamps import timestamps_in, without_stamps

__all__ = ["SOURCE", "bare_people", "is_wall", "paywall_facts", "people_facts", "visible_days"]

SOURCE = "visible"
_LONGEST_BARE_WORDS = 5
_LONGEST_BARE = 200
_LONGEST_PAYWALL_WORDS, _LONGEST_WALL_WORDS = 30, 14
"""Words of a line that may say that the rest is for subscribers, and that may say nothing else."""

_LONGEST_WALL = 400
"""Characters of such a line."""


def people_facts(furniture: Iterable[tuple[str, str]]) -> tuple[Fact, ...]:
    """The people and agencies of printed bylines; where these name nobody, of closing credits.

    Lines of names without "By" count where no other has one, and of them those that a common given
    name opens, if there are such: labels, headings and places are of the same make.

    Args:
        furniture: Role and words of what stands around the text, in order.
    """
    rows = list(furniture)
    people: list[str] = []
    wires: list[str] = []
    bare: list[str] = []
    for role, words in rows:
        byline = byline_of(words) if role == "byline" else None
        if byline is not None:
            people += byline.people
            wires += byline.agencies
        elif role == "byline":
            bare += _bare_names(words)
    if not people:
        people = [name for name in bare if is_given_name(name.split()[0])] or bare
    if not people:
        for role, words in rows:
            people += (reporters_in(words) or ()) if role == "reporting" else ()
    return (
        *(Fact(field=Field.AUTHOR, value=name, source=SOURCE) for name in dict.fromkeys(people)),
        *(Fact(field=Field.WIRE, value=name, source=SOURCE) for name in dict.fromkeys(wires)),
    )


def _bare_names(line: str) -> tuple[str, ...]:
    byline = byline_of(line, bare=True)
    return byline.people if byline is not None else ()


def bare_people(lines: Iterable[str]) -> tuple[str, ...]:
    """The people that the first of `lines` names that is nothing but names.

    A line counts whose first word is a common given name: between headline and text stand labels
    and places of the same make as names.
    """
    for line in lines:
        if len(line) > _LONGEST_BARE:
            continue
        bare = without_stamps(line).strip(" |,·•–—-")
        if not bare or len(bare.split()) > _LONGEST_BARE_WORDS * 2:
            continue
        byline = byline_of(bare, bare=True)
        if byline is not None and byline.people and is_given_name(byline.people[0].split()[0]):
            return byline.people
        first = re.split(r"\s*[,|/–—]\s*", bare)[0]
        if (
            is_person_name(first)
            and is_given_name(first.split()[0])
            and len(bare.split()) <= (_LONGEST_BARE_WORDS)
        ):
            return (first,)
    return ()


def visible_days(
    stamps: Sequence[str], bylines: Sequence[str] = (), *, day_first: bool = True
) -> tuple[Fact, ...]:
    """The printed days: of timestamp lines, then of bylines ("By Ioana Berk | 2 November 2026")."""
    found = stamp_facts(stamps, day_first=day_first)
    if not found:
        dated = [line for line in bylines if next(timestamps_in(line), None) is not None]
        found = stamp_facts(dated, day_first=day_first)
    return found


def paywall_facts(lines: Iterable[str]) -> tuple[Fact, ...]:
    """Whether one of `lines` says that the rest of the text is for subscribers."""
    if any(_says_wall(line, _LONGEST_PAYWALL_WORDS) for line in lines):
        return (Fact(field=Field.PAYWALL, value="yes", source=SOURCE),)
    return ()


def is_wall(line: str) -> bool:
    """Whether `line` says nothing but that the rest is for subscribers: it is no article text."""
    return _says_wall(line, _LONGEST_WALL_WORDS)


def _says_wall(line: str, most_words: int) -> bool:
    words, low = meta_words(), line.casefold()
    return (
        len(line) <= _LONGEST_WALL
        and any(mark in low for mark in words.paywall_marks)
        and len(line.split()) <= most_words
        and words.paywall.search(line) is not None
    )
