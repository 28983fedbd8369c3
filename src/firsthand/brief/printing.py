"""Small matters of wording that every form of the brief shares."""

from __future__ import annotations

import re
import unicodedata

from firsthand.brief.dating import shown
from firsthand.brief.tally import Tally
from firsthand.domain import Article, Brief, DateBasis, DateBound, Line, Lint

__all__ = [
    "cited_in",
    "count",
    "date_line",
    "headline",
    "one_line",
    "range_of",
    "uncited",
    "unlisted",
]

_BRACKETS = re.compile(r"\[([^\[\]]{1,80})\]")
_LETTERED = re.compile(r"[A-Z#][A-Z0-9]{0,2}\b")
_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing: a headline could make a line read otherwise."""


def one_line(text: str) -> str:
    """`text` on one line, safe to print: white space folded, control characters shown as U+FFFD.

    An article may hold terminal escapes or marks that reverse the writing direction.
    """
    folded = " ".join(text.split())
    return "".join(
        "\ufffd" if unicodedata.category(char) == "Cc" else char
        for char in folded
        if char not in _TURNING
    )


def count(number: int, singular: str, plural: str | None = None) -> str:
    """``1 article``, ``2 articles``."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def range_of(low: int, high: int) -> str:
    """``2`` or ``1-4``."""
    return str(low) if low == high else f"{low}-{high}"


def cited_in(text: str) -> frozenset[str]:
    """The letters of articles that a line already names in square brackets."""
    return frozenset(
        letter for inside in _BRACKETS.findall(text) for letter in _LETTERED.findall(inside)
    )


def uncited(line: Line, letters: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `letters` that the words of `line` do not name themselves."""
    named = cited_in(line.text)
    return tuple(letter for letter in letters if letter not in named)


def unlisted(brief: Brief) -> tuple[Lint, ...]:
    """The warnings that no line of the brief cites: those that must be printed apart."""
    cited = {
        passage
        for section in brief.sections
        for line in section.lines
        for passage in line.citations
    }
    return tuple(one for one in brief.lint if one.passage not in cited)


def headline(figures: Tally) -> tuple[str, ...]:
    """The parts of the headline after the title, in order."""
    own = count(figures.own_witness, "own witness", "own witnesses")
    if figures.last is None:
        time = "no time stated"
    else:
        time = (
            f"latest {'stated' if figures.last_stated else 'inferred'} time {shown(figures.last)}"
        )
    told = [
        time,
        ", ".join(
            (
                count(figures.articles, "article"),
                count(figures.texts, "text"),
                count(figures.origins, "origin"),
                own if figures.own_witness else "no own witness",
            )
        ),
        f"{count(figures.contradictions, 'open contradiction')}, {count(figures.shifts, 'shift')}",
    ]
    if figures.rejected:
        told.append(f"{count(figures.rejected, 'input')} rejected")
    return tuple(told)


_BOUNDS = {
    DateBound.EXACT: "",
    DateBound.NOT_BEFORE: "not before ",
    DateBound.NOT_AFTER: "not after ",
}


def date_line(article: Article) -> str:
    """When the article was published, how that is known, and when it was changed."""
    if article.published is None:
        return "undated"
    basis = "" if article.published_basis is DateBasis.UNKNOWN else f", {article.published_basis}"
    told = f"{_BOUNDS[article.published_bound]}{shown(article.published)}{basis}"
    if article.updated is not None and article.updated != article.published:
        told += f"; updated {shown(article.updated)}"
    return told
