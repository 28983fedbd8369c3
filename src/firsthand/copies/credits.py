"""Whose text an article says it is, and whether an outlet is the one that was credited."""

from __future__ import annotations

import re

from firsthand.domain import Article
from firsthand.tables.agencies import agency_named

__all__ = ["credited", "forms", "own_name", "same_outlet"]

_DATELINE = re.compile(r"^[A-Z][^\n(]{1,60}\(([^()\n]{2,40})\)\s*[—–-]")
"""AP and Reuters practice: place, agency in brackets, dash."""

_LAST_LINES = 5
"""Closing credits stand within the last lines, followed at most by a site's furniture."""

_CLOSING = re.compile(
    r"^(?:\(([^()]{2,40})\)"
    r"|[—–-]{1,2}\s*(?:with\s+)?([A-Z][\w .-]{1,40})"
    r"|\(?with (?:agency )?inputs? from (?:the )?([^().]{2,40})\)?\.?"
    r"|.*?originally (?:appeared|published) (?:in|on|by) (?:the )?([^.]{2,40})\.?)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_BRACKET = re.compile(r"\(([^()]+)\)")


def credited(article: Article) -> tuple[str, ...]:
    """Names credited for the text as a whole, best evidence first, as written; often empty.

    What extraction found goes first; the opening and the last lines of the text are looked at
    too, for texts that reach this stage without extraction.
    """
    names = [*article.relayed_from, *((article.wire,) if article.wire else ())]
    body = article.text
    if article.title is not None and body.startswith(article.title):
        body = body[len(article.title) :].lstrip()
    if dateline := _DATELINE.match(body):
        names.append(dateline.group(1))
    for line in reversed(body.rstrip().split("\n")[-_LAST_LINES * 2 :]):
        if closing := _CLOSING.match(line.strip()):
            names.extend(group for group in closing.groups() if group)
    return tuple(dict.fromkeys(name.strip() for name in names if _WORD.search(name)))


def forms(name: str) -> frozenset[str]:
    """The forms under which a name may be credited: itself, its bracket, its initials; folded.

    "Skerry Press (SKP)" gives ``skerrypress`` and ``skp``; "Press Trust of India" ``pti``.
    A leading "the" is dropped. Known agencies add the forms of the table.
    """
    bare = _BRACKET.sub(" ", name)
    found = {_folded(bare), *(_folded(inner) for inner in _BRACKET.findall(name))}
    capitals = [word[0] for word in _WORD.findall(bare) if word[0].isupper()]
    if capitals and capitals[0] == "T" and bare.lower().startswith("the "):
        capitals = capitals[1:]
    if len(capitals) >= 2:
        found.add("".join(capitals).lower())
    if agency := agency_named(name):
        found |= {_folded(form) for form in (agency.name, *agency.short, *agency.forms)}
    return frozenset(found - {""})


def same_outlet(one: str, other: str) -> bool:
    """Whether two names may be the same outlet or agency."""
    return bool(forms(one) & forms(other))


def own_name(article: Article, names: frozenset[str]) -> bool:
    """Whether the article's outlet goes by one of `names` (folded forms)."""
    return article.outlet is not None and bool(forms(article.outlet) & names)


def _folded(name: str) -> str:
    letters = [word.lower() for word in _WORD.findall(name)]
    if letters[:1] == ["the"]:
        letters = letters[1:]
    return "".join(letters)
