"""One name for each person and body of an article: surnames, acronyms, titles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from firsthand.attribute.canonical import BodyNames, acronyms_of, bare, person_named, slip
from firsthand.attribute.lands import state_named
from firsthand.attribute.mentions import PRESS, mended
from firsthand.attribute.tree import Tree
from firsthand.domain import Mention, MentionKind
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import country_of_name
from firsthand.tables.media import medium_in
from firsthand.tables.namewords import name_words

__all__ = ["Name", "Names", "names_of"]

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
    people = [one for one in mentions if one.kind is MentionKind.PERSON]
    full: list[tuple[int, str]] = []
    for one in people:
        name = bare(one.name)
        if len(name.split()) > 1:
            full.append((one.span.start, name))
    starts = [token.start for token in tree.tokens]
    for one in mentions:
        first, last = bisect_left(starts, one.span.start), bisect_left(starts, one.span.end)
        if one.kind is not MentionKind.PERSON and _with_personal_office(tree, first, last):
            full.append((one.span.start, bare(one.name)))
    full.sort()
    surnames = {name.split()[-1] for _, name in full}
    acronyms = acronyms_of(tree, mentions)
    told = tuple(
        dict.fromkeys(
            one.name
            for one in mentions
            if one.kind is MentionKind.ORGANISATION and not one.name.isupper() and " " in one.name
        )
    )
    written = tuple(sorted(told, key=lambda name: (-len(name), name)))
    bodies = BodyNames(acronyms, written, told)
    found = []
    for one in mentions:
        first = bisect_left(starts, one.span.start)
        last = bisect_left(starts, one.span.end)
        if first >= last:
            continue
        canonical, kind = one.name, one.kind
        if canonical in _CLOCKS:
            continue
        if kind is not MentionKind.PERSON and _with_personal_office(tree, first, last):
            kind = MentionKind.PERSON
        land = country_of_name(canonical) is not None
        if canonical.isupper() and canonical.replace(".", "") in acronyms and not land:
            kind = MentionKind.ORGANISATION
        plural = tree.tokens[last - 1].tag == "NNPS"
        press = tree.lower(last - 1) in PRESS and last - first > 1
        company = bodies.begun(one.name) if " " not in one.name else None
        if kind is MentionKind.PERSON and (plural or press or medium_in(one.name) is not None):
            kind = MentionKind.ORGANISATION  # nobody is called "Harbour Terminals" or "Twitter"
        elif kind is MentionKind.PERSON and company and bare(one.name) not in surnames:
            kind = MentionKind.ORGANISATION  # "Moreno", where only Moreno Lines is named
        elif kind is not MentionKind.PERSON and _a_surname(bare(one.name), surnames, company):
            kind = MentionKind.PERSON  # "Okoye" taken for a place, where Ada Okoye is named
        elif kind is not MentionKind.PERSON and _addressed(tree, first):
            kind = MentionKind.PERSON  # "Mr Okoye"
        if kind is MentionKind.PERSON:
            canonical = person_named(bare(one.name), one.span.start, full)
        elif kind in {MentionKind.ORGANISATION, MentionKind.OTHER}:
            canonical = bodies.full(one.name)
        elif kind is MentionKind.PLACE:
            canonical = state_named(one.name, "name") or one.name
        found.append(Name(first=first, last=last, kind=kind, written=one.name, canonical=canonical))
    return Names(tuple(found), bodies)


def _with_personal_office(tree: Tree, first: int, last: int) -> bool:
    """Whether an apposition says that a name is a person's ("Ada Okoye, the chief executive")."""
    if last - first < 2 or tree.lower(last - 1) in name_words().body_endings:
        return False
    apposed = tree.tokens[last - 1].dep == "appos" and first > 0 and tree.word(first - 1) == ","
    if apposed and tree.tokens[tree.tokens[last - 1].head].lemma.lower() in capacities().personal:
        return True
    return any(
        tree.tokens[kid].lemma.lower() in capacities().personal
        for kid in tree.kids(last - 1, "appos")
    )


def _a_surname(word: str, surnames: set[str], company: str | None) -> bool:
    """Whether a name is somebody's surname, or one slip from it, and no company's short name."""
    if word in surnames:
        return company is None
    return " " not in word and company is None and any(slip(word, one) for one in surnames)


def _addressed(tree: Tree, first: int) -> bool:
    """Whether the word before a name is one that only people are addressed with."""
    return first > 0 and tree.lower(first - 1).strip(".") in {
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
    }
