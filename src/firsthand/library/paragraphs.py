"""What divides the paragraphs of a text: blank lines, or every line end."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from firsthand.domain import Article, Span, Zone, ZoneKind

__all__ = ["Paragraphs", "divided"]

Paragraphs = Literal["blank", "line"]
"""``blank``: lines between blank lines are one paragraph; ``line``: each line is one."""

_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def divided(article: Article, *, by: Paragraphs) -> Article:
    """The article with its paragraphs divided so; its text and its headline stay.

    No sentence and no name crosses the end of a paragraph.

    Args:
        article: With paragraphs divided by blank lines.
        by: What divides them.
    """
    if by == "blank":
        return article
    zones = []
    for zone in article.zones:
        if zone.kind is not ZoneKind.BODY:
            zones.append(zone)
            continue
        for match in _LINE.finditer(zone.span.of(article.text)):
            start = zone.span.start + match.start()
            zones.append(Zone(span=Span(start, start + len(match.group())), kind=zone.kind))
    return replace(article, zones=tuple(zones))
