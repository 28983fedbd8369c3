"""Tell by the main clause of what is said what its speaker does: "said it had no plans to leave"."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.cuewords import main_verb
from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.domain import Stance
from firsthand.tables.stances import stances

__all__ = ["Avowal", "avowed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Avowal:
    """What the words of the content do."""

    stance: Stance
    why: str
    at: tuple[int, ...]
    hedged: bool = False


def avowed(tree: Tree, found: Relation) -> Avowal | None:
    """What the main clause of the content does; None where it merely asserts."""
    verb = main_verb(tree, found.content)
    if verb is None:
        return None
    for kid in tree.kids(verb, "aux"):
        if tree.lower(kid) in stances().said.duty:
            return Avowal(stance=Stance.DEMANDS, why="says what should be done", at=(kid, verb))
    return None
