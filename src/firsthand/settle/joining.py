"""Names of bodies: which forms, in a story's texts, name one body.

A shorter form stands for a longer one where it is a usual way of shortening and only one longer
name fits: an acronym, a company without its legal form, a name without what stands before it
("the flood centre"). A subsidiary, a foundation, a ministry of another country is another body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from firsthand.settle.houses import Identity, IdentityKind, country_before, identity_of, ministry_of
from firsthand.settle.spelling import key
from firsthand.tables.bodies import bodies
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import country_of_name
from firsthand.tables.namewords import name_words
from firsthand.tables.organs import organs

__all__ = ["Joined", "join_bodies"]

_OFTEN = 3
"""An acronym stands for the body where it is at least so many times as frequent as the long form."""

_SHORTEST_WORD = 4
"""Letters of a first word that alone can be a short form; shorter ones are acronyms or articles."""

_BRACKETED = re.compile(r"^(.+?)\s*\(([A-Z][A-Z.]{1,7})\)$")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The bodies of a story, and the forms that only an article can tell of which body they are."""

    groups: Mapping[str, tuple[str, ...]]
    """Canonical name to forms."""

    open: Mapping[str, tuple[str, ...]]
    """Folded form to the canonical names of the bodies that it could name: to be settled by
    what else an article names, or not at all."""


@dataclass(slots=True)
class _Group:
    forms: list[str]
    identity: Identity | None = None
    words: list[tuple[str, ...]] = field(default_factory=list)


def _words(form: str) -> tuple[str, ...]:
    plain = _BRACKETED.sub(r"\1", form)
    return tuple(key(plain).split())


def _initials(form: str) -> frozenset[str]:
    """The acronyms that a name can have: of its capitals, with and without "US", and the one it gives."""
    bracket = _BRACKETED.match(form)
    plain = bracket[1] if bracket is not None else form
    capitals = "".join(word[0] for word in re.findall(r"\w+", plain) if word[0].isupper())
    found = {capitals, capitals.removeprefix("US")}
    if bracket is not None:
        found.add(bracket[2].replace(".", ""))
    return frozenset(one for one in found if len(one) > 1)


