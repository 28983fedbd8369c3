"""Whether a run is something somebody wrote: it holds a whole sentence and is no house notice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from firsthand.copies.alignment import Worded
from firsthand.tables.linewords import LINE_WORD_CLASSES, line_words
from firsthand.text.sentences import sentences

__all__ = ["address", "is_between_marks", "is_notice", "longest_sentence"]

_AHEAD = 12
"""Code points after a run in which to see whether its last sentence ends there."""

_BEHIND = 8
_GAP = re.compile(r"\W*$")
_ENDED = re.compile(r"(?<!\.)[.!?。！？]+(?<!\.\.)[\"'”’»)\]]*$")
"""What ends a sentence; dots that lead on do not."""

_OPENING = frozenset('.!?…:。！？\n"“‘«„')
"""What stands between two sentences, or before somebody's own words."""

_OPENS = frozenset('"“«„»')
_CLOSES = frozenset('"”»“«')
_NOTICE = ("promotion", "subscribe", "share", "legal", "comments")

NOTICE_WORDS = 3
NOTICE_SHARE = 0.1
"""Different words of subscribing, sharing, rights and so on, and their share of a run, from which it
is a house's notice to its readers. Of 160 borrowed blocks none had both."""

ADDRESS_WORDS = 2
ADDRESS_SHARE = 0.12
"""Likewise for such words with those by which the house and its reader are named, each at least
twice. Of 160 borrowed blocks none had both."""


def longest_sentence(text: Worded, first: int, last: int) -> int:
    """Words of the longest sentence that stands whole between two words; 0 where there is none.

    Lists of links and names, captions and set phrases hold none.

    Args:
        text: The article.
        first: First word of the stretch.
        last: Word after its last.
    """
    raw = text.article.text
    start, end = int(text.words.starts[first]), int(text.words.ends[last - 1])
    best = 0
    for span in sentences(raw[start : end + _AHEAD], language=text.article.language):
        begins, ends = start + span.start, start + span.end
        one, after = text.words.starts.searchsorted((begins, ends))
        whole = after <= last and _ENDED.search(raw, begins, ends)
        if whole and (span.start > 0 or _opens(raw, start)):
            best = max(best, int(after - one))
    return best


def is_between_marks(text: Worded, first: int, last: int) -> bool:
    """Whether a quotation mark stands right before a stretch, or right behind it."""
    raw = text.article.text
    start, end = int(text.words.starts[first]), int(text.words.ends[last - 1])
    return raw[start - 1 : start] in _OPENS or raw[end : end + 2].lstrip(",.!?")[:1] in _CLOSES


def is_notice(text: Worded, first: int, last: int) -> bool:
    """Whether a stretch asks its reader to subscribe, share, respect rights and the like.

    It does so in many words of that kind, or in some, beside words for the house and its reader
    ("our members", "your support").
    """
    words = text.words.folded[first:last]
    notice, house, reader = (
        [word for word in words if word in _of_class(*names)]
        for names in (_NOTICE, ("house",), ("reader",))
    )
    if len(set(notice)) >= NOTICE_WORDS and len(notice) >= NOTICE_SHARE * len(words):
        return True
    addressed = len(notice) + len(house) + len(reader)
    return min(
        len(set(notice)), len(house), len(reader)
    ) >= ADDRESS_WORDS and addressed >= ADDRESS_SHARE * len(words)


def address(words: Sequence[str]) -> float:
    """Share of words that ask a reader for something, or name the reader or the house.

    Args:
        words: In small letters.
    """
    asking = _of_class(*_NOTICE, "house", "reader")
    return sum(word in asking for word in words) / max(1, len(words))


@cache
def _of_class(*names: str) -> frozenset[str]:
    numbers = {LINE_WORD_CLASSES.index(name) for name in names}
    return frozenset(word for word, classes in line_words().items() if numbers & {*classes})


def _opens(raw: str, start: int) -> bool:
    """Whether a sentence or an utterance begins at `start`."""
    gap = _GAP.search(raw, max(0, start - _BEHIND), start)
    return gap is None or gap.start() == 0 or not _OPENING.isdisjoint(gap.group())
