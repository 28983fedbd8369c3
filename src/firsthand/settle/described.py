"""What the texts call bodies: "the NIS, South Korea's spy agency", "the militant group Hamas"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from firsthand.domain import ORGANS_OF_STATE, BodyKind, Passage, Reading, Span
from firsthand.settle.bodykinds import kind_at_end
from firsthand.settle.cast import Cast
from firsthand.settle.houses import country_before

__all__ = ["Called", "called_bodies"]

_AFTER = re.compile(
    r"(?:\s\([^)\n]{2,30}\))?,\s(?:which\s+is\s+)?"
    r"(?P<words>(?:the|an?|[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}['’]s)\s[\w’'-]+(?:\s[\w’'-]+){0,9})"
    r"(?=[,.;:)]|\s[–—-]\s|\s(?:that|which|who)\b)"
)
"""A description between a name and the next mark."""

_BEFORE = re.compile(
    r"(?P<words>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}['’]s(?:\s[a-z][\w’'-]*){1,6}),\s(?:the\s+)?$"
)
"""A description with a country before a name ("South Korea's spy agency, the …")."""

_BESIDE = re.compile(r"(?P<words>(?:[A-Z][\w.]*(?:['’]s)?\s)?(?:[a-z][\w-]*\s){2,4})$")
"""Words in small letters right before a name ("Israeli spy agency …")."""

_HEAD = re.compile(r"\s(?:of|for|in|based|behind|responsible|that|which|who|whose)\s.*$")
"""What follows the head of a description."""

_BROKEN = frozenset(
    [
        "and",
        "or",
        "but",
        "the",
        "a",
        "an",
        "to",
        "from",
        "with",
        "by",
        "as",
        "at",
        "in",
        "on",
        "of",
        "for",
        "said",
        "told",
        "says",
        "after",
        "before",
        "while",
        "because",
        "into",
        "under",
        "about",
        "against",
        "between",
        "is",
        "was",
        "are",
        "were",
        "had",
        "has",
        "have",
        "will",
        "would",
        "that",
        "which",
        "who",
        "their",
        "its",
        "his",
        "her",
    ]
)
"""Words that no bare description holds: what stands before them belongs to the sentence."""

_BESIDE_KINDS = frozenset(
    {
        BodyKind.SERVICE,
        BodyKind.AGENCY,
        BodyKind.ARMED_GROUP,
        BodyKind.COMPANY,
        BodyKind.OUTLET,
        BodyKind.PARTY,
    }
)
"""Kinds believed in right before a name: "told police Meridian …" describes nobody."""

_COMMON = frozenset(
    ["center", "centre", "campaign", "movement", "home", "network", "chain", "maker", "bench"]
)
"""Words for bodies that are as often words for something else ("the center of the area")."""

_NOT_OF_STATE = frozenset(
    {"private", "opposition", "rebel", "independent", "biggest", "largest", "news"}
)
"""Words beside a country that say that the body is none of the state's."""


_BACK = 90
"""Code points before a name in which its description lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What the texts call one body."""

    kind: BodyKind | None
    state: str | None
    """ISO 3166-1 alpha-2 of the state that it is called an organ of; None where texts disagree."""

    passages: tuple[Passage, ...]
    """Descriptions with the name, by article, ascending."""


def _told(words: str) -> tuple[BodyKind, str | None] | None:
    """The kind of body, and the state whose organ it is, that a description tells; None where none."""
    plain = _HEAD.sub("", re.sub(r"^(?:the|an?)\s+", "", words.strip()))
    small = plain.split()
    kind = kind_at_end(plain)
    if kind is None or not small[-1].islower() or small[-1] in _COMMON or _BROKEN & set(small):
        return None
    found = country_before(small)
    own = (
        found is not None
        and kind in ORGANS_OF_STATE
        and not set(map(str.casefold, small)) & _NOT_OF_STATE
    )
    return kind, found[0] if own and found is not None else None


def _bare(words: str) -> str:
    """The end of some words before a name that can describe it; empty where that is but one word."""
    kept = words.split()
    for at in range(len(kept) - 1, -1, -1):
        if kept[at] in _BROKEN:
            kept = kept[at + 1 :]
            break
    return " ".join(kept) if len(kept) > 1 else ""


def _descriptions(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """The descriptions around a name, with the spans that hold both."""
    after = _AFTER.match(text, span.end)
    if after is not None:
        yield after["words"], Span(span.start, after.end())
    line = text[max(0, span.start - _BACK) : span.start].rsplit("\n", maxsplit=1)[-1]
    if len(line) == _BACK:
        line = line.partition(" ")[2]  # the window has cut a word
    before = _BEFORE.search(line)
    if before is not None and country_before(before["words"].split()) is not None:
        yield before["words"], Span(span.start - len(line) + before.start(), span.end)
    beside = _BESIDE.search(line)
    words = _bare(beside["words"]) if beside is not None else ""
    told = _told(words) if words else None
    if told is not None and told[0] in _BESIDE_KINDS:
        yield words, Span(text.rindex(words, 0, span.start), span.end)


def called_bodies(readings: Iterable[Reading], cast: Cast) -> Mapping[str, Called]:
    """Find what the texts call each body, beside its name.

    Returns:
        By canonical name; only bodies that are called something a kind of body is called by.
    """
    kinds: dict[str, Counter[BodyKind]] = {}
    states: dict[str, set[str]] = {}
    places: dict[str, set[Passage]] = {}
    for reading in readings:
        article, text = reading.article.id, reading.article.text
        for one in cast.sightings.by_article.get(article, ()):
            name = cast.names.canonical(one.form, article)
            if name is None or name not in cast.names.bodies:
                continue
            for words, span in _descriptions(text, one.span):
                told = _told(words)
                if told is None:
                    continue
                kinds.setdefault(name, Counter())[told[0]] += 1
                places.setdefault(name, set()).add(Passage(article, span))
                if told[1] is not None:
                    states.setdefault(name, set()).add(told[1])
    return {
        name: Called(
            kind=min(found, key=lambda kind: (-found[kind], kind.value)),
            state=next(iter(states[name])) if len(states.get(name, ())) == 1 else None,
            passages=tuple(sorted(places[name])),
        )
        for name, found in kinds.items()
    }
