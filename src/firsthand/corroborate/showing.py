"""Which passage stands for an account, and how much of it is quoted."""

from __future__ import annotations

import re

from firsthand.corroborate.coverage import Coverage
from firsthand.domain import ClaimMention, Passage, Span

__all__ = ["around", "original_first", "quoted"]


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
    """The words around a number of a passage: a clause's worth."""
    words = cover.words(passage)
    marks = (", ", "; ", ". ", "\n", " and ")
    before = max(
        (words.rfind(m, 0, match.start()) + len(m) for m in marks if m in words[: match.start()]),
        default=0,
    )
    ends = [words.find(mark, match.end()) for mark in marks]
    end = min((e for e in ends if e != -1), default=len(words))
    if end - before > _CLAUSE:
        # A long clause is shown from a word shortly before the number.
        near = words.find(" ", max(before, match.start() - _CLAUSE // 2), match.start()) + 1
        before = near or before
    start = passage.span.start
    return Passage(passage.article, Span(start + before, start + max(end, match.end())))
