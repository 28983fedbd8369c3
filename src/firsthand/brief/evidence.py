"""An article's text cut into paragraphs and marked pieces, each passage with its place to link to."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from firsthand.brief.anchors import Anchors, anchor_of
from firsthand.domain import Article, Passage, Span, Zone, ZoneKind

__all__ = ["Paragraph", "paragraphs"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article, ready to print."""

    kind: ZoneKind
    html: Markup
    """Escaped text with a `mark` around each cited passage. A passage that crosses another's end or
    a paragraph's is given in parts; its first part carries the name that links lead to."""


def paragraphs(article: Article, found: Anchors) -> tuple[Paragraph, ...]:
    """The article's text with every cited passage marked. No character is added or lost."""
    passages = found.by_article.get(article.id, ())
    zones = article.zones or (
        (Zone(span=Span(0, len(article.text)), kind=ZoneKind.BODY),) if article.text else ()
    )
    begun: set[Passage] = set()
    return tuple(
        Paragraph(
            zone.kind, Markup("").join(_marked(article.text, zone.span, passages, found, begun))
        )
        for zone in zones
    )


def _marked(
    text: str, zone: Span, passages: Sequence[Passage], found: Anchors, begun: set[Passage]
) -> Iterator[Markup]:
    """One paragraph's text with the marks that open and close in it."""
    inside = [one for one in passages if one.span.overlaps(zone)]
    stops = {zone.start, zone.end}
    for one in inside:
        stops |= {max(one.span.start, zone.start), min(one.span.end, zone.end)}
    open_: list[Passage] = []
    ordered = sorted(stops)
    for start, end in itertools.pairwise(ordered):
        wanted = [one for one in inside if one.span.start <= start and end <= one.span.end]
        shared = 0
        while shared < len(open_) and open_[shared] in wanted:
            shared += 1
        yield from (Markup("</mark>") for _ in open_[shared:])
        open_ = open_[:shared]
        rest = [one for one in wanted if one not in open_]
        for one in sorted(rest, key=lambda p: (-p.span.end, p.span.start)):
            yield _opening(one, found, begun)
            open_.append(one)
        yield escape(text[start:end])
    yield from (Markup("</mark>") for _ in open_)


def _opening(passage: Passage, found: Anchors, begun: set[Passage]) -> Markup:
    """The opening tag of a passage's first or further part."""
    look = Markup("") if passage in found.main else Markup(' class="minor"')
    if passage in begun:
        return Markup('<mark data-p="{}"{}>').format(anchor_of(passage), look)
    begun.add(passage)
    shown = found.numbers[passage]
    return Markup('<mark id="{}" data-n="{}"{}>').format(anchor_of(passage), shown, look)
