"""One name for each person and body of an article: surnames, acronyms, titles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from firsthand.attribute.tree import Tree
from firsthand.domain import Mention, MentionKind, Span
from firsthand.tables.capacities import capacities
from firsthand.tables.media import medium_in
from firsthand.tables.namewords import name_words

__all__ = ["Name", "Names", "names_of"]

_POSSESSIVE = re.compile(r"['’]s?$")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "&", "to", "a"})
_EXPLAINED = re.compile(
    r"((?:[A-Z][\w'’.&-]*,?\s+(?:(?:of|for|and|the|on|in)\s+){0,2}){2,9})\(([A-Z]{2,8})\)"
)
_CLOCKS = frozenset({"UTC", "GMT", "EST", "EDT", "PST", "PDT", "CET", "CEST", "BST", "IST"})
"""Time zones, which the recogniser takes for bodies."""

_PRESS = frozenset(
    {"wire", "gazette", "tribune", "times", "herald", "courier", "observer", "telegraph", "daily"}
    | {"chronicle", "dispatch", "bulletin", "news", "journal"}
)
"""Last words of outlets' names that are nobody's surname; "Post" and "Press" may be one."""

_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")


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

    acronyms: dict[str, str]
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
        return name if short in capacities().acronyms else self.acronyms.get(short, name)

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


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_](?:[\w'’.-]*\w)?", name)


def bare(name: str) -> str:
    """A person's name without title in front and without generation suffix."""
    parts = _SUFFIX.sub("", name).split()
    while len(parts) > 1 and parts[0].lower().strip(".,") in name_words().titles:
        parts = parts[1:]
    if len(parts) > 1 and parts[-1].lower() in {"himself", "herself"}:
        parts = parts[:-1]
    return " ".join(parts).strip(" ,.-–—'’\"“”")


def _initials(name: str) -> str:
    return "".join(word[0] for word in _words(name) if word.lower() not in _SMALL).upper()


def _acronyms(tree: Tree, mentions: list[Mention]) -> dict[str, str]:
    """Acronyms explained in the text ("World Heat Office (WHO)") or fitting a body's initials."""
    known: dict[str, str] = {}
    full = [
        one.name.split(" (", 1)[0].rstrip("( ")
        for one in mentions
        if one.kind in {MentionKind.ORGANISATION, MentionKind.OTHER, MentionKind.PLACE}
        and len(_words(one.name)) > 1
        and not one.name.isupper()
    ]
    for found in re.finditer(r"\(([A-Z][A-Za-z&.-]{1,9})\)", tree.text):
        short = found.group(1)
        before = tree.text[max(0, found.start() - 120) : found.start()].rstrip()
        for one in sorted(full, key=lambda name: (-len(name), name)):
            if before.endswith(one) and short[0].upper() == one[0].upper():
                known.setdefault(short, one)
    for found in _EXPLAINED.finditer(tree.text):
        words = found.group(1).split()
        while words and _initials(" ".join(words)) != found.group(2):
            words = words[1:]
        if words and words[0].lower() not in _SMALL:
            known.setdefault(found.group(2), " ".join(words))
    for one in full:
        letters = _initials(one)
        if len(letters) >= 2:
            known.setdefault(letters, one)
    return {short: _POSSESSIVE.sub("", name) for short, name in known.items()}


def names_of(tree: Tree, mentions: tuple[Mention, ...]) -> Names:
    """Give each mention of a person or body the fullest name the article has for it.

    A surname goes with the nearest full name before it that ends in it, else the first after it;
    a single word also goes with a full name that begins with it (family names that stand first).
    """
    mentions = (*mentions, *_beside_offices(tree, mentions), *_outlets_unseen(tree, mentions))
    mentions = tuple(sorted(mentions, key=lambda one: one.span))
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
    acronyms = _acronyms(tree, list(mentions))
    bodies = sorted(
        {
            one.name
            for one in mentions
            if one.kind is MentionKind.ORGANISATION and not one.name.isupper()
        },
        key=lambda name: (-len(name), name),
    )
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
        if canonical.isupper() and canonical.replace(".", "") in acronyms:
            kind = MentionKind.ORGANISATION
        plural = tree.tokens[last - 1].tag == "NNPS"
        press = tree.lower(last - 1) in _PRESS and last - first > 1
        if kind is MentionKind.PERSON and (plural or press or medium_in(one.name) is not None):
            kind = MentionKind.ORGANISATION  # nobody is called "Harbour Terminals" or "Twitter"
        elif kind is not MentionKind.PERSON and bare(one.name) in surnames:
            kind = MentionKind.PERSON  # "Okoye" taken for a place, where Ada Okoye is named
        if kind is MentionKind.PERSON:
            canonical = _person(bare(one.name), one.span.start, full)
        elif kind in {MentionKind.ORGANISATION, MentionKind.OTHER}:
            canonical = _body(one.name, acronyms, bodies)
        found.append(Name(first=first, last=last, kind=kind, written=one.name, canonical=canonical))
    return Names(tuple(found), acronyms)


