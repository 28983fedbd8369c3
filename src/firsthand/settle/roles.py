"""What the texts of a story say people are: every description beside a name, in any article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.domain import ArticleId, Passage, Reading, Span, Token
from firsthand.settle.barenames import title_start
from firsthand.settle.cast import Cast
from firsthand.settle.names import key
from firsthand.settle.phrases import Described, describe
from firsthand.text.dateline import dateline_end

__all__ = ["Told", "told_of_people"]

_APPOSITION = re.compile(
    r"^(?:\s(?:of|from)\s[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)?(?:\s*\([^)]*\))?(?:,|\s(?:--|[—–]))\s+(?P<rest>(?:(?:the|a|an|who|its|his|her|their)\s+)?"
    r"(?:[^,;:.()“”\"\n]|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bMrs)\.|(?<=\bDr)\.|(?<=\b[A-Z])\.|(?<=\bSen)\.|(?<=\bRep)\.|(?<=\bGov)\.|(?<=\bGen)\.|(?<=\bSt)\.){3,140})"
)
_OWNER = re.compile(r"['’]s?\b|['’]\s")
_JOINS = re.compile(r"(?:,?\s+and\s+|;\s+)(?=[A-Z])")
"""What joins the names of a list, with their titles."""

_DASHES = frozenset({"-", "–", "—", "--"})
_PLACE_AND_DASH = re.compile(r"[A-Z][\w.'’-]+(?:,? [A-Z][\w.'’-]+){0,3}\s+(?:--?|[–—])\s+(?=[A-Z])")
"""A dateline without capitals ("Moscow - "); here, where only titles are looked for, a dash ends any of them."""

_LONGEST_DATELINE = 200
"""Code points of a paragraph's beginning that can be a dateline."""

_MOST_WORDS = 9
"""Longest title before a name to believe in ("European Union high representative for foreign affairs")."""

