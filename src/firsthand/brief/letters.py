"""The letters by which a brief cites articles: "B" for the Business …, "B2" where B is taken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.domain import Article, ArticleId

__all__ = ["letters"]

_WORD = re.compile(r"[^\W\d_]+")


def letters(articles: Sequence[Article]) -> tuple[tuple[ArticleId, str], ...]:
    """Give every article a short, distinct letter code.

    The first free initial of the outlet's words ("The" does not count), else the file name's,
    else the first initial with a number. The order of `articles` does not matter.

    Returns:
        Pairs of article id and code, by article id.
    """
    taken: set[str] = set()
    found = []
    for article in sorted(articles, key=lambda one: (one.published or "9", one.id)):
        name = article.outlet or article.item.rsplit("/", 1)[-1]
        words = [w for w in _WORD.findall(name) if w.lower() not in {"the", "a", "an"}] or ["X"]
        initials = [word[0].upper() for word in words]
        code = next((letter for letter in initials if letter not in taken), None)
        number = 2
        while code is None:
            tried = f"{initials[0]}{number}"
            code = None if tried in taken else tried
            number += 1
        taken.add(code)
        found.append((article.id, code))
    return tuple(sorted(found))
