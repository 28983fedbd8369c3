"""Which lines of a dump hold the article: a pasted text's, or a page's among its furniture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.extract.dump_draft import MARK_REACH, Draft
from firsthand.extract.dump_fields import FieldLine, field_blocks, field_facts
from firsthand.extract.furniture import stands_alone
from firsthand.extract.line_model import line_tagger
from firsthand.extract.line_smoothing import reading_of
from firsthand.extract.lines import Line
from firsthand.extract.region import body_region, prose_scores, word_count

__all__ = ["draft_of"]

_CLUTTER_LINES = 30
"""Lines that are no prose from which a dump counts as a whole page. A pasted article has two to
five of them; of 521 page dumps twenty have fewer than 30, half have more than 130."""

_FURNITURE_BELOW = -1.0
"""Prose score of lines that say themselves that they are furniture."""

_FIELD_SCORE = -0.1
"""Prose score of the lines of a block of fields: they stand above, below and inside articles."""

_SENTENCE_WORDS, _PROSE_WORDS = 4, 14
"""Words of a line that reads as prose: with a full stop, and without one."""

_DROPPED = -9.0
"""Odds of lines between a standfirst and the first paragraph that do not read as prose."""


def draft_of(raw_text: str, lines: Sequence[Line]) -> Draft | None:
    """Find the lines of `raw_text` that hold the article; they have no roles yet.

    In a page's dump these are the lines that the tagger keeps. In a pasted text it is the stretch
    with the greatest sum of prose scores (Kadane's method): the tagger has seen pages only, and a
    text without furniture must not lose a sentence.

    Returns:
        None when no line reads as running text.
    """
    blocks = field_blocks(lines)
    fields = {one.position: one for block in blocks for one in block}
    facts = tuple(fact for block in blocks for fact in field_facts(raw_text, lines, block))
    found = _page(raw_text, lines) if _is_page(lines) else None
    found = found or _pasted(raw_text, lines, fields)
    if found is None:
        return None
    found.fields, found.facts = fields, facts
    return found


def _page(raw_text: str, lines: Sequence[Line]) -> Draft | None:
    tagger = line_tagger()
    reading = reading_of(tagger, tagger.tags(lines))
    kept = [position for position, one in enumerate(reading.kept) if one]
    if not kept:
        return None
    return Draft(
        raw_text=raw_text,
        lines=lines,
        first=kept[0],
        last=kept[-1],
        prose=[1.0 if _reads_as_prose(line.text) else -1.0 for line in lines],
        odds=[float(one) for one in reading.odds],
        cluttered=True,
        tagged=reading.roles,
        headlines=tuple(float(one) for one in reading.headline),
    )


def _pasted(raw_text: str, lines: Sequence[Line], fields: Mapping[int, FieldLine]) -> Draft | None:
    prose = [
        _FIELD_SCORE if position in fields and not fields[position].text else score
        for position, score in enumerate(prose_scores(lines))
    ]
    region = body_region(prose)
    if region is None:
        return None
    begin, last = region
    first = _with_standfirst(begin, prose)
    odds = [
        _DROPPED if first < position < begin and score < 0 else score
        for position, score in enumerate(prose)
    ]
    return Draft(
        raw_text=raw_text,
        lines=lines,
        first=first,
        last=last,
        prose=prose,
        odds=odds,
        cluttered=False,
    )


def _with_standfirst(first: int, prose: Sequence[float]) -> int:
    """The region's first line, or a sentence above it with only a byline's few lines between."""
    for position in range(first - 1, max(-1, first - 1 - MARK_REACH), -1):
        if prose[position] > 0:
            return position
        if prose[position] < _FURNITURE_BELOW:
            break
    return first


def _is_page(lines: Sequence[Line]) -> bool:
    """Whether a dump holds a page's furniture, as the tagger's training texts do."""
    prose = sum(_reads_as_prose(line.text) for line in lines)
    return len(lines) - prose >= max(_CLUTTER_LINES, prose)


def _reads_as_prose(text: str) -> bool:
    words = word_count(text)
    return words >= _PROSE_WORDS or (words >= _SENTENCE_WORDS and stands_alone(text))
