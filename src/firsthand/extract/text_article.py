"""An article from a plain-text dump."""

from __future__ import annotations

from firsthand.domain import Article, ArticleId, Capture, OutletBasis, digest
from firsthand.errors import InputError
from firsthand.extract.bylines import byline_of, reporters_in
from firsthand.extract.dates import dating_of
from firsthand.extract.dump import dump_parts
from firsthand.extract.furniture import updates_in
from firsthand.extract.issuers import Signs, issuer_of
from firsthand.extract.language import language_of
from firsthand.extract.parts import near_body, text_of
from firsthand.extract.photos import photo_credits
from firsthand.extract.provenance import provenance_of
from firsthand.tables.pagewords import page_words

__all__ = ["MOST_LINES", "text_article"]

MOST_LINES = 20_000
"""Line ends from which a text is a collection, not an article; 521 page dumps have 196 on average."""


def text_article(capture: Capture) -> Article:
    """Find the article in a plain-text dump.

    The outlet of a pasted text is always a claim: of its head line, its notice or its promotions.

    Raises:
        InputError: it holds no running text.
    """
    raw = capture.text
    if raw.count("\n") > MOST_LINES:
        hint = "hand in one article a file"
        raise InputError(capture.item, f"has more than {MOST_LINES} lines", hint)
    dump = dump_parts(raw)
    if dump is None:
        hint = "hand in the article with its paragraphs"
        raise InputError(capture.item, "holds no article text", hint)
    cut = text_of(raw, dump.parts)
    furniture = [(one.role, one.span.of(raw)) for one in cut.furniture]
    body = [zone.span.of(cut.text) for zone in cut.zones if zone.kind.value == "body"]
    if not body:
        hint = "hand in the article with its paragraphs"
        raise InputError(capture.item, "holds no article text", hint)
    heads = [zone.span.of(cut.text) for zone in cut.zones if zone.kind.value == "headline"]
    told = provenance_of(body, furniture, outlet=dump.outlet, guessed=not dump.release)
    dating = dating_of([words for role, words in furniture if role == "timestamp"])
    outlet = told.outlet
    outlet = _without_suffix(outlet) if dump.release else outlet
    authors = _authors(furniture)
    signs = Signs(announced=dump.release, outlet=outlet, url=capture.url, byline=bool(authors))
    title = " ".join(heads[0].split()) if heads else None
    return Article(
        id=ArticleId(digest("a", outlet, title, dating.published, cut.text)),
        item=capture.item,
        text=cut.text,
        zones=cut.zones,
        raw_text=raw,
        furniture=cut.furniture,
        kept=cut.kept,
        sha256=capture.sha256,
        fetched_at=capture.fetched_at,
        url=capture.url,
        outlet=outlet,
        outlet_basis=OutletBasis.CLAIMED,
        title=title,
        authors=authors,
        issuer=issuer_of(body, near_body(cut), signs=signs),
        published=dating.published,
        published_basis=dating.basis,
        published_bound=dating.bound,
        updated=dating.updated,
        language=language_of(cut.text),
        dateline=told.dateline or dump.stamp_place,
        syndicated=told.syndicated,
        relayed_from=told.relayed_from,
        wire=told.wire,
        notice=told.notice,
        credits=tuple(
            dict.fromkeys(
                name
                for role, words in furniture
                if role == "caption"
                for name in photo_credits(words)
            )
        ),
        corrections=(
            *(words for role, words in furniture if role == "correction"),
            *updates_in(body),
        ),
        reasons=told.reasons,
    )


def _authors(furniture: list[tuple[str, str]]) -> tuple[str, ...]:
    """People of the byline; where it has none, those of a closing "Reporting by"."""
    people: list[str] = []
    for role, words in furniture:
        if role == "byline":
            byline = byline_of(words) or byline_of(words, bare=True)
            people += byline.people if byline is not None else ()
    if not people:
        for role, words in furniture:
            people += (reporters_in(words) or ()) if role == "reporting" else ()
    return tuple(dict.fromkeys(people))


def _without_suffix(name: str | None) -> str | None:
    if name is None:
        return None
    words = name.split()
    while len(words) > 1 and words[-1].casefold().strip(",") in page_words().issuer_suffixes:
        words.pop()
    return " ".join(words).strip(" ,")
