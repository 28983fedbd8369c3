"""Notes by which a text tells that it was corrected, changed or withdrawn."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from firsthand.domain import Article, ZoneKind
from firsthand.tables.versionwords import version_words
from firsthand.text.folding import fold

__all__ = ["Notes", "noted", "notes_of", "tells"]

_LONGEST = 900
"""A longer paragraph is no note, in code points."""

_EDGE = 2
"""Among the body's paragraphs a withdrawal is believed in the first and last two: in between "this
article was removed" tells of another article."""

_FEWEST_WORDS = 3
"""Longer words that a note has beside dates and times before it tells of anything: "Updated Sunday,
4 May, 10:15 Eastern Time" does not."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_STAMP = re.compile(
    r"(?:this (?:article|story|post|page|report|piece)|diese[rs]? (?:artikel|beitrag|text)|der artikel|cet article"
    r"|est[ea] (?:artículo|noticia))?\W*(?:was|has been|wurde|a été|ha sido|fue)?\W*"
    r"(?:first|last|zuletzt|originally)?\W*(?:updated?|published|modified|aktualisiert|mise? à jour"
    r"|actualizad[oa]|amended|edited|revised|corrected)\W*",
    re.IGNORECASE,
)
_NOT_NOTES = frozenset({"related", "navigation", "promotion", "ticker", "comments", "legal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What a text says about changes to itself."""

    corrections: tuple[str, ...] = ()
    """Notes, as written, in reading order; withdrawals among them."""

    withdrawn: bool = False


def noted(article: Article) -> Article:
    """`article` with all its correction, update and withdrawal notes among its corrections.

    What extraction has found stays in front; nothing is added twice.
    """
    found = notes_of(article)
    known = [fold(one) for one in article.corrections]
    new = [
        note
        for note in found.corrections
        if not any(fold(note) in one or one in fold(note) for one in known)
    ]
    withdrawn = article.withdrawn or found.withdrawn
    if not new and withdrawn == article.withdrawn:
        return article
    return replace(article, corrections=(*article.corrections, *new), withdrawn=withdrawn)


def notes_of(article: Article) -> Notes:
    """Look for notes in the headline, in the text and in what was left out of it.

    English, German, French and Spanish forms, some of Dutch, Italian, Portuguese, Nordic and Slavic
    papers, and the slugs of wires ("CORRECTS", "2nd Ld-Writethru", "MANDATORY KILL"). A form counts
    at the start of a paragraph only: the report that somebody withdrew something is no note.
    """
    words = version_words()
    notes: list[str] = []
    withdrawn = False
    if article.title is not None:
        withdrawn = words.headline_withdrawal.match(article.title) is not None
        if withdrawn or words.headline_correction.match(article.title):
            notes.append(article.title)
    body = [
        " ".join(zone.span.of(article.text).split())
        for zone in article.zones
        if zone.kind is not ZoneKind.HEADLINE
    ]
    apart = [
        " ".join(piece.span.of(article.raw_text).split())
        for piece in article.furniture
        if piece.role not in _NOT_NOTES and piece.span.end - piece.span.start <= _LONGEST
    ]
    for place, paragraph in enumerate(body):
        if len(paragraph) > _LONGEST:
            continue
        edge = min(place, len(body) - 1 - place) < _EDGE
        if edge and words.withdrawal.match(paragraph):
            withdrawn = True
            notes.append(paragraph)
        elif words.correction.match(paragraph) and tells(paragraph):
            notes.append(paragraph)
    for paragraph in apart:
        if words.withdrawal.match(paragraph):
            withdrawn = True
            notes.append(paragraph)
        elif words.correction.match(paragraph) and tells(paragraph):
            notes.append(paragraph)
    return Notes(corrections=tuple(dict.fromkeys(notes)), withdrawn=withdrawn)


def tells(note: str) -> bool:
    """Whether a note says what was changed: a time stamp ("Updated 4 May, 10:15") does not."""
    days = _days()
    rest = _WORD.findall(_STAMP.sub(" ", note, count=1))
    return sum(word.casefold() not in days for word in rest) >= _FEWEST_WORDS


@cache
def _days() -> frozenset[str]:
    """Names of days and months in any language, in small letters."""
    return frozenset(word.casefold() for words in version_words().dates.values() for word in words)
