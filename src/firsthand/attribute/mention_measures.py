"""Measure how well each candidate fits a reference: distance, role, who spoke, office, kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.attribute.candidates import Candidate, Reference, Sort
from firsthand.attribute.quotes import Quoted
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.titles import is_office, title_tokens, titled
from firsthand.attribute.tree import Tree
from firsthand.domain import SpeakerKind

__all__ = ["FEATURES", "NONE_FEATURES", "Measures"]

FEATURES = (
    "same sentence", "one sentence back", "two sentences back", "three or four back",
    "five to ten back", "same paragraph", "paragraph before", "subject", "subject of the sentence before",
    "object", "possessor", "in a prepositional phrase", "apposed", "spoke last", "spoke last but one",
    "spoke before", "spoke within two sentences", "nearest", "second nearest", "third nearest",
    "mentions", "most mentioned", "in the first sentence", "known pronoun", "inside quotation marks",
    "without a name", "joint or plural", "behind the reference", "in this office", "in some office",
    "of this kind of body", "not of this kind of body", "word in its name", "outlet", "place",
    "subject and spoke last", "only candidate", "named in full just before",
)  # fmt: skip
"""What each column says of a candidate; the shipped weights are for these, in this order."""

NONE_FEATURES = (
    "bias", "no candidate within two sentences", "candidates", "nobody spoke before",
    "unnamed spoke last",
)  # fmt: skip
"""What the columns say for "none of them"."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Measures:
    """Measures in one article; `kind` says whether a name can be of the kind a noun tells of."""

    def __init__(
        self,
        tree: Tree,
        marks: Sequence[Quoted],
        kind: Callable[[Candidate, str], bool | None],
    ) -> None:
        """Make ready for an article."""
        self._tree = tree
        self._kind = kind
        self._quoted = frozenset(at for one in marks for at in range(one.first, one.last))

    def of(
        self,
        reference: Reference,
        candidates: Sequence[Candidate],
        latest: Sequence[tuple[int, Speaker]],
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """One row for each candidate, and one for "none of them".

        Args:
            reference: The words that refer.
            candidates: Nearest first.
            latest: Who spoke so far, with their cues, in text order.

        Returns:
            Shapes (candidates, `FEATURES`) and (`NONE_FEATURES`,).
        """
        spoken = [(at, one) for at, one in latest if at < reference.head]
        rows = np.zeros((len(candidates), len(FEATURES)))
        most = max((len(one.heads) for one in candidates), default=0)
        for number, one in enumerate(candidates):
            true = self._row(reference, one, spoken)
            true |= (
                {("nearest", "second nearest", "third nearest")[number]} if number < 3 else set()
            )
            if len(one.heads) == most and most > 1:
                true.add("most mentioned")
            if len(candidates) == 1:
                true.add("only candidate")
            for name in true:
                rows[number, FEATURES.index(name)] = 1.0
            rows[number, FEATURES.index("mentions")] = np.log1p(len(one.heads))
        here = self._tree.sentence_of[reference.head]
        near = any(here - self._tree.sentence_of[one.last] <= 2 for one in candidates)
        unnamed = bool(spoken) and spoken[-1][1].kind is SpeakerKind.ANONYMOUS
        none = np.array(
            [1.0, not near, np.log1p(len(candidates)), not spoken, unnamed], dtype=float
        )
        return rows, none

    def _row(
        self, reference: Reference, one: Candidate, spoken: Sequence[tuple[int, Speaker]]
    ) -> set[str]:
        tree, head = self._tree, one.heads[-1]
        true = self._distance(reference, one.last)
        if one.last == head:
            true |= self._role(reference, head)
        else:
            true.add("subject")  # of its own cue
            if tree.sentence_of[reference.head] - tree.sentence_of[one.last] == 1:
                true.add("subject of the sentence before")
        names = [speaker.name for _, speaker in spoken if speaker.name is not None]
        if one.name in names:
            true.add("spoke before")
            if names[-1] == one.name:
                true.add("spoke last")
                true |= {"subject and spoke last"} if "subject" in true else set()
            elif names[-2:-1] == [one.name]:
                true.add("spoke last but one")
            at = next(at for at, speaker in reversed(spoken) if speaker.name == one.name)
            if tree.sentence_of[reference.head] - tree.sentence_of[at] <= 2:
                true.add("spoke within two sentences")
        if tree.sentence_of[one.heads[0]] == 0:
            true.add("in the first sentence")
        if reference.pronoun is not None and one.pronoun == reference.pronoun:
            true.add("known pronoun")
        if one.named is None:
            true.add("without a name")
        elif (
            " " in one.named.written
            and tree.sentence_of[reference.head] - tree.sentence_of[head] <= 1
        ):
            true.add("named in full just before")
        if one.kind is SpeakerKind.GROUP:
            true.add("joint or plural")
        if one.kind is SpeakerKind.OUTLET:
            true.add("outlet")
        if one.named is not None and one.named.kind.value == "place":
            true.add("place")
        return true | self._fit(reference, one)

    def _distance(self, reference: Reference, head: int) -> set[str]:
        tree = self._tree
        if head > reference.head:
            return {"behind the reference", "same sentence"}
        back = tree.sentence_of[reference.head] - tree.sentence_of[head]
        names = ("same sentence", "one sentence back", "two sentences back")
        true = {
            names[back] if back < 3 else "three or four back" if back < 5 else "five to ten back"
        }
        own, other = tree.sentence(reference.head), tree.sentence(head)
        if own is not None and other is not None:
            apart = own.paragraph - other.paragraph
            true |= (
                {"same paragraph"} if apart == 0 else {"paragraph before"} if apart == 1 else set()
            )
        return true

    def _role(self, reference: Reference, head: int) -> set[str]:
        tree = self._tree
        token = tree.tokens[head]
        true = set()
        dep = token.dep
        if dep == "appos":
            true.add("apposed")
            dep = tree.tokens[token.head].dep
        if dep in _SUBJECTS:
            true.add("subject")
            if tree.sentence_of[reference.head] - tree.sentence_of[head] == 1:
                true.add("subject of the sentence before")
        elif dep in {"dobj", "iobj", "dative"}:
            true.add("object")
        elif dep in {"poss", "compound", "nmod"}:
            true.add("possessor")
        elif dep == "pobj":
            true.add("in a prepositional phrase")
        if head in self._quoted and reference.head not in self._quoted:
            true.add("inside quotation marks")
        return true

    def _fit(self, reference: Reference, one: Candidate) -> set[str]:
        true: set[str] = set()
        if reference.sort is Sort.HOLDER:
            for head in one.heads:
                title = title_tokens(self._tree, head)
                if any(is_office(self._tree, at) for at in title):
                    true.add("in some office")
                if titled(self._tree, title, reference.lemma):
                    true.add("in this office")
        if reference.sort is Sort.BODY:
            fits = self._kind(one, reference.lemma)
            if fits is not None:
                true.add("of this kind of body" if fits else "not of this kind of body")
            if reference.lemma in one.name.casefold().split():
                true.add("word in its name")
        return true
