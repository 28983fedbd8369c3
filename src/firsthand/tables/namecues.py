"""Words around and inside names that tell what is named."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from firsthand.tables.bodies import bodies
from firsthand.tables.namewords import name_words

__all__ = ["NameCues", "name_cues", "words_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCues:
    """Sets of words in lower case, without full stops."""

    revision: int
    place_nouns: frozenset[str]
    place_tails: frozenset[str]
    place_phrases: frozenset[str]
    """Of two words or more, the last standing directly before the name."""

    place_prepositions: frozenset[str]
    kin: frozenset[str]
    person_nouns: frozenset[str]
    """With the roles of the table of bodies."""

    office_parts: frozenset[str]
    office_heads: frozenset[str]
    disease_nouns: frozenset[str]
    disease_kinds: frozenset[str]
    """They stand between the name of a place and "fever" or "flu"."""

    generations: frozenset[str]
    legal_parts: frozenset[str]
    """They stand behind a comma inside one name ("Roe Print Co., Ltd.")."""

    known_things: frozenset[str]
    ship_prefixes: frozenset[str]
    ship_nouns: frozenset[str]
    makes: frozenset[str]
    team_endings: frozenset[str]
    page_words: frozenset[str]
    generic: frozenset[str]
    affixes: frozenset[str]
    tails: frozenset[str]
    place_acronyms: frozenset[str]
    building_endings: frozenset[str]
    firm_endings: frozenset[str]
    body_nouns: frozenset[str]
    body_descriptions: frozenset[str]
    thing_endings: frozenset[str]
    storms: frozenset[str]
    peoples: frozenset[str]
    numbered: frozenset[str]
    owners: frozenset[str]
    office_firms: frozenset[str]
    case_nouns: frozenset[str]
    media_nouns: frozenset[str]
    team_beginnings: frozenset[str]
    firm_phrases: frozenset[str]
    """Of two words, the last standing directly before the name."""

    firm_nouns: frozenset[str]
    honorifics: frozenset[str]
    """With the ranks of the table of bodies."""


@cache
def name_cues() -> NameCues:
    """The shipped table."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/namecues.toml").read_text(encoding="utf-8")
    )
    revision = int(raw.pop("revision"))
    sets = {
        field: frozenset(words.split() if isinstance(words, str) else words)
        for field, words in raw.items()
    }
    roles = frozenset(word for word in bodies().roles if " " not in word)
    sets["honorifics"] = bodies().honorifics | bodies().ranks
    sets["person_nouns"] |= roles
    return NameCues(revision=revision, **sets)


@cache
def words_of(*fields: str) -> frozenset[str]:
    """The words of several sets of the tables of names together.

    Args:
        fields: Names of fields of `NameCues` or `NameWords`.
    """
    tables = (name_cues(), name_words())
    return frozenset(
        word
        for field in fields
        for table in tables
        if hasattr(table, field)
        for word in getattr(table, field)
    )
