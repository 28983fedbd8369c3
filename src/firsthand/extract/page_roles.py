"""The roles of a page's lines: headline, standfirst, body, byline, timestamp, credit, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.extract.bylines import byline_of, is_outlet_name, reporters_in
from firsthand.extract.furniture import announces_release, furniture_role, stamps_of_line
from firsthand.extract.metadata_visible import is_wall
from firsthand.extract.page_lines import PageLine
from firsthand.extract.photos import photo_credits
from firsthand.extract.promotions import is_promotion
from firsthand.extract.structured import PageFacts
from firsthand.extract.wires import credit_of, notice_of
from firsthand.tables.metawords import meta_words
from firsthand.tables.pagewords import page_words

__all__ = ["JudgedPage", "judged_page"]

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
_LONGEST_CONTACT = 5
_CLOSING_LINES = 4
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+?\d[\d\s()/-]{6,}\d")
_APPEAL_HINT = re.compile(
    r"\b(?:cta|promo(?:tion)?|donat\w*|subscri\w+|newsletter|membership|support-?(?:us|box|banner))\b"
)
_LONGEST_STANDFIRST_WORDS = 90
_LONGEST_CORRECTION_WORDS = 90
_FEWEST_LABELLED = 3
_LONGEST_BYLINE_WORDS, _LONGEST_STAMP_WORDS = 14, 24
_SPARE = 24
"""Characters by which a line of a headline's words may differ in length: signs and spaces."""

_MOSTLY_LINKED = 0.9
_REACH_ABOVE, _REACH_BELOW = 20, 40
"""Lines above the headline and behind the last paragraph that may be about the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPage:
    """What is known of a page once its lines have been judged."""

    lines: tuple[PageLine, ...]
    roles: list[str]
    title: str | None
    headline_at: int | None
    first: int
    """The first line of article text; the number of lines where there is none."""

    def of(self, role: str) -> list[str]:
        """The texts of the lines of a role, in order."""
        return [line.text for line, own in zip(self.lines, self.roles, strict=True) if own == role]


def judged_page(lines: tuple[PageLine, ...], main: Sequence[bool], facts: PageFacts) -> JudgedPage:
    """Give each visible line its role.

    Args:
        lines: The page's visible lines.
        main: Of each, whether it is article text.
        facts: What the page says of itself for machines.
    """
    title = facts.title
    first = next((position for position, kept in enumerate(main) if kept), len(lines))
    headline_at = _headline_at(lines, title, first)
    last = max((position for position, kept in enumerate(main) if kept), default=len(lines))
    start = min(first, headline_at if headline_at is not None else first) - _REACH_ABOVE
    roles = []
    for position, line in enumerate(lines):
        if position == headline_at:
            roles.append("headline")
        elif main[position]:
            roles.append(_role_of_kept(line, title))
        elif not start <= position <= last + _REACH_BELOW:
            roles.append(_role_of_far(line))
        else:
            near = headline_at is not None and 0 < position - headline_at <= _NEAR_HEADLINE
            roles.append(_role_of_dropped(line, near=near, facts=facts))
    if title is None and headline_at is not None:
        title = lines[headline_at].text
    _closing(lines, roles)
    return JudgedPage(lines=lines, roles=roles, title=title, headline_at=headline_at, first=first)


def _headline_at(lines: Sequence[PageLine], title: str | None, first: int) -> int | None:
    """The line that prints the headline: a heading with the title's words, at or above the body."""
    wanted = _words(title or "")
    near = range(len(title or "") - _SPARE, len(title or "") + _SPARE)
    spots = [
        position
        for position, line in enumerate(lines)
        if wanted and len(line.text) in near and _words(line.text) == wanted
    ]
    if wanted and not spots:
        spots = [
            position
            for position, line in enumerate(lines)
            if line.tag in {"h1", "h2"} and _holds(_words(line.text), wanted)
        ]
    headings = [spot for spot in spots if lines[spot].tag in {"h1", "h2"}]
    before = [spot for spot in spots if spot <= first + 2]
    chosen = headings[:1] or before[-1:]
    return chosen[0] if chosen else None


