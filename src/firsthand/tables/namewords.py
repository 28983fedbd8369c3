"""Words that stand around names: titles, particles, endings of bodies and places."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["NameWords", "name_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Sets of words in lower case, without full stops."""

    titles: frozenset[str]
    title_surnames: frozenset[str]
    particles: frozenset[str]
    body_endings: frozenset[str]
    body_words: frozenset[str]
    outlet_endings: frozenset[str]
    place_endings: frozenset[str]
    place_beginnings: frozenset[str]
    place_prepositions: frozenset[str]
    town_words: frozenset[str]
    town_prefixes: frozenset[str]
    never_places: frozenset[str]
    speech_verbs: frozenset[str]
    known_bodies: frozenset[str]


@cache
def name_words() -> NameWords:
    """The shipped table."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/names.toml").read_text(encoding="utf-8")
    )
    return NameWords(**{field: frozenset(words) for field, words in raw.items()})
