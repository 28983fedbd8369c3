"""Say how an attribution was found, and how sure its finder is of each part."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.domain import Reason, StatementField

__all__ = ["found_because"]

_UNNAMED = "a reporting word beside what is said"


def found_because(tree: Tree, found: Relation) -> tuple[Reason, ...]:
    """Give the reasons for one relation: for the whole, and for parts that are graded apart.

    Args:
        tree: The parse the relation's token indices refer to.
        found: The relation, its parts as they will be shown.
    """
    feature = found.rule or _UNNAMED

    def reason(score: float, words: Iterable[int], field: str) -> Reason:
        return Reason(
            feature=feature, score=round(score, 3), evidence=tree.passages(words), field=field
        )

    reasons = [reason(found.score, found.cue, "")]
    if found.content_score is not None:
        reasons.append(reason(found.content_score, found.content, StatementField.CONTENT.value))
    if found.source_score is not None and found.source:
        reasons.append(reason(found.source_score, found.source, StatementField.SOURCE.value))
    return tuple(reasons)
