"""Which passage stands for an account, and how much of it is quoted."""

from __future__ import annotations

import re

from firsthand.corroborate.coverage import Coverage
from firsthand.domain import ClaimMention, Passage, Span

__all__ = ["around", "clause", "original_first", "quoted"]


_CLAUSE = 90
"""Code points of a clause that are shown."""


def quoted(cover: Coverage, passage: Passage, most: int = _CLAUSE) -> str:
    """The words at `passage` on one line, without marks and commas at its ends, cut at `most`."""
    words = " ".join(cover.words(passage).split()).strip(' ,;:"“”')
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"


def original_first(cover: Coverage, mention: ClaimMention) -> tuple[bool, Passage]:
    """Sort key: mentions in texts that are nobody's copy come first."""
    article = mention.passage.article
    return (cover.roots[article] != article or article in cover.links, mention.passage)


def around(cover: Coverage, passage: Passage, match: re.Match[str]) -> Passage:
    """The words around a number of a passage: a clause's worth.

    Args:
        cover: The story.
        passage: What is looked into.
        match: The number, by its place in the words of `passage`.
    """
    start = passage.span.start
    return clause(cover, passage, Span(start + match.start(), start + match.end()))


def clause(cover: Coverage, passage: Passage, inner: Span) -> Passage:
    """The clause of `passage` that `inner` stands in; of a long one, the part from shortly before."""
    words = cover.words(passage)
    first, last = inner.start - passage.span.start, inner.end - passage.span.start
    marks = (", ", "; ", ". ", "\n", " and ")
    before = max(
        (words.rfind(m, 0, first) + len(m) for m in marks if m in words[:first]),
        default=0,
    )
    ends = [words.find(mark, last) for mark in marks]
    end = min((e for e in ends if e != -1), default=len(words))
    if end - before > _CLAUSE:
        # A long clause is shown from a word shortly before the inner words.
        near = words.find(" ", max(before, first - _CLAUSE // 2), first) + 1
        before = near or before
    start = passage.span.start
    return Passage(passage.article, Span(start + before, start + max(end, last)))
