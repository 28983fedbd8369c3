"""Find attributions that a verb carries."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.attribute.complements import (
    Complement,
    active_complement,
    aside_of,
    clauses_of,
    passive_complement,
)
from firsthand.attribute.relation import Relation
from firsthand.attribute.sources import agent_of, source_of, source_words
from firsthand.attribute.tree import Tree
from firsthand.tables.cues import Cue, Cues

__all__ = ["QUOTING", "is_hypothetical", "is_passive", "negation_of", "of_verbs", "quoted_as"]

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_HYPOTHETICAL = frozenset({"if", "unless", "whether"})
_OWN_WORDS = frozenset({"add", "cite"})
QUOTING = frozenset({"quote", "cite"})
"""Verbs by which one who hands words on names whose they are."""


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether `verb` is in the passive voice, a bare participle behind a noun included."""
    if tree.kids(verb, "auxpass", "nsubjpass", "csubjpass"):
        return True
    token = tree.tokens[verb]
    if token.tag not in {"VBN", "VBD"} or tree.kids(verb, "aux", "nsubj"):
        return False
    if token.dep == "conj" and token.head < verb and token.tag == "VBN":
        return is_passive(tree, token.head)
    if token.dep in {"acl", "advcl"}:
        if token.tag == "VBN" and clauses_of(tree, verb) and agent_of(tree, verb) is None:
            # "the master reported by radio that …": no participle, whatever the parser says
            return bool(tree.kids(verb, "auxpass")) or not _by_means(tree, verb)
        return token.tag == "VBN" or agent_of(tree, verb) is not None
    return False


def _by_means(tree: Tree, verb: int) -> bool:
    return any(tree.lower(kid) == "by" for kid in tree.kids(verb, "agent", "prep"))


def negation_of(tree: Tree, verb: int) -> list[int]:
    """The negation of `verb` with its auxiliaries; empty when it is not negated."""
    found = [child for child in tree.children[verb] if tree.lower(child) in _NEGATIONS]
    if found:
        found += [child for child in tree.kids(verb, "aux", "auxpass") if child < verb]
    token = tree.tokens[verb]
    if token.dep == "conj" and token.head < verb:
        # "neither confirmed nor denied": the negation hangs on the first verb
        before = [child for child in tree.children[token.head] if child < verb]
        pair = [child for child in before if tree.lower(child) in {"neither", "nor"}]
        if any(tree.lower(child) == "neither" for child in pair):
            found += [*pair, token.head]
    return sorted(set(found))


def _candidates(tree: Tree, table: Cues) -> Iterator[tuple[int, tuple[Cue, ...]]]:
    for verb, token in enumerate(tree.tokens):
        readings = table.verbs.get(token.lemma.lower())
        if readings is not None and token.pos == "VERB" and token.dep not in {"amod", "compound"}:
            yield verb, readings


def _strays(tree: Tree, table: Cues) -> dict[int, int]:
    """Cues that the parser joined to what is said, though they go on with who says it.

    "He argued that buoys would hardly help and underlined the lack of pilots": *underlined* is
    inflected as *argued* is, not as *help* is, and has no subject of its own.
    """
    found = {}
    for verb, _ in _candidates(tree, table):
        for clause in clauses_of(tree, verb):
            if clause < verb:
                continue
            for child in tree.kids(clause, "conj"):
                token = tree.tokens[child]
                if (
                    token.tag == tree.tokens[verb].tag != tree.tokens[clause].tag
                    and token.lemma.lower() in table.verbs
                    and tree.subject(child) is None
                    and not tree.kids(child, "mark", "aux")
                ):
                    found[child] = verb
    return found


def _participles(tree: Tree, table: Cues) -> dict[int, int]:
    """Participles behind a comma that go on with who speaks, not with what is said.

    "She said rains had swollen the river, citing gauges upstream": rains cite nothing. Where the
    clause they hang on has a person for subject, only "adding" and "citing" are taken so.
    """
    found: dict[int, int] = {}
    for verb, _ in _candidates(tree, table):
        for clause in [*clauses_of(tree, verb), *tree.kids(verb, "xcomp")]:
            if clause < verb:
                continue
            for at in sorted(tree.subtree(clause)):
                token = tree.tokens[at]
                if token.tag != "VBG" or token.dep not in {"advcl", "acl"} or at == 0:
                    continue
                lemma = token.lemma.lower()
                if (
                    lemma not in table.verbs
                    or tree.word(at - 1) != ","
                    or tree.subject(at) is not None
                ):
                    continue
                above = tree.tokens[at].head
                subject = tree.subject(above)
                lively = subject is not None and (
                    tree.tokens[subject].entity in {"PERSON", "ORG", "NORP", "GPE"}
                )
                if lemma in _OWN_WORDS or (token.dep == "advcl" and not lively):
                    found.setdefault(at, verb)
    return found


