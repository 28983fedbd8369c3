"""An article from an HTML page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.domain import Article, ArticleId, Capture, OutletBasis, digest
from firsthand.errors import InputError
from firsthand.extract.bylines import Byline, byline_of, is_outlet_name, reporters_in
from firsthand.extract.dates import dating_of
from firsthand.extract.furniture import (
    announces_release,
    furniture_role,
    stamps_of_line,
    updates_in,
)
from firsthand.extract.issuers import Signs, issuer_of
from firsthand.extract.language import language_of
from firsthand.extract.page_body import main_lines
from firsthand.extract.page_lines import PageLine, parsed, visible_lines
from firsthand.extract.parts import Part, near_body, text_of
from firsthand.extract.photos import photo_credits
from firsthand.extract.promotions import is_promotion
from firsthand.extract.provenance import provenance_of
from firsthand.extract.region import word_count
from firsthand.extract.structured import PageFacts, page_facts
from firsthand.extract.titles import headline_among, site_in
from firsthand.extract.wires import credit_of, notice_of
from firsthand.tables.outlets import outlet_of_host
from firsthand.tables.pagewords import page_words

__all__ = ["page_article"]

_HOST = re.compile(r"https?://(?:[^/@\s]*@)?(?:www\.)?([^/:?#\s]+)", re.IGNORECASE)
_BYLINE_HINT = re.compile(r"by-?line|author|autor|auteur|writer|reporter")
_STANDFIRST_HINT = re.compile(
    r"standfirst|sub-?(?:title|head(?:line)?)|\bdeck?\b|\bdek\b|\blede\b|lead(?:-?text|-paragraph)?\b|teaser-?text|summary|abstract|intro\b|chapeau|excerpt|article-?description|sapo\b"
)
_CAPTION_HINT = re.compile(
    r"caption|photo-?credit|image-?credit|bildunterschrift|legende|figcaption|copyright"
)
_MAST_HINT = re.compile(r"masthead|logo|site-?(?:name|title|brand)|brand\b")
_RELATED_HINT = re.compile(
    r"related|most-?read|recommend|popular|trending|newsletter|promo|teaser|read-?more|read-?also"
)
_NEAR_HEADLINE = 12
_LABEL_REACH = 5
_LONGEST_CONTACT = 5
_CLOSING_LINES = 4
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+?\d[\d\s()/-]{6,}\d")
_APPEAL_HINT = re.compile(
    r"\b(?:cta|promo(?:tion)?|donat\w*|subscri\w+|newsletter|membership|support-?(?:us|box|banner))\b"
)
_LONGEST_STANDFIRST_WORDS = 90
_FEWEST_WORDS = 8
"""Words that a page's body has to have: a page without article leaves a menu entry or a notice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What is known of a page once its lines have been judged."""

    lines: tuple[PageLine, ...]
    roles: list[str]
    title: str | None
    headline_at: int | None

    def of(self, role: str) -> list[str]:
        return [line.text for line, own in zip(self.lines, self.roles, strict=True) if own == role]


