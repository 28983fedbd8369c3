"""Whose text an article says it is, where it says so, and whether an outlet is the one credited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from firsthand.domain import Article, Span
from firsthand.tables.agencies import agency_named
from firsthand.tables.notices import notice_forms

__all__ = [
    "Credit",
    "CreditKind",
    "credited",
    "credits_of",
    "forms",
    "same_outlet",
    "says_taken",
]


class CreditKind(StrEnum):
    """How a text names whose it is. The values are bases of a copy link's direction."""

    CREDIT = "credit"
    """A credit line, a byline or a syndication notice."""

    DATELINE = "dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """That a text names somebody as the one whose text it is."""

    name: str
    """As written."""

    kind: CreditKind
    span: Span | None
    """The dateline or the line, into the article's text; None where extraction found it among the
    furniture, which is no part of the text."""


_PLACE = r"[A-ZÀ-ÞŁŚŻČŠŽ][^\n()\[\]“”\":;!?]{1,60}?"
_DATELINE = re.compile(
    rf"(?:{_PLACE}\s*)?[(\[](?P<name>[^()\[\]\n\d]{{2,40}})[)\]](?P<dash>\s*(?:--?|–|—|―|:)\s*)?"
    rf"|(?:{_PLACE},?\s*)?/(?P<slashed>[A-Z][\w .-]{{2,30}})/\s*--?\s*"
)
"""AP and Reuters practice: place, day, agency in brackets, dash. IANS and Xinhua leave the dash out,
press release services print their name between slashes."""

_CAPITALS = re.compile(r"[^\W\d_a-zà-þ]{3}")
_OPENING = 5
"""Paragraphs at the top among which the dateline stands: notices of the site may come before it."""

_SHORT_WORDS = 25
"""Most words of a paragraph that is passed over on the way to the dateline."""

_LAST_LINES = 10
"""Closing credits stand within the last lines, followed at most by a site's furniture."""

_LONGEST_LINE = 100
"""Longest credit line, in code points."""

_LONGEST_NOTICE = 240
"""Longest syndication notice, likewise; the known ones have up to 160, and body paragraphs, which
are not worth searching, mostly more than this."""

_CLOSING = re.compile(
    r"^(?:[—–-]{1,2}\s*(?:with\s+)?([A-Z][\w .-]{1,40})"
    r"|[(\[—–-]*\s*with (?:agency |additional |some )?(?:inputs?|reporting|material|files?) "
    r"(?:from|by) (?:the )?([^().]{2,60})[)\]]?\.?"
    r"|[(\[—–-]*\s*with ([A-Z]{2,8}(?:(?:,|/| and| &) ?[A-Z]{2,8})*) inputs?[)\]]?\.?"
    r"|.*?originally (?:appeared|published) (?:in|on|by) (?:the )?([^.]{2,40})\.?"
    r"|\(([^()]{2,40})\))$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(?:by|von|par|por|da)\s+(?:the\s+)?(.{2,60})$", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:,|/|;|\+|&|\band\b|\bund\b|\bet\b|\by\b)\s*")
_WORD = re.compile(r"[^\W\d_]+")
_BRACKET = re.compile(r"\(([^()]+)\)")


def credits_of(article: Article) -> tuple[Credit, ...]:
    """Everything in which a text names whose it is as a whole: datelines, then lines; often empty.

    What extraction found comes with the place where it stands, when it stands in the text. Names
    need not be known agencies: an outlet is credited as well ("originally appeared in X").
    """
    found = [*_datelines(article), *_lines(article)]
    seen = {form for credit in found for form in forms(credit.name)}
    for name in (*article.relayed_from, *((article.wire,) if article.wire else ())):
        if not forms(name) & seen and _WORD.search(name):
            found.append(Credit(name=name, kind=_kind(article, name), span=None))
            seen |= forms(name)
    once: dict[tuple[str, CreditKind], Credit] = {}
    for credit in found:
        once.setdefault((credit.name, credit.kind), credit)
    return tuple(once.values())


def credited(article: Article) -> tuple[str, ...]:
    """Names credited for the text as a whole, as written; often empty.

    What extraction found goes first; the opening and the last lines of the text are looked at
    too, for texts that reach this stage without extraction.
    """
    names = [*article.relayed_from, *((article.wire,) if article.wire else ())]
    names += [credit.name for credit in credits_of(article)]
    return tuple(dict.fromkeys(name for name in names if _WORD.search(name)))


