"""Which numbers are ages or hours, and count nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.annotate.counted_tree import Tree
from firsthand.tables.counting import counting
from firsthand.text.amounts import Amount
from firsthand.text.counted_nouns import is_person

__all__ = ["Ages"]

_APPOSED = re.compile(r"\s*[,.;)]")

_OLDEST = 110

_NEAR = 6
"""Tokens before "at" in which a word for a number tells that no age or hour follows."""


@dataclass(frozen=True, slots=True)
class Ages:
    """Tells the ages and hours in one article."""

    tree: Tree

    def is_bound(self, amount: Amount, numbers: Sequence[int]) -> bool:
        """Whether a bound behind a word for people is one of age ("children under five")."""
        if amount.unit is not None or amount.fraction or amount.high > _OLDEST:
            return False
        tree = self.tree
        start = numbers[0] - 1
        if tree.word(start) not in counting().age_bounds:
            return False
        following = tree.tokens[numbers[-1] + 1] if numbers[-1] + 1 < len(tree.tokens) else None
        if following is not None and following.tag in {"NNS", "NNPS", "NNP", "SYM"}:
            return False
        before = start - 1
        while before > 0 and tree.word(before) in {
            "aged",
            "are",
            "were",
            "is",
            "was",
            "well",
            "just",
            "all",
            "still",
        }:
            before -= 1
        people = counting().people
        if before < 0:
            return False
        return tree.word(before) in people or tree.tokens[before].lemma.lower() in people

    def is_told_of(self, numbers: Sequence[int], amount: Amount) -> bool:
        """Whether a bare number beside a word for a person is an age.

        "Her son, four,", "a boy of seven", "both girls are 16", "the twins, both 9,".
        """
        tree, number = self.tree, numbers[0]
        tokens = tree.tokens
        whole = amount.low == amount.high and amount.low == int(amount.low)
        if not whole or amount.high > _OLDEST or amount.approximator is not None:
            return False
        if not _APPOSED.match(tree.text, amount.number.end) and numbers[-1] + 1 < len(tokens):
            following = tokens[numbers[-1] + 1]
            if following.pos in {"NOUN", "PROPN", "ADJ", "NUM", "SYM", "ADP"}:
                return False
        at = number - 1
        while at > 0 and tree.word(at) in {
            "both",
            "also",
            "now",
            "then",
            "just",
            "only",
            "all",
            "aged",
        }:
            at -= 1
        if at < 1:
            return False
        mark = tree.word(at)
        if mark in {",", "("}:
            closed = _APPOSED.match(tree.text, amount.number.end)
            return bool(closed) and self._is_human(at - 1)
        if mark == "of" and tokens[at - 1].tag == "NN":
            if tree.word(at - 1) in counting().bodies:
                return False
            return self._is_human(at - 1) and tree.word(at - 2) in {
                "a",
                "an",
                "the",
                "young",
                "old",
            }
        if tokens[at].lemma == "be":
            subjects = tree.below(at, "nsubj")
            return bool(subjects) and (
                self._is_human(subjects[0]) or tree.word(subjects[0]) in {"he", "she"}
            )
        return False

    def _is_human(self, number: int) -> bool:
        """Whether a token is a noun for persons in the singular or a name of one."""
        token = self.tree.tokens[number]
        return token.entity == "PERSON" or (token.pos == "NOUN" and is_person(token.lemma))

    def is_beside(self, amount: Amount, numbers: Sequence[int]) -> bool:
        """Whether a bare number stands between commas or brackets after a name ("Marek, 44,")."""
        tree, first = self.tree, numbers[0]
        opened = first >= 2 and tree.text[tree.tokens[first - 1].start] in ",("
        named = first >= 2 and tree.tokens[first - 2].pos in {"PROPN", "NOUN", "PRON"}
        closed = _APPOSED.match(tree.text, amount.number.end)
        return opened and named and bool(closed) and amount.low < 130

    def is_at(self, amount: Amount, numbers: Sequence[int]) -> bool:
        """Whether a bare number after "at" is an age ("published her first story at 14")."""
        tree, before = self.tree, numbers[0] - 1
        clock = amount.number.of(tree.text).isalpha() and amount.low in range(1, 13)
        if any(tree.word(one) in counting().tallies for one in range(before - _NEAR, before)):
            return False  # "put the number of dead at three"
        if tree.word(before) == "at" and clock and amount.approximator is None:
            return True
        if tree.word(before) != "at" or amount.approximator is not None or amount.low >= 110:
            return False
        verb = tree.tokens[tree.tokens[before].head]
        return verb.lemma.lower() not in counting().at_verbs

    def is_hour(self, amount: Amount, numbers: Sequence[int]) -> bool:
        """Whether a small number is an hour ("the till closes at six")."""
        tree, last = self.tree, numbers[-1]
        hour = amount.low == amount.high and amount.low in range(1, 13)
        if not hour or tree.word(numbers[0] - 1) not in counting().clock_words:
            return False
        after = tree.tokens[last + 1].pos if last + 1 < len(tree.tokens) else "PUNCT"
        if after in {"NOUN", "PROPN", "ADJ", "NUM", "SYM"} or tree.word(last + 1) in {"of", "%"}:
            return False
        at = tree.tokens[tree.tokens[numbers[0]].head].head
        spelled = amount.number.of(tree.text).isalpha()
        return spelled and tree.tokens[at].lemma.lower() in counting().clock_verbs