def page_article(capture: Capture) -> Article:
    """Find the article of an HTML page.

    The body is trafilatura's choice, cut from the visible text; headline, people, time and outlet
    come from JSON-LD, then meta tags, then microdata, then the visible text.

    Raises:
        InputError: the page shows no article text.
    """
    tree = parsed(capture.item, capture.text)
    facts = page_facts(tree)
    raw_text, lines = visible_lines(tree)
    page = _judged(lines, main_lines(capture.text, lines, stated=facts.body), facts)
    parts = [
        Part(start=line.start, end=line.end, role=role)
        for line, role in zip(lines, page.roles, strict=True)
    ]
    cut = text_of(raw_text, parts, headline=page.title)
    body = [zone.span.of(cut.text) for zone in cut.zones if zone.kind.value == "body"]
    if sum(map(word_count, body)) < _FEWEST_WORDS:
        hint = "hand in the page as a browser shows it, or its text"
        raise InputError(capture.item, "holds no article text", hint)
    url = capture.url or facts.url
    outlet, basis = _outlet(capture.url, facts, page)
    furniture = [(one.role, one.span.of(raw_text)) for one in cut.furniture]
    told = provenance_of(body, _credits_near(furniture), outlet=outlet)
    authors = _authors(facts, page)
    signs = Signs(
        announced=_announced(page), outlet=outlet or told.outlet, url=url, byline=bool(authors)
    )
    dating = dating_of(_stamps(page), published=facts.published, updated=facts.updated)
    return Article(
        id=ArticleId(digest("a", outlet or told.outlet, page.title, dating.published, cut.text)),
        item=capture.item,
        text=cut.text,
        zones=cut.zones,
        raw_text=raw_text,
        furniture=cut.furniture,
        kept=cut.kept,
        sha256=capture.sha256,
        fetched_at=capture.fetched_at,
        url=url,
        outlet=outlet or told.outlet,
        outlet_basis=basis,
        title=page.title,
        authors=authors,
        issuer=issuer_of(body, near_body(cut), signs=signs),
        published=dating.published,
        published_basis=dating.basis,
        published_bound=dating.bound,
        updated=dating.updated,
        language=language_of(cut.text, stated=facts.language),
        dateline=told.dateline,
        syndicated=told.syndicated,
        relayed_from=told.relayed_from,
        wire=told.wire,
        notice=told.notice,
        credits=tuple(
            dict.fromkeys(name for words in page.of("caption") for name in photo_credits(words))
        ),
        corrections=(*page.of("correction"), *updates_in(body)),
        reasons=told.reasons,
    )


def _judged(lines: tuple[PageLine, ...], main: Sequence[bool], facts: PageFacts) -> _Page:
    headings = [line.text for line in lines if line.tag == "h1"]
    site = facts.site or site_in(facts.window_title, headings[0] if headings else None)
    title = headline_among(facts.headlines, headings, site=site, window=facts.window_title)
    first = next((position for position, kept in enumerate(main) if kept), len(lines))
    headline_at = _headline_at(lines, title, first)
    roles = []
    for position, line in enumerate(lines):
        if position == headline_at:
            roles.append("headline")
        elif main[position]:
            roles.append(_role_of_kept(line, title))
        else:
            near = headline_at is not None and 0 < position - headline_at <= _NEAR_HEADLINE
            roles.append(_role_of_dropped(line, near=near, facts=facts))
    if title is None and headline_at is not None:
        title = lines[headline_at].text
    _closing(lines, roles)
    return _Page(lines=lines, roles=roles, title=title, headline_at=headline_at)


def _headline_at(lines: Sequence[PageLine], title: str | None, first: int) -> int | None:
    """The line that prints the headline: a heading with the title's words, at or above the body."""
    wanted = _words(title or "")
    spots = [
        position for position, line in enumerate(lines) if wanted and _words(line.text) == wanted
    ]
    headings = [spot for spot in spots if lines[spot].tag in {"h1", "h2"}]
    before = [spot for spot in spots if spot <= first + 2]
    chosen = headings[:1] or before[-1:]
    return chosen[0] if chosen else None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _role_of_kept(line: PageLine, title: str | None) -> str:
    text = line.text
    if title is not None and _words(text) == _words(title):
        return "repetition"
    if reporters_in(text) is not None:
        return "reporting"
    if notice_of(text) is not None and (text[0] in "([" or line.link_share > 0):
        return "syndication"
    credit = credit_of(text)
    if credit is not None and (text[0] in "([" or not credit.whole or len(text.split()) <= 2):
        return "credit"
    if line.tag == "figcaption" or (
        len(text) < 300 and photo_credits(text) and _CAPTION_HINT.search(line.hint)
    ):
        return "caption"
    if byline_of(text) is not None and len(text.split()) <= 14:
        return "byline"
    if stamps_of_line(text):
        return "timestamp"
    if announces_release(text):
        return "label"
    role = furniture_role(text)
    if role == "announcement" and (len(text.split()) <= _LONGEST_CONTACT or text[-1] == ":"):
        return role
    linked = role is None and line.link_share > 0
    appeals = page_words().promotion_opening.match(text) is not None
    if linked and appeals and _APPEAL_HINT.search(line.hint):
        return "promotion"
    if role in {"related", "ticker", "navigation", "promotion"} and len(text.split()) <= 20:
        return role
    return "promotion" if is_promotion(text, at_edge=line.link_share > 0) else "body"


