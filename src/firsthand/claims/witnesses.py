"""Whether an outlet says that it saw, heard, counted or obtained something itself."""

from __future__ import annotations

import re

from firsthand.claims.slots import folded
from firsthand.domain import Article
from firsthand.tables.claimwords import claimwords

__all__ = ["witnessed"]

_OURS = (
    r"(?:this (?:newspaper|news agency|agency|paper|magazine|website|outlet|station)|our own|us)"
)
_FARTHEST = 60
"""Code points between the observer and what the observer does ("for Northern Wire at the port")."""


def witnessed(article: Article, clause: str) -> bool:
    """Whether `clause`, in the article's own voice, tells of the outlet's own eyes or papers.

    Either by a phrase of the table with the outlet's or its wire's name in it, or by an observer
    sent by a named outlet, by "this newspaper" or by "us", with a verb of perception: in a whole
    copy the reporter is the wire's, and the name printed is the wire's too.
    """
    told = folded(clause)
    names = [folded(o).removeprefix("the ") for o in (article.outlet, article.wire) if o]
    for phrase in claimwords().witness:
        if "{outlet}" not in phrase:
            if phrase in told:
                return True
        elif any(
            phrase.replace("{outlet}", before + name) in told
            for name in names
            for before in ("", "the ")
        ):
            return True
    return _sent(clause)


def _sent(clause: str) -> bool:
    """Whether an observer for or of an outlet does something with own eyes in `clause`."""
    words = claimwords()
    observer = "|".join(sorted(words.observer, key=lambda w: (-len(w), w)))
    observing = "|".join(sorted(words.observing, key=lambda w: (-len(w), w)))
    # An outlet's name begins with a capital; "a reporter for the daily" names nobody.
    name = r"(?:the\s+|The\s+)?[A-Z][\w.'\u2019-]*"
    sent = rf"\b(?:{observer})\b\s+(?:for|of|from|with)\s+(?:{_OURS}|{name})"
    named = rf"{name}(?:\s+[A-Z][\w.'\u2019-]*)*\s+(?:{observer})\b"
    return bool(
        re.search(rf"(?:{sent}|{named})[^.;]{{0,{_FARTHEST}}}?\b(?:{observing})\b", clause)
        or re.search(rf"\b(?:{observing})\s+by\s+(?:a\s+|an\s+)?(?:{sent}|{named})", clause)
    )
