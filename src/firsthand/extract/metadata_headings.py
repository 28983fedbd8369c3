"""The headings of a page that can be its headline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Heading", "headings_of"]

_HEADINGS = etree.XPath("//h1 | //h2 | //*[@itemprop='headline'][not(self::meta)]")
_SPACE = re.compile(r"[\s\u200b\ufeff]+")
_MOST = 90
_MOST_SECOND = 15
"""Second headings read: a headline stands among the first, an article's sections come later."""

_LONGEST = 400
_ELSEWHERE = re.compile(
    r"bread-?(?:crumb|bar)|seo-?title|\bnav(?:igation|bar)?\b|\blogo|site-?(?:title|name|brand|header|branding)"
    r"|\bbrand(?:ing)?\b|masthead|related|recommend|most-?(?:read|popular)|trending|teaser|(?<!without-)(?<!no-)sidebar"
    r"|newsletter|footer|cookie|consent|modal|comments|widget",
    re.IGNORECASE,
)
_ASIDE = frozenset({"nav", "aside", "footer"})
_SEPARATOR = " \u00a0:/|–—-·•"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading as printed."""

    text: str
    level: int
    """1 or 2; what is marked as headline by microdata counts as 1."""

    parts: tuple[str, ...]
    """The texts of its inner elements, in order: a label set above the headline is one of them."""

    elsewhere: bool
    """Whether it stands in a navigation, a trail of links, the site's own head or a teaser."""

    @property
    def tails(self) -> tuple[str, ...]:
        """What is left of it without one, two … of its first parts, separators dropped."""
        return tuple(
            text
            for first in range(1, len(self.parts))
            if (text := _SPACE.sub(" ", " ".join(self.parts[first:])).strip(_SEPARATOR))
        )

    @property
    def leads(self) -> tuple[str, ...]:
        """What is left of it without one, two … of its last parts."""
        return tuple(
            _SPACE.sub(" ", " ".join(self.parts[:last])).strip(_SEPARATOR)
            for last in range(len(self.parts) - 1, 0, -1)
        )


def headings_of(tree: HtmlElement) -> tuple[Heading, ...]:
    """The page's main and second headings in reading order, empty and very long ones left out."""
    found = []
    second = 0
    for element in _HEADINGS(tree)[:_MOST]:
        second += element.tag == "h2"
        if element.tag == "h2" and second > _MOST_SECOND:
            continue
        pieces = [_SPACE.sub(" ", piece).strip() for piece in element.itertext()]
        text = _SPACE.sub(" ", element.text_content()).strip()
        if text and len(text) <= _LONGEST:
            found.append(
                Heading(
                    text=text,
                    level=2 if element.tag == "h2" else 1,
                    parts=tuple(piece for piece in pieces if piece.strip(_SEPARATOR)),
                    elsewhere=_stands_elsewhere(element),
                )
            )
    return tuple(found)


def _stands_elsewhere(element: HtmlElement) -> bool:
    near = element
    for distance in range(_REACH):
        if near is None or near.tag in {"article", "main", "body"}:
            return False
        if near.tag in _ASIDE:
            return True
        marks = f"{near.get('class') or ''} {near.get('id') or ''} {' '.join(near.keys()) if not distance else ''}"
        if _ELSEWHERE.search(marks):
            return True
        near = near.getparent()
    return False


_REACH = 5
"""Enclosing elements looked at, the heading itself included."""
