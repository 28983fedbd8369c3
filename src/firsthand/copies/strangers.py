"""Whether what two texts share belongs to either: a house prints the same under unrelated texts."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from firsthand.copies.alignment import Worded
from firsthand.copies.ownwords import address
from firsthand.domain import Span, ZoneKind
from firsthand.tables.rarity import rarity
from firsthand.text.shingles import words

__all__ = ["OWN_WORDS", "Kinship", "kinship"]

OWN_WORDS = 10
"""Fewest words in a row that one text has and the other has not, to count as a passage of its own:
edits and letters lost in print leave shorter ones."""

SUBSTANCE = 0.5
"""Rarity from which a word tells what a text is about: names and most figures stand above it, the
common verbs of news, weekdays and months below."""

LONG = 7
"""Letters from which a word counts as one of substance in languages without a table of rarity."""

COMMON = 2
"""Words of substance that two passages on one subject have in common: one alone may be the town
that a house reports from."""

ADDRESSED = 0.1
"""Share of words for the house, its reader and what it asks of them, from which a passage is a notice:
most paragraphs of news have under .05, calls to subscribe, help lines and the like over .15."""

_STEM = 6
"""Letters by which words are compared: "retires" and "retired" are one."""


class Kinship(Enum):
    """What two texts that share words have to do with each other, by the words they do not share."""

    ONE = "one subject, or too little of their own to tell"
    APART = "two subjects; what they share belongs to one of them"
    FOREIGN = "two subjects; what they share belongs to neither"


def kinship(
    a: Worded,
    b: Worded,
    covered: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]],
) -> Kinship:
    """Compare what is each text's own with the other's own, and with what they share.

    Texts hold together by the words they repeat (Halliday and Hasan 1976): a new lead takes up
    names of the old text below it, whereas a notice to readers takes up nothing of the text above.

    Args:
        a: One text.
        b: The other.
        covered: First word and word after the last of each run, in `a` and in `b`, ascending.
    """
    sides = list(zip((a, b), covered, strict=True))
    gaps = [_own_gaps(text, runs) for text, runs in sides]
    if not all(gaps):
        return Kinship.ONE
    # A text that is printed with other notices also opens like its copy: then it must be the shared
    # words that address the reader.
    headed = all(each[0][0] == 0 for each in gaps)
    if not headed and address(_words(a, covered[0])) < ADDRESSED:
        return Kinship.ONE
    one, other = (_own(text, own) for text, own in zip((a, b), gaps, strict=True))
    if not one or not other or len(one & other) >= COMMON:
        return Kinship.ONE
    held = sum(
        len(own & _substance(_words(text, runs), text.article.language)) >= COMMON
        for own, (text, runs) in zip((one, other), sides, strict=True)
    )
    return (Kinship.FOREIGN, Kinship.APART, Kinship.ONE)[held]


def _own_gaps(text: Worded, covered: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches before, between and after the runs that are long enough, notices left out."""
    edges = [(0, 0), *covered, (len(text.words), len(text.words))]
    return [
        (last, first)
        for (_, last), (first, _) in pairwise(edges)
        if first - last >= OWN_WORDS and address(text.words.folded[last:first]) < ADDRESSED
    ]


def _words(text: Worded, stretches: Sequence[tuple[int, int]]) -> list[str]:
    return [word for first, last in stretches for word in text.words.folded[first:last]]


def _own(text: Worded, gaps: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Words of substance in a text's own passages and its headline."""
    article = text.article
    titles = [zone.span for zone in article.zones if zone.kind is ZoneKind.HEADLINE]
    found = list(words(article.text, titles).folded) if titles else _title(article.title)
    return _substance(found + _words(text, gaps), article.language)


def _title(title: str | None) -> list[str]:
    """The words of a headline that stands beside the text, not in it."""
    return list(words(title, [Span(0, len(title))]).folded) if title else []


def _substance(found: Sequence[str], language: str | None) -> frozenset[str]:
    english = language in (None, "en")
    plain = (word.removesuffix("'s") for word in found)
    return frozenset(
        word[:_STEM]
        for word in plain
        if (
            len(word) > 1 and rarity(word) >= SUBSTANCE
            if english
            else len(word) >= LONG or word.isdigit()
        )
    )
