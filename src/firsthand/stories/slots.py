"""Who does what to whom, where: the words around a head, by its place in the parse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.domain import Reading
from firsthand.text.children import children_of

__all__ = ["CONTENT", "TokenTree", "slots", "token_tree"]

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV"})
_DOERS = frozenset({"nsubj", "poss", "agent"})
_DONE_TO = frozenset({"nsubjpass", "dobj", "obj", "dative", "attr", "oprd"})
_BESIDE = frozenset({"amod", "compound", "nummod", "nmod", "acl", "relcl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WIDE = 40
"""Words of a phrase that are looked at; a longer one names too much to tell who it is about."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TokenTree:
    """A reading with the children of each token."""

    reading: Reading
    kids: Mapping[int, Sequence[int]]

    def below(self, top: int) -> list[int]:
        """`top` and what hangs on it, at most some forty tokens."""
        found: list[int] = []
        waiting = [top]
        while waiting and len(found) < _WIDE:
            found.append(waiting.pop())
            waiting += self.kids.get(found[-1], ())
        return found

    def words(self, places: Iterable[int]) -> frozenset[str]:
        """Lemmas of the content words among `places`."""
        tokens = self.reading.tokens
        return frozenset(
            tokens[at].lemma.lower()
            for at in places
            if tokens[at].pos in CONTENT and len(tokens[at].lemma) > 1
        )


def token_tree(reading: Reading) -> TokenTree:
    """The reading's tokens as a tree."""
    return TokenTree(reading=reading, kids=children_of(reading.tokens))


def slots(tree: TokenTree, head: int, held: frozenset[int]) -> tuple[frozenset[str], ...]:
    """Words of who does it, of whom it is done to, of the rest beside it, and of what it hangs on.

    Voice is turned round: the subject of a passive and the "of" of a noun are what it is done to. A
    noun or a verb without a subject has that of the verb it hangs on.

    Args:
        tree: The reading.
        head: The token that names what happened.
        held: All tokens of the mention; what they say is not told again.
    """
    tokens = tree.reading.tokens
    doers: set[str] = set()
    done_to: set[str] = set()
    beside: set[str] = set()
    above: set[str] = set()
    for kid in tree.kids.get(head, ()):
        if kid in held:
            continue
        part = tree.below(kid)
        words = tree.words(part)
        relation = tokens[kid].dep
        if relation in _DOERS | _DONE_TO:
            words |= {tokens[at].lemma.lower() for at in part if tokens[at].pos == "PRON"}
            (doers if relation in _DOERS else done_to).update(words)
        elif relation == "prep":
            of = tokens[kid].lemma.lower() == "of"
            (done_to if of else beside).update(words - {tokens[kid].lemma.lower()})
        elif relation in _BESIDE:
            beside.update(words)
        elif relation in {"xcomp", "ccomp", "advcl"}:
            above.add(tokens[kid].lemma.lower())
    up = tokens[head].head
    if up != head:
        above.add(tokens[up].lemma.lower())
        relation = tokens[head].dep
        if relation in {"acl", "relcl", "amod"}:
            done_to |= tree.words([up, *(at for at in tree.kids.get(up, ()) if at not in held)])
        if (relation in {"conj", "xcomp", "advcl"} and not doers) or relation in {
            "dobj",
            "nsubjpass",
        }:
            doers |= _subject(tree, up, head)
        elif relation == "pobj":
            doers |= _subject(tree, tokens[up].head, head)
    return frozenset(doers), frozenset(done_to), frozenset(beside), frozenset(above)


def _subject(tree: TokenTree, verb: int, but: int) -> frozenset[str]:
    """Content words of the subject of `verb`, unless that is `but`."""
    tokens = tree.reading.tokens
    return frozenset().union(
        *(
            tree.words(tree.below(kid))
            for kid in tree.kids.get(verb, ())
            if kid != but and tokens[kid].dep in _SUBJECTS
        )
    )
