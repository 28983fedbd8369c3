"""Whether an event is told as having happened: planned, possible, denied, demanded, negated.

The words above an event in the parse are walked, innermost first ("denied | planning | to leave");
each may say something of it. The strongest decides; negations are counted.
"""

from __future__ import annotations

from firsthand.annotate.event_governors import step
from firsthand.annotate.event_marks import mark_condition, mark_noun, mark_verb
from firsthand.annotate.event_standing import Standing
from firsthand.annotate.event_tree import Tree
from firsthand.domain import Modality

__all__ = ["standing"]

_CLIMB = 8

_OPEN = frozenset({Modality.PLANNED, Modality.POSSIBLE})


def standing(tree: Tree, number: int, carrier: int | None = None) -> Standing:
    """How the event at a word is told.

    Args:
        tree: The parse.
        number: The anchor.
        carrier: The light verb that carries a noun; None otherwise.
    """
    found = Standing()
    at = number
    if tree.tokens[number].pos != "VERB":
        done = carrier is not None and tree.tokens[carrier].tag in {"VBD", "VBN"}
        mark_noun(tree, number, found, done=done)
    if carrier is not None:
        at = carrier
    verb = at if tree.tokens[at].pos in {"VERB", "AUX"} else None
    if verb is not None:
        mark_verb(tree, verb, found, own=True)
    for _ in range(_CLIMB):
        above = step(tree, at, found)
        if above is None:
            break
        at = above
    if verb is not None and found.modality in _OPEN:
        mark_condition(tree, verb, found)
    return found
