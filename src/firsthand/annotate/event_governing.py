"""What one word says of an event below it, by the lists of governors of the table."""

from __future__ import annotations

from firsthand.annotate.event_standing import MODALITIES, Standing
from firsthand.annotate.event_tree import Tree
from firsthand.domain import Modality
from firsthand.tables.eventwords import event_words

__all__ = ["govern", "takes"]

_ORDER = ("denied", "refused", "threatened", "demanded", "attempted", "planned", "possible")
"""Where a word stands in several lists the first of these holds, stronger speech acts first."""

_OPENED = frozenset({"denied", "refused"})
"""What is left open by whoever does not do it."""


def takes(tree: Tree, above: int, word: str) -> bool:
    """Whether "for", "on", "at", "with" leads from a word to what it governs."""
    lists = event_words().governors.get(tree.lemma(above), ())
    if word == "for":
        return bool({"demanded", "planned", "attempted"} & set(lists))
    if word == "on":
        return tree.lemma(above) in {"agree", "agreement", "plan", "insist", "decide", "intent"}
    if word == "with":
        return "threatened" in lists
    return tree.lemma(above) in {"attempt", "aim", "hint"}


def govern(tree: Tree, head: int, found: Standing, *, clause: bool) -> bool:
    """Note what the word above an event says of it; whether it says anything."""
    table, lemma = event_words(), tree.lemma(head)
    particle = next(tree.children(head, "prt"), None)
    lists = table.governors.get(lemma, ()) or table.governors.get(tree.word(head), ())
    if particle is not None:
        lists = table.governors.get(f"{lemma}_{tree.lemma(particle)}", lists)
    if not lists:
        return False
    if lemma == "go" and tree.tokens[head].tag != "VBG":
        return False
    if tree.tokens[head].pos == "ADP":
        return False
    if not clause and "prevented_things" in lists:
        found.negate(head)
        return True
    if clause and "prevented" in lists:
        found.negate(head)
        return True
    if lemma == "reject" and not clause:
        found.add(Modality.REFUSED, head)
        return True
    for name in _ORDER:
        if name in lists:
            if name in _OPENED and next(tree.children(head, "neg"), None) is not None:
                found.settle(head)  # who "did not rule out" a thing has left it open
                found.add(Modality.POSSIBLE, head)
                return True
            found.add(MODALITIES[name], head)
            return True
    return False
