"""Reporting words: what each takes, and what a speaker does by it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from firsthand.domain import Stance

__all__ = ["Cue", "Cues", "cues"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One reading of a reporting verb or noun. A verb may have several, by particle or preposition."""

    lemma: str
    stance: Stance
    private: bool = False
    """Whether it tells a belief, hope or plan, which need not have been uttered."""

    takes: frozenset[str] = frozenset()
    """Complements it attributes by; the file's head says what each word means."""

    prepositions: frozenset[str] = frozenset()
    """Prepositions that lead to what was said ("called for")."""

    particle: str | None = None
    """The particle without which the verb does not attribute ("point out")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The shipped reporting words."""

    revision: int
    verbs: Mapping[str, tuple[Cue, ...]]
    """By lemma; readings in the order of the file."""

    nouns: Mapping[str, Cue]
    light: frozenset[str]
    """Verbs that report only together with a reporting noun ("express concern")."""

    adverbs: frozenset[str]
    """Adverbs that attribute their clause to nobody named ("reportedly")."""

    raising: frozenset[str]
    """Verbs that may govern a cue without being one ("went on to say")."""


def _words(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(str(row.get(key, "")).split())


@cache
def cues() -> Cues:
    """Load the reporting words that ship with the package.

    The inventory follows what attribution corpora describe (Pareti 2012; Newell, Margolin and
    Ruths 2018); the grouping by complement is our own.
    """
    raw = tomllib.loads(files("firsthand.tables").joinpath("data/cues.toml").read_text("utf-8"))
    verbs: dict[str, list[Cue]] = {}
    for row in raw["verbs"]:
        for lemma in dict.fromkeys(_words(row, "lemmas")):
            cue = Cue(
                lemma=lemma,
                stance=Stance(row["stance"]),
                private=bool(row.get("private", False)),
                takes=frozenset(_words(row, "takes")),
                prepositions=frozenset(_words(row, "prepositions")),
                particle=row.get("particle"),
            )
            verbs.setdefault(lemma, []).append(cue)
    nouns = {
        lemma: Cue(lemma=lemma, stance=Stance(row["stance"]))
        for row in raw["nouns"]
        for lemma in _words(row, "lemmas")
    }
    return Cues(
        revision=int(raw["revision"]),
        verbs=MappingProxyType({lemma: tuple(found) for lemma, found in verbs.items()}),
        nouns=MappingProxyType(nouns),
        light=frozenset(_words(raw["light"], "lemmas")),
        adverbs=frozenset(_words(raw["adverbs"], "hedged")),
        raising=frozenset(_words(raw["raising"], "lemmas")),
    )
