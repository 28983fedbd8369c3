"""Stretches of a raw text with the part they play, and the article text built from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.domain import Furniture, Kept, Span, Zone, ZoneKind

__all__ = ["KEPT_ROLES", "Part", "Text", "near_body", "text_of"]

KEPT_ROLES = {
    "headline": ZoneKind.HEADLINE,
    "standfirst": ZoneKind.STANDFIRST,
    "body": ZoneKind.BODY,
}
"""Roles that belong to the article's text; all others are furniture."""

_BREAK = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the raw text and its role."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article's text, with the way back to the raw text."""

    text: str
    zones: tuple[Zone, ...]
    kept: tuple[Kept, ...]
    furniture: tuple[Furniture, ...]
    raw_text: str


_BEHIND = 1200
"""Code points behind the last kept part that still belong to it: a release's contacts and its
"About" paragraph, but no page's footer after a list of links."""


def near_body(cut: Text) -> list[tuple[str, str]]:
    """Role and words of the furniture from the first kept part to shortly behind the last."""
    if not cut.kept:
        return []
    first, last = cut.kept[0].raw.start, max(one.raw.end for one in cut.kept)
    return [
        (one.role, one.span.of(cut.raw_text))
        for one in cut.furniture
        if one.span.start >= first - _BEHIND and one.span.end <= last + _BEHIND
    ]


def text_of(raw_text: str, parts: Sequence[Part], *, headline: str | None = None) -> Text:
    """Put the kept parts together, headline first, paragraphs divided by a blank line.

    Every kept part stands in the text character for character. Only `headline` may be a stretch
    that the raw text does not hold (a page that shows its title nowhere but in the window bar).

    Args:
        raw_text: What the parts point into.
        parts: Not overlapping; empty stretches are not allowed.
        headline: Headline to set at the top where no part is one; None for none.
    """
    ordered = sorted(
        (part for part in parts if part.role in KEPT_ROLES),
        key=lambda part: (part.role != "headline", part.start),
    )
    pieces: list[str] = []
    zones, kept = [], []
    length = 0
    if headline and (not ordered or ordered[0].role != "headline"):
        pieces.append(headline)
        length = len(headline)
        zones.append(Zone(span=Span(0, length), kind=ZoneKind.HEADLINE))
    for part in ordered:
        length += len(_BREAK) if pieces else 0
        span = Span(length, length + part.end - part.start)
        pieces.append(raw_text[part.start : part.end])
        length = span.end
        zones.append(Zone(span=span, kind=KEPT_ROLES[part.role]))
        kept.append(Kept(text=span, raw=Span(part.start, part.end)))
    text = _BREAK.join(pieces)
    furniture = tuple(
        Furniture(span=Span(part.start, part.end), role=part.role)
        for part in sorted(parts, key=lambda part: part.start)
        if part.role not in KEPT_ROLES
    )
    return Text(
        text=text, zones=tuple(zones), kept=tuple(kept), furniture=furniture, raw_text=raw_text
    )
