"""What kind of body a name names: a ministry, a police force, a body known under several names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from firsthand.tables.bodies import bodies
from firsthand.tables.countries import country_of_name
from firsthand.tables.organs import organs
from firsthand.tables.spellings import spellings
from firsthand.text.folding import fold_name

__all__ = ["Identity", "IdentityKind", "country_before", "identity_of", "ministry_of", "organs_in"]


class IdentityKind(StrEnum):
    """By what two names are known to name one body."""

    KNOWN = "known"
    """A row of the table of organs ("Pentagon", "Department of Defense")."""

    MINISTRY = "ministry"
    """A ministry: its portfolio, and the country it is of."""

    POLICE = "police"
    """A police force: the words that tell it from others."""

    PROSECUTOR = "prosecutor"
    """A prosecutor's office: its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a name says of which body it names."""

    kind: IdentityKind
    what: str
    """Row, portfolio or place of the body; empty for a police force without a place."""

    country: str | None = None
    """ISO 3166-1 alpha-2, where the name tells."""

    @property
    def whole(self) -> bool:
        """Whether the name tells which body it is, by itself."""
        if self.kind is IdentityKind.MINISTRY:
            return self.country is not None
        return bool(self.what)


_NO_FORCE = frozenset(
    {"chief", "officer", "commissioner", "union", "association", "academy", "spokesman", "report"}
)
"""Words that make of a name with "police" in it that of a person, a paper or a society."""

_MINISTRY = frozenset({"ministry", "department", "dept", "secretariat", "ministerium"})
_JOINING = frozenset({"of", "for", "and", "the", "affairs", "public"})


