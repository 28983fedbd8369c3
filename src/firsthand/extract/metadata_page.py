"""What a page's judged lines say of its article, as facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from firsthand.domain import Fact, Field
from firsthand.extract.bylines import byline_of
from firsthand.extract.furniture import stamps_of_line
from firsthand.extract.metadata_authors import names_in
from firsthand.extract.metadata_dates import stamp_facts
from firsthand.extract.metadata_hosts import site_of
from firsthand.extract.metadata_people import is_marked, marked_people
from firsthand.extract.metadata_visible import (
    SOURCE,
    bare_people,
    paywall_facts,
    people_facts,
    visible_days,
)
from firsthand.extract.page_lines import PageLine
from firsthand.extract.page_roles import JudgedPage
from firsthand.extract.photos import photo_credits
from firsthand.extract.structured import PageFacts
from firsthand.extract.titles import site_in
from firsthand.text.timestamps import iso_moment, label_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["visible_facts"]

_ABOVE = 8
"""Lines above the headline in which its byline and day may stand."""

_BELOW = 14
"""Lines behind the first paragraph in which they may stand."""

_BEHIND = 10
"""Lines behind the last paragraph in which they may stand."""

_NEXT_BYLINE = 2
"""Lines from one byline to the next that belongs to it."""

_OVER_TEXT = 12
"""Lines between headline and text in which a bare name is looked for."""

_AUTHOR_MARKS = ("author", "byline", "autor", "auteur", "writ", "redakteur")
"""Of class names: where no line's hint has one, no element is looked for."""

_AMERICAN = frozenset({"en-us", "en_us"})
_LONGEST_SECTION = 40
_SEGMENT = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]{2,}){0,2}\Z")
_NO_SECTION = frozenset(
    [
        "article",
        "articles",
        "news",
        "story",
        "stories",
        "artikel",
        "noticias",
        "nachrichten",
        "blog",
        "post",
        "posts",
        "index",
        "content",
        "page",
        "amp",
        "web",
        "live",
        "video",
    ]
)


def visible_facts(
    page: JudgedPage, facts: PageFacts, tree: HtmlElement, *, url: str | None
) -> tuple[Fact, ...]:
    """The facts of a page's visible text, its window title and its address.

    Args:
        page: Its lines with their roles.
        facts: What it says for machines: printed people are looked for further afield only where
            this names none.
        tree: The page.
        url: Where it was recorded or says that it belongs.
    """
    return tuple(dict.fromkeys(_found(page, facts, tree, url)))


def _found(
    page: JudgedPage, facts: PageFacts, tree: HtmlElement, url: str | None
) -> Iterator[Fact]:
    if page.title and (facts.printed or facts.title is None):
        yield _said(Field.TITLE, page.title)
    standfirst = page.of("standfirst")
    if standfirst:
        yield _said(Field.STANDFIRST, " ".join(standfirst))
    site = site_in(facts.window, page.title)
    if site:
        yield Fact(field=Field.OUTLET, value=site, source="window")
    yield from (_said(Field.OUTLET, name) for name in page.of("masthead")[:1])
    yield from _people(page, facts, tree)
    yield from _days(page, facts)
    yield from (_said(Field.CORRECTION, words) for words in page.of("correction"))
    yield from (
        _said(Field.CREDIT, name) for words in page.of("caption") for name in photo_credits(words)
    )
    yield from paywall_facts(
        line.text
        for zone in _zones(page)
        for line, role in zone
        if role not in {"body", "headline", "standfirst"}
    )
    section = _section_in(url)
    if section:
        yield Fact(field=Field.SECTION, value=section, source="url")


def _said(field: Field, value: str) -> Fact:
    return Fact(field=field, value=value, source=SOURCE)


