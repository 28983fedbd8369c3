"""Appeals to the reader: lines that offer an app, a newsletter or a membership, in whatever words."""

from __future__ import annotations

import re

from firsthand.tables.pagewords import page_words

__all__ = ["is_promotion"]

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PERSONAL = frozenset(
    ["our", "my", "your", "us", "we", "you", "you’re", "you're", "you’ll", "you'll"]
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_FREE = re.compile(r"\bfree\b|[$£€]\s?\d|\b\d+[.,]\d\d (?:a|per) (?:day|week|month)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”„«»]")
_LONGEST_WORDS = 45

_NEEDED = 3
_NEEDED_AT_EDGE = 2
"""Signs needed in the midst of an article, and at its end or where the line holds a link. The
opening and the offer are two of them: an imperative alone also opens paragraphs of columns."""


def is_promotion(line: str, *, at_edge: bool) -> bool:
    """Whether `line` asks its reader to take an offer of the outlet.

    Signs: an imperative or question that opens one of its sentences; something outlets offer; a word for reader or
    outlet ("your", "our"); a price. The first two must be there. A line that reports what somebody
    said, or holds quotation marks, is none.

    Args:
        line: One line or paragraph.
        at_edge: Whether it stands at the article's end or holds a link.
    """
    low = line.casefold()
    words = _WORD.findall(low)
    if not 2 <= len(words) <= _LONGEST_WORDS or _QUOTED.search(line):
        return False
    table = page_words()
    if not table.promotion_reporting.isdisjoint(words):
        return False
    offers = not table.promotion_products.isdisjoint(words) or any(
        one in low for one in table.promotion_products if " " in one
    )
    openings = [bool(table.promotion_opening.match(one)) for one in _SENTENCE.split(line)]
    if not offers or not any(openings):
        return False
    signs = 2 + (not _PERSONAL.isdisjoint(words)) + bool(_FREE.search(line))
    return signs >= (_NEEDED_AT_EDGE if at_edge and openings[0] else _NEEDED)
