"""Words around and inside place names: directions, kinds of divisions, public buildings."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["PlaceWords", "place_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """The shipped lists, in lower case."""

    directions: frozenset[str]
    """Before a name, said of a part of it ("eastern")."""

    region_words: frozenset[str]
    """Kinds of first-order divisions, after a name ("oblast")."""

    district_words: frozenset[str]
    """Kinds of lower divisions, after a name ("county")."""

    kind_prefixes: tuple[str, ...]
    """Before a town's name ("city of")."""

    region_prefixes: tuple[str, ...]
    """Before a division's or country's name ("province of")."""

    district_prefixes: tuple[str, ...]
    """Before a lower division's name ("county")."""

    gazetteer_endings: tuple[str, ...]
    """What the gazetteer puts after the bare names of first-order divisions, folded."""

    gazetteer_beginnings: tuple[str, ...]
    """What the gazetteer puts before them, folded."""

    facility_words: frozenset[str]
    """Public buildings and grounds that stand in the town they are called after."""

    things: frozenset[str]
    """A country's name with the next word, where it is a thing's ("turkey sandwich"), in the singular."""


_ORDERED = frozenset(
    {
        "kind_prefixes",
        "region_prefixes",
        "district_prefixes",
        "gazetteer_endings",
        "gazetteer_beginnings",
    }
)
"""Tried longest first."""


@cache
def place_words() -> PlaceWords:
    """The shipped table."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/placewords.toml").read_text(encoding="utf-8")
    )
    lists: dict[str, Any] = {
        field: _longest_first(words) if field in _ORDERED else frozenset(words)
        for field, words in raw.items()
    }
    return PlaceWords(**lists)


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))