def is_hypothetical(tree: Tree, verb: int) -> bool:
    """Whether a clause only supposes: "if he says", "unless they report"."""
    return any(tree.lower(kid) in _HYPOTHETICAL for kid in tree.kids(verb, "mark"))


def _only_meant(tree: Tree, verb: int, chain: list[int]) -> bool:
    """Whether nothing was uttered: "a reason to believe", "if he says", "he wanted to tell"."""
    token = tree.tokens[verb]
    if is_hypothetical(tree, verb):
        return True
    to = any(tree.lower(kid) == "to" for kid in tree.kids(verb, "aux"))
    return to and not chain and token.dep in {"acl", "advcl", "xcomp", "relcl", "pcomp"}


def quoted_as(tree: Tree, verb: int) -> int | None:
    """The verb of quoting above "as saying"."""
    token = tree.tokens[verb]
    if token.dep not in {"pcomp", "advcl"}:
        return None
    for above in list(tree.ancestors(verb))[:2]:
        if tree.tokens[above].lemma.lower() in QUOTING and tree.tokens[above].pos == "VERB":
            return above
    return None


def of_verbs(tree: Tree, table: Cues) -> Iterator[Relation]:
    """Give each reporting verb with what it introduces, or open where that is not in the parse."""
    strays = {**_participles(tree, table), **_strays(tree, table)}
    for verb, readings in _candidates(tree, table):
        passive = is_passive(tree, verb)
        head, source, chain = source_of(tree, strays.get(verb, verb), table, passive=passive)
        negation = [each for link in (verb, *chain) for each in negation_of(tree, link)]
        quoting = quoted_as(tree, verb)
        if quoting is None and _only_meant(tree, verb, chain):
            continue
        if quoting is not None:
            head, source, passive = _quoted(tree, quoting, head, source)
        chosen, complement = _read(tree, verb, readings, passive=passive)
        content: set[int] = set()
        if complement is not None:
            content = set(complement.content)
        elif quoting is not None:
            for clause in clauses_of(tree, quoting):
                content |= tree.subtree(clause, without=[verb])
        for stray, owner in strays.items():
            if owner == verb:
                content -= _from_conjunction(tree, stray)
        if verb in content:
            content -= tree.subtree(verb)
        if tree.tokens[verb].lemma.lower() in QUOTING:
            content |= _whom_quoted(tree, verb, source)
        yield Relation(
            anchor=verb,
            cue=frozenset(
                {verb, *negation, *chain, *(complement.cue if complement is not None else ())}
            ),
            source=source,
            source_head=head,
            content=frozenset(content - source),
            reading=chosen,
            negated=bool(negation),
            passive=passive,
            aside=complement is not None and complement.aside,
            rule=complement.rule
            if complement is not None
            else ("words that somebody is quoted with" if quoting is not None else ""),
        )


def _read(
    tree: Tree, verb: int, readings: tuple[Cue, ...], *, passive: bool
) -> tuple[Cue, Complement | None]:
    for cue in readings:
        fitting = (passive_complement if passive else active_complement)(tree, verb, cue)
        if fitting is None and "clause" in cue.takes:
            fitting = aside_of(tree, verb)
        if fitting is not None and fitting.content:
            return cue, fitting
    return next((cue for cue in readings if "quote" in cue.takes), readings[0]), None


def _quoted(
    tree: Tree, quoting: int, head: int | None, source: frozenset[int]
) -> tuple[int | None, frozenset[int], bool]:
    for kid in tree.kids(quoting, "dobj", "nsubjpass"):
        return kid, source_words(tree, kid, len(tree.tokens)), False
    return head, source, False


def _whom_quoted(tree: Tree, verb: int, source: frozenset[int]) -> set[int]:
    """The rest of a quoting clause: whom an outlet quotes, and "as saying"."""
    words: set[int] = set()
    for kid in tree.kids(verb, "prep"):
        if tree.lower(kid) == "as":
            words |= tree.subtree(kid)
            for person in tree.kids(verb, "dobj", "nsubjpass"):
                words |= tree.subtree(person)
    return words - source


def _from_conjunction(tree: Tree, stray: int) -> set[int]:
    words = tree.subtree(stray)
    before = min(words) - 1
    if before >= 0 and tree.lower(before) in {"and", "but"}:
        words.add(before)
    return words
