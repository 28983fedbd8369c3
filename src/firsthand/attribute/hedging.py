"""Find the words that weaken what is said: "may", "likely", "I think"."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.relation import Relation
from firsthand.attribute.shapes import VERBAL, is_aside
from firsthand.attribute.tree import Tree
from firsthand.tables.stances import Weakening, stances

__all__ = ["Weakened", "weakened"]

_SENTENCES = 2
"""How many sentences of a long quotation are read: a hedge far down does not weaken the whole. Read to
the end, one more of the annotated statements is called hedged, wrongly."""

_ABLE = frozenset(
    {"i", "you", "he", "she", "we", "they", "everybody", "everyone", "anybody", "anyone"}
)
"""Of these "could" tells what they were able to do as often as what may be."""

_CAN = frozenset({"can", "ca", "could"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakened:
    """What weakens a statement."""

    why: str
    at: tuple[int, ...]


def weakened(tree: Tree, found: Relation) -> Weakened | None:
    """The first word that weakens what is said; None where nothing does.

    Only the main clauses count: "said the ship that may have carried arms had left" is not hedged.
    """
    table = stances().hedges
    for at in sorted(tree.children[found.anchor]):
        if tree.lower(at) in table.adverbs and at not in found.content:
            return Weakened(why="an adverb weakens the reporting words", at=(at,))
    for head in _main_heads(tree, found.content):
        weak = _hedge(tree, head, found, table)
        if weak is not None:
            return Weakened(why="what is said is put as possible", at=(weak,))
    return None


def _main_heads(tree: Tree, content: frozenset[int]) -> list[int]:
    """The words that head the content's first sentences, those joined to them included."""
    found: list[int] = []
    sentences: list[int] = []
    for at in sorted(content):
        token = tree.tokens[at]
        if tree.sentence_of[at] not in sentences:
            sentences.append(tree.sentence_of[at])
        if len(sentences) > _SENTENCES:
            break
        heads = token.head == at or token.head not in content
        if heads and token.pos in {*VERBAL, "NOUN", "ADJ"} and not is_aside(tree, at):
            found.append(at)
            waiting = [at]
            while waiting:
                joined = [kid for kid in tree.kids(waiting.pop(), "conj") if kid in content]
                found += joined
                waiting += joined
    return found


def _hedge(tree: Tree, head: int, found: Relation, table: Weakening) -> int | None:
    if tree.tokens[head].pos not in VERBAL:
        return _of_phrase(tree, head, found, table)
    subject = tree.subject(head)
    auxiliaries = tree.kids(head, "aux", "auxpass")
    for at in auxiliaries:
        word = tree.lower(at)
        if word in table.modal:
            return at
        able = subject is not None and tree.lower(subject) in _ABLE
        able = able or tree.tokens[head].lemma.lower() in table.ability
        if word in table.could and not able and not _negated(tree, head):
            return at
    for at in tree.kids(head, "advmod", "neg"):
        if tree.lower(at) in table.adverbs:
            return at
    lemma = tree.tokens[head].lemma.lower()
    if lemma in table.seeming and tree.kids(
        head, "xcomp", "oprd", "ccomp", "acomp", "advcl", "prep"
    ):
        return head
    own = subject is not None and (
        tree.lower(subject) in stances().said.speaker
        or (found.source_head is not None and tree.lower(subject) == tree.lower(found.source_head))
    )
    if own and any(tree.lower(at) in _CAN for at in auxiliaries):
        own = False  # "I can't believe that I am here"
    if own and lemma in table.thinking and tree.kids(head, "ccomp", "xcomp", "dobj"):
        return head
    if own and lemma == "have":  # "we have to assume that"
        for at in tree.kids(head, "xcomp"):
            if tree.tokens[at].lemma.lower() in table.thinking:
                return at
    for at in tree.kids(head, "acomp", "attr", "dobj", "oprd", "xcomp"):
        if at not in found.content:
            continue
        word = tree.lower(at)
        if tree.tokens[head].lemma == "be" and word in table.adjectives:
            return at
        if tree.tokens[head].lemma in {"be", "have"} and word in table.nouns and at > head:
            return at
        if word not in table.nouns and tree.tokens[at].dep in {"attr", "dobj"}:
            weak = _of_phrase(tree, at, found, table)
            if weak is not None:
                return weak
    return None


def _of_phrase(tree: Tree, head: int, found: Relation, table: Weakening) -> int | None:
    """Read "its first possible case", "the most likely reason"."""
    for at in tree.kids(head, "amod", "advmod"):
        if tree.lower(at) in table.adjectives and at in found.content:
            return at
    return None


def _negated(tree: Tree, verb: int) -> bool:
    return bool(tree.kids(verb, "neg"))
