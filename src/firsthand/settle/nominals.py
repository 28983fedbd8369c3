"""A company described before, or instead of, being named: "the owner of the ferry that sank"."""

from __future__ import annotations

import re

from firsthand.domain import Reading, Statement
from firsthand.settle.names import Names
from firsthand.tables.capacities import capacities

__all__ = ["described_company", "only_company"]

_ENDS_HEAD = re.compile(r"\b(?:of|that|which|who|behind|in|at|whose)\b|,")
"""What follows the head noun of a description."""


_CAPITALISED = re.compile(r"(?:[A-Z][\w&'’-]*\s)+[A-Z][\w&'’-]*")
"""A run of capitalised words: also companies that the recogniser has missed count as named."""


def only_company(reading: Reading, names: Names) -> str | None:
    """The one company that an article names; None when it names none or several.

    A company is a body whose name ends as only companies' names do ("… Lines"), or that the text
    introduces as one ("Adler, the operator of").
    """
    table = capacities()
    text = reading.article.text
    nouns = "|".join(sorted(table.companies))
    found = set()
    for name, forms in names.bodies.items():
        told = [form for form in forms if re.search(rf"\b{re.escape(form)}\b", text)]
        if not told:
            continue
        ending = re.findall(r"\w+", name.casefold())[-1:]
        introduced = any(
            re.search(
                rf"\b{re.escape(form)}, (?:the|a|an|its) (?:[\w-]+ ){{0,3}}(?:{nouns})\b", text
            )
            for form in told
        )
        if introduced or set(ending) & table.company_endings:
            found.add(name)
    if len(found) != 1:
        return None
    company = found.pop()
    others = {
        match.group()
        for match in _CAPITALISED.finditer(text)
        if match.group().split()[-1].casefold() in table.company_endings
        and names.canonical(match.group()) != company
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
