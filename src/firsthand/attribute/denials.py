"""Tell by the words of the content that somebody denies: "said the claims were false"."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.attribute.mainclause import Avowal, Clause
from firsthand.domain import Stance

__all__ = ["denials"]


def denials(clause: Clause) -> Iterator[Avowal]:
    """Read "there was no leak", "the claims were false", "it had not sold the ship", "was unaware".

    Yields:
        A denial for each sign of one, in no order of weight.
    """
    tree, verb, said = clause.tree, clause.verb, clause.said

    def denial(why: str, *at: int, hedged: bool = False) -> Avowal:
        return Avowal(stance=Stance.DENIES, why=why, at=tuple(sorted({verb, *at})), hedged=hedged)

    complements = clause.completing("attr", "acomp", "dobj", "oprd")
    for at in complements:
        none = any(tree.lower(kid) in {"no", "any"} for kid in tree.kids(at, "det"))
        bare = clause.lemma_of(at)
        if none and (clause.negated or tree.lower(min(tree.subtree(at))) == "no"):
            there = clause.subject is not None and tree.lower(clause.subject) == "there"
            idle = bare == "reason" and bool(tree.kids(at, "acl", "relcl"))
            if (
                bare in said.nothing
                and not idle
                and (there or (clause.own and clause.lemma == "have"))
            ):
                yield denial("says that there is nothing of it", at)
        if clause.lemma == "be" and not clause.negated and bare in said.false:
            subject = clause.subject
            if subject is not None and clause.lemma_of(subject) in said.reports:
                yield denial("calls the reports false", at)
        if clause.lemma == "be" and clause.negated and bare in said.true:
            subject = clause.subject
            if subject is not None and (clause.own or clause.lemma_of(subject) in said.reports):
                yield denial("says that it is not so", at, *clause.negatives)
    if clause.lemma == "be" and clause.own and not clause.negated:
        for at in range(verb + 1, min(verb + 3, len(tree.tokens))):
            if tree.lower(at) in said.guiltless:
                yield denial("says that they are without guilt or knowledge", at)
    passive = bool(tree.kids(verb, "auxpass"))
    if passive and clause.negated and clause.own and tree.lower(verb) in said.true:
        yield denial("says that it is not so", *clause.negatives)
    if clause.lemma in said.ignorance and clause.negated and clause.own:
        past = clause.auxiliaries & {"did", "had"} or tree.tokens[verb].tag == "VBD"
        if tree.kids(verb, "ccomp") and past:
            yield denial("says that they did not know", *clause.negatives)
    done = bool(clause.auxiliaries & {"did", "had", "has", "have", "was", "were"})
    neither = clause.subject is not None and any(
        tree.lower(kid) == "neither" for kid in tree.children[clause.subject]
    )
    if (clause.own or neither) and clause.lemma in said.deeds and (clause.negated or neither):
        past = done or (neither and tree.tokens[verb].tag == "VBD")
        still = any(tree.lower(kid) == "yet" for kid in tree.children[verb])
        if past and not still:
            yield denial("says that they did not do it", *clause.negatives)
