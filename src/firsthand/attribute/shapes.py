"""Tell what kind of content a cue has: a clause, a noun phrase, an order, a question."""

from __future__ import annotations

from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree

__all__ = ["VERBAL", "is_aside", "main_verb", "shape_of"]

VERBAL = frozenset({"VERB", "AUX"})
"""Parts of speech that head clauses."""

_ASKING = frozenset(
    {"whether", "if", "who", "what", "when", "where", "why", "how", "which", "whom"}
)
_SUBORDINATE = frozenset(
    {"if", "when", "while", "because", "although", "though", "unless", "since"}
)
_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "’d", "'d"})
_PERHAPS = frozenset({"may", "might", "could"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def main_verb(tree: Tree, content: frozenset[int]) -> int | None:
    """The verb that heads what is said, in its first sentence that has one; None where none does."""
    spare: int | None = None
    for at in sorted(content):
        token = tree.tokens[at]
        if token.pos not in VERBAL or token.dep in {"aux", "auxpass"}:
            continue
        if token.head == at or token.head not in content:
            if not is_aside(tree, at):
                return at
            spare = at if spare is None else spare
    return spare


def is_aside(tree: Tree, verb: int) -> bool:
    """Whether the clause of `verb` only tells when, if or why: "When the rain stops we will leave"."""
    return any(tree.lower(kid) in _SUBORDINATE for kid in tree.kids(verb, "mark", "advmod"))


def _finite(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    if tree.kids(verb, "aux") and any(tree.lower(kid) == "to" for kid in tree.kids(verb, "aux")):
        return False
    if token.tag in _FINITE:
        return True
    if any(tree.tokens[kid].tag in _FINITE for kid in tree.kids(verb, "aux", "auxpass")):
        return True
    return token.tag == "VBN" and tree.subject(verb) is not None


def shape_of(tree: Tree, found: Relation) -> frozenset[str]:
    """What kind of content it is, in the words the table's `when` uses; empty for none."""
    content = found.content
    words = [at for at in sorted(content) if tree.is_word(at)]
    if not words:
        return frozenset()
    shapes: set[str] = set()
    if tree.lower(words[0]) in _ASKING or any(
        tree.word(at) == "?" for at in range(words[-1], min(words[-1] + 2, len(tree.tokens)))
    ):
        shapes.add("question")
    if any(
        tree.lower(at) == "as" and tree.tokens[at].head not in content and at != words[0]
        for at in words
    ):
        shapes.add("noted")
    verb = main_verb(tree, content)
    if verb is None:
        return frozenset(shapes | {"phrase"})
    auxiliaries = {tree.lower(kid) for kid in tree.kids(verb, "aux")}
    if _finite(tree, verb):
        shapes.add("clause")
        if _coming(tree, verb, auxiliaries):
            shapes.add("future")
    elif "to" in auxiliaries:
        before = [
            at for at in words if at < verb and tree.tokens[at].pos in {"NOUN", "PROPN", "PRON"}
        ]
        shapes.add("order" if before else "infinitive")
    else:
        shapes |= {"phrase", "gerund"} if tree.tokens[verb].tag == "VBG" else {"phrase"}
    return frozenset(shapes)


def _coming(tree: Tree, verb: int, auxiliaries: set[str]) -> bool:
    """Whether a clause tells of what is to come: "will leave", "may break out", "is due to leave"."""
    if auxiliaries & _FUTURE:
        return True
    if auxiliaries & _PERHAPS:  # "may be responsible", "may have left" are of now and the past
        return "have" not in auxiliaries and tree.tokens[verb].lemma not in {"be", "have"}
    if tree.lower(verb) in {"going", "due", "expected", "set"}:
        return bool(tree.kids(verb, "xcomp"))
    return any(
        tree.lower(at) in {"likely", "due", "set", "bound", "poised"} and tree.kids(at, "xcomp")
        for at in tree.kids(verb, "acomp", "oprd")
    )