def _with_personal_office(tree: Tree, first: int, last: int) -> bool:
    """Whether an apposition says that a name is a person's ("Ada Okoye, the chief executive")."""
    if last - first < 2 or tree.lower(last - 1) in name_words().body_endings:
        return False
    return any(
        tree.tokens[kid].lemma.lower() in capacities().personal
        for kid in tree.kids(last - 1, "appos")
    )


def _outlets_unseen(tree: Tree, mentions: tuple[Mention, ...]) -> list[Mention]:
    """Find outlets that the recogniser missed: "Harbour Wire on Thursday corrected …"."""
    found = []
    for at, token in enumerate(tree.tokens):
        if tree.lower(at) not in _PRESS or not tree.word(at)[:1].isupper() or tree.text.isupper():
            continue
        first = at
        while first > 0 and tree.tokens[first - 1].pos == "PROPN":
            first -= 1
        span = Span(tree.tokens[first].start, token.end)
        behind = at + 1 < len(tree.tokens) and tree.tokens[at + 1].pos == "PROPN"
        if first == at or behind or any(one.span.overlaps(span) for one in mentions):
            continue
        name = " ".join(span.of(tree.text).split())
        found.append(Mention(span=span, kind=MentionKind.ORGANISATION, name=name))
    return found


def _beside_offices(tree: Tree, mentions: tuple[Mention, ...]) -> list[Mention]:
    """Find names the recogniser missed: "the fire chief, Xolani Adwoa"."""
    table = capacities()
    offices = table.body | table.state | table.agent
    found = []
    for at, token in enumerate(tree.tokens):
        if token.dep != "appos" or token.pos != "PROPN":
            continue
        if tree.tokens[token.head].lemma.lower() not in offices:
            continue
        first = at
        while first > 0 and tree.tokens[first - 1].pos == "PROPN":
            first -= 1
        span = Span(tree.tokens[first].start, token.end)
        if first < at and not any(one.span.overlaps(span) for one in mentions):
            found.append(
                Mention(
                    span=span, kind=MentionKind.PERSON, name=" ".join(span.of(tree.text).split())
                )
            )
    return found


def _person(name: str, start: int, full: list[tuple[int, str]]) -> str:
    parts = [part.lower() for part in name.split()]
    if not parts:
        return name

    def fits(other: str) -> bool:
        whole = [part.lower() for part in other.split()]
        if len(parts) == 1:
            return whole[-1] == parts[0]
        return whole[-1] == parts[-1] and (set(parts) <= set(whole) or whole[0] == parts[0])

    fitting = [(at, other) for at, other in full if fits(other)]
    if not fitting and len(parts) == 1:
        fitting = [(at, other) for at, other in full if other.lower().split()[0] == parts[0]]
    if not fitting:
        return name
    near = [pair for pair in fitting if pair[0] <= start] or fitting[:1]
    nearest = near[-1][1]
    same = [other for _, other in fitting if other.split()[0] == nearest.split()[0]]
    longest: str = max(same, key=lambda other: (len(other.split()), other))
    return longest


def _body(name: str, acronyms: dict[str, str], bodies: list[str]) -> str:
    told = _spelt(name, acronyms, bodies)
    usual = capacities().acronyms
    return next(
        (short for short, full in sorted(acronyms.items()) if full == told and short in usual), told
    )


def _spelt(name: str, acronyms: dict[str, str], bodies: list[str]) -> str:
    cut = name.split(" (", 1)[0].rstrip("( ")
    if cut in capacities().acronyms:
        return cut
    if cut.isupper() or (len(cut) <= 6 and cut.upper() == cut):
        return acronyms.get(cut.replace(".", ""), cut)
    if cut in acronyms:
        return acronyms[cut]
    if len(cut.split()) == 1:
        for other in bodies:
            words = other.split()
            if len(words) > 1 and words[0] == cut and not other.isupper():
                return other
    return cut or name
