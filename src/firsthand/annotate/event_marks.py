"""What a word itself says of its event: auxiliaries, negations, adverbs, adjectives."""

from __future__ import annotations

from firsthand.annotate.event_schedule import scheduled
from firsthand.annotate.event_standing import MODALITIES, Standing
from firsthand.annotate.event_tree import Tree
from firsthand.domain import Modality
from firsthand.tables.eventwords import event_words

__all__ = ["mark_condition", "mark_noun", "mark_verb"]

_CLIMB = 8

_SAYING = "reporting"


def mark_noun(tree: Tree, number: int, found: Standing, *, done: bool) -> None:
    """Adjectives and determiners of a noun that names an event: "planned talks", "no agreement".

    What was done is no longer planned ("mounted its long-threatened invasion").
    """
    table = event_words()
    for child in tree.below(number):
        dep, word = tree.tokens[child].dep, tree.lemma(child)
        if dep == "det" and word in table.auxiliaries["nobody"]:
            found.negate(child)
        elif dep == "acl" and scheduled(tree, child) == number:
            found.add(Modality.PLANNED, child)  # "a hearing set for 2 June"
        elif dep in {"amod", "compound"} and not done:
            written = tree.word(child)
            lists = table.governors.get(written, ()) or table.governors.get(word, ())
            for name in ("announced", "threatened", "possible", "attempted"):
                if name in lists:
                    found.add(MODALITIES["planned" if name == "announced" else name], child)
                    break


def mark_verb(tree: Tree, number: int, found: Standing, *, own: bool) -> None:
    """Auxiliaries, negations and adverbs of a verb."""
    table = event_words()
    helpers = tree.helpers(number)
    words = [tree.word(child) for child in helpers]
    perfect = any(tree.lemma(child) == "have" for child in helpers) and len(helpers) > 1
    for child, word in zip(helpers, words, strict=True):
        modality: Modality | None = None
        if word in table.auxiliaries["planned"]:
            modality = Modality.PLANNED
        elif word in table.auxiliaries["possible"]:
            modality = Modality.POSSIBLE
        elif word in table.auxiliaries["demanded"]:
            modality = Modality.HYPOTHETICAL if perfect and word != "must" else Modality.DEMANDED
            if perfect and word == "must":
                modality = Modality.POSSIBLE
        elif word in table.auxiliaries["would"] and tree.tokens[child].tag == "MD":
            if perfect:
                modality = Modality.HYPOTHETICAL
            else:
                modality = Modality.PLANNED if _is_reported(tree, number) else Modality.POSSIBLE
        if modality is not None:
            found.add(modality, child)
            found.by_helper = found.by_helper or own
    for child in tree.below(number):
        dep, word = tree.tokens[child].dep, tree.word(child)
        if number in found.settled and dep in {"neg", "advmod"}:
            continue
        if dep == "neg" or (dep == "advmod" and word in table.auxiliaries["negations"]):
            found.negate(child)
        elif dep in {"nsubj", "nsubjpass", "dobj"}:
            _no_one(tree, child, found, own=own)
        elif dep == "advmod" and "possible" in table.governors.get(word, ()):
            found.add(Modality.POSSIBLE, child)
    before = [tree.word(at) for at in range(max(number - 2, 0), number)]
    if own and before == ["rather", "than"]:
        found.negate(number - 1)


def mark_condition(tree: Tree, number: int, found: Standing) -> None:
    """Note a condition that hangs on the event's own verb."""
    conditional = event_words().auxiliaries["conditional"]
    for child in tree.children(number, "advcl"):
        mark = next(tree.children(child, "mark"), None)
        if mark is not None and tree.word(mark) in conditional:
            found.add(Modality.CONDITIONAL, mark)


def _no_one(tree: Tree, noun: int, found: Standing, *, own: bool) -> None:
    """Note a negative subject or object: "nobody was killed", "no shots were fired"."""
    nobody = event_words().auxiliaries["nobody"]
    if not own and tree.tokens[noun].dep == "dobj":
        return
    if tree.word(noun) in nobody:
        found.negate(noun)
        return
    for child in tree.children(noun, "det"):
        if tree.word(child) in nobody:
            found.negate(child)


def _is_reported(tree: Tree, number: int) -> bool:
    """Whether a verb stands in what somebody is reported to have said."""
    reporting = event_words().roles[_SAYING]
    at = number
    for _ in range(_CLIMB):
        token = tree.tokens[at]
        for child in tree.children(at, "ccomp", "parataxis"):
            if child != number and tree.lemma(child) in reporting:
                return True
        if token.head == at:
            return False
        if token.dep == "ccomp" and tree.tokens[token.head].pos == "VERB":
            return True
        if token.dep == "relcl":
            return False
        at = token.head
    return False
