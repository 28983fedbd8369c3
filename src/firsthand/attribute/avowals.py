"""Tell by the main clause of what is said what its speaker does: "said it had no plans to leave"."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.attribute.cuewords import matches
from firsthand.attribute.denials import denials
from firsthand.attribute.mainclause import Avowal, Clause, clause_of
from firsthand.attribute.relation import Relation
from firsthand.attribute.shapes import shape_of
from firsthand.attribute.tree import Tree
from firsthand.domain import Stance
from firsthand.tables.stances import StanceCue

__all__ = ["avowed", "confirmed"]

_FIRST = frozenset({"i", "we"})
_CAN = frozenset({"will", "would", "can", "could", "ca", "wo", "'ll", "’ll"})
_PERHAPS = frozenset({"could", "may", "might", "can"})
_COMING = frozenset({"will", "would", "'ll", "’ll", "wo"})
_LONGEST_LABELLED = 30
"""Tokens of content up to which a label in marks is its point."""

_OPENING = frozenset("\"“‘„«'")
_BEARING = frozenset({"be", "make", "feel", "take", "accept"})
_HELD_BACK = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ACKNOWLEDGES})
_TAKEN = frozenset(
    {Stance.CONFIRMS, Stance.ACKNOWLEDGES, Stance.DEMANDS, Stance.EXPECTS, Stance.WARNS}
)


def confirmed(tree: Tree, found: Relation) -> Avowal | None:
    """A noun phrase that is itself of something confirmed: "announced two confirmed cases"."""
    for at in sorted(found.content):
        token = tree.tokens[at]
        if token.pos == "VERB" and token.dep != "amod" and token.tag != "VBN":
            return None
        if token.head in found.content or token.pos != "NOUN":
            continue
        for kid in tree.kids(at, "amod"):
            if tree.lower(kid) == "confirmed":
                return Avowal(
                    stance=Stance.CONFIRMS, why="speaks of what is confirmed", at=(kid, at)
                )
        return None
    return None


def avowed(tree: Tree, found: Relation) -> Avowal | None:
    """What the main clause of the content does; None where it merely asserts.

    Only the first sentence of what is said is read, and only its main clause.
    """
    clause = clause_of(tree, found)
    if clause is None:
        return None
    return next((one for rule in _RULES for one in rule(clause)), None)


def _duties(clause: Clause) -> Iterator[Avowal]:
    """Read "must", "should", "needs to", "it is time to"."""
    tree, verb = clause.tree, clause.verb
    if "question" in shape_of(tree, clause.found):
        return
    subject = tree.lower(clause.subject) if clause.subject is not None else ""
    for kid in tree.kids(verb, "aux"):
        promised = subject in _FIRST and tree.lower(kid) == "shall"
        if tree.lower(kid) in clause.said.duty and subject != "i" and not promised:  # "I must say"
            yield Avowal(stance=Stance.DEMANDS, why="says what should be done", at=(kid, verb))
    needed = clause.lemma == "need" and not clause.negated
    if needed and (tree.kids(verb, "xcomp", "dobj", "nsubjpass")):
        yield Avowal(stance=Stance.DEMANDS, why="says what is needed", at=(verb,))
    if clause.lemma == "have" and clause.completing("xcomp") and not clause.auxiliaries:
        others = clause.subject is not None and tree.lower(clause.subject) not in _FIRST
        bare = not clause.completing("dobj")
        if tree.lower(verb) in {"has", "have"} and bare and others and not clause.negated:
            yield Avowal(stance=Stance.DEMANDS, why="says what has to be done", at=(verb,))
    if clause.lemma == "be":
        for at in clause.completing("acomp", "attr"):
            time = clause.lemma_of(at) == "time"
            if time and (tree.kids(at, "det", "amod", "nummod") or not _dummy(clause)):
                continue
            if clause.lemma_of(at) in clause.said.pressing and not clause.negated:
                yield Avowal(stance=Stance.DEMANDS, why="says what is pressing", at=(verb, at))
    token = tree.tokens[verb]
    bare = token.tag == "VB" and clause.subject is None and not clause.auxiliaries - {"do"}
    if bare and clause.direct and clause.lemma not in clause.said.no_orders:
        yield Avowal(stance=Stance.DEMANDS, why="orders it", at=(verb,))


def _dummy(clause: Clause) -> bool:
    return clause.subject is not None and clause.tree.lower(clause.subject) == "it"


def _silences(clause: Clause) -> Iterator[Avowal]:
    """Read "would not comment", "could not confirm", "declined to say"."""
    tree, verb = clause.tree, clause.verb
    if not clause.own:
        return
    for one in matches(tree, {verb}, shape=frozenset()):
        row = one.cue
        if row.turns:
            spoken = [
                each
                for kid in tree.kids(verb, "xcomp")
                for each in matches(tree, {kid}, shape=frozenset())
                if each.cue.stance in _HELD_BACK
            ]
            if spoken and clause.lemma in {"decline", "refuse"} and not clause.negated:
                yield Avowal(stance=Stance.DECLINES, why="says that they refuse to say", at=(verb,))
        elif clause.negated and clause.lemma in clause.said.telling and clause.auxiliaries & _CAN:
            at = tuple(sorted({verb, *clause.negatives}))
            yield Avowal(stance=Stance.DECLINES, why="says that they will not say", at=at)


def _admissions(clause: Clause) -> Iterator[Avowal]:
    """Read "it had failed to", "we made mistakes", "I was wrong"."""
    verb, said = clause.verb, clause.said
    if not clause.own or clause.negated or clause.auxiliaries & (_COMING | _PERHAPS):
        return
    if clause.lemma in said.failing and (clause.completing("xcomp", "dobj", "ccomp", "prep")):
        yield Avowal(stance=Stance.ACKNOWLEDGES, why="says that they failed", at=(verb,))
    for at in clause.completing("acomp", "attr", "dobj"):
        if clause.lemma_of(at) in said.sorry and clause.lemma in _BEARING:
            yield Avowal(
                stance=Stance.ACKNOWLEDGES, why="says that it was their fault", at=(verb, at)
            )


def _avowals(clause: Clause) -> Iterator[Avowal]:
    """Read "we hope", "it was urging", "I can confirm", "they fear": the speaker's own reporting verb."""
    tree, verb = clause.tree, clause.verb
    heads = [verb]
    if clause.lemma in {"be", "feel", "remain", "stand"}:
        heads = clause.completing("acomp", "oprd")
    if not clause.own or not heads:
        return
    inner = Relation(
        anchor=heads[0],
        cue=frozenset(heads),
        source=frozenset(),
        source_head=None,
        content=frozenset(
            at for at in tree.subtree(heads[0]) if at in clause.found.content and at > heads[0]
        ),
        reading=clause.found.reading,
    )
    shape = shape_of(tree, inner)
    for one in matches(tree, heads, shape=shape):
        row = one.cue
        if row.stance not in _TAKEN or row.turns or row.light or not set(heads) & set(one.at):
            continue
        if clause.negated and row.negated is not row.stance:
            continue
        if row.stance is Stance.CONFIRMS and tree.kids(verb, "neg"):
            continue
        if row.stance is Stance.DEMANDS and not _urging(clause):
            continue
        if row.stance is Stance.EXPECTS and not _looking_ahead(clause, row):
            continue
        if row.stance is Stance.ACKNOWLEDGES and row.when is not None:
            continue
        at = tuple(sorted({*one.at, verb}))
        if row.stance is Stance.EXPECTS and row.hedged and row.words[0] in clause.said.fears:
            if "clause" in shape:
                yield Avowal(stance=Stance.WARNS, why="tells of a fear", at=at, hedged=True)
            continue
        yield Avowal(stance=row.stance, why="says so of themselves", at=at, hedged=row.hedged)


