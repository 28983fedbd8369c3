"""What a speaker does by each reporting word, and by what is reported of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from firsthand.domain import Stance

__all__ = ["Said", "StanceCue", "Stances", "Weakening", "stances"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceCue:
    """One row's judgement of one reporting word. A word may have several, by shape of content."""

    words: tuple[str, ...]
    """Lemmas, in order; a few other words may stand between them."""

    stance: Stance
    hedged: bool = False
    pos: str | None = None
    """Universal part of speech it must have; None for any."""

    when: str | None = None
    """Shape the content must have; the file's head lists them."""

    negated: Stance
    """What the speaker does by the negated cue."""

    never: Stance | None = None
    """What the speaker does by "never" with the cue and a clause; None: as for any negation."""

    unsure: bool = False
    """Whether the negated cue is hedged."""

    turns: bool = False
    """Whether it negates the reporting word it governs ("refused to …")."""

    light: bool = False
    """Whether it gives way to any other word of the cue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words by which the content's main clause tells what the speaker does. All sets of lemmas."""

    duty: frozenset[str]
    pressing: frozenset[str]
    speaker: frozenset[str]
    nothing: frozenset[str]
    false: frozenset[str]
    reports: frozenset[str]
    deeds: frozenset[str]
    guiltless: frozenset[str]
    true: frozenset[str]
    ignorance: frozenset[str]
    failing: frozenset[str]
    sorry: frozenset[str]
    harm: frozenset[str]
    peril: frozenset[str]
    hopes: frozenset[str]
    fears: frozenset[str]
    urging: frozenset[str]
    telling: frozenset[str]
    no_orders: frozenset[str]
    bodies: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakening:
    """Words that weaken what is said. All sets of lemmas."""

    modal: frozenset[str]
    could: frozenset[str]
    ability: frozenset[str]
    adverbs: frozenset[str]
    seeming: frozenset[str]
    thinking: frozenset[str]
    adjectives: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stances:
    """The shipped judgements of reporting words."""

    revision: int
    cues: Mapping[str, tuple[StanceCue, ...]]
    """By first word; the longest first, then in the order of the file."""

    refusable: frozenset[str]
    """What is refused rather than denied, where it is rejected ("rejected the offer")."""

    rights: frozenset[str]
    """What is withheld rather than disputed, where it is denied ("was denied a visa")."""

    said: Said
    hedges: Weakening


def _list(text: Any) -> tuple[str, ...]:
    return tuple(word for part in str(text).split(",") if (word := " ".join(part.split())))


def _set(row: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(_list(row[key]))


def _cue(row: Mapping[str, Any], words: str, negated: Mapping[str, Any]) -> StanceCue:
    never = row.get("never")
    return StanceCue(
        words=tuple(words.split()),
        stance=Stance(row["stance"]),
        hedged=bool(row.get("hedged", False)),
        pos=row.get("pos"),
        when=row.get("when"),
        negated=Stance(row.get("negated", negated[row["stance"]])),
        never=Stance(never) if never is not None else None,
        unsure=bool(row.get("unsure", False)),
        turns=bool(row.get("turns", False)),
        light=bool(row.get("light", False)),
    )


@cache
def stances() -> Stances:
    """Load the judgements that ship with the package.

    The rows are our own, from the vocabulary of English news; no corpus was drawn on for them.
    """
    raw = tomllib.loads(files("firsthand.tables").joinpath("data/stances.toml").read_text("utf-8"))
    found: dict[str, list[StanceCue]] = {}
    for row in raw["cues"]:
        for words in dict.fromkeys(_list(row["words"])):
            cue = _cue(row, words, raw["negated"])
            found.setdefault(cue.words[0], []).append(cue)
    said, hedges = raw["content"], raw["hedges"]
    return Stances(
        revision=int(raw["revision"]),
        cues=MappingProxyType(
            {
                first: tuple(sorted(rows, key=lambda cue: -len(cue.words)))
                for first, rows in sorted(found.items())
            }
        ),
        refusable=_set(raw["refusable"], "words"),
        rights=_set(raw["refusable"], "rights"),
        said=Said(**{key: _set(said, key) for key in Said.__dataclass_fields__}),
        hedges=Weakening(**{key: _set(hedges, key) for key in Weakening.__dataclass_fields__}),
    )
