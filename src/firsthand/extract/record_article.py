"""An article that a format hands over alone: markup of it, its paragraphs, or a transcript's turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.domain import (
    Article,
    Capture,
    Form,
)
from firsthand.errors import InputError
from firsthand.extract.closing import Own, closed, stated_facts
from firsthand.extract.furniture import updates_in
from firsthand.extract.fusion import Fused, fused
from firsthand.extract.issuers import Signs, issuer_of
from firsthand.extract.language import weighed_language
from firsthand.extract.parts import Part, Text, near_body, text_of
from firsthand.extract.photos import photo_credits
from firsthand.extract.provenance import Provenance, provenance_of
from firsthand.extract.record_head import Record, visible_facts, with_head
from firsthand.extract.record_lines import RecordLine, lines_of_record
from firsthand.extract.record_roles import judged
from firsthand.extract.turns import turns_of
from firsthand.extract.wires import same_house

__all__ = ["MOST_LINES", "record_articles"]

MOST_LINES = 20_000
"""Lines from which a record is a collection, not an article; as for plain text."""

_NO_TEXT = "hand in the record with the article's text"


def record_articles(capture: Capture) -> list[Article]:
    """Find the article in a record that holds nothing else.

    A headline or standfirst that stands only in the format's fields is set in front of the text,
    in `Article.raw_text` too, so that every span of the article's text stands in the raw text.

    Args:
        capture: Of form FRAGMENT, PARAGRAPHS or TURNS.

    Returns:
        One article.

    Raises:
        InputError: it holds no article text, or more lines than an article can have.
    """
    raw, lines = lines_of_record(capture)
    if len(lines) > MOST_LINES:
        raise InputError(
            capture.item, f"has more than {MOST_LINES} lines", "hand in one article a record"
        )
    stated = fused(stated_facts(capture))
    turns = capture.form is Form.TURNS
    found = _as_given(lines) if turns else judged(lines, title=stated.title)
    record = Record(raw=raw, lines=tuple(found))
    told = fused((*stated_facts(capture), *visible_facts(record)))
    record = with_head(record, told)
    parts = [
        Part(start=line.start, end=line.end, role=line.role or "body") for line in record.lines
    ]
    cut = text_of(record.raw, parts)
    if not any(zone.kind.value == "body" for zone in cut.zones):
        raise InputError(capture.item, "holds no article text", _NO_TEXT)
    shift = len(record.raw) - len(raw)
    article = _article(capture, cut, told)
    spoken = turns_of(cut, capture.marks, shift=shift, outlet=article.outlet) if turns else ()
    # Everything in a transcript is somebody's turn: there is no voice of an issuer in it.
    return [replace(article, turns=spoken, issuer=None) if spoken else article]


def _as_given(lines: Sequence[RecordLine]) -> list[RecordLine]:
    return [
        replace(line, role="body" if line.role in {None, "subhead"} else line.role)
        for line in lines
    ]


def _article(capture: Capture, cut: Text, told: Fused) -> Article:
    raw = cut.raw_text
    furniture = [(one.role, one.span.of(raw)) for one in cut.furniture]
    body = [zone.span.of(cut.text) for zone in cut.zones if zone.kind.value == "body"]
    heads = [zone.span.of(cut.text) for zone in cut.zones if zone.kind.value == "headline"]
    title = told.title or (" ".join(heads[0].split()) if heads else None)
    notice = [("syndication", told.notice)] if told.notice else []
    says = _with_wires(provenance_of(body, [*furniture, *notice], outlet=told.outlet), told.wires)
    signs = Signs(
        announced=any(role == "label" for role, _ in furniture),
        outlet=says.outlet,
        url=told.url,
        byline=bool(told.authors),
    )
    photos = [
        name for role, words in furniture if role == "caption" for name in photo_credits(words)
    ]
    corrections = [words for role, words in furniture if role == "correction"]
    language, evidence = weighed_language(cut.text, told.evidence)
    own = Own(
        title=title,
        outlet=says.outlet,
        language=language,
        evidence=evidence,
        issuer=issuer_of(body, near_body(cut), signs=signs),
        dateline=says.dateline,
        wire=says.wire,
        notice=says.notice or told.notice,
        credits=(*photos, *told.credits),
        corrections=(*corrections, *updates_in(body), *told.corrections),
    )
    return closed(capture, cut, told, says, own)


def _with_wires(says: Provenance, wires: Sequence[str]) -> Provenance:
    """What the text says of where it comes from, and the agencies that the format's fields name."""
    if not wires:
        return says
    outlet = says.outlet
    others = [one for one in wires if outlet is None or not same_house(one, outlet)]
    new = [one for one in others if not any(same_house(one, old) for old in says.relayed_from)]
    if not others:
        return replace(says, wire=says.wire or outlet)
    if outlet is None:
        return replace(says, wire=says.wire or others[0])
    return replace(
        says,
        wire=says.wire or others[0],
        syndicated=True,
        relayed_from=(*says.relayed_from, *new),
    )
