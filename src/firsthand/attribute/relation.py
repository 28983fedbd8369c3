"""What one attribution is, while it is being worked out: in token indices."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.tables.cues import Cue

__all__ = ["Relation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One attribution in one article, in token indices."""

    anchor: int
    """The word that carries the cue."""

    cue: frozenset[int]
    source: frozenset[int]
    source_head: int | None
    content: frozenset[int]
    """Empty for a cue whose words are still to be found among the quotations."""

    reading: Cue
    negated: bool = False
    passive: bool = False
    aside: bool = False
    """Whether the cue stands beside what is said ("…, he said", "according to …", "as … reported")."""

    via: int | None = None
    """The cue of the outlet that cites the source; None where it is not so handed on."""

    rule: str = ""
    """How it was found, as a phrase a reader can be shown."""

    score: float = 1.0
    """How sure its finder is of it, 0 to 1: a model's probability; 1 from a rule, whose share of right
    answers is counted instead."""

    content_score: float | None = None
    source_score: float | None = None
    """The same for these parts, where their finder grades them apart."""