def _people(page: JudgedPage, facts: PageFacts, tree: HtmlElement) -> Iterator[Fact]:
    closing = [
        (role, line.text)
        for line, role in zip(page.lines, page.roles, strict=True)
        if role == "reporting"
    ]
    printed: tuple[Fact, ...] = ()
    for zone in (*_zones(page), _kept(page)):
        printed = people_facts([*_first_bylines(zone), *closing])
        if any(fact.field is Field.AUTHOR for fact in printed):
            break
    yield from printed
    if any(fact.field is Field.AUTHOR for fact in printed):
        return
    sites = facts.all_of(Field.OUTLET)
    if any(names_in(value, sites=sites)[0] for value in facts.all_of(Field.AUTHOR)):
        return
    start = page.headline_at if page.headline_at is not None else max(0, page.first - _ABOVE)
    over = page.lines[start + 1 : max(page.first, start + 1) + 2][:_OVER_TEXT]
    hinted = any(mark in line.hint for line in page.lines for mark in _AUTHOR_MARKS)
    names = (marked_people(tree) if hinted or is_marked(tree) else ()) or bare_people(
        line.text for line in over
    )
    yield from (_said(Field.AUTHOR, name) for name in names)


def _first_named(rows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The rows as they are: each byline once, pages print them for wide and narrow screens."""
    return list(dict.fromkeys(rows))


def _first_bylines(zone: Sequence[tuple[PageLine, str]]) -> list[tuple[str, str]]:
    """The first bylines of a stretch of lines that follow closely on each other.

    Those further on are other articles' or other people's work; pages print a byline twice, for
    wide and narrow screens.
    """
    found: dict[tuple[str, str], None] = {}
    last: int | None = None
    for position, (line, role) in enumerate(zone):
        named = role == "byline" or (role == "timestamp" and byline_of(line.text) is not None)
        if not named:
            continue
        if last is not None and position - last > _NEXT_BYLINE:
            break
        found["byline", line.text] = None
        byline = byline_of(line.text) or byline_of(line.text, bare=True)
        last = position if byline is not None and byline.people else last
    return list(found)


def _days(page: JudgedPage, facts: PageFacts) -> Iterator[Fact]:
    languages = {value.casefold() for value in facts.all_of(Field.LANGUAGE)}
    day_first = languages.isdisjoint(_AMERICAN)
    for zone in _zones(page):
        stamps = [
            words
            for line, role in zone
            if role == "timestamp" or line.stamp
            for words in _stamp_words(line)
        ]
        bylines = [line.text for line, role in zone if role in {"byline", "dateline"}]
        found = visible_days(stamps, bylines, day_first=day_first)
        yield from found
        if any(fact.field is Field.PUBLISHED for fact in found):
            return
    rest = [line.text for line in page.lines if line.stamp or stamps_of_line(line.text)]
    labelled = [words for words in rest if label_of(words) == "published"]
    yield from stamp_facts(labelled[:1], day_first=day_first)


def _stamp_words(line: PageLine) -> list[str]:
    """The line's own words, or the moment that its markup gives, under the label that it prints."""
    moment = iso_moment(line.stamp) if line.stamp else None
    if moment is None:
        return [line.text]
    label = label_of(line.text)
    return [f"{label} {moment}" if label in {"published", "updated"} else moment]


def _zones(page: JudgedPage) -> Iterator[list[tuple[PageLine, str]]]:
    """Lines with roles near the text: below the headline, above it, behind the text."""
    rows = list(zip(page.lines, page.roles, strict=True))
    head = page.headline_at if page.headline_at is not None else max(0, page.first - _ABOVE)
    body = [position for position, (_, role) in enumerate(rows) if role == "body"]
    first = body[0] if body else page.first
    last = body[-1] if body else page.first
    yield rows[head : max(head, first) + _BELOW]
    yield rows[max(0, head - _ABOVE) : head][::-1]
    yield rows[last + 1 : last + 1 + _BEHIND]


def _kept(page: JudgedPage) -> list[tuple[PageLine, str]]:
    """Lines from the first to the last paragraph."""
    rows = list(zip(page.lines, page.roles, strict=True))
    body = [position for position, (_, role) in enumerate(rows) if role == "body"]
    return rows[body[0] : body[-1] + 1] if body else []


def _section_in(url: str | None) -> str | None:
    """The first part of the path, where it is a word that can name a section."""
    if site_of(url) is None or url is None:
        return None
    path = url.split("?", maxsplit=1)[0].split("/")[3:-1]
    for segment in path[:2]:
        if _SEGMENT.match(segment) and segment.casefold() not in _NO_SECTION:
            return segment[:_LONGEST_SECTION]
    return None
