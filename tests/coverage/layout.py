"""A draft as an article: its text with zones, its stamp as far as its outlet prints one, and where things stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256

from firsthand.domain import (
    Article,
    ArticleId,
    DateBasis,
    OutletBasis,
    Span,
    Zone,
    ZoneKind,
    digest,
)
from tests.coverage.drafts import Draft, Line
from tests.coverage.outlets import Outlet

__all__ = ["article_from", "article_of", "lines_at", "paragraphs_of", "stamp_of"]

_START = datetime(1970, 1, 1)  # noqa: DTZ001 - clocks are offset by hand


def stamp_of(house: Outlet, minute: int) -> str | None:
    """The time of publication as the outlet's pages give it, ISO 8601; None where they give none."""
    if house.stamp == "none":
        return None
    moment = _START + timedelta(minutes=minute + house.offset)
    if house.stamp == "day":
        return moment.date().isoformat()
    stamp = moment.isoformat(timespec="minutes")
    if house.stamp == "minute":
        return stamp
    hours, rest = divmod(abs(house.offset), 60)
    return f"{stamp}{'-' if house.offset < 0 else '+'}{hours:02d}:{rest:02d}"


def paragraphs_of(draft: Draft) -> tuple[str, ...]:
    """Headline, body and credit line as printed."""
    texts = [" ".join([line.text for line in lines]) for lines in draft.paragraphs]
    texts[0] = draft.opening + texts[0]
    return (draft.title, *texts, *filter(None, (draft.closing, draft.correction)))


def article_of(draft: Draft) -> Article:
    """The article as the program would have it from a clean page: headline, paragraphs, credit lines in the text."""
    return article_from(draft.key, draft.outlet, draft.minute, paragraphs_of(draft))


def article_from(key: str, house: Outlet, minute: int, paragraphs: tuple[str, ...]) -> Article:
    """The same from what is printed: the first paragraph is the headline."""
    zones: list[Zone] = []
    at, kind = 0, ZoneKind.HEADLINE
    for text in paragraphs:
        end = at + len(text)
        zones.append(Zone(span=Span(at, end), kind=kind))
        at, kind = end + 2, ZoneKind.BODY
    text = "\n\n".join(paragraphs)
    published, title = stamp_of(house, minute), paragraphs[0]
    return Article(
        id=ArticleId(digest("a", house.name, title, published, text)),
        item=key,
        text=text,
        zones=tuple(zones),
        raw_text=text,
        sha256=sha256(text.encode()).hexdigest(),
        url=f"https://{house.host}/{key}",
        outlet=house.name,
        outlet_basis=OutletBasis.HOST,
        title=title,
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
