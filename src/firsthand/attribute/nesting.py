"""Say which attribution stands inside the words of which other."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.domain import Reason

__all__ = ["nested_because", "parents"]


def parents(found: Sequence[Relation]) -> list[int | None]:
    """For each relation the index of the smallest one whose content holds its cue and content.

    Each word knows whose contents hold it, smallest first, so that only those over a relation's
    own anchor are looked at: the work grows with the words reported, not with the square of the
    number of relations.

    Args:
        found: In any order; of two equally small the earlier one counts.

    Returns:
        One entry a relation, None where nothing holds it. Never a circle: a parent's content is
        larger than the child's.
    """
    over: dict[int, list[int]] = {one.anchor: [] for one in found}
    for number in sorted(range(len(found)), key=lambda at: (len(found[at].content), at)):
        for token in found[number].content:
            if token in over:
                over[token].append(number)
    told: list[int | None] = []
    for number, child in enumerate(found):
        needed = child.content | {child.anchor}
        told.append(
            next(
                (
                    other
                    for other in over[child.anchor]
                    if other != number
                    and len(found[other].content) > len(child.content)
                    and needed <= found[other].content
                ),
                None,
            )
        )
    return told


def nested_because(tree: Tree, parent: Relation) -> Reason:
    """Why a statement has `parent` above it: the words of that one hold cue and content."""
    return Reason(
        feature="stands in the words of another statement",
        evidence=tree.passages(parent.cue),
        field="parent",
    )
