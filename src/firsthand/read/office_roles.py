"""Which part of an article a paragraph plays by the name of its style."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.domain import Form, Marked

__all__ = ["Heading", "form_by_headline", "role_in_table", "role_of_style"]

_HEADLINE = re.compile(
    r"(?:doc(?:ument)?[- ]?)?title|head(?:ing|line)?[- _]?1?|headline|schlagzeile"
)
_SUBTITLE = re.compile(r"sub-?title|stand-?first|deck?|dek|lead|vorspann|teaser|untertitel")
_SUBHEAD = re.compile(
    r"head(?:ing|line)?[- _]?[2-9]|sub-?head(?:ing|line)?|zwischen(?:titel|überschrift)"
)
_CAPTION = re.compile(r"caption|illustration|figure|image|bildunterschrift|table of figures")
_EDGE = re.compile(r"header(?: left| right| first)?|footer(?: left| right| first)?|page number")
_BYLINE = re.compile(r"by-?line|author|autor(?:enzeile)?")
_SENTENCE_WORDS = 8


@dataclass(slots=True)
class Heading:
    """Remembers whether the headline has been seen: headings after it are subheads."""

    seen: bool = False

    def first(self) -> str:
        """``headline`` the first time, ``subhead`` from then on."""
        role = "subhead" if self.seen else "headline"
        self.seen = True
        return role


def role_of_style(names: Sequence[str], heading: Heading) -> str | None:
    """The role that a style gives, its own name going before those it is based on.

    Args:
        names: English names of the style and of those it is based on, nearest first.
        heading: What has been seen of the document.

    Returns:
        headline, standfirst, subhead, caption, byline, navigation; None: it says nothing.
    """
    for name in names:
        low = " ".join(name.casefold().replace("_20_", " ").split())
        if _HEADLINE.fullmatch(low):
            return heading.first()
        if _SUBTITLE.fullmatch(low):
            return "standfirst"
        if _SUBHEAD.fullmatch(low):
            return "subhead" if heading.seen else heading.first()
        if _CAPTION.fullmatch(low):
            return "caption"
        if _EDGE.fullmatch(low):
            return "navigation"
        if _BYLINE.fullmatch(low):
            return "byline"
    return None


def role_in_table(text: str) -> str | None:
    """Cells that say a sentence belong to the text (some documents are one large table)."""
    return None if len(text.split()) >= _SENTENCE_WORDS else "table"


def form_by_headline(marks: Sequence[Marked]) -> Form:
    """Paragraphs where the format names the headline; else a text whose roles have to be found.

    Many documents have no styles: their headline is a line like any other.
    """
    return Form.PARAGRAPHS if any(mark.role == "headline" for mark in marks) else Form.TEXT
