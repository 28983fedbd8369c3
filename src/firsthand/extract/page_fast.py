"""An article from an HTML page at a tenth of the cost: the fast tier, for large corpora."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

import numpy as np
from resiliparse.extract.html2text import extract_plain_text

from firsthand.domain import Article, Capture, Fact, Field
from firsthand.errors import InputError
from firsthand.extract.bylines import byline_of
from firsthand.extract.closing import Own, closed, stated_facts
from firsthand.extract.furniture import stamps_of_line, updates_in
from firsthand.extract.fusion import fused
from firsthand.extract.language import language_of
from firsthand.extract.metadata_json import linked_data, plain
from firsthand.extract.metadata_tags import META_NAMES, meta_facts
from firsthand.extract.openings import forms_from, opening_of
from firsthand.extract.page_article import page_article, with_wires
from firsthand.extract.page_words import squeezed
from firsthand.extract.parts import Part, text_of
from firsthand.extract.provenance import provenance_of
from firsthand.extract.region import word_count
from firsthand.extract.titles import without_site
from firsthand.extract.wires import credit_of, notice_of
from firsthand.tables.languages import language_code
from firsthand.tables.pagewords import page_words

__all__ = ["fast_page_article"]

_LONGEST_META = 4000
_OTHER = re.compile(
    r"<(?:title[^>]{0,200}>([^<]{1,600})|script[^>]{0,300}?ld\+json[^>]{0,300}>(.{1,400000}?)</script"
    r"|h1[^>]{0,600}>(.{1,1000}?)</h1|html[^>]{0,1000}?\slang=[\"']?([A-Za-z-]{2,12})"
    r"|link\s[^>]{0,300}?rel=[\"']?canonical[\"']?[^>]{0,200}?href=[\"']?([^\"'\s>]{8,600}))",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:-]{1,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_NAMES = ("property", "name", "itemprop", "http-equiv")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*?(/?)>")
_UNCOUNTED = frozenset(
    [
        "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
        "option", "p", "param", "path", "source", "td", "th", "tr", "track", "use", "wbr",
    ]
)  # fmt: skip
_MANY_TAGS = 8000
"""Tags from which their nesting is measured before the extractor is asked, for its time grows with
the square of the nesting: 8,000 levels take a second."""

_DEEPEST = 600
_FEWEST_WORDS = 8
_SHORT = 90
"""Code points up to which a line is asked for another role than article text."""

_LANGUAGE = 1000
"""Code points by which the language is told where the page does not state it."""

_LONGER_AT_MOST = 20
_EDGE = 4
"""Lines at either end of a text among which bylines, timestamps, bare credits and notices are
looked for."""

_MOST_AUTHORS = 40
_TWICE = frozenset({Field.TITLE, Field.OUTLET, Field.URL})
_SAID = (
    "timestamp",
    "reporting",
    "ticker",
    "correction",
    "announcement",
    "related",
    "legal",
    "promotion",
    "navigation",
)


def fast_page_article(capture: Capture) -> Article:
    """Find the article of an HTML page, several times faster and less exactly than `page_article`.

    The main text is Resiliparse's (Bevendorff et al., ECIR 2018). `Article.raw_text` is what that
    keeps of the page, not all visible text: menus and teasers are not set apart as furniture, but
    not kept at all. Metadata comes from JSON-LD and meta tags only, weighed as everywhere.

    Raises:
        InputError: the page shows no article text.
    """
    markup = capture.text
    octets = np.frombuffer(capture.raw, dtype=np.uint8)
    if np.count_nonzero(octets == ord("<")) > _MANY_TAGS and _nests_too_deep(markup):
        return page_article(capture)
    facts, headings, description = _head(markup)
    told = fused((*stated_facts(capture), *facts))
    title = next(iter(headings), None)
    if told.title is not None:
        title = without_site(told.title, headings=headings)
    found = extract_plain_text(
        markup, main_content=True, alt_texts=False, list_bullets=False, comments=False
    )
    lines = [line for one in found.split("\n") if (line := one.strip())]
    raw_text = "\n".join(lines)
    cut = text_of(raw_text, _parts(lines, title, description), headline=title)
    body = [zone.span.of(cut.text) for zone in cut.zones if zone.kind.value == "body"]
    if not any(total >= _FEWEST_WORDS for total in accumulate(map(word_count, body))):
        hint = "hand in the page as a browser shows it, or its text"
        raise InputError(capture.item, "holds no article text", hint)
    furniture = [(one.role, one.span.of(raw_text)) for one in cut.furniture]
    says = with_wires(provenance_of(body, furniture, outlet=told.outlet), told)
    own = Own(
        title=title,
        outlet=says.outlet,
        language=language_code(told.language or "") or language_of(cut.text[:_LANGUAGE]),
        evidence=told.evidence,
        dateline=says.dateline,
        wire=says.wire,
        notice=says.notice or told.notice,
        corrections=(*told.corrections, *updates_in(body)),
    )
    return closed(capture, cut, told, says, own)


def _head(markup: str) -> tuple[list[Fact], list[str], str | None]:
    """The facts of JSON-LD, meta tags and window title; the headings; the description."""
    meta: dict[str, list[str]] = {}
    scripts: list[str] = []
    windows: list[str] = []
    headings: list[str] = []
    others: list[Fact] = []
    for tag in _meta_tags(markup):
        read = {key: one or other or bare for key, one, other, bare in _ATTRIBUTE.findall(tag)}
        name = next((read[one] for one in _NAMES if read.get(one)), None)
        name = (name or "").strip().casefold()
        content = plain(read.get("content")) if name in META_NAMES else None
        if content and len(held := meta.setdefault(name, [])) < _MOST_AUTHORS:
            held.append(content)
    for window, script, heading, language, canonical in _OTHER.findall(markup):
        if script:
            scripts.append(script)
        elif heading:
            headings += [text] if (text := plain(heading)) else []
        elif window:
            windows.append(window)
        elif language:
            others.append(Fact(field=Field.LANGUAGE, value=language, source="meta"))
        elif canonical.startswith("http"):
            others.append(Fact(field=Field.URL, value=canonical, source="meta"))
    data = linked_data(scripts)
    tags = meta_facts(meta)
    window_title = plain(windows[0]) if windows else None
    if window_title:
        others.append(Fact(field=Field.TITLE, value=window_title, source="window"))
    description = next((one.value for one in tags if one.field is Field.STANDFIRST), None)
    return _fewest([*data.facts, *tags, *others]), headings, description or data.description


def _meta_tags(markup: str) -> Iterator[str]:
    """What stands between the name and the end of each meta tag."""
    start = markup.find("<meta")
    while start >= 0:
        first = start + len("<meta")
        end = markup.find(">", first, first + _LONGEST_META + 2)
        if end > first + 1 and markup[first].isspace():
            yield markup[first + 1 : end]
            start = markup.find("<meta", end)
        else:
            start = markup.find("<meta", first)


def _fewest(facts: Sequence[Fact]) -> list[Fact]:
    """Of each field the first statement and one by another source; authors all of one source.

    Weighing costs as much as finding the text where a page says everything six times.
    """
    held: dict[Field, list[Fact]] = {}
    for fact in facts:
        own = held.setdefault(fact.field, [])
        if fact.field is Field.AUTHOR:
            more = len(own) < _MOST_AUTHORS and (not own or own[0].source == fact.source)
        else:
            more = not own or (
                fact.field in _TWICE and len(own) < 2 and own[0].source != fact.source
            )
        if more:
            own.append(fact)
    return [fact for own in held.values() for fact in own]


def _nests_too_deep(markup: str) -> bool:
    depth = 0
    for closing, name, empty in _TAG.findall(markup):
        if empty or name.casefold() in _UNCOUNTED:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > _DEEPEST:
            return True
    return False


def _parts(lines: Sequence[str], title: str | None, description: str | None) -> list[Part]:
    parts: list[Part] = []
    heading, summary = squeezed(title or ""), squeezed(description or "")
    longest = max(len(title or ""), len(description or "")) + _LONGER_AT_MOST
    known = {heading, summary} - {""}
    begins = {key[0] for key in known}
    start = 0
    printed = False
    for number, line in enumerate(lines):
        role = "body"
        first = line[0]
        may_be = not first.isalnum() or first.casefold()[0] in begins
        if may_be and len(line) <= longest and (key := squeezed(line)) in known:
            role = "standfirst"
            if key == heading:
                role, printed = "repetition" if printed else "headline", True
        elif len(line) <= _SHORT:
            role = _role(line, at_edge=number < _EDGE or number >= len(lines) - _EDGE)
        parts.append(Part(start=start, end=start + len(line), role=role))
        start += len(line) + 1
    return parts


@cache
def _sayings(opening: str) -> re.Pattern[str]:
    table = page_words().furniture
    groups = (
        f"(?P<{role}>{'|'.join(f'(?:{one})' for one in forms)})"
        for role in _SAID
        if (forms := forms_from(table[role], opening))
    )
    return re.compile(rf"[^\w(]{{0,4}}(?:{'|'.join(groups)})", re.IGNORECASE)


def _role(line: str, *, at_edge: bool) -> str:
    said = _sayings(opening_of(line)).match(line)
    if said is not None and said.lastgroup is not None:
        return said.lastgroup
    if at_edge:
        if byline_of(line) is not None:
            return "byline"
        if stamps_of_line(line):
            return "timestamp"
    if at_edge or line[0] in "([":
        if notice_of(line) is not None:
            return "syndication"
        if credit_of(line) is not None:
            return "credit"
    return "body"