def _holds(heading: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether a heading is the wanted words with a label before or behind them."""
    size = len(wanted)
    return size >= _FEWEST_LABELLED and wanted in (list(heading[:size]), list(heading[-size:]))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _is_correction(text: str) -> bool:
    return (
        len(text.split()) <= _LONGEST_CORRECTION_WORDS
        and meta_words().correction.match(text) is not None
    )


def _role_of_kept(line: PageLine, title: str | None) -> str:
    text = line.text
    if _is_correction(text):
        return "correction"
    if title is not None and abs(len(text) - len(title)) < _SPARE and _words(text) == _words(title):
        return "repetition"
    if reporters_in(text) is not None:
        return "reporting"
    if (text[0] in "([" or line.link_share > 0) and notice_of(text) is not None:
        return "syndication"
    credit = credit_of(text)
    if credit is not None and (text[0] in "([" or not credit.whole or len(text.split()) <= 2):
        return "credit"
    if line.tag == "figcaption" or (
        len(text) < 300 and "caption" in _hinted(line.hint) and photo_credits(text)
    ):
        return "caption"
    if len(text.split()) <= _LONGEST_BYLINE_WORDS and byline_of(text) is not None:
        return "byline"
    if len(text.split()) <= _LONGEST_STAMP_WORDS and stamps_of_line(text):
        return "timestamp"
    if announces_release(text):
        return "label"
    role = furniture_role(text)
    if role == "announcement" and (len(text.split()) <= _LONGEST_CONTACT or text[-1] == ":"):
        return role
    linked = role is None and line.link_share > 0
    appeals = page_words().promotion_opening.match(text) is not None
    if linked and appeals and "appeal" in _hinted(line.hint):
        return "promotion"
    if role in {"related", "ticker", "navigation", "promotion"} and len(text.split()) <= 20:
        return role
    if is_promotion(text, at_edge=line.link_share > 0) or is_wall(text):
        return "promotion"
    return "body"


@lru_cache(maxsize=4096)
def _hinted(hint: str) -> frozenset[str]:
    """What the class names around a line hint at; neighbours share them."""
    return frozenset(name for name, pattern in _HINTS if pattern.search(hint))


_HINTS = (
    ("byline", _BYLINE_HINT),
    ("standfirst", _STANDFIRST_HINT),
    ("caption", _CAPTION_HINT),
    ("mast", _MAST_HINT),
    ("related", _RELATED_HINT),
    ("appeal", _APPEAL_HINT),
)


def _role_of_far(line: PageLine) -> str:
    """The role of a line of the page's head, foot or margin: nothing there is about the article."""
    if line.link_share < _MOSTLY_LINKED:
        if "mast" in _hinted(line.hint) and is_outlet_name(line.text):
            return "masthead"
        role = furniture_role(line.text)
        if role is not None:
            return role
    return "related" if "related" in _hinted(line.hint) else "navigation"


def _role_of_dropped(line: PageLine, *, near: bool, facts: PageFacts) -> str:
    text = line.text
    if line.link_share < 0.5 and len(text.split()) > _FEWEST_LABELLED and _is_correction(text):
        return "correction"
    if line.tag == "figcaption" or "caption" in _hinted(line.hint):
        return "caption"
    if reporters_in(text) is not None:
        return "reporting"
    if near and len(text.split()) <= _LONGEST_STANDFIRST_WORDS and line.link_share < 0.5:
        same = facts.description is not None and _words(text) == _words(facts.description)
        if same or (
            "standfirst" in _hinted(line.hint)
            and len(text.split()) >= 5
            and not stamps_of_line(text)
        ):
            return "standfirst"
    if stamps_of_line(text) or line.stamp:
        return "timestamp"
    if byline_of(text) is not None or (near and "byline" in _hinted(line.hint)):
        return "byline"
    told = (
        line.link_share < _MOSTLY_LINKED and len(text) < 600 and text.count(" ") > _FEWEST_LABELLED
    )
    if told and notice_of(text) is not None:
        return "syndication"
    if "mast" in _hinted(line.hint) and is_outlet_name(text):
        return "masthead"
    role = furniture_role(text)
    if role is not None:
        return role
    if text[0] in "([—–-" and credit_of(text) is not None:
        return "credit"
    return "related" if "related" in _hinted(line.hint) else "navigation"


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