def _role_of_dropped(line: PageLine, *, near: bool, facts: PageFacts) -> str:
    text = line.text
    if line.tag == "figcaption" or _CAPTION_HINT.search(line.hint):
        return "caption"
    if reporters_in(text) is not None:
        return "reporting"
    if near and len(text.split()) <= _LONGEST_STANDFIRST_WORDS and line.link_share < 0.5:
        same = facts.description is not None and _words(text) == _words(facts.description)
        if same or (
            _STANDFIRST_HINT.search(line.hint)
            and len(text.split()) >= 5
            and not stamps_of_line(text)
        ):
            return "standfirst"
    if stamps_of_line(text) or line.stamp:
        return "timestamp"
    if byline_of(text) is not None or (near and _BYLINE_HINT.search(line.hint)):
        return "byline"
    if len(text) < 600 and notice_of(text) is not None:
        return "syndication"
    if _MAST_HINT.search(line.hint) and is_outlet_name(text):
        return "masthead"
    role = furniture_role(text)
    if role is not None:
        return role
    credit = credit_of(text)
    if credit is not None and text[0] in "([—–-":
        return "credit"
    return "related" if _RELATED_HINT.search(line.hint) else "navigation"


def _closing(lines: Sequence[PageLine], roles: list[str]) -> None:
    """The last paragraph may be a notice or a credit without brackets."""
    kept = [position for position, role in enumerate(roles) if role == "body"]
    closing = False
    for position in kept[-_CLOSING_LINES:]:
        closing = closing or "announcement" in roles[max(0, position - 1) : position]
        if closing and _CONTACT.search(lines[position].text):
            roles[position] = "announcement"
    kept = [position for position in kept if roles[position] == "body"]
    for position in reversed(kept[-2:]):
        text = lines[position].text
        credit = credit_of(text)
        if notice_of(text) is not None:
            roles[position] = "syndication"
        elif credit is not None:
            roles[position] = "credit"


def _credits_near(furniture: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    roles = {"credit", "syndication", "byline", "legal", "promotion", "reporting"}
    return [(role, words) for role, words in furniture if role in roles]


def _stamps(page: _Page) -> list[str]:
    """Printed timestamps, those from the headline on first."""
    start = page.headline_at or 0
    found = [
        (position < start, position, line.stamp or line.text)
        for position, (line, role) in enumerate(zip(page.lines, page.roles, strict=True))
        if role == "timestamp" and (stamps_of_line(line.text) or line.stamp)
    ]
    return [words for _, _, words in sorted(found)[:4]]


def _announced(page: _Page) -> bool:
    """Whether a line close to the headline says that this is a press release or statement."""
    at = page.headline_at
    if at is None:
        return False
    near = page.lines[max(0, at - _LABEL_REACH) : at + _LABEL_REACH + 1]
    return any(announces_release(line.text) and line.link_share < 1 for line in near)


def _outlet(recorded: str | None, facts: PageFacts, page: _Page) -> tuple[str | None, OutletBasis]:
    """The outlet and how it is known: only a recorded address identifies it."""
    named = (
        facts.site
        or site_in(facts.window_title, page.title)
        or next(iter(page.of("masthead")), None)
    )
    match = _HOST.match(recorded or "")
    if match is not None:
        listed = outlet_of_host(match.group(1))
        return (listed.name if listed else named or match.group(1)), OutletBasis.HOST
    return named, OutletBasis.PAGE


def _authors(facts: PageFacts, page: _Page) -> tuple[str, ...]:
    if facts.authors:
        return facts.authors
    people: list[str] = []
    for words in page.of("byline"):
        found: Byline | None = byline_of(words) or byline_of(words, bare=True)
        people += found.people if found is not None else ()
    if not people:
        for words in page.of("reporting"):
            people += reporters_in(words) or ()
    return tuple(dict.fromkeys(people))
