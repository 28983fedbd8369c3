"""An article from text that is already clean: pasted bodies, library calls, benchmark inputs."""

from __future__ import annotations

import re
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
from firsthand.errors import InputError

__all__ = ["plain_article"]

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n(?!\s*\n)[^\n]*\S[^\n]*)*")


def plain_article(
    text: str,
    *,
    item: str,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str = "en",
) -> Article:
    """Take `text` as an article's text, unchanged, without looking for furniture.

    Paragraphs are runs of lines between blank lines. Where `text` opens with `title` on a
    paragraph of its own, that paragraph is the headline zone; a title that does not stand in the
    text is kept as metadata only, for offsets must stay those of `text`.

    Args:
        text: The article's text; spans of all later layers refer to it.
        item: Name of the input, for messages.
        published: ISO 8601 publication date, if known; taken as stated.
        title: Headline, if known.
        outlet: Name of the outlet, if known; taken as claimed.
        url: Address, if known.
        language: ISO 639-1.

    Raises:
        InputError: `text` has no words.
    """
    zones: list[Zone] = []
    for match in _PARAGRAPH.finditer(text):
        is_title = title is not None and not zones and match.group() == title
        kind = ZoneKind.HEADLINE if is_title else ZoneKind.BODY
        zones.append(Zone(span=Span(match.start(), match.end()), kind=kind))
    if not zones:
        raise InputError(item, "holds no text", "give the article's words")
    return Article(
        id=ArticleId(digest("a", outlet, title, published, text)),
        item=item,
        text=text,
        zones=tuple(zones),
        raw_text=text,
        sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        url=url,
        outlet=outlet,
        outlet_basis=OutletBasis.CLAIMED,
        title=title,
        published=published,
        published_basis=DateBasis.STATED if published else DateBasis.UNKNOWN,
        language=language,
    )
