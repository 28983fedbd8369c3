"""An article from a plain-text dump."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.domain import (
    Article,
    Capture,
    Fact,
    Field,
)
from firsthand.errors import InputError
from firsthand.extract.closing import Own, closed, stated_facts
from firsthand.extract.dump import dump_parts
from firsthand.extract.dump_division import article_spans
from firsthand.extract.furniture import updates_in
from firsthand.extract.fusion import fused
from firsthand.extract.issuers import Signs, issuer_of
from firsthand.extract.language import weighed_language
from firsthand.extract.lines import Line, lines_of, unwrapped
from firsthand.extract.metadata_visible import paywall_facts, people_facts, visible_days
from firsthand.extract.parts import near_body, text_of
from firsthand.extract.photos import photo_credits
from firsthand.extract.provenance import Provenance, provenance_of
from firsthand.tables.pagewords import page_words

__all__ = ["MOST_LINES", "text_articles"]

MOST_LINES = 20_000
"""Line ends from which a text is a collection, not an article; 521 page dumps have 196 on average."""

_NO_TEXT = "hand in the article with its paragraphs"


def text_articles(capture: Capture) -> list[Article]:
    """Find the article in a plain-text dump, or the articles that stand in it one after the other.

    Where there are several, each has its own stretch of the text as `raw_text`, and its number
    behind the item's name (``clips.txt#2``). The outlet of a pasted text is always a claim: of its
    head line, its fields, its notice or its promotions.

    Returns:
        At least one, in the order of the text.

    Raises:
        InputError: it holds no running text, or too many lines.
    """
    raw = capture.text
    if raw.count("\n") > MOST_LINES:
        hint = "hand in fewer articles a file"
        raise InputError(capture.item, f"has more than {MOST_LINES} lines", hint)
    lines = unwrapped(raw, lines_of(raw))
    spans = article_spans(raw, lines)
    if len(spans) > 1:
        try:
            return [
                _article(replace(capture, item=f"{capture.item}#{number}", text=span.of(raw)))
                for number, span in enumerate(spans, 1)
            ]
        except InputError:
            # a stretch that is no article by itself: the boundaries were none
            return [_article(capture, lines)]
    return [_article(capture, lines)]


def _article(capture: Capture, lines: Sequence[Line] | None = None) -> Article:
    raw = capture.text
    dump = dump_parts(raw, lines)
    if dump is None:
        raise InputError(capture.item, "holds no article text", _NO_TEXT)
    cut = text_of(raw, dump.parts)
    furniture = [(one.role, one.span.of(raw)) for one in cut.furniture]
    body = [zone.span.of(cut.text) for zone in cut.zones if zone.kind.value == "body"]
    if not body:
        raise InputError(capture.item, "holds no article text", _NO_TEXT)
    stated = (*stated_facts(capture), *dump.facts)
    named = fused(stated).outlet
    says = provenance_of(
        body, furniture, outlet=named or dump.outlet, guessed=named is None and not dump.release
    )
    heads = [zone.span.of(cut.text) for zone in cut.zones if zone.kind.value == "headline"]
    outlet = _without_suffix(says.outlet) if dump.release else says.outlet
    beside = near_body(cut)
    paywall = paywall_facts(words for _, words in beside)
    told = fused((*stated, *_visible(furniture, heads, outlet, says), *paywall))
    language, evidence = weighed_language(cut.text, told.evidence)
    signs = Signs(
        announced=dump.release, outlet=told.outlet, url=told.url, byline=bool(told.authors)
    )
    own = Own(
        title=told.title,
        outlet=told.outlet,
        language=language,
        evidence=evidence,
        issuer=issuer_of(body, beside, signs=signs),
        dateline=says.dateline or dump.stamp_place,
        wire=says.wire or next(iter(told.wires), None),
        notice=told.notice,
        credits=told.credits,
        corrections=(*told.corrections, *updates_in(body)),
    )
    return closed(capture, cut, told, says, own)


def _visible(
    furniture: Sequence[tuple[str, str]],
    heads: Sequence[str],
    outlet: str | None,
    says: Provenance,
) -> list[Fact]:
    """What the lines themselves say of the article."""
    days = visible_days(
        [words for role, words in furniture if role == "timestamp"],
        [words for role, words in furniture if role == "byline"],
    )
    credits_ = [
        name for role, words in furniture if role == "caption" for name in photo_credits(words)
    ]
    found = [
        *((Field.TITLE, " ".join(words.split())) for words in heads[:1]),
        (Field.OUTLET, outlet),
        *((one.field, one.value) for one in people_facts(furniture) if one.field is Field.AUTHOR),
        *((one.field, one.value) for one in days),
        (Field.NOTICE, says.notice),
        *((Field.CREDIT, name) for name in dict.fromkeys(credits_)),
        *((Field.CORRECTION, words) for role, words in furniture if role == "correction"),
        (Field.DATELINE, says.dateline),
    ]
    return [Fact(field=field, value=value, source="visible") for field, value in found if value]


def _without_suffix(name: str | None) -> str | None:
    if name is None:
        return None
    words = name.split()
    while len(words) > 1 and words[-1].casefold().strip(",") in page_words().issuer_suffixes:
        words.pop()
    return " ".join(words).strip(" ,")
