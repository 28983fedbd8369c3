"""Read noun phrases: their name without determiner and adjuncts, their joint heads, their owner."""

from __future__ import annotations

from firsthand.attribute.names import Name, Names
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind
from firsthand.tables.capacities import capacities

__all__ = ["coordinated", "is_owned", "owner_of", "phrase"]

_OWNERS = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION})


def phrase(tree: Tree, names: Names, words: frozenset[int], head: int) -> str:
    """The noun phrase as a name: determiner, apposition and relative clause cut off.

    Args:
        tree: The article.
        names: Its names: an acronym that it explains is spelt out.
        words: Tokens to keep to.
        head: Head of the phrase.
    """
    cut = [
        kid
        for kid in tree.children[head]
        if tree.tokens[kid].dep in {"relcl", "appos", "punct", "advcl", "conj", "cc"}
    ]
    kept = sorted(tree.subtree(head, without=cut) & words)
    commas = [at for at in kept if at > head and tree.word(at) == ","]
    if commas:
        kept = [at for at in kept if at < commas[0]]
    while kept and tree.lower(kept[0]) in capacities().drop:
        kept = kept[1:]
    if not kept:
        return tree.word(head)
    text = tree.text[tree.tokens[kept[0]].start : tree.tokens[kept[-1]].end]
    return names.spelt_out(" ".join(text.split()).split(" (", 1)[0])


def coordinated(tree: Tree, head: int, words: frozenset[int]) -> list[int]:
    """Heads that are joined to `head` by "and" inside `words`, ascending; `head` is not among them."""
    found = []
    waiting = [head]
    while waiting:
        at = waiting.pop()
        for kid in tree.kids(at, "conj"):
            if kid in words and tree.word(kid - 1) != "-":
                found.append(kid)
                waiting.append(kid)
    return sorted(found)


_READING = frozenset({"obtain", "see", "review", "view", "examine", "read", "acquire"})
"""What is done to a paper by one whose it is not ("a memo seen by the Gazette")."""


def owner_of(tree: Tree, names: Names, head: int) -> Name | None:
    """The name in the possessive or the "of", "by" or "from" phrase of a noun."""
    for kid in tree.kids(head, "poss", "compound", "nmod"):
        name = names.at(kid)
        if name is not None and name.kind in _OWNERS:
            return name
    done = [
        agent
        for verb in tree.kids(head, "acl")
        if tree.tokens[verb].lemma.lower() not in _READING
        for agent in tree.kids(verb, "agent")
    ]
    for prep in [*tree.kids(head, "prep"), *done]:
        if tree.lower(prep) in {"of", "by", "from", "for"}:
            for kid in tree.kids(prep, "pobj"):
                name = names.at(kid)
                if name is not None and name.kind in _OWNERS:
                    return name
    return None


def is_owned(tree: Tree, head: int) -> bool:
    """Whether the phrase says itself whose it is ("the spokesman for the mayor")."""
    if tree.kids(head, "poss", "compound", "appos"):
        return True
    if any(tree.tokens[kid].entity for kid in tree.kids(head, "amod", "nmod")):
        return True
    return any(
        tree.lower(kid) in {"of", "for", "from", "at", "in", "with"}
        for kid in tree.kids(head, "prep")
    )