def _prefixes(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for length in range(1, len(words)):
        yield words[:length]


def _suffixes(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for length in range(2, len(words)):
        yield words[-length:]


class _Joiner:
    """Groups under construction, with the short forms that each allows."""

    def __init__(self, places: frozenset[str], surnames: frozenset[str]) -> None:
        self.places, self.surnames = places, surnames
        self.groups: list[_Group] = []
        self.by_prefix: dict[tuple[str, ...], set[int]] = {}
        self.by_suffix: dict[tuple[str, ...], set[int]] = {}
        self.by_acronym: dict[str, set[int]] = {}
        self.by_words: dict[tuple[str, ...], set[int]] = {}
        self.by_identity: dict[Identity, int] = {}

    def add(self, at: int, form: str) -> None:
        """Let `form` be one of group `at`, and its short forms point to it."""
        group = self.groups[at]
        group.forms.append(form)
        words = _words(form)
        if len(words) > 1:
            for acronym in _initials(form):
                self.by_acronym.setdefault(acronym, set()).add(at)
        if words in group.words:
            return
        group.words.append(words)
        self.by_words.setdefault(words, set()).add(at)
        for short in _prefixes(words):
            self.by_prefix.setdefault(short, set()).add(at)
        for short in _suffixes(words):
            self.by_suffix.setdefault(short, set()).add(at)

    def start(self, form: str, identity: Identity | None) -> int:
        """Begin a group with `form`."""
        self.groups.append(_Group(forms=[], identity=identity))
        at = len(self.groups) - 1
        if identity is not None and identity.whole:
            self.by_identity[identity] = at
        self.add(at, form)
        return at

    def homes(self, form: str) -> tuple[set[int], set[int]]:
        """The groups that `form` is a short form of: beyond doubt, and perhaps."""
        words = _words(form)
        acronym = re.sub(r"[^A-Za-z]", "", form)
        if key(form) in self.places or country_of_name(form) is not None:
            return set(), set()
        if len(words) == 1:
            if acronym.isupper() and len(acronym) > 1:
                return set(self.by_acronym.get(acronym, set())), set()
            return self._first_word(form, words)
        sure, perhaps = set(self.by_words.get(words, ())), set()
        for at in self.by_prefix.get(words, ()):
            rests = [w[len(words) :] for w in self.groups[at].words if w[: len(words)] == words]
            if any(set(rest) <= organs().legal for rest in rests):
                sure.add(at)
            elif any(not self._another(rest) for rest in rests) or (
                form[:1].islower() and any(rest[0] in {"in", "of"} for rest in rests)
            ):
                perhaps.add(at)
        if " ".join(words) not in organs().alone:
            for at in self.by_suffix.get(words, ()):
                whole = [w for w in self.groups[at].words if w[-len(words) :] == words]
                foreign = any(country_before(list(w[: -len(words)])) for w in whole)
                (perhaps if foreign and not self._same_state(form, at) else sure).add(at)
        return sure, perhaps

    def _another(self, rest: tuple[str, ...]) -> bool:
        """Whether what a longer name adds makes it another body's ("… Ireland", "… Foundation")."""
        place = " ".join(rest) in self.places or any(word in self.places for word in rest)
        country = any(country_of_name(word) is not None for word in rest)
        return place or country or bool(set(rest) & (organs().another | {"of", "for", "in", "and"}))

    def _same_state(self, form: str, at: int) -> bool:
        """Whether a form without the country's name is, by the tables, an organ of that country."""
        mine, theirs = identity_of(form), self.groups[at].identity
        own = bodies().national.get(form.casefold().removeprefix("the "))
        for told in self.groups[at].words:
            found = country_before(list(told))
            if found is not None and found[0] == own:
                return True
        return mine is not None and mine == theirs

    def _first_word(self, form: str, words: tuple[str, ...]) -> tuple[set[int], set[int]]:
        """The bodies of whose name the first word alone is used ("Meridian" for "Meridian Ferries")."""
        word = words[0]
        if word in _common() or len(word) < _SHORTEST_WORD or not form[:1].isupper():
            return set(), set()
        if word in self.surnames:
            return set(), set()
        found = self.by_prefix.get(words, set())
        typed = set()
        for at in found:
            for told in self.groups[at].words:
                rest = set(told[1:])
                if told[:1] == words and rest & _types():
                    typed.add(at)
        return (typed, set()) if len(found) == 1 else (set(), set(found))


def _types() -> frozenset[str]:
    """Last words of bodies' names, which news leaves out at second mention."""
    words = name_words()
    return words.body_endings | words.body_words | organs().legal | capacities().company_endings


def _common() -> frozenset[str]:
    """Words that are no short form of a body whose name begins with them."""
    table = bodies()
    return table.common | table.portfolios | table.organs | table.generic


def _unique(forms: Counter[str]) -> dict[str, list[str]]:
    by_key: dict[str, list[str]] = {}
    for form in forms:
        by_key.setdefault(key(form), []).append(form)
    return {
        min(same, key=lambda form: (form.isupper(), form.islower(), -forms[form], form)): same
        for same in by_key.values()
    }


def _open_ministry(identity: Identity, joiner: _Joiner) -> list[int]:
    return [
        at
        for at, group in enumerate(joiner.groups)
        if group.identity is not None
        and group.identity.kind is identity.kind
        and group.identity.whole
        and (identity.kind is IdentityKind.POLICE or group.identity.what == identity.what)
    ]


def _canonical(group: _Group, forms: Counter[str]) -> str:
    """The form to print: the fullest, or an acronym or other name that the texts much prefer."""
    whole = [form for form in group.forms if not _ACRONYM.fullmatch(form)] or group.forms

    def fullest(form: str) -> tuple[object, ...]:
        return (
            form.isupper() and " " in form,
            "’s " in form or "'s " in form,
            -len(key(form).split()),
            form.islower(),
            -forms[form],
            form,
        )

    known = group.identity is not None and group.identity.kind is IdentityKind.KNOWN
    if known and group.identity is not None and not ministry_like(group):
        usual = Counter({form: forms[form] for form in whole})
        long = min(usual, key=lambda form: (-usual[form], *fullest(form)))
    else:
        long = min(whole, key=fullest)
    acronyms = [form for form in group.forms if _ACRONYM.fullmatch(form)]
    often = max(acronyms, key=lambda form: (forms[form], form), default=None)
    short = sum(forms[form] for form in acronyms)
    spelt = sum(forms[form] for form in group.forms if form not in acronyms)
    told = long.endswith(")")  # the long form gives the acronym itself
    return often if often is not None and not told and short >= _OFTEN * max(spelt, 1) else long


def ministry_like(group: _Group) -> bool:
    """Whether all forms of a group are one name with and without what stands before it."""
    longest = max(group.words, key=len)
    return all(longest[-len(words) :] == words for words in group.words)


def join_bodies(
    forms: Counter[str],
    *,
    places: frozenset[str] = frozenset(),
    surnames: frozenset[str] = frozenset(),
) -> Joined:
    """Join the forms by which a story's texts name bodies.

    Args:
        forms: Every form with how often it is used.
        places: Folded names of places: no short form of a body that begins with one.
        surnames: Folded surnames of the story's people, likewise.

    Returns:
        The bodies, and the forms that could be one of several or of a country not told.
    """
    unique = _unique(forms)
    joiner = _Joiner(places, surnames)
    identities = {
        form: next((told for one in (form, *sorted(same)) if (told := identity_of(one))), None)
        for form, same in unique.items()
    }
    foreign: dict[str, set[str]] = {}
    for told in identities.values():
        if told is not None and told.kind is IdentityKind.MINISTRY and told.country is not None:
            foreign.setdefault(told.what, set()).add(told.country)
    for form, told in identities.items():
        # "Department of Justice" is the American one, unless the story tells of another's.
        if told is not None and told.kind is IdentityKind.KNOWN:
            other = ministry_of(form)
            if other is not None and foreign.get(other.what, set()) - {told.country}:
                identities[form] = other
    waiting: dict[str, set[int]] = {}
    of_form: dict[str, int] = {}
    order = sorted(unique, key=lambda form: (-len(_words(form)), -forms[form], form))
    for form in order:
        identity = identities[form]
        if identity is not None and identity.whole:
            at = joiner.by_identity.get(identity)
            if at is not None:
                joiner.add(at, form)
            else:
                sure, _ = (
                    joiner.homes(form) if identity.kind is IdentityKind.KNOWN else (set(), set())
                )
                fits = [h for h in sure if joiner.groups[h].identity in {None, identity}]
                if len(fits) == 1 and len(sure) == 1:
                    at = fits[0]
                    joiner.add(at, form)
                    joiner.groups[at].identity = identity
                    joiner.by_identity[identity] = at
                else:
                    at = joiner.start(form, identity)
        elif identity is not None:
            at = joiner.start(form, identity)
            waiting[form] = set()
        else:
            sure, perhaps = joiner.homes(form)
            if len(sure) == 1 and not perhaps - sure:
                at = next(iter(sure))
                joiner.add(at, form)
            else:
                at = joiner.start(form, None)
                if sure | perhaps:
                    waiting[form] = sure | perhaps
        of_form[form] = at
        joiner.groups[at].forms += [other for other in unique[form] if other != form]
    named = {at: _canonical(group, forms) for at, group in enumerate(joiner.groups)}
    opened: dict[str, tuple[str, ...]] = {}
    for form, candidates in waiting.items():
        identity = identities[form]
        found = set(candidates) if identity is None else set(_open_ministry(identity, joiner))
        found -= {of_form[form]}
        if found:
            opened[key(form)] = tuple(sorted(named[at] for at in found))
    return Joined(
        groups={
            named[at]: tuple(sorted({*group.forms, named[at]}))
            for at, group in enumerate(joiner.groups)
        },
        open=opened,
    )
