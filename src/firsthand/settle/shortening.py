"""Which names of bodies a form can be a short form of: an acronym, a first word, a name without its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from firsthand.settle.houses import Identity, country_before, identity_of
from firsthand.settle.spelling import key
from firsthand.tables.bodies import bodies
from firsthand.tables.bodykinds import body_kinds
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import country_of_name
from firsthand.tables.namewords import name_words
from firsthand.tables.organs import organs
from firsthand.tables.spellings import spellings

__all__ = ["Group", "Homes", "Shortening", "without_middle", "words_of"]

_SHORTEST_WORD = 4
"""Letters of a first word that alone can be a short form; shorter ones are acronyms or articles."""

_SHORTEST_PLURAL = 5
"""Letters of a word whose final "s" may be left out ("Elections Commission", "Election Commission")."""

_BRACKETED = re.compile(r"^(.+?)\s*\(([A-Z][A-Z.]{1,7})\)$")


def _usual(word: str) -> str:
    """A folded word in its usual spelling, in the singular."""
    table = spellings()
    word = table.words.get(word, table.cities.get(word, word))
    plural = len(word) >= _SHORTEST_PLURAL and not word.endswith(("ss", "us", "is"))
    return word.removesuffix("s") if plural else word


@lru_cache(maxsize=16_384)
def words_of(form: str) -> tuple[str, ...]:
    """The words of a name as they are compared: spellings and cities made one, an acronym behind it cut."""
    return tuple(map(_usual, key(_BRACKETED.sub(r"\1", form)).split()))


_SHORTEST_FRONT = 2
"""Words that a name keeps in front when its middle is left out: one fits too many names."""


def without_middle(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield a body's name without words of its middle ("Ebro Valley Flood Board": "Ebro Valley Board").

    Only names that end in the noun that says what kind of body it is are shortened so.
    """
    if len(words) > _SHORTEST_FRONT + 1 and _usual(words[-1].casefold()) in _kinds():
        for front in range(_SHORTEST_FRONT, len(words) - 1):
            yield (*words[:front], words[-1])


@lru_cache(maxsize=16_384)
def _initials(form: str) -> frozenset[str]:
    """The acronyms that a name can have: of its capitals, with and without "US", "The" and a legal form."""
    bracket = _BRACKETED.match(form)
    words = re.findall(r"\w+", bracket[1] if bracket is not None else form)
    named = [word for word in words if key(word) not in organs().legal] or words
    capitals = {"".join(word[0] for word in told if word[0].isupper()) for told in (words, named)}
    found = {
        one for letters in capitals for one in (letters, letters.removeprefix("US"), f"T{letters}")
    }
    if bracket is not None:
        found.add(bracket[2].replace(".", ""))
    return frozenset(one for one in found if len(one) > 1)


@cache
def _types() -> frozenset[str]:
    """Last words of bodies' names, which news leaves out at second mention."""
    words = name_words()
    told = words.body_endings | words.body_words | organs().legal | capacities().company_endings
    return frozenset(map(_usual, told))


@cache
def _common() -> frozenset[str]:
    """Words that are no short form of a body whose name begins with them."""
    table = bodies()
    told = table.common | table.portfolios | table.organs | table.generic
    return frozenset(map(_usual, told)) | told


@cache
def _another() -> frozenset[str]:
    """Words behind a name that make it another body's."""
    return frozenset(map(_usual, organs().another)) | {"of", "for", "in", "and"}


@cache
def _legal() -> frozenset[str]:
    return frozenset(map(_usual, organs().legal))


@cache
def _kinds() -> frozenset[str]:
    """Single words that say what kind of body one is ("Foundation", "Commission")."""
    return frozenset(_usual(word) for word in body_kinds().words if " " not in word) | frozenset(
        map(_usual, bodies().generic)
    )


