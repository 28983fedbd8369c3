"""One name for each person and body of an article: surnames, acronyms, titles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from firsthand.attribute.canonical import BodyNames, acronyms_of, bare, person_named
from firsthand.attribute.kinds import is_person_called, kind_of
from firsthand.attribute.lands import state_named
from firsthand.attribute.mentions import mended
from firsthand.attribute.tree import Tree
from firsthand.domain import Mention, MentionKind, Span
from firsthand.tables.capacities import capacities

__all__ = ["Name", "Names", "names_of"]

_STRAIN = re.compile(r"[A-Z]{1,2}\d+[A-Z]\d+")
_CLOCKS = frozenset({"UTC", "GMT", "EST", "EDT", "PST", "PDT", "CET", "CEST", "BST", "IST"})
"""Time zones, which the recogniser takes for bodies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One mention of a person or body, with the name it goes by in the article."""

    first: int
    last: int
    """Token indices, end exclusive."""

    kind: MentionKind
    written: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article, by place."""

    found: tuple[Name, ...]
    """By their first token."""

    bodies: BodyNames
    _at: dict[int, Name] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note the names by token: they are asked for once a source."""
        at: dict[int, Name] = {}
        for name in self.found:
            for token in range(name.first, name.last):
                at.setdefault(token, name)
        object.__setattr__(self, "_at", at)

    def spelt_out(self, name: str) -> str:
        """The full form of an acronym that the article explains; `name` itself otherwise."""
        short = name.replace(".", "")
        usual = short in capacities().acronyms
        return name if usual else self.bodies.acronyms.get(short, name)

    def within(self, tokens: Iterable[int]) -> list[Name]:
        """Names that lie wholly inside a set of tokens, in text order."""
        held = set(tokens)
        if not held:
            return []
        first, last = (
            bisect_left(self.found, at, key=lambda name: name.first)
            for at in (min(held), max(held) + 1)
        )
        return [
            name
            for name in self.found[first:last]
            if all(at in held for at in range(name.first, name.last))
        ]

    def at(self, token: int) -> Name | None:
        """The name that `token` is part of."""
        return self._at.get(token)


def names_of(tree: Tree, mentions: tuple[Mention, ...]) -> Names:
    """Give each mention of a person or body the fullest name the article has for it.

    A surname goes with the nearest full name before it that ends in it, else the first after it;
    a single word also goes with a full name that begins with it (family names that stand first).
    """
    mentions = mended(tree, mentions)
    mentions = (*mentions, *_surnames_unseen(tree, mentions))
    mentions = tuple(sorted(mentions, key=lambda one: one.span))
    people = [one for one in mentions if one.kind is MentionKind.PERSON]
    full: list[tuple[int, str]] = []
    for one in people:
        name = bare(one.name)
        if len(name.split()) > 1:
            full.append((one.span.start, name))
    starts = [token.start for token in tree.tokens]
    for one in mentions:
        if one.kind is not MentionKind.PERSON and is_person_called(tree, one):
            full.append((one.span.start, bare(one.name)))
    full.sort()
    surnames = {name.split()[-1] for _, name in full}
    told = tuple(
        dict.fromkeys(
            one.name
            for one in mentions
            if one.kind is MentionKind.ORGANISATION and not one.name.isupper() and " " in one.name
        )
    )
    written = tuple(sorted(told, key=lambda name: (-len(name), name)))
    bodies = BodyNames(acronyms_of(tree, mentions), written, told)
    found = []
    for one in mentions:
        first = bisect_left(starts, one.span.start)
        last = bisect_left(starts, one.span.end)
        if first >= last:
            continue
        canonical = one.name
        if canonical in _CLOCKS or _no_body(canonical):
            continue
        kind = kind_of(tree, one, surnames, bodies)
        if kind is MentionKind.PERSON:
            canonical = person_named(bare(one.name), one.span.start, full)
        elif kind in {MentionKind.ORGANISATION, MentionKind.OTHER}:
            canonical = bodies.full(one.name)
        elif kind is MentionKind.PLACE:
            canonical = state_named(one.name, "name") or one.name
        found.append(Name(first=first, last=last, kind=kind, written=one.name, canonical=canonical))
    return Names(tuple(found), bodies)


def _no_body(name: str) -> bool:
    """Whether a "name" is a sickness, strain or other thing by letters ("H5N1")."""
    return name.lower() in capacities().letters or bool(_STRAIN.fullmatch(name))


def _surnames_unseen(tree: Tree, mentions: tuple[Mention, ...]) -> list[Mention]:
    """Surnames, of people named in full elsewhere, that the recogniser missed."""
    known = {
        bare(one.name).split()[-1]
        for one in mentions
        if one.kind is MentionKind.PERSON and " " in bare(one.name)
    }
    taken = [(one.span.start, one.span.end) for one in mentions]
    plain = {tree.word(at) for at in range(len(tree.tokens)) if tree.word(at).islower()}
    return [
        Mention(span=Span(token.start, token.end), kind=MentionKind.PERSON, name=tree.word(at))
        for at, token in enumerate(tree.tokens)
        if tree.word(at) in known
        and tree.word(at).lower() not in plain
        and not any(start < token.end and token.start < end for start, end in taken)
    ]
