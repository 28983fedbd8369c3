"""Tell whether words are given as the speaker's own: direct, indirect, or mixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.attribute.quotes import Quoted
from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.domain import Manner, Reason, StatementField

__all__ = ["Given", "given_as"]

_FRAMES = frozenset({"that", "and", "but", "because"})
"""Words that may stand before the marks of a direct quotation and leave it direct."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How the words of a statement are given, and why."""

    manner: Manner
    reason: Reason


def given_as(tree: Tree, found: Relation, marks: Sequence[Quoted]) -> Given:
    """Say how the words of one relation are given.

    Quotation marks that hold the cue as well are somebody else's: an inner relation is direct only
    where it has marks of its own.

    Args:
        tree: The parse the relation's token indices refer to.
        found: The relation.
        marks: All quotations of the article.
    """
    words = [token for token in sorted(found.content) if tree.is_word(token)]
    around = [quoted for quoted in marks if not quoted.holds(found.anchor)]
    held = [token for token in words if any(quoted.holds(token) for quoted in around)]
    bare = [token for token in words if token not in held and tree.lower(token) not in _FRAMES]
    if held and not bare:
        return _given(Manner.DIRECT, "all of it stands between quotation marks", tree, held)
    if held:
        return _given(Manner.MIXED, "part of it stands between quotation marks", tree, held)
    return _given(Manner.INDIRECT, "no quotation marks of its own stand around it", tree, [])


def _given(manner: Manner, why: str, tree: Tree, held: Sequence[int]) -> Given:
    evidence = tree.passages(held)
    return Given(
        manner=manner,
        reason=Reason(feature=why, evidence=evidence, field=StatementField.MANNER.value),
    )
