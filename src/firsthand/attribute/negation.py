"""Find the words that negate a reporting word."""

from __future__ import annotations

from firsthand.attribute.shapes import VERBAL
from firsthand.attribute.tree import Tree

__all__ = ["negations"]

_NEGATIVE = frozenset(
    {"not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely", "barely"}
)
_NOBODY = frozenset({"nobody", "none", "neither", "no-one"})
_MERELY = frozenset({"only", "just", "merely", "simply", "least"})


def negations(tree: Tree, head: int, *, cue: frozenset[int], besides: frozenset[int]) -> list[int]:
    """The words that negate the reporting word `head`.

    Args:
        tree: The parse.
        head: The reporting word.
        cue: The cue's tokens.
        besides: Tokens of the phrase itself, which do not count ("no comment").
    """
    heads = {head}
    above = head
    while tree.tokens[above].dep in {
        "xcomp",
        "pcomp",
        "acomp",
        "dobj",
        "attr",
        "prep",
        "pobj",
        "oprd",
    }:
        above = tree.tokens[above].head
        if above in heads:
            break
        if tree.tokens[above].pos in VERBAL and above not in cue:
            break
        heads.add(above)
    heads |= _joined(tree, above)
    found = set()
    for each in sorted(heads):
        for kid in tree.children[each]:
            word = tree.lower(kid)
            if kid in besides or tree.lower(min(kid + 1, len(tree.tokens) - 1)) in _MERELY:
                continue
            if word in _NEGATIVE and (kid < each or kid in cue or tree.tokens[each].pos == "AUX"):
                found.add(kid)
            if word == "no" and tree.tokens[each].pos == "NOUN":
                found.add(kid)
            if tree.tokens[kid].dep in {"nsubj", "nsubjpass"} and _is_nobody(tree, kid):
                found.add(kid)
    pair = {"neither", "nor"}
    paired = [at for at in sorted(found) if tree.lower(at) in pair]
    return sorted(found - set(paired[1:]))


def _joined(tree: Tree, verb: int) -> set[int]:
    """The verb before "or" or "nor" whose negation is shared: "did not confirm or deny"."""
    token = tree.tokens[verb]
    if token.dep != "conj" or token.head >= verb or tree.tokens[token.head].pos not in VERBAL:
        return set()
    links = [tree.lower(at) for at in range(token.head + 1, verb)]
    shared = {"or", "nor"} & set(links)
    return {token.head} if shared and tree.subject(verb) is None else set()


def _is_nobody(tree: Tree, subject: int) -> bool:
    if tree.lower(subject) in _NOBODY:
        return True
    return any(tree.lower(kid) in {"no", "neither"} for kid in tree.kids(subject, "det", "preconj"))
