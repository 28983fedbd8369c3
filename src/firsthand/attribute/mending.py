"""Mend sources that the parser took from inside a quotation."""

from __future__ import annotations

from dataclasses import replace

from firsthand.attribute.quotes import Quotations
from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree

__all__ = ["named_beside"]

_REACH = 25
"""How long a noun phrase beside the cue may be, in tokens."""


def named_beside(tree: Tree, found: Relation, quotes: Quotations) -> Relation:
    """Mend a source that the parser took from inside the quotation: it stands beside the cue."""
    if found.passive or tree.tokens[found.anchor].pos != "VERB":
        return found
    if quotes.holding(found.anchor) is not None:
        return found
    head = found.source_head
    if head is not None:
        around = quotes.holding(head)
        if around is None or not around.utterance:
            return found
    for run in (_run_before(tree, found.anchor, quotes), _run_after(tree, found.anchor, quotes)):
        nouns = [at for at in run if tree.tokens[at].pos in {"NOUN", "PROPN", "PRON"}]
        tops = [at for at in nouns if tree.tokens[at].head not in run]
        if nouns:
            return replace(
                found,
                source=frozenset(run),
                source_head=(tops or nouns)[0],
                content=found.content - frozenset(run),
            )
    return replace(found, source=frozenset(), source_head=None)


def _run_before(tree: Tree, anchor: int, quotes: Quotations) -> list[int]:
    run: list[int] = []
    at = anchor - 1
    while at >= 0 and tree.tokens[at].pos in {"AUX", "ADV", "PART"}:
        at -= 1
    while at >= 0 and len(run) < _REACH and quotes.holding(at) is None:
        if not tree.is_word(at) and tree.word(at) not in {",", "-", "."}:
            break
        if tree.word(at) == "," and _new_phrase(tree, run):
            break
        if tree.word(at) == "." or tree.tokens[at].pos in {"VERB", "SCONJ", "CCONJ"}:
            break
        if tree.tokens[at].entity not in {"DATE", "TIME"}:
            run.append(at)
        at -= 1
    run.reverse()
    while run and not tree.is_word(run[0]):
        run.pop(0)
    return run


def _run_after(tree: Tree, anchor: int, quotes: Quotations) -> list[int]:
    run: list[int] = []
    for at in range(anchor + 1, min(anchor + 1 + _REACH, len(tree.tokens))):
        if not tree.is_word(at) or quotes.holding(at) is not None:
            break
        if tree.tokens[at].pos in {"ADP", "VERB", "SCONJ"} and tree.lower(at) != "of":
            break
        run.append(at)
    return run


def _new_phrase(tree: Tree, run: list[int]) -> bool:
    """Whether the words behind a comma are a noun phrase that the parser tied to an object before it.

    "… hurting 20 people, the harbour office said": the office is no apposition of the people.
    """
    for at in run:
        token = tree.tokens[at]
        if token.head not in run and token.dep in {"appos", "conj"}:
            return tree.tokens[token.head].dep in {"dobj", "pobj", "attr"}
    return False
