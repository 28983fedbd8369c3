"""Which lines of a dump hold the article: a pasted text's, or a page's among its furniture."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.extract.dump_draft import MARK_REACH, Draft
from firsthand.extract.dump_fields import field_blocks, field_facts
from firsthand.extract.line_model import line_odds
from firsthand.extract.lines import lines_of, unwrapped
from firsthand.extract.region import body_region, prose_scores

__all__ = ["draft_of"]

_MOST_ODDS = 2.0
"""Log odds are cut here before the region is sought, or one sure line would outweigh a page."""

_CLUTTER_LINES = 30
"""Lines that are no prose from which a dump counts as a whole page. A pasted article has two to
five of them; of 521 page dumps twenty have fewer than 30, half have more than 130."""

_FURNITURE_BELOW = -1.0
"""Prose score of lines that say themselves that they are furniture."""

_PROSE_WEIGHT = 0.5
"""Weight of the prose score beside the odds; between 0 and 1 held-out F1 moves by 0.003."""

_FIELD_SCORE = -0.1
"""Prose score of the lines of a block of fields: they stand above, below and inside articles."""

_DROPPED = -9.0
"""Odds of lines between a standfirst and the first paragraph that do not read as prose."""


def draft_of(raw_text: str) -> Draft | None:
    """Find the region of `raw_text` that holds the article; its lines have no roles yet.

    The region is the stretch of lines with the greatest sum of scores (Kadane's method): of prose
    scores alone in a pasted text, of these and the line model's odds in a page.

    Returns:
        None when no line reads as running text.
    """
    lines = unwrapped(raw_text, lines_of(raw_text))
    blocks = field_blocks(lines)
    fields = {one.position: one for block in blocks for one in block}
    prose = [
        _FIELD_SCORE if position in fields and not fields[position].text else score
        for position, score in enumerate(prose_scores(lines))
    ]
    plain = body_region(prose)
    if plain is None:
        return None
    cluttered = _is_cluttered(prose)
    if not cluttered:
        begin, last = plain
        first = _with_standfirst(begin, prose)
        odds = [
            _DROPPED if first < position < begin and score < 0 else score
            for position, score in enumerate(prose)
        ]
    else:
        odds = line_odds(lines)
        region = body_region(_both(odds, prose))
        if region is None or not any(score > 0 for score in prose[region[0] : region[1] + 1]):
            region = plain
        first, last = _with_standfirst(region[0], prose), region[1]
    return Draft(
        raw_text=raw_text,
        lines=lines,
        first=first,
        last=last,
        prose=prose,
        odds=odds,
        cluttered=cluttered,
        fields=fields,
        facts=tuple(fact for block in blocks for fact in field_facts(raw_text, lines, block)),
    )


def _both(odds: Sequence[float], prose: Sequence[float]) -> list[float]:
    """Scores for seeking the region: the model's odds, held against what reads as prose."""
    return [
        min(_MOST_ODDS, max(-_MOST_ODDS, one)) + _PROSE_WEIGHT * score
        for one, score in zip(odds, prose, strict=True)
    ]


def _with_standfirst(first: int, prose: Sequence[float]) -> int:
    """The region's first line, or a sentence above it with only a byline's few lines between."""
    for position in range(first - 1, max(-1, first - 1 - MARK_REACH), -1):
        if prose[position] > 0:
            return position
        if prose[position] < _FURNITURE_BELOW:
            break
    return first


def _is_cluttered(prose: Sequence[float]) -> bool:
    """Whether a dump holds a page's furniture, as the line model's training texts do.

    The model has seen no clean text: it takes the last line of anything for a footer.
    """
    others = sum(score < 0 for score in prose)
    return others >= max(_CLUTTER_LINES, len(prose) - others)