def _cut(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def country_before(words: list[str]) -> tuple[str, int] | None:
    """The country that a phrase begins with, by name or adjective, and how many words name it."""
    for length in (4, 3, 2, 1):
        if len(words) >= length:
            found = country_of_name(_cut(" ".join(words[:length])))
            if found is not None and found[1] in {"name", "demonym"}:
                return found[0], length
    return None


def _portfolio(words: list[str]) -> str | None:
    """The usual name of the portfolio that `words` give; None where they give none."""
    told = [word for word in words if word not in {"of", "for", "the"}]
    if not told or not all(word in bodies().portfolios | _JOINING for word in told):
        return None
    plain = " ".join(told)
    table = organs().portfolio
    if plain in table:
        return table[plain]
    kept = [table.get(word, word) for word in told if word not in {"and", "affairs", "public"}]
    return " ".join(sorted(kept)) or None


def _ministry(name: str) -> Identity | None:
    words = [fold_name(_cut(word)) for word in name.split()]
    heads = [at for at, word in enumerate(words) if word in _MINISTRY]
    if len(heads) != 1:
        return None
    head, country = heads[0], None
    before, after = name.split()[:head], name.split()[head + 1 :]
    found = country_before(before)
    if found is not None:
        country, before = found[0], before[found[1] :]
    plain = [fold_name(_cut(word)) for word in after]
    for at, word in enumerate(plain):
        rest = " ".join(after[at + 1 :]).strip(" ,")
        if word in {"of", "in"} and rest and country_of_name(rest) is not None:
            told = country_of_name(rest)
            assert told is not None
            if country is None or country == told[0]:
                country, plain = told[0], plain[:at]
            break
    if before and plain:
        return None  # "Harbour Ministry Press Office": something else
    what = _portfolio([fold_name(_cut(word)) for word in before] if before else plain)
    return (
        None if what is None else Identity(kind=IdentityKind.MINISTRY, what=what, country=country)
    )


def _police(name: str) -> Identity | None:
    words = [_cut(fold_name(word)) for word in re.split(r"[\s-]+", name)]
    table = organs()
    if not set(words) & table.police_heads:
        return None
    rest = [
        word for word in words if word and word not in table.police_heads | table.police_neutral
    ]
    if set(rest) & _NO_FORCE:
        return None
    cities = spellings().cities
    rest = [cities.get(word, word) for word in rest]
    named = [country_of_name(word) for word in rest]
    told = [
        found[0] if found is not None and found[1] in {"name", "demonym"} else word
        for found, word in zip(named, rest, strict=True)
    ]
    return Identity(kind=IdentityKind.POLICE, what=" ".join(sorted(told)))


_PROSECUTOR = re.compile(
    r"\b(?:(?:public|state|chief|city|federal)\s+)?prosecut(?:or['’]?s?['’]?s?\s+office|ion\s+(?:office|service))\b",
    re.IGNORECASE,
)
_AT = re.compile(r"^(?:in|of|for|at)\s+(?:the\s+)?", re.IGNORECASE)


def _prosecutor(name: str) -> Identity | None:
    """The prosecutor's office of a place, named before or behind it."""
    office = _PROSECUTOR.search(name)
    if office is None:
        return None
    before = name[: office.start()].strip().removeprefix("the ").removeprefix("The ")
    after = _AT.sub("", name[office.end() :].strip())
    told = [part for part in (before, after) if part]
    if len(told) != 1 or not all(word[:1].isupper() for word in told[0].split()):
        return None
    place = fold_name(_cut(told[0]))
    return Identity(kind=IdentityKind.PROSECUTOR, what=spellings().cities.get(place, place))


@lru_cache(maxsize=65_536)
def ministry_of(name: str) -> Identity | None:
    """The ministry that a name names by its portfolio, whatever the table of organs says of it."""
    return _ministry(name)


@lru_cache(maxsize=65_536)
def identity_of(name: str) -> Identity | None:
    """What the name of a body says of which body it is; None for names that are only names."""
    row = organs().row(name)
    found = country_before(name.split())
    if row is None and found is not None:
        inner = organs().row(" ".join(name.split()[found[1] :]))
        row = inner if inner is not None and inner[1] == found[0] else None
    if row is not None:
        return Identity(kind=IdentityKind.KNOWN, what=row[0], country=row[1])
    return _ministry(name) or _police(name) or _prosecutor(name)


_ORGAN = re.compile(r"\b(?:[Mm]inistry|[Pp]olice|[Cc]onstabulary)\b")
_WORD = re.compile(r"[\w.’'-]*\w")
_LONGEST_PLACE = 3
"""Words of a place that a police force is named after."""

_BEFORE, _AFTER = 60, 50
"""Code points around the word within which the name of a ministry or police force lies."""


def organs_in(text: str) -> Iterator[str]:
    """Yield the names of ministries and police forces in a text, each with its country or place.

    The recogniser often sees "Foreign Ministry" in "Russia's Foreign Ministry" and nothing in
    "Antwerp police". A name that does not tell of which country or place it is, is not given.
    """
    for match in _ORGAN.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        start = max(line, match.start() - _BEFORE)
        before = [start + word.start() for word in _WORD.finditer(text[start : match.start()])]
        after = [match.end() + word.end() for word in _WORD.finditer(text[match.end() :][:_AFTER])]
        yield from _organ_at(text, match, before[-5:], after[:6])


def _organ_at(
    text: str, match: re.Match[str], before: list[int], after: list[int]
) -> Iterator[str]:
    """The longest name with the organ's word at `match` that tells which organ it is."""
    for first in (*before, match.start()):
        for last in (*reversed(after), match.end()):
            form = text[first:last]
            if not form[:1].isupper() and first != match.start():
                continue
            if re.search(r"[,;:.!?\n“”\"()]\s|[,;:!?\n“”\"()]", form):
                continue
            identity = _ministry(form) or _police(form)
            if identity is not None and identity.whole and _of_place(form, identity):
                yield form.removeprefix("The ")
                return


def _of_place(form: str, identity: Identity) -> bool:
    """Whether what makes a police force's name is capitalised words: a place, not a sentence's."""
    if identity.kind is IdentityKind.MINISTRY:
        return True
    words = re.split(r"[\s-]+", form)
    heads = organs().police_heads | organs().police_neutral
    rest = [word for word in words if fold_name(_cut(word)) not in heads]
    small = [word for word in words if word[:1].islower() and fold_name(word) not in heads]
    return bool(rest) and not small and len(rest) <= _LONGEST_PLACE and form[-1:].isalpha()
