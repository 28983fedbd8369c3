"""Words that tell, inside what somebody says, what another said, thinks or knows."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from firsthand.domain import Stance
from firsthand.tables.cues import Cue, Cues, cues

__all__ = ["Inner", "inner_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """The shipped words for a second look inside what is said; lemmas in lower case."""

    revision: int
    cues: Cues
    """The reporting words, with the verbs of mind that count only inside another's words."""

    adjectives: Mapping[str, Cue]
    """Adjectives of mind ("confident that …"), by lower-case word."""

    led: frozenset[str]
    """Prepositions that lead from such an adjective to what it is about."""

    nouns: frozenset[str]
    """Nouns that say something with a that-clause behind them, whoever's they are."""

    releasing: frozenset[str]
    """Verbs of putting figures and papers out."""

    released: frozenset[str]
    """What they put out."""

    showing: frozenset[str]
    """Verbs by which things, too, tell something ("the tests showed")."""


def _cue(lemma: str, row: Mapping[str, Any]) -> Cue:
    return Cue(
        lemma=lemma,
        stance=Stance(row["stance"]),
        private=True,
        takes=frozenset(str(row.get("takes", "")).split()),
    )


@cache
def inner_words() -> Inner:
    """Load the table and join it to the reporting words."""
    raw = tomllib.loads(files("firsthand.tables").joinpath("data/inner.toml").read_text("utf-8"))
    base = cues()
    verbs = dict(base.verbs)
    for row in raw["verbs"]:
        for lemma in str(row["lemmas"]).split():
            verbs[lemma] = (*verbs.get(lemma, ()), _cue(lemma, row))
    return Inner(
        revision=int(raw["revision"]),
        cues=replace(base, verbs=MappingProxyType(verbs)),
        adjectives=MappingProxyType(
            {
                word: _cue(word, row)
                for row in raw["adjectives"]
                for word in str(row["words"]).split()
            }
        ),
        led=frozenset(str(raw["led"]["prepositions"]).split()),
        nouns=frozenset(str(raw["nouns"]["lemmas"]).split()),
        releasing=frozenset(str(raw["releasing"]["verbs"]).split()),
        released=frozenset(str(raw["releasing"]["things"]).split()),
        showing=frozenset(str(raw["source"]["showing"]).split()),
    )
