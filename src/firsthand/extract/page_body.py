"""Which lines of a page are the article: judged by the page model."""

from __future__ import annotations

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
it (1.7 s at 10,000). The deepest of 710 news pages has 46 blocks within each other."""

_MOST_LINES = 20_000
"""Lines from which the second opinion alone decides: a measured line takes 1.2 kB of memory. The
longest of 710 pages has 3,100."""

_WHOLE = frozenset({"html", "body", "main", "article"})
"""Elements whose names speak of the page as a whole ("has-comments")."""

_WORDS_BEFORE_COMMENTS = 40
"""Words of an article from which what stands in an element named for comments is none of it: the
elements of some systems are named so around the whole text."""

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


def main_lines(view: PageView, told: Told) -> list[bool]:
    """Say of each visible line whether it is article text.

    A line that says again what one above it said is left out, and so are readers' comments below
    an article: where the model keeps some, it is for their prose. A page of nothing but comments
    (a forum) keeps them.

    Args:
        view: The page.
        told: What is said of its article elsewhere (`told_of`).
    """
    if len(view.lines) > _MOST_LINES:
        main = seconded([squeezed(line.text) for line in view.lines], told.found)
    else:
        main = [one > 0 for one in page_odds(view, told)]
    comments = _in_comments(view)
    told_words = 0
    said: set[str] = set()
    for number, line in enumerate(view.lines):
        if main[number]:
            commented = comments[number] and told_words >= _WORDS_BEFORE_COMMENTS
            main[number] = line.text not in said and not commented
            words = word_count(line.text)
            told_words += 0 if comments[number] else words
            if words >= _SAME_AGAIN:
                said.add(line.text)
    return main


def _in_comments(view: PageView) -> list[bool]:
    """Of each line, whether an element around it is named for comments."""
    bit = page_marks().of("comments")
    outline = view.outline
    inside: list[bool] = []
    for row, marks in enumerate(outline.marks):
        above = row > 0 and inside[outline.parent[row]]
        inside.append(above or (bool(marks & bit) and outline.tag[row] not in _WHOLE))
    return [inside[line.element] for line in view.lines]
