"""Versions of an invented article, built by hand: a wall above a harbour road in Larvik."""

from __future__ import annotations

from typing import Any

from firsthand.domain import Article, ArticleId, OutletBasis, Span, Zone, ZoneKind, digest

__all__ = ["ADDRESS", "FIRST", "printing"]

ADDRESS = "https://www.fjordgazette.example/2026/01/04/wall-falls-larvik"

FIRST = (
    "Wall falls on harbour road in Larvik, 14 hurt",
    "A wall above the harbour road in Larvik collapsed on Sunday evening, injuring 14 people.",
    "“We heard a crack and then everything was dust,” said Ida Moen, who lives opposite.",
    "The fire chief, Per Solberg, said that the slope had been inspected in October.",
    "The road will stay closed until further notice. Two buses were diverted.",
)


def printing(
    item: str, paragraphs: tuple[str, ...] = FIRST, *, url: str | None = ADDRESS, **known: Any
) -> Article:
    """An article whose first paragraph is its headline, recorded at `url`."""
    text = "\n\n".join(paragraphs)
    zones, start = [], 0
    for number, paragraph in enumerate(paragraphs):
        kind = ZoneKind.BODY if number else ZoneKind.HEADLINE
        zones.append(Zone(span=Span(start, start + len(paragraph)), kind=kind))
        start += len(paragraph) + 2
    given = {
        "id": ArticleId(digest("a", item, text)),
        "raw_text": text,
        "sha256": digest("s", item, text).ljust(64, "0"),
        "outlet": "Fjord Gazette",
        "outlet_basis": OutletBasis.HOST,
        "title": paragraphs[0],
    } | known
    return Article(item=item, text=text, zones=tuple(zones), url=url, **given)
