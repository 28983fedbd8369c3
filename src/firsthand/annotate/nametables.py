"""What the shipped tables say of a written name, looked up once a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from firsthand.tables.countries import country_of_name
from firsthand.tables.gazetteer import gazetteer
from firsthand.tables.namecues import name_cues
from firsthand.tables.regions import area_of_people, region_of_word

__all__ = ["Entry", "entry_of", "is_country", "is_known_place", "is_known_word"]

_REMEMBERED = 8_192
"""Names whose entries are kept at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the gazetteer knows of a name."""

    own: bool
    """Whether a place has it as its own name."""

    people: int
    """Inhabitants of the largest place of the name; 0 when there is none or none is recorded."""

    kinds: frozenset[str]
    """Of the places, as in `Place.kind`; empty: the gazetteer has no such name."""


@lru_cache(maxsize=_REMEMBERED)
def entry_of(name: str) -> Entry:
    """The gazetteer's entry of a name."""
    places = gazetteer().named(name) if len(name) > 1 else ()
    return Entry(
        own=any(not place.alternate for place in places),
        people=max((place.people for place in places), default=0),
        kinds=frozenset(place.kind for place in places),
    )


@lru_cache(maxsize=_REMEMBERED)
def is_known_word(word: str) -> bool:
    """Whether a table knows the word as a country, region or people, or as a name for one."""
    return (
        country_of_name(word) is not None
        or region_of_word(word) is not None
        or area_of_people(word) is not None
        or (word.isupper() and word.lower() in name_cues().place_acronyms)
    )


@lru_cache(maxsize=_REMEMBERED)
def is_known_place(name: str) -> bool:
    """Whether a country or a place of the gazetteer has this as its own name."""
    return country_of_name(name) is not None or entry_of(name).own


def is_country(name: str) -> bool:
    """Whether a country is called so."""
    return (country_of_name(name) or ("", ""))[1] == "name"
