"""Headline and standfirst among the lines above a body."""

from __future__ import annotations

import re
from collections import Counter

from firsthand.extract.bylines import is_outlet_name
from firsthand.extract.dump_draft import MARK_REACH, Draft
from firsthand.extract.furniture import stands_alone
from firsthand.extract.region import word_count
from firsthand.tables.pagewords import page_words

__all__ = ["headline_of", "standfirst_below"]

_LONGEST_HEADLINE_WORDS = 30
_FEWEST_RECURRING = 4
"""Words from which a line that comes again speaks for itself; names of tags come again as well."""

_TAGGER_WEIGHT = 1.5
_FEWEST_STANDFIRST, _LONGEST_STANDFIRST = 6, 60


def headline_of(draft: Draft, start: int, opening: int) -> int | None:
    """Find the headline among the lines without role from `start` to before `opening`.

    It shares words with the first paragraphs, stands near them, comes again on the page and is no
    sentence, no outlet's name and no trail of sections.

    Returns:
        Its position; None when no line looks like one.
    """
    texts = Counter(_folded(line.text) for line in draft.lines)
    first = [at for at in range(opening, len(draft.lines)) if draft.role[at] == "body"][:4]
    lead = " ".join(draft.lines[at].text for at in first).casefold()
    lead_words = set(re.findall(r"\w{4,}", lead))
    best, chosen = 0.0, None
    for position in range(start, opening):
        text = draft.from_cut(position)
        words = word_count(text)
        if draft.role[position] not in {"", "body"} or not 1 < words <= _LONGEST_HEADLINE_WORDS:
            continue
        own = set(re.findall(r"\w{4,}", text.casefold()))
        score = 1.0 + 1.5 * len(own & lead_words) / max(1, len(own)) - 0.12 * (opening - position)
        again = words >= _FEWEST_RECURRING and texts[_folded(text)] > 1
        score += 0.8 * (again or _recurs(draft, text)) + 0.6 * (position == 0)
        score -= 1.2 * (stands_alone(text) and text[-1] in ".。" and not text.endswith("..."))
        score -= (
            0.8 * (words < 4)
            + 1.0 * is_outlet_name(text)
            + 1.0 * (text.split()[-1].casefold() in page_words().issuer_suffixes)
            + 0.8 * any(one in text for one in "|•·›»")
            + 1.0 * (draft.release and _is_body_name(text))
        )
        if draft.headlines:
            score += _TAGGER_WEIGHT * draft.headlines[position]
        if score > best:
            best, chosen = score, position
    return chosen


def standfirst_below(draft: Draft, headline: int, opening: int) -> None:
    """Take the line between headline and byline as standfirst, full stop or none.

    In a page's dump it is one that reads as prose and that the tagger would rather keep: its zones
    begin below the byline more often than not.
    """
    position = headline + 1
    if position >= opening or draft.role[position] != "":
        return
    text = draft.lines[position].text
    marks = draft.role[position + 1 : position + 1 + MARK_REACH]
    if (
        _FEWEST_STANDFIRST <= word_count(text) <= _LONGEST_STANDFIRST
        and not is_outlet_name(text)
        and (not draft.cluttered or (draft.odds[position] > 0 and draft.prose[position] > 0))
        and ("byline" in marks or "timestamp" in marks or "caption" in marks)
    ):
        draft.role[position] = "standfirst"


def _recurs(draft: Draft, text: str) -> bool:
    """Whether a later line ends in `text` (a trail of links to the page itself)."""
    return len(text) > 20 and any(
        line.text.endswith(text) and len(line.text) > len(text)
        for line in draft.lines[draft.last :]
    )


def _is_body_name(text: str) -> bool:
    """Whether a line is the name of a body that issues statements ("Odda Harbour Authority")."""
    words = text.split()
    last = words[-1].casefold().strip(".,")
    return last in page_words().issuer_nouns and all(
        word[0].isupper() or len(word) <= _SMALL_WORD for word in words
    )


_SMALL_WORD = 3


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