def _urging(clause: Clause) -> bool:
    token = clause.tree.tokens[clause.verb]
    now = token.tag in {"VBP", "VBZ", "VBG"}
    if clause.subject is not None and clause.tree.lower(clause.subject) in _FIRST:
        now = now or "would" in clause.auxiliaries  # "we would urge everybody to"
    return now and clause.lemma in clause.said.urging


def _looking_ahead(clause: Clause, row: StanceCue) -> bool:
    stative = clause.lemma in {"be", "feel", "remain"} and row.pos == "ADJ"
    return row.hedged or row.words[0] in clause.said.hopes or stative


def _dangers(clause: Clause) -> Iterator[Avowal]:
    """Read "could cause panic", "poses a threat", "would attack if"."""
    tree, verb, said = clause.tree, clause.verb, clause.said
    if clause.negated:
        return
    below = {clause.lemma_of(at) for at in _predicate(clause)}
    perhaps = bool(clause.auxiliaries & _PERHAPS) and not clause.auxiliaries & {"have"}
    perhaps = perhaps and tree.tokens[verb].tag != "VBG"
    if perhaps and below & said.harm:
        yield Avowal(stance=Stance.WARNS, why="says what harm may come", at=(verb,), hedged=True)
    condition = any(
        tree.lower(mark) in {"if", "unless"}
        for kid in tree.kids(verb, "advcl")
        for mark in tree.kids(kid, "mark")
    )
    if condition and clause.auxiliaries & _COMING and below & said.harm:
        yield Avowal(stance=Stance.WARNS, why="says what harm will come unless", at=(verb,))
    if clause.lemma in {"be", "pose"} and not clause.auxiliaries & _PERHAPS:
        past = clause.lemma == "pose" and tree.tokens[verb].tag == "VBD"
        for at in clause.completing("attr", "dobj"):
            none = any(tree.lower(kid) == "no" for kid in tree.kids(at, "det"))
            if clause.lemma_of(at) in said.peril and not past and not none:
                yield Avowal(stance=Stance.WARNS, why="speaks of a danger", at=(verb, at))


def _predicate(clause: Clause) -> list[int]:
    """The verb and what completes it, without its subject and its side clauses."""
    tree, verb = clause.tree, clause.verb
    cut = tree.kids(verb, "nsubj", "nsubjpass", "csubj", "expl", "mark", "advcl", "ccomp")
    words = tree.subtree(verb, without=cut)
    return sorted(
        at
        for at in words
        if at in clause.found.content
        and (
            at == verb or tree.tokens[at].dep in {"dobj", "attr", "acomp", "conj", "xcomp", "pobj"}
        )
    )


def _labels(clause: Clause) -> Iterator[Avowal]:
    """Read "the plan is 'extremely disappointing'": a label in the speaker's own words."""
    tree, verb, content = clause.tree, clause.verb, clause.found.content
    if clause.lemma != "be" or clause.negated or len(content) > _LONGEST_LABELLED:
        return
    first = verb + 1
    if first + 2 not in content or tree.word(first) not in _OPENING or first not in content:
        return
    if not any(at > first for at in clause.completing("acomp", "attr", "oprd")):
        return
    closed = tree.word(first + 2)[0] in "\"”’»'"
    there = clause.subject is not None and tree.lower(clause.subject) == "there"
    if not closed and not there and tree.word(min(content)) not in _OPENING:
        yield Avowal(stance=Stance.DESCRIBES, why="gives it a label in quotation marks", at=(verb,))


_RULES = (_silences, _duties, denials, _admissions, _avowals, _dangers, _labels)
"""In the order of how much they tell; the first that fits decides."""
