"""A company described before, or instead of, being named: "the owner of the ferry that sank"."""

from __future__ import annotations

import re

from firsthand.domain import Reading, Statement
from firsthand.settle.cast import Cast
from firsthand.tables.capacities import capacities

__all__ = ["described_company", "only_company"]

_ENDS_HEAD = re.compile(r"\b(?:of|that|which|who|behind|in|at|whose)\b|,")
"""What follows the head noun of a description."""


_CAPITALISED = re.compile(r"(?:[A-Z][\w&'’-]*\s)+[A-Z][\w&'’-]*")
"""A run of capitalised words: also companies that the recogniser has missed count as named."""


def only_company(reading: Reading, cast: Cast) -> str | None:
    """The one company that an article names; None when it names none or several.

    A company is a body whose name ends as only companies' names do ("… Lines"), or that the text
    introduces as one ("Adler, the operator of").
    """
    table = capacities()
    text, article = reading.article.text, reading.article.id
    introduced = re.compile(
        rf", (?:the|a|an|its) (?:[\w-]+ ){{0,3}}(?:{'|'.join(sorted(table.companies))})\b"
    )
    found = set()
    for one in cast.sightings.by_article.get(article, ()):
        name = cast.names.canonical(one.form, article)
        if name is None or cast.names.is_person(name) or name in found:
            continue
        ending = re.findall(r"\w+", name.casefold())[-1:]
        if set(ending) & table.company_endings or introduced.match(text, one.span.end):
            found.add(name)
    if len(found) != 1:
        return None
    company = found.pop()
    others = {
        match.group()
        for match in _CAPITALISED.finditer(text)
        if match.group().split()[-1].casefold() in table.company_endings
        and cast.names.canonical(match.group(), article) != company
    }
    return None if others else company


def described_company(statement: Statement, text: str, company: str | None) -> str | None:
    """The company that a statement's source describes ("the owner of the ferry that sank").

    Args:
        statement: The statement, its source not resolved to a name.
        text: Its article's text.
        company: The one company that the article names.

    Returns:
        `company` where the source is a definite description of a company; else None.
    """
    if company is None or len(statement.source) != 1:
        return None
    words = statement.source[0].of(text).casefold()
    if not words.startswith(("the ", "its ")):
        return None
    head = _ENDS_HEAD.split(words, maxsplit=1)[0].split()
    return company if head and head[-1] in capacities().companies else None
