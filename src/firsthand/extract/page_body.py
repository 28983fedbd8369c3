"""Which lines of a page are the article: judged by the page model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from resiliparse.extract.html2text import extract_plain_text

from firsthand.domain import Field
from firsthand.extract.page_lines import PageView
from firsthand.extract.page_told import Told, seconded
from firsthand.extract.page_trees import page_odds
from firsthand.extract.page_words import squeezed
from firsthand.extract.region import word_count
from firsthand.extract.structured import PageFacts
from firsthand.tables.pagemarks import page_marks

__all__ = ["main_lines", "told_of"]

_DEEPEST = 600
"""Nesting from which no second opinion is asked for: that extractor's time grows with the square of
it (1.7 s at 10,000). Pages of news stay far below."""

_MOST_LINES = 10_000
"""Lines from which the second opinion alone decides: a measured line takes 1.2 kB of memory."""

_WHOLE = frozenset({"html", "body", "main", "article"})
"""Elements whose names speak of the page as a whole ("has-comments")."""

_WORDS_BEFORE_COMMENTS = 40
"""Words of an article from which what stands in an element named for comments is none of it: the
elements of some systems are named so around the whole text."""

_BESIDE = frozenset({"aside", "footer", "form", "nav"})
_HARDLY_ANY = 25
"""Words kept under which lines are believed that are doubted elsewhere: a page where the model is
unsure of every line. Of 521 pages with an article two are so."""

_DOUBTED = -2.0
"""Log odds from which they are believed. Menus and notices stand at -5 and lower."""

_SAME_AGAIN = 6
"""Words from which a line that stands on the page a second time is no article text there."""


def told_of(markup: str, view: PageView, facts: PageFacts) -> Told:
    """Gather what is said of the article outside its lines: by the page, by another extractor.

    The other extractor is Resiliparse's (Bevendorff et al., ECIR 2018), for its rules fail on other
    pages than a model trained on lines: its choice is one of the model's measures.
    """
    titles = [facts.title or "", *facts.all_of(Field.TITLE), facts.window or ""]
    deep = max(view.outline.depth, default=0) > _DEEPEST
    return Told(
        titles=tuple(dict.fromkeys(one for one in titles if one)),
        description=facts.description or "",
        body=facts.body or "",
        found=""
        if deep
        else extract_plain_text(
            markup, main_content=True, alt_texts=False, list_bullets=False, comments=False
        ),
    )


_HEADING = re.compile(r"h[1-6]")


def main_lines(view: PageView, told: Told) -> list[bool]:
    """Say of each visible line whether it is article text.

    A line that says again what one above it said is left out, and so are readers' comments below
    an article: where the model keeps some, it is for their prose. A page of nothing but comments
    (a forum) keeps them. No article ends in an aside, a form or an offer of letters, and the heading
    of one is left out with what it heads.

    Args:
        view: The page.
        told: What is said of its article elsewhere (`told_of`).
    """
    comments = _inside(view, marks=page_marks().of("comments"))
    beside = _inside(view, marks=page_marks().of("newsletter"), tags=_BESIDE)
    main = _judged(view, told)
    ends = max((n for n, own in enumerate(main) if own and not beside[n]), default=len(main))
    told_words = 0
    said: set[str] = set()
    for number, line in enumerate(view.lines):
        if main[number]:
            words = word_count(line.text)
            commented = comments[number] and told_words >= _WORDS_BEFORE_COMMENTS
            main[number] = not (line.text in said or commented or number > ends)
            told_words += 0 if comments[number] else words
            if words >= _SAME_AGAIN:
                said.add(line.text)
    return [
        own and not (beside[number] and _heads_nothing(view, main, number))
        for number, own in enumerate(main)
    ]


def _heads_nothing(view: PageView, main: Sequence[bool], number: int) -> bool:
    """Whether a line is the heading of what is left out below it."""
    is_heading = _HEADING.fullmatch(view.lines[number].tag) is not None
    return is_heading and number + 1 < len(main) and not main[number + 1]


def _judged(view: PageView, told: Told) -> list[bool]:
    if len(view.lines) > _MOST_LINES:
        return seconded([squeezed(line.text) for line in view.lines], told.found)
    odds = page_odds(view, told)
    main = [one > 0 for one in odds]
    kept = (word_count(line.text) for line, own in zip(view.lines, main, strict=True) if own)
    if not any(words >= _HARDLY_ANY for words in accumulate(kept)):
        return [one > _DOUBTED for one in odds]
    return main


def _inside(view: PageView, *, marks: int, tags: frozenset[str] = frozenset()) -> list[bool]:
    """Of each line, whether an element around it, not the whole page's, is named or tagged so."""
    outline = view.outline
    inside: list[bool] = []
    for row, tag in enumerate(outline.tag):
        above = row > 0 and inside[outline.parent[row]]
        own = tag in tags or bool(outline.marks[row] & marks)
        inside.append(above or (own and tag not in _WHOLE))
    return [inside[line.element] for line in view.lines]
