"""Words by which a clause shows what kind of claim it puts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["ClaimWords", "claimwords"]

_ORDERED = ("suffixes", "negating_phrases", "witness")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """The lists of ``claimwords.toml``: lemmas in lower case, unless the field says otherwise."""

    light: frozenset[str]
    """Lemmas that say nothing about what is claimed."""

    suffixes: tuple[str, ...]
    """Endings cut when words are compared, in the order tried."""

    negations: frozenset[str]
    negating_phrases: tuple[str, ...]
    """Folded phrases."""

    refuting: frozenset[str]
    """Predicates that say of a proposition that it is not so."""

    anybody: frozenset[str]
    """Counted nouns that may stand for any kind of person."""

    ordinals: frozenset[str]
    """Words that tell one of several alike from the others."""

    future: frozenset[str]
    """Auxiliaries that can only tell of what is to come."""

    forecast_auxiliaries: frozenset[str]
    forecast_possible: frozenset[str]
    """Auxiliaries that tell of what is to come only where nothing past is meant."""

    forecast: frozenset[str]
    demand_auxiliaries: frozenset[str]
    demand: frozenset[str]
    """Verb lemmas, with a particle joined by an underscore where one is needed (``call_on``)."""

    judgement: frozenset[str]
    describing: frozenset[str]
    """Verbs by which somebody gives something a name."""

    performing: frozenset[str]
    """Verbs that do something by saying it."""

    witness: tuple[str, ...]
    """Folded phrases; ``{outlet}`` stands for the outlet's folded name."""

    admission: frozenset[str]
    conditions: frozenset[str]
    """Marks of clauses that put a condition or a question."""

    time_marks: frozenset[str]
    """Marks of clauses that only say when or where the clause above holds."""

    telling_how: frozenset[str]
    """Question words whose clause is told as so."""

    tallies: frozenset[str]
    """Nouns that number what they govern."""

    counting: frozenset[str]
    """Verbs that only give a number."""

    observer: frozenset[str]
    """Words, singular and plural, for whom an outlet sends."""

    observing: frozenset[str]
    """Forms of verbs for what somebody takes in personally; not folded to lemmas."""


@cache
def claimwords() -> ClaimWords:
    """The shipped lists, read once."""
    text = files("firsthand.tables").joinpath("data", "claimwords.toml").read_text("utf-8")
    raw = tomllib.loads(text)
    read: dict[str, Any] = {
        name: tuple(words) if name in _ORDERED else frozenset(words) for name, words in raw.items()
    }
    return ClaimWords(**read)
