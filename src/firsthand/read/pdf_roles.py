"""What part each paragraph of a PDF plays, by its type size and its place."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.read.pdf_paragraphs import Paragraph

__all__ = ["roles_of"]

_HEADLINE = 1.25
"""Type size of a headline, by that of the body, at the least."""

_STANDFIRST = 1.08
_SMALL = 0.93
_MOST_HEADLINE_WORDS = 40
_MOST_MASTHEAD_WORDS = 4
_MASTHEAD_SHARE = 0.6
"""Type size of a headline, by that of the masthead above it, at the least: newspapers set headlines
of a front page nearly as large as their name."""

_MOST_SUBHEAD_WORDS = 14
_FEWEST_STANDFIRST_WORDS = 6
_MOST_STANDFIRST_WORDS = 90
_FOOT = 0.12
"""Lowest part of a page in which small print is footnotes."""

_END = (".", "!", "?", "…", ":", ";", ",", "”", '"', "»")


def roles_of(paragraphs: Sequence[Paragraph], *, body: float) -> list[str | None]:
    """Name the role of each paragraph.

    The headline is the largest type of the first page that says something in some words; larger
    type above it that has up to four words is the outlet's name or a section's. Type between
    the headline's and the body's is the standfirst where it follows the headline and a subhead
    elsewhere, as is a short line in bold type; without a headline, a subhead above all text is it. Small print at the foot of a page is footnotes.

    Args:
        paragraphs: In reading order.
        body: Type size of the body.

    Returns:
        headline, standfirst, subhead, masthead, navigation (heads and feet of pages), footnote,
        small (small print to be judged by its words), or None for the body.
    """
    headline = _headline(paragraphs, body)
    found: list[str | None] = []
    for position, one in enumerate(paragraphs):
        found.append(_role(one, position, headline, body, found))
    if headline is None:
        first = next((at for at, role in enumerate(found) if role in {None, "subhead"}), None)
        if first is not None and found[first] == "subhead":
            found[first] = "headline"
    return found


def _headline(paragraphs: Sequence[Paragraph], body: float) -> int | None:
    large = [
        (position, one)
        for position, one in enumerate(paragraphs)
        if one.page == 0
        and not one.running
        and one.size >= _HEADLINE * body
        and len(one.text.split()) <= _MOST_HEADLINE_WORDS
        and any(char.isalpha() for char in one.text)
    ]
    ranked = sorted(large, key=lambda row: (-row[1].size, row[0]))
    for position, one in ranked:
        says_more = any(
            below > position
            and len(other.text.split()) > _MOST_MASTHEAD_WORDS
            and other.size >= _MASTHEAD_SHARE * one.size
            for below, other in large
        )
        if len(one.text.split()) > _MOST_MASTHEAD_WORDS or not says_more:
            return position
    return None


def _role(
    one: Paragraph,
    position: int,
    headline: int | None,
    body: float,
    before: Sequence[str | None],
) -> str | None:
    words = len(one.text.split())
    if one.running:
        return "navigation"
    if position == headline:
        return "headline"
    short = words <= _MOST_SUBHEAD_WORDS and not one.text.endswith(_END)
    if (
        headline is not None
        and position < headline
        and one.size >= _HEADLINE * body
        and words <= _MOST_MASTHEAD_WORDS
    ):
        return "masthead"
    if one.size >= _STANDFIRST * body:
        near = headline is not None and "standfirst" not in before and None not in before[headline:]
        fits = _FEWEST_STANDFIRST_WORDS <= words <= _MOST_STANDFIRST_WORDS
        if near and headline is not None and position > headline and fits:
            return "standfirst"
        return "subhead" if words <= _MOST_HEADLINE_WORDS else None
    if one.size <= _SMALL * body:
        return "footnote" if one.top <= _FOOT and one.text[:1] in "0123456789*†‡" else "small"
    return "subhead" if one.bold and short and words > 1 else None
