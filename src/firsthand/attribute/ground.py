"""A judgement on the way: a name, what led to it, how sure, and the words that show it."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.tree import Tree
from firsthand.domain import Reason, StatementField

__all__ = ["Ground"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One name found, in token indices."""

    name: str
    feature: str
    """What was looked at, as a phrase a reader can be shown."""

    score: float = 1.0
    """How sure, 0 to 1."""

    tokens: tuple[int, ...] = ()
    """The words that show it."""

    def reason(self, tree: Tree, field: StatementField) -> Reason:
        """The ground as a reason for one field of a statement."""
        return Reason(
            feature=self.feature,
            score=round(self.score, 3),
            evidence=tree.passages(self.tokens),
            field=field.value,
        )
