"""Find who a reporting verb points to: its subject, wherever the grammar keeps it."""

from __future__ import annotations

from firsthand.attribute.tree import Tree
from firsthand.tables.cues import Cues
from firsthand.tables.media import medium_in

__all__ = ["agent_of", "source_of", "source_words"]

_CLAUSE = frozenset({"VERB", "AUX"})


def agent_of(tree: Tree, verb: int) -> int | None:
    """The head of the "by" phrase of a passive verb; nobody in "reported by radio"."""
    for by in tree.kids(verb, "agent", "prep"):
        if tree.lower(by) == "by":
            for kid in tree.kids(by, "pobj"):
                means = not tree.children[kid] and medium_in(tree.lower(kid)) is not None
                return None if means else kid
    return None


def source_words(tree: Tree, head: int, verb: int) -> frozenset[int]:
    """The noun phrase around `head`, with title and apposition, without adjuncts of time."""
    cut = [verb]
    for child in tree.children[head]:
        token = tree.tokens[child]
        if token.dep == "prep" and child > head:
            objects = tree.kids(child, "pobj")
            if objects and all(tree.tokens[kid].entity in {"DATE", "TIME"} for kid in objects):
                cut.append(child)
        if token.dep in {"npadvmod", "cc", "preconj"} and token.entity in {"DATE", "TIME"}:
            cut.append(child)
        if token.dep == "advmod" and child > head:
            cut.append(child)
    words = tree.subtree(head, without=cut)
    if head < verb:
        words = {word for word in words if word < verb}
    return frozenset(words)


def _governed(tree: Tree, verb: int) -> int | None:
    """The verb of the clause that governs `verb`, through conjunction and participle."""
    for head in tree.ancestors(verb):
        if tree.tokens[head].pos in _CLAUSE:
            return head
    return None


def source_of(
    tree: Tree, verb: int, table: Cues, *, passive: bool
) -> tuple[int | None, frozenset[int], list[int]]:
    """Find the source of `verb`.

    Returns:
        The head of the source's noun phrase, all its tokens, and the verbs between the source and
        `verb` that belong to the cue ("declined to" in "declined to say"). None and empty sets
        when nobody is named.
    """
    if passive:
        agent = agent_of(tree, verb)
        if agent is None:
            return None, frozenset(), []
        return agent, source_words(tree, agent, agent + 10_000), []
    head, chain = _head(tree, verb, table, 0)
    if head is None:
        return None, frozenset(), chain
    return head, source_words(tree, head, verb), chain


def _head(tree: Tree, verb: int, table: Cues, depth: int) -> tuple[int | None, list[int]]:
    if depth > 6:
        return None, []
    for child in tree.kids(verb, "nsubj", "csubj"):
        return child, []
    token = tree.tokens[verb]
    above = token.head
    if above == verb:
        return None, []
    governor = tree.tokens[above]
    if token.dep == "conj":
        passive = bool(tree.kids(above, "nsubjpass"))
        if passive and not tree.kids(above, "nsubj"):
            return tree.kids(above, "nsubjpass")[0], []
        head, chain = _head(tree, above, table, depth + 1)
        return head, chain
    if token.dep == "xcomp" and governor.pos in _CLAUSE:
        head, chain = _head(tree, above, table, depth + 1)
        if tree.kids(above, "dobj"):
            head = tree.kids(above, "dobj")[0]
            return head, []
        lemma = governor.lemma.lower()
        links = lemma in table.raising or any(
            cue.stance.value == "declines" for cue in table.verbs.get(lemma, ())
        )
        return head, ([*chain, above] if links else chain)
    if token.dep == "pcomp":
        over = tree.tokens[above].head
        if tree.lower(above) == "as" and tree.tokens[over].lemma.lower() in {"quote", "cite"}:
            for kid in tree.kids(over, "dobj", "nsubjpass"):
                return kid, []
        clause = _governed(tree, above)
        lemma = tree.tokens[over].lemma.lower()
        links = any(cue.stance.value == "declines" for cue in table.verbs.get(lemma, ()))
        head, chain = _head(tree, clause, table, depth + 1) if clause is not None else (None, [])
        return head, ([*chain, over, above] if links else chain)
    if token.dep in {"acl", "relcl"}:
        commas = verb > 0 and tree.word(verb - 1) in {",", "—", "–"}
        if token.dep == "acl" and token.tag == "VBG" and commas:
            clause = _governed(tree, above)
            if clause is not None:
                head, chain = _head(tree, clause, table, depth + 1)
                if head is not None:
                    return head, []
        return above, []
    if token.dep in {"advcl", "ccomp", "dep", "parataxis"} and token.tag in {"VBG", "VBN", "VB"}:
        clause = above if governor.pos in _CLAUSE else _governed(tree, above)
        if clause is not None:
            if tree.kids(clause, "nsubjpass") and not tree.kids(clause, "nsubj"):
                return tree.kids(clause, "nsubjpass")[0], []
            head, _ = _head(tree, clause, table, depth + 1)
            return head, []
    return None, []