_TITLE_POS = frozenset({"NOUN", "PROPN", "ADJ", "PART", "X"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One description of a person, with where it stands."""

    person: str
    """Canonical name."""

    said: Described
    where: Passage


def _before(reading: Reading, start: int, others: Sequence[Span] = ()) -> int:
    """Where the title that runs up to `start` begins; `start` itself where there is none.

    Args:
        reading: The article.
        start: Where the name begins.
        others: Where the people of the article are named, ascending: what stands before or in
            another's name is that one's ("Commissioner Ana Roe and | Minister Jo Lind").
    """
    tokens, text = reading.tokens, reading.article.text
    at = bisect_left(tokens, start, key=lambda token: token.start)
    begin, words, opening = start, 0, running_start(text, start)
    while at > 0 and words < _MOST_WORDS:
        token = tokens[at - 1]
        if token.start < opening:
            break
        written = text[token.start : token.end]
        gap = text[token.end : tokens[at].start] if at < len(tokens) else " "
        if "\n" in gap or _of_another(text, token, others):
            break
        of_the = written.casefold() in {"of", "for", "the"} and words > 0 and at > 2
        if token.pos not in _TITLE_POS and written not in {"-", "&", "and"} and not of_the:
            break
        if written in _DASHES and text[token.start - 1 : token.start].isspace():
            break  # a dateline's, or a parenthesis
        if of_the and not any(
            text[tokens[n].start : tokens[n].end].casefold()
            in {"secretary", "president", "minister", "head", "chief", "director", "chairman"}
            for n in range(max(0, at - 4), at - 1)
        ):
            break
        begin, words, at = token.start, words + 1, at - 1
    while begin < start and text[begin : begin + 4].casefold() == "and ":
        begin += len("and ")
    return begin


def running_start(text: str, at: int) -> int:
    """Where the running text of the paragraph that holds `at` begins: behind its dateline, if it has one."""
    start = text.rfind("\n", 0, at) + 1
    opening = text[start : start + _LONGEST_DATELINE]
    place = _PLACE_AND_DASH.match(opening)
    end = dateline_end(opening) or (place.end() if place is not None else 0)
    return min(start + end, max(at, start))


def _of_another(text: str, token: Token, others: Sequence[Span]) -> bool:
    """Whether a word belongs to the name of somebody who is not the owner of what follows ("Roe's lawyer")."""
    at = bisect_left(others, token.end, key=lambda span: span.start) - 1
    if at < 0 or not others[at].overlaps(Span(token.start, token.end)):
        return False
    return _OWNER.match(text, others[at].end) is None


def _occurrences(reading: Reading, cast: Cast) -> Iterator[tuple[str, Span]]:
    """Where the article names people: in full anywhere, by surname where the recogniser saw a name."""
    article = reading.article.id
    marked = sorted(mention.span for mention in reading.mentions)
    starts = [span.start for span in marked]
    for one in cast.sightings.by_article.get(article, ()):
        person = cast.names.canonical(one.form, article)
        if person is None or not cast.names.is_person(person):
            continue
        at = bisect_left(starts, one.span.end)
        seen = any(one.span.overlaps(span) for span in marked[max(0, at - 3) : at])
        if seen or " " in one.form:
            yield person, one.span


def _last_of_list(text: str, source: Span, named: Sequence[Span]) -> Span:
    """A source without those who are named in it before the last: each has a title of their own."""
    start = source.start
    for one in named:
        if source.holds(one):
            joint = _JOINS.match(text, one.end, source.end)
            if joint is not None and any(
                joint.end() <= other.start < source.end for other in named
            ):
                start = joint.end()
    return Span(start, source.end)


def _office_in(words: str) -> str:
    """The office beside a name after a comma: "a lawyer for the mayor, Ana Ruiz" tells that she is mayor."""
    said = describe(words)
    if said.name is None and said.of is not None and said.link == "for":
        theirs = describe(said.of)
        if theirs.name is None and theirs.kinds and not said.of[:1].isupper():
            return said.of
    return words


def told_of_people(readings: tuple[Reading, ...], cast: Cast) -> list[Told]:
    """Find what the texts say of each person: titles before the name, appositions after it.

    Returns:
        In order of article and place; only descriptions that hold a role.
    """
    names = cast.names
    forms = frozenset(form.casefold() for group in names.people.values() for form in group)
    found: set[tuple[ArticleId, Span, str]] = set()
    told = []

    def note(person: str, said: Described, article: ArticleId, span: Span) -> None:
        if said.kinds and (article, span, person) not in found:
            found.add((article, span, person))
            told.append(Told(person=person, said=said, where=Passage(article, span)))

    for reading in readings:
        text, article = reading.article.text, reading.article.id
        named = list(_occurrences(reading, cast))
        spans = sorted(span for _, span in named)
        for person, span in named:
            begin = _before(reading, span.start, spans)
            if begin < span.start:
                said = describe(text[begin : span.end], forms)
                note(person, said, article, Span(begin, span.end))
            after = _APPOSITION.match(text[span.end : span.end + 200])
            if after is not None and "\n" not in after.group():
                said = describe(f"{span.of(text)}, {after['rest']}", forms)
                if said.name is not None and key(said.name) == key(span.of(text)):
                    note(person, said, article, Span(span.start, span.end + after.end()))
            titled = title_start(text, span.start)
            opening = running_start(text, span.start)
            inverted = re.search(
                r"(?P<who>[^,;:.“”\"\n]{3,90}),\s*$", text[max(opening, titled - 120) : titled]
            )
            if inverted is not None and " " in span.of(text):
                words = re.split(
                    r"\b(?:by|said|told|says|and|but|that|of|with|as|from)\s+(?=(?:the|a|an|its|his|her|their)\b)",
                    inverted["who"],
                )[-1]
                said = describe(f"{_office_in(words.strip())}, {span.of(text)}", forms)
                if said.name is not None and key(said.name) == key(span.of(text)):
                    note(person, said, article, span)
        for statement in reading.statements:
            if not statement.source:
                continue
            whole = Span(statement.source[0].start, statement.source[-1].end)
            start = min(max(whole.start, running_start(text, whole.end)), whole.end)
            span = _last_of_list(text, Span(start, whole.end), spans)
            said = describe(span.of(text), forms)
            whose = names.canonical(said.name, article) if said.name is not None else None
            if whose is not None and names.is_person(whose):
                note(whose, said, article, span)
    return sorted(told, key=lambda one: (one.where.article, one.where.span, one.person))
