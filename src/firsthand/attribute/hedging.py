"""Find the words that weaken what is said: "may", "likely", "I think"."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.tables.cues import cues

__all__ = ["Weakened", "weakened"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakened:
    """What weakens a statement."""

    why: str
    at: tuple[int, ...]


def weakened(tree: Tree, found: Relation) -> Weakened | None:
    """The first word that weakens what is said; None where nothing does."""
    table = cues()
    for at in sorted(found.content):
        if tree.lower(at) in table.hedges:
            return Weakened(why="what is said is put as possible", at=(at,))
    return None
