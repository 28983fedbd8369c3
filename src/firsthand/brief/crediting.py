"""What an article says itself of whose text it is, and where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firsthand.domain import (
    Article,
    ArticleId,
    CopyGroup,
    CopyLink,
    Passage,
    SettledStory,
    Span,
    ZoneKind,
)
from firsthand.text.dateline import dateline_end

__all__ = ["STATED", "Credit", "credit_of", "outlet_forms", "unseen"]

_ENDS = 3
"""Paragraphs at either end of a text among which a credit line stands."""

_SHORT = 120
"""Longest credit line, in code points; a longer paragraph tells of the news."""

_CREDIT_LINE = re.compile(
    r"^[(\[—–-]|^by\b|[©]|\b(?:source|credit|copyright|agenc(?:y|ies)|newswire|wire|inputs?|"
    r"originally|first (?:appeared|published)|supplied|reporting by|report(?:ed)? from)\b",
    re.IGNORECASE,
)
"""What tells a credit line from a sentence that only names the wire ("…, AP reported.")."""

STATED = re.compile(r"credit|dateline|byline|syndicat", re.IGNORECASE)
"""What reasons speak of that say whose text an article is."""

_BRACKETED = re.compile(r"\(([^)]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """That an article itself says whose text it is."""

    words: str
    """What says so, as a short phrase."""

    passage: Passage | None
    """The credit line or dateline; None where it was cut away with the furniture."""


def credit_of(article: Article, links: Iterable[CopyLink] = ()) -> Credit | None:
    """What in `article` credits another outlet or a wire for its text as a whole.

    Args:
        article: Any article.
        links: The story's copy links; their reasons may point to the credit line.

    Returns:
        None where the article credits nobody, or is the wire's own.
    """
    for link in links:
        if article.id not in {link.original, link.copy}:
            continue
        for reason in link.reasons:
            for passage in reason.evidence:
                if passage.article == article.id and STATED.search(reason.feature):
                    return Credit(words=reason.feature, passage=passage)
    own = outlet_forms(article.outlet or "")
    names = {
        form
        for name in (*article.relayed_from, article.wire)
        if name is not None and not outlet_forms(name) & own
        for form in outlet_forms(name)
    }
    if not names:
        return None
    line = next(_lines(article, names), None)
    told = next((one.feature for one in article.reasons if STATED.search(one.feature)), None)
    if line is not None:
        return Credit(words=told or "credit line", passage=Passage(article.id, line))
    return Credit(words=told or "credited outside the text", passage=None)


def _lines(article: Article, names: set[str]) -> Iterator[Span]:
    """The dateline and the short paragraphs at either end in which one of `names` stands."""
    body = [zone.span for zone in article.zones if zone.kind is not ZoneKind.HEADLINE]
    wanted = re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(names))})(?!\w)", re.IGNORECASE
    )
    for span in body[:_ENDS]:
        words = span.of(article.text)
        opening = words[: dateline_end(words)].rstrip(" –—-:")
        if opening and wanted.search(opening):
            yield Span(span.start, span.start + len(opening))
    for span in (*body[-_ENDS:], *body[:_ENDS]):
        words = span.of(article.text)
        if len(words) <= _SHORT and _CREDIT_LINE.search(words) and wanted.search(words):
            yield span


def unseen(settled: SettledStory) -> Iterator[tuple[str, CopyGroup, tuple[ArticleId, ...]]]:
    """Wires and outlets whose text was printed here, while their own is not in the collection.

    Yields:
        Whose text it is, the copy group, and its articles: all of them are copies of that text. In
        the order of the groups.
    """
    articles = {reading.article.id: reading.article for reading in settled.readings}
    at_hand = {form for one in articles.values() for form in outlet_forms(one.outlet or "")}
    for group in settled.groups:
        members = tuple(name for name in group.articles if name in articles)
        credited = [
            name
            for member in members
            for name in articles[member].relayed_from
            if not outlet_forms(name) & at_hand
        ]
        whose = group.wire or next(iter(sorted(credited)), None)
        if whose is None or not members:
            continue
        alone = len(members) == 1 and credit_of(articles[members[0]]) is not None
        if group.root in articles and not alone:
            continue
        own = outlet_forms(whose)
        if not any(outlet_forms(articles[name].outlet or "") & own for name in members):
            yield whose, group, members


def outlet_forms(name: str) -> set[str]:
    """The forms of an outlet's name: whole, without its abbreviation, abbreviation, initials."""
    plain = re.sub(r"\s*\([^)]*\)", "", name).removeprefix("The ").removeprefix("the ").strip()
    forms = {name, plain, *_BRACKETED.findall(name)}
    words = plain.split()
    if len(words) > 1:
        forms.add("".join(word[0] for word in words if word[0].isupper()))
    return {form.casefold() for form in forms if len(form) > 1}