def says_taken(article: Article) -> bool:
    """Whether the text says of itself that it was taken over, be it without saying from whom."""
    if article.notice is not None or article.syndicated:
        return True
    known = notice_forms()
    for _, line in _edges(article.text):
        if len(line) <= _LONGEST_NOTICE and known.is_marked(line):
            strong = sum(1 for one in known.strong if one.search(line))
            if strong > 1 or any(one.search(line) for one in known.weak):
                return True
    return False


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


def _datelines(article: Article) -> Iterator[Credit]:
    """The dateline, and one that stands behind it: whoever relays a relay may print both."""
    text = article.text
    for start, line in _edges(text, last=0):
        if article.title is not None and line == article.title:
            continue
        place = 0
        while match := _DATELINE.match(line, place):
            name = (match["name"] or match["slashed"] or "").strip()
            dashed = match["slashed"] is not None or match["dash"] is not None
            in_capitals = _CAPITALS.match(line, place) is not None
            known = agency_named(name.split("/")[0]) is not None
            if match.end() == len(line) or not (known or (dashed and in_capitals)):
                break
            end = match.end("name") + 1 if match["name"] else match.end("slashed") + 1
            for one in _names(name):
                yield Credit(
                    name=one, kind=CreditKind.DATELINE, span=Span(start + place, start + end)
                )
            place = match.end()
        if place or len(line.split()) > _SHORT_WORDS:
            return


def _lines(article: Article) -> Iterator[Credit]:
    """Credit lines, notices that name somebody, and an agency on a line of its own."""
    known = notice_forms()
    for start, line in reversed(_edges(article.text)):
        names: list[str] = []
        if len(line) <= _LONGEST_LINE:
            bare = _BYLINE.sub(r"\1", line).strip("()[]")
            if all(agency_named(one) is not None for one in _names(bare)):
                names += _names(bare)
            elif closing := _CLOSING.match(line):
                names += [
                    one for group in closing.groups() if group for one in _names(group.strip())
                ]
        if not names and len(line) <= _LONGEST_NOTICE and known.is_marked(line):
            names += [
                found.group(1).split(". ", maxsplit=1)[0].strip(" ,.;:")
                for pattern in known.origin
                for found in pattern.finditer(line)
            ]
        for name in dict.fromkeys(names):
            if _WORD.search(name):
                yield Credit(name=name, kind=CreditKind.CREDIT, span=Span(start, start + len(line)))


def _edges(text: str, *, last: int = _LAST_LINES) -> list[tuple[int, str]]:
    """The first and the last lines that hold words, stripped, with their places; no line twice."""
    opening: list[tuple[int, str]] = []
    place = 0
    while len(opening) < _OPENING and place < len(text):
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        _keep(opening, text, place, end)
        place = end + 1
    closing: list[tuple[int, str]] = []
    stop = len(text)
    while len(closing) < last and stop > place:
        start = text.rfind("\n", place, stop) + 1 or place
        _keep(closing, text, start, stop)
        stop = start - 1
    return opening + closing[::-1]


def _keep(lines: list[tuple[int, str]], text: str, start: int, end: int) -> None:
    line = text[start:end]
    if bare := line.strip():
        lines.append((start + line.index(bare[0]), bare))


def _names(listed: str) -> list[str]:
    """The names of a list ("AFP/Reuters", "PTI and ANI"); a known name stays whole."""
    if agency_named(listed) is not None:
        return [listed]
    head = _LIST.split(listed, maxsplit=1)[0]
    if head and agency_named(head) is None:
        return [listed]
    parts = [part for part in _LIST.split(listed) if part]
    if parts and all(agency_named(part) is not None for part in parts):
        return parts
    return [listed]


def _kind(article: Article, name: str) -> CreditKind:
    """How extraction knows of `name`: its reasons say when it was the dateline."""
    told = any(
        reason.feature.startswith("dateline") and same_outlet(reason.feature.split(": ")[-1], name)
        for reason in article.reasons
    )
    return CreditKind.DATELINE if told else CreditKind.CREDIT


def _folded(name: str) -> str:
    letters = [word.lower() for word in _WORD.findall(name)]
    if letters[:1] == ["the"]:
        letters = letters[1:]
    return "".join(letters)
