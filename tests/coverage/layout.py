"""A draft as an article: its text with zones, its stamp as far as its outlet prints one, and where things stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

from firsthand.domain import Article, ArticleId, DateBasis, OutletBasis, Span, Zone, ZoneKind, digest
from tests.coverage.drafts import Draft, Line

__all__ = ["article_of", "lines_at", "stamp_of"]


def stamp_of(draft: Draft) -> str | None:
    """The time of publication as the outlet's pages give it, ISO 8601; None where they give none."""
    house = draft.outlet
    if house.stamp == "none":
        return None
    moment = datetime.fromtimestamp(draft.minute * 60, UTC) + timedelta(minutes=house.offset)
    if house.stamp == "day":
        return moment.date().isoformat()
    if house.stamp == "minute":
        return moment.replace(tzinfo=None).isoformat(timespec="minutes")
    return moment.replace(tzinfo=timezone(timedelta(minutes=house.offset))).isoformat(timespec="minutes")


def _paragraphs(draft: Draft) -> Iterator[str]:
    yield draft.title
    opening = draft.opening
    for lines in draft.paragraphs:
        yield opening + " ".join([line.text for line in lines])
        opening = ""
    if draft.closing:
        yield draft.closing
    if draft.correction:
        yield draft.correction


def article_of(draft: Draft) -> Article:
    """The article as the program would have it from a clean page: headline, paragraphs, credit lines in the text."""
    zones: list[Zone] = []
    at, kind = 0, ZoneKind.HEADLINE
    paragraphs = list(_paragraphs(draft))
    for text in paragraphs:
        zones.append(Zone(span=Span(at, at + len(text)), kind=kind))
        at += len(text) + 2
        kind = ZoneKind.BODY
    text = "\n\n".join(paragraphs)
    published, outlet = stamp_of(draft), draft.outlet.name
    return Article(
        id=ArticleId(digest("a", outlet, draft.title, published, text)),
        item=draft.key,
        text=text,
        zones=tuple(zones),
        raw_text=text,
        sha256=sha256(text.encode()).hexdigest(),
        url=f"https://{draft.outlet.host}/{draft.key}",
        outlet=outlet,
        outlet_basis=OutletBasis.HOST,
        title=draft.title,
        published=published,
        published_basis=DateBasis.STATED if published else DateBasis.UNKNOWN,
    )


def lines_at(draft: Draft) -> Iterator[tuple[Line, int]]:
    """Each line and where it begins in the article's text."""
    at = len(draft.title) + 2 + len(draft.opening)
    for lines in draft.paragraphs:
        for line in lines:
            yield line, at
            at += len(line.text) + 1
        at += 1