@dataclass(slots=True)
class Group:
    """The forms of one body."""

    forms: list[str]
    identity: Identity | None = None
    words: list[tuple[str, ...]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Homes:
    """The groups that a form can belong to, by number."""

    sure: frozenset[int] = frozenset()
    """Where it is a short form beyond doubt, if there is but one."""

    perhaps: frozenset[int] = frozenset()
    """Where only what else an article names can tell."""


class Shortening:
    """Groups under construction, with the short forms that each allows."""

    def __init__(
        self,
        places: frozenset[str],
        surnames: frozenset[str],
        common: frozenset[str] = frozenset(),
    ) -> None:
        """Start without groups.

        Args:
            places: Folded names of places.
            surnames: Folded surnames of the story's people.
            common: Words that the story's texts write without a capital as well.
        """
        self.places, self.surnames, self.common = places, surnames, common
        self.groups: list[Group] = []
        self.by_prefix: dict[tuple[str, ...], set[int]] = {}
        self.by_suffix: dict[tuple[str, ...], set[int]] = {}
        self.by_ends: dict[tuple[str, ...], set[int]] = {}
        self.by_acronym: dict[str, set[int]] = {}
        self.by_words: dict[tuple[str, ...], set[int]] = {}
        self.by_identity: dict[Identity, int] = {}

    def add(self, at: int, form: str) -> None:
        """Let `form` be one of group `at`, and its short forms point to it."""
        group = self.groups[at]
        group.forms.append(form)
        words = words_of(form)
        if len(words) > 1:
            for acronym in _initials(form):
                self.by_acronym.setdefault(acronym, set()).add(at)
        if words in group.words:
            return
        group.words.append(words)
        self.by_words.setdefault(words, set()).add(at)
        for length in range(1, len(words)):
            self.by_prefix.setdefault(words[:length], set()).add(at)
            self.by_suffix.setdefault(words[-length:], set()).add(at)
        for short in without_middle(words):
            self.by_ends.setdefault(short, set()).add(at)

    def start(self, form: str, identity: Identity | None) -> int:
        """Begin a group with `form`."""
        self.groups.append(Group(forms=[], identity=identity))
        at = len(self.groups) - 1
        if identity is not None and identity.whole:
            self.by_identity[identity] = at
        self.add(at, form)
        return at

    def homes(self, form: str) -> Homes:
        """The groups that `form` is a short form of."""
        words = words_of(form)
        if key(form) in self.places or country_of_name(form) is not None:
            return Homes()
        if len(words) == 1:
            return self._of_word(form, words)
        sure, perhaps = set(self.by_words.get(words, ())), set()
        for at in self.by_prefix.get(words, ()):
            rests = list(self._rests(at, words))
            if any(set(rest) <= _legal() for rest in rests):
                sure.add(at)
            elif any(not self._of_another(rest) for rest in rests) or (
                form[:1].islower() and any(rest[0] in {"in", "of"} for rest in rests)
            ):
                perhaps.add(at)
        sure |= self.by_ends.get(words, set())
        if key(form) not in organs().alone:
            for at in self.by_suffix.get(words, ()):
                foreign = any(country_before(list(before)) for before in self._befores(at, words))
                (perhaps if foreign and not self._same_state(form, at) else sure).add(at)
        return Homes(frozenset(sure), frozenset(perhaps))

    def _of_word(self, form: str, words: tuple[str, ...]) -> Homes:
        """The groups that a single word is short for."""
        acronym = re.sub(r"[^A-Za-z]", "", form)
        if acronym.isupper() and len(acronym) > 1:
            found = self.by_acronym.get(acronym) or self._legally(words)
            return Homes(frozenset(found))
        if not form[:1].isupper() or words[0] in self.surnames:
            return Homes()
        if words[0] in _kinds():
            # "the Foundation": of the one foundation that an article names.
            told = self.by_suffix.get(words, set()) | {
                at
                for at in self.by_prefix.get(words, ())
                if any(rest[0] in {"of", "for", "on"} for rest in self._rests(at, words))
            }
            return Homes(perhaps=frozenset(told))
        first, last = self._first_word(words), self._last_word(words)
        return last if last.sure and not first.sure else first

    def _legally(self, words: tuple[str, ...]) -> set[int]:
        """The groups whose name is this word and a legal form or a kind of company ("GAF Corp")."""
        return {
            at
            for at in self.by_prefix.get(words, ())
            if any(set(rest) <= _types() for rest in self._rests(at, words))
        }

    def _first_word(self, words: tuple[str, ...]) -> Homes:
        """The bodies of whose name the first word alone is used ("Meridian" for "Meridian Ferries")."""
        if words[0] in _common() or len(words[0]) < _SHORTEST_WORD:
            return Homes()
        found = self.by_prefix.get(words, set())
        typed = {at for at in found if any(set(rest) & _types() for rest in self._rests(at, words))}
        if len(found) == 1 and not (words[0] in self.common and not typed):
            return Homes(sure=frozenset(typed)) if typed else Homes(perhaps=frozenset(found))
        return Homes(perhaps=frozenset(found))

    def _last_word(self, words: tuple[str, ...]) -> Homes:
        """The clubs of which the last word is used without the place ("Saints", "New Orleans Saints")."""
        if words[0] in _common() or words[0] in _types():
            return Homes()
        found = {
            at
            for at in self.by_suffix.get(words, ())
            if any(" ".join(before) in self.places for before in self._befores(at, words))
        }
        return Homes(sure=frozenset(found))

    def _rests(self, at: int, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """What the longer names of a group have behind `words`."""
        for told in self.groups[at].words:
            if len(told) > len(words) and told[: len(words)] == words:
                yield told[len(words) :]

    def _befores(self, at: int, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """What the longer names of a group have before `words`."""
        for told in self.groups[at].words:
            if len(told) > len(words) and told[-len(words) :] == words:
                yield told[: -len(words)]

    def _of_another(self, rest: Iterable[str]) -> bool:
        """Whether what a longer name adds makes it another body's ("… Ireland", "… Foundation")."""
        rest = list(rest)
        place = " ".join(rest) in self.places or any(word in self.places for word in rest)
        country = any(country_of_name(word) is not None for word in rest)
        return place or country or bool(set(rest) & _another())

    def _same_state(self, form: str, at: int) -> bool:
        """Whether a form without the country's name is, by the tables, an organ of that country."""
        mine, theirs = identity_of(form), self.groups[at].identity
        own = bodies().national.get(form.casefold().removeprefix("the "))
        for told in self.groups[at].words:
            found = country_before(list(told))
            if found is not None and found[0] == own:
                return True
        return mine is not None and mine == theirs
