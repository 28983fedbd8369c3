"""Find the words that say in what office somebody stands: before the name, behind it, around it."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.attribute.tree import Tree
from firsthand.tables.capacities import capacities

__all__ = ["is_office", "speaking_words", "title_tokens", "titled"]

_REACH = 14
"""Most tokens in a title that the parse did not join to its name."""

_NOUNS = frozenset({"NOUN", "PROPN"})


def speaking_words() -> frozenset[str]:
    """Lemmas of those who speak for somebody."""
    table = capacities()
    return (
        table.body
        | table.state
        | table.unnamed
        | table.agent
        | table.documents
        | {"analyst", "researcher", "scientist", "authority", "assistant", "member", "strategist"}
    )


def is_office(tree: Tree, token: int) -> bool:
    """Whether a token is an office or a calling that stands beside names."""
    table = capacities()
    words = {tree.tokens[token].lemma.lower(), tree.lower(token)}
    if tree.word(token) == "Executive" and (token == 0 or tree.lower(token - 1) != "chief"):
        return False  # a body ("the Northern Executive")
    if tree.word(token) == "Staff":
        return False  # a body ("the General Staff")
    return bool(words & (table.body | table.state | table.agent | table.own)) and (
        tree.tokens[token].pos in _NOUNS
    )


def title_tokens(tree: Tree, head: int) -> list[int]:
    """Tokens of the noun phrase around a name: title before it, apposition, phrases behind it.

    Where the parse does not join them, "the mayor of Mellin, Ada Okoye" and "Ada Okoye, the mayor
    of Mellin" are joined by their comma.

    Args:
        tree: The article.
        head: Last token of the name.

    Returns:
        Token indices, ascending, the name's own among them.
    """
    top = head
    while tree.tokens[top].dep in {"compound", "appos", "flat", "nmod"} and (
        tree.tokens[tree.tokens[top].head].pos in _NOUNS
    ):
        top = tree.tokens[top].head
    top = _holder(tree, head, top)
    cut = tree.kids(top, "relcl", "conj", "cc", "advcl", "acl")
    found = tree.subtree(top, without=cut)
    found |= _in_front(tree, head) | _behind(tree, head) | _is(tree, head)
    return sorted(found)


def _holder(tree: Tree, head: int, top: int) -> int:
    """The office whose "of" phrase the parse hung an apposition to ("the mayor of Mellin, Ada Okoye")."""
    if tree.tokens[head].dep != "appos" or tree.tokens[top].dep != "pobj":
        return top
    preposition = tree.tokens[top].head
    noun = tree.tokens[preposition].head
    return noun if noun < preposition and is_office(tree, noun) else top


def _start(tree: Tree, head: int) -> int:
    first = head
    while first > 0 and tree.tokens[first - 1].pos == "PROPN":
        first -= 1
    return first


def _in_front(tree: Tree, head: int) -> set[int]:
    """A title before a comma before the name: "Malaysia's Prime Minister, Ada Okoye"."""
    comma = _start(tree, head) - 1
    if comma < 1 or tree.word(comma) != ",":
        return set()
    for office in range(comma - 1, max(-1, comma - _REACH), -1):
        token = tree.tokens[office]
        if token.pos in {"VERB", "AUX", "PUNCT"} and tree.word(office) not in {"'s", "’s", "-"}:
            return set()
        if is_office(tree, office):
            held = {at for at in tree.subtree(office) if at < comma}
            reaches = office == comma - 1 or comma - 1 in held
            return held if reaches and tree.sentence_of[office] == tree.sentence_of[head] else set()
    return set()


def _behind(tree: Tree, head: int) -> set[int]:
    """A title behind a comma behind the name: "Ada Okoye, the mayor of Mellin said"."""
    comma = head + 1
    if comma >= len(tree.tokens) or tree.word(comma) != "," or tree.kids(head, "appos"):
        return set()
    if comma + 1 >= len(tree.tokens) or tree.sentence_of[comma + 1] != tree.sentence_of[head]:
        return set()
    if tree.tokens[comma + 1].tag not in {"DT", "NN", "NNP", "JJ"}:
        return set()
    for office in range(comma + 1, min(len(tree.tokens), comma + 8)):
        if tree.tokens[office].pos in {"VERB", "AUX", "PUNCT", "CCONJ", "ADP"}:
            return set()
        if is_office(tree, office) and tree.tokens[office].dep not in {"compound", "poss"}:
            cut = tree.kids(office, "relcl", "conj", "cc", "advcl", "acl", "appos")
            return {at for at in tree.subtree(office, without=cut) if at > comma}
    return set()


def _is(tree: Tree, head: int) -> set[int]:
    """What a clause says somebody is: "Ada Okoye is the mayor of Mellin"."""
    token = tree.tokens[head]
    verb = token.head
    if token.dep != "nsubj" or tree.lower(verb) not in {"is", "'s"}:
        return set()
    for kid in tree.kids(verb, "attr"):
        if is_office(tree, kid):
            return tree.subtree(kid, without=tree.kids(kid, "relcl", "conj", "cc", "advcl"))
    return set()


def titled(tree: Tree, title: Iterable[int], lemma: str) -> bool:
    """Whether the words of `title` hold the title `lemma`, or one that stands for it."""
    words = {
        form.strip(".") for at in title for form in (tree.tokens[at].lemma.lower(), tree.lower(at))
    }
    same = capacities().same
    return lemma in words or any(
        f"{word}={lemma}" in same or f"{lemma}={word}" in same for word in words
    )
