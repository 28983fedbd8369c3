"""Words that tell a government from the country or capital it is called after."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["ActorWords", "actor_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorWords:
    """Sets of lemmas in lower case."""

    place_verbs: frozenset[str]
    """Whose subject is the place itself ("Kyiv woke")."""

    addressed_verbs: frozenset[str]
    """Whose object can only be somebody ("accused Moscow")."""

    relation_nouns: frozenset[str]
    """Between parties, joined by a preposition ("sanctions against Tehran")."""

    government_nouns: frozenset[str]
    """What a government has ("Moscow's position")."""

    willing_adjectives: frozenset[str]
    """What only somebody can be ("Kyiv is ready")."""


@cache
def actor_words() -> ActorWords:
    """The shipped table."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/actorwords.toml").read_text(encoding="utf-8")
    )
    return ActorWords(**{field: frozenset(words) for field, words in raw.items()})
