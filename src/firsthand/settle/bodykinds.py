"""What kind of body an actor is, by its name and by what the texts call it."""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.domain import BodyKind
from firsthand.settle.houses import IdentityKind, country_before, identity_of
from firsthand.tables.bodykinds import body_kinds
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import country_of_name
from firsthand.tables.organs import organs
from firsthand.text.folding import fold_name

__all__ = ["kind_at_end", "kind_of_body", "kind_of_words", "kinds_of_noun", "may_be_body"]

_TAIL = re.compile(r"\s+(?:of|for|in|on|at|and|to|which|who|that|under|against)\s.*$")
"""What follows the head of a body's name ("Committee on …"): the head tells the kind."""


_OWNED = re.compile(
    r"\b(?:city|town|village|county|country|nation|state|company|region|province|island)['’]s\b"
)
"""Something of a place or a body that is not named ("the city's water")."""

_MANY = frozenset(
    [
        "groups",
        "organizations",
        "organisations",
        "companies",
        "agencies",
        "officials",
        "authorities",
        "firms",
        "parties",
        "unions",
        "charities",
        "services",
        "departments",
        "ministries",
        "forces",
        "people",
        "others",
        "members",
        "leaders",
        "experts",
        "campaigners",
        "activists",
        "reports",
        "media",
        "outlets",
        "newspapers",
        "sources",
        "lawmakers",
        "politicians",
        "residents",
        "investigators",
    ]
)
"""Plurals of which no body speaks for all ("conservation groups")."""


@lru_cache(maxsize=16_384)
def may_be_body(name: str) -> bool:
    """Whether words that the story does not know as a name can be a body's.

    Words without a capital can where they say what kind of body is meant and which ("harbour
    police", not "staff"); many bodies, and what belongs to a body not named, cannot.
    """
    words = name.split()
    last = words[-1].casefold() if words else ""
    if _OWNED.search(name.casefold()) or (
        last in _MANY and not any(w[0].isupper() for w in words[1:])
    ):
        return False
    if any(letter.isupper() for letter in name):
        return True
    return len(words) > 1 and kind_at_end(name) is not None


_ALSO = {
    "group": (BodyKind.ORGANISATION, BodyKind.ARMED_GROUP, BodyKind.PARTY),
    "organization": (BodyKind.ORGANISATION, BodyKind.INTERNATIONAL, BodyKind.ARMED_GROUP),
    "organisation": (BodyKind.ORGANISATION, BodyKind.INTERNATIONAL, BodyKind.ARMED_GROUP),
    "agency": (BodyKind.AGENCY, BodyKind.SERVICE),
    "service": (BodyKind.SERVICE, BodyKind.AGENCY),
    "department": (BodyKind.MINISTRY, BodyKind.AGENCY, BodyKind.POLICE),
    "office": (BodyKind.AGENCY, BodyKind.GOVERNMENT),
    "network": (BodyKind.OUTLET,),
    "station": (BodyKind.OUTLET,),
    "publication": (BodyKind.OUTLET,),
    "site": (BodyKind.OUTLET,),
    "website": (BodyKind.OUTLET,),
    "body": (BodyKind.ORGANISATION, BodyKind.INTERNATIONAL, BodyKind.AGENCY, BodyKind.COMMITTEE),
}
"""Nouns that bodies of several kinds, or of another than their own, are called by."""


def kinds_of_noun(noun: str) -> frozenset[BodyKind]:
    """The kinds of bodies that a text goes on to call by a common noun ("the agency")."""
    own = kind_at_end(noun)
    return frozenset(_ALSO.get(noun, () if own is None else (own,)))


@lru_cache(maxsize=16_384)
def kind_at_end(words: str) -> BodyKind | None:
    """The kind in whose word or phrase `words` end; None when in none's."""
    table = body_kinds()
    told = fold_name(words).split()
    for length in range(min(table.longest, len(told)), 0, -1):
        found = table.words.get(" ".join(told[-length:]))
        if found is not None:
            return found
    return None


@lru_cache(maxsize=16_384)
def kind_of_words(words: str) -> BodyKind | None:
    """The kind that a name tells by its words, the last first; None when by none.

    The head counts before what it is of: "Committee on the Armed Forces" is a committee.
    """
    table = body_kinds()
    head = _TAIL.sub("", words)
    whole, tail = (
        fold_name(words).split(),
        len(fold_name(words).split()) - len(fold_name(head).split()),
    )
    for length in range(min(table.longest, len(whole)), tail, -1):
        found = table.words.get(" ".join(whole[-length:]))
        if found is not None:
            return found  # "Council of Ministers" is more than a council
    for part in (head, words):
        ends = kind_at_end(part)
        if ends is not None:
            return ends
    told = fold_name(_TAIL.sub("", words)).split()
    for at in range(len(told) - 1, -1, -1):
        found = table.words.get(told[at])
        if found in {BodyKind.FORCE, BodyKind.POLICE, BodyKind.COURT, BodyKind.ARMED_GROUP}:
            return found  # "155th Brigade Kursk", "Supreme Court Chamber"
    return None


@lru_cache(maxsize=16_384)
def kind_of_body(name: str) -> BodyKind | None:
    """The kind of a body, by its name.

    Returns:
        None where neither the tables nor the words of the name tell.
    """
    named = body_kinds().named(name)
    if named is not None:
        return named
    country = country_of_name(name)
    if country is not None and country[1] in {"name", "capital"}:
        return BodyKind.STATE
    identity = identity_of(name)
    if identity is not None and identity.kind is IdentityKind.MINISTRY:
        return BodyKind.MINISTRY
    if identity is not None and identity.kind is IdentityKind.POLICE:
        return BodyKind.POLICE
    row = organs().row(name)
    if row is not None:
        told = body_kinds().named(row[0]) or kind_of_words(row[0])
        if told is not None or row[1] is None:
            return told or BodyKind.INTERNATIONAL
    if country is not None and country[1] == "metonym":
        return BodyKind.GOVERNMENT
    before = country_before(name.split())
    if before is not None and before[1] < len(name.split()):
        rest = " ".join(name.split()[before[1] :])
        told = body_kinds().named(rest)
        if told is not None:
            return told
    words = fold_name(name).split()
    if len(words) > 1 and words[-1] in capacities().company_endings | organs().legal:
        return BodyKind.COMPANY
    return kind_of_words(name)
