"""Which numbers are part of a name, a title or a list, and count nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.annotate.counted_tree import Tree
from firsthand.tables.counting import counting
from firsthand.text.amount_changes import tells_change
from firsthand.text.amounts import Amount

__all__ = ["NumberedNames"]

_NAMES = frozenset({"PRODUCT", "ORG", "PERSON", "LAW", "FAC", "EVENT", "GPE", "LOC", "WORK_OF_ART"})

_NOUNS = frozenset({"NOUN", "PROPN"})

_MOST_LISTED = 8

_FIRST_YEAR = 1000
"""Numbers from here on may be years where the recogniser says so: "from 1990 to 1994"."""

_LOOK_BACK = 48
"""Characters before a number in which a verb of change may stand."""

_FROM = re.compile(r"\bfrom\s+(?:\w+\s+to\s+)?$", re.IGNORECASE)

_LONG_WORD = 4

_MOST_CAPITALS = 0.8
"""Share of a headline's long words that may have a capital for a capital to mean a name."""


@dataclass(frozen=True, slots=True)
class NumberedNames:
    """Tells the names with numbers in one article."""

    tree: Tree

    def is_capital(self, numbers: Sequence[int], first: int) -> bool:
        """Whether a number word has a capital inside a sentence: a name ("Storm Nine").

        Not where most words have one, as in some headlines.
        """
        tree, number = self.tree, numbers[0]
        token = tree.tokens[number]
        if number <= first or not tree.text[token.start].isupper():
            return False
        before = tree.word(number - 1)
        if not before[-1:].isalpha() and not before[-1:].isdigit():
            return False
        around = range(max(first, number - 8), min(len(tree.tokens), number + 9))
        long = [one for one in around if len(tree.word(one)) >= _LONG_WORD and one != number]
        capitals = sum(tree.text[tree.tokens[one].start].isupper() for one in long)
        return capitals <= _MOST_CAPITALS * len(long)

    def is_named(self, amount: Amount, numbers: Sequence[int]) -> bool:
        """Whether it is part of a name or a date as the recogniser sees it."""
        labels = {self.tree.tokens[number].entity for number in numbers}
        if self._does(amount, numbers):
            return False
        if labels & _NAMES:
            return True
        if "DATE" in labels:
            written = amount.number.of(self.tree.text)
            behind = self.tree.tokens[numbers[-1] + 1 : numbers[-1] + 2]
            start = amount.number.start
            moved = self.tree.text[max(0, start - _LOOK_BACK) : start]
            if amount.low < _FIRST_YEAR and (_FROM.search(moved) or tells_change(moved)):
                return False
            if not written.isdigit() or (behind and behind[0].tag == "NNS"):
                return False  # the layer of times has had its say
            return amount.low < 130 or 1000 <= amount.low <= 2100
        before = self.tree.word(numbers[0] - 1)
        return "ORDINAL" in labels or (before == "big" and amount.low < 10)

    def _does(self, amount: Amount, numbers: Sequence[int]) -> bool:
        """Whether it is the subject of a verb in the plural ("half a million are safe").

        A year or a name alone is followed by one in the singular; a bare year never was or had
        anything in the plural.
        """
        tree, after = self.tree, numbers[-1] + 1
        if amount.high <= 1 or tree.word(after) not in counting().plural_verbs:
            return False
        before = tree.tokens[numbers[0] - 1] if numbers[0] else None
        return (
            before is None or before.pos not in {"PROPN", "NOUN"} or before.end > amount.span.start
        )

    def is_label(self, numbers: Sequence[int], first: int) -> bool:
        """Whether the number is the name of what stands before it ("type 2", "Category 4")."""
        tree, before = self.tree, numbers[0] - 1
        if before < first:
            return False
        if self._is_listed(numbers, first):
            return True
        if len(numbers) > 1:
            return False
        figure = tree.word(numbers[0])
        token = tree.tokens[before]
        word = tree.word(before).rstrip(".")
        singular = token.tag != "NNS" and word in counting().labels
        follows = tree.word(numbers[0] + 1) in counting().labels - {"level", "point"}
        behind = tree.tokens[numbers[-1] + 1] if numbers[-1] + 1 < len(tree.tokens) else None
        if behind is not None and behind.tag != "NNS" and figure[:1].isdigit():
            named = (
                tree.text[behind.start].isupper()
                and tree.word(numbers[-1] + 1) in counting().labelled
            )
            if named:
                return True
        block = follows and tree.word(numbers[0] + 1) == "block" and tree.word(before) == "the"
        if singular and not figure[:1].isdigit():
            follower = behind is not None and behind.pos in {"NOUN", "PROPN", "ADJ", "NUM"}
            return not follower and tree.tokens[before].tag in {"NN", "NNP"}
        return singular or block

    def _is_listed(self, numbers: Sequence[int], first: int) -> bool:
        """Whether figures follow a label in the plural or one of its figures ("pages 12 and 15")."""
        tree, at = self.tree, numbers[0] - 1
        if not tree.word(numbers[0])[:1].isdigit():
            return False
        after = numbers[-1] + 1
        if after < len(tree.tokens) and tree.tokens[after].pos in {"NOUN", "PROPN", "ADJ"}:
            return False
        for _ in range(_MOST_LISTED):
            word = tree.word(at)
            if at < first:
                return False
            if word[:1].isdigit() or word in {
                "and",
                "or",
                "to",
                ",",
                "-",
                "–",
                "through",
                "&",
                "between",
                "from",
            }:
                at -= 1
                continue
            return (
                tree.tokens[at].tag in {"NNS", "NNPS"}
                and word.removesuffix("s") in counting().labels
            )
        return False

    def is_brand(self, amount: Amount, numbers: Sequence[int], first: int) -> bool:
        """Whether a bare figure belongs to a name before or behind it.

        "Windows 10 support", "the Fortune 500", "Boeing's 787 Dreamliner"; not "gave Ukraine 12
        tanks", "in Kabul 12 died".
        """
        tree, number = self.tree, numbers[0]
        written = amount.number.of(tree.text)
        if not written.isdigit() or amount.approximator is not None or number <= first:
            return False
        before, tokens = number - 1, tree.tokens
        behind = tokens[numbers[-1] + 1] if numbers[-1] + 1 < len(tokens) else None
        if behind is not None and behind.tag == "NNP" and tree.text[behind.start].isupper():
            chain = numbers[-1] + 2
            ends = chain >= len(tokens) or tokens[chain].pos not in {"NOUN", "PROPN"}
            if ends and (
                tree.word(before) in {"'s", "’s", "a", "an"} or tokens[before].pos == "PROPN"
            ):
                return True
        if tree.word(before) in counting().works and behind is not None:
            return tree.text[behind.start].isupper()
        token = tokens[before]
        name = (
            token.tag == "NNP"
            and tree.text[token.start].isupper()
            and token.end + 1 == tokens[number].start
        )
        if not name or token.entity in {"DATE", "TIME"}:
            return False
        start = before
        while start > first and tokens[start - 1].tag == "NNP":
            start -= 1
        if start == first:
            return True
        plural = behind is not None and behind.tag in {"NNS", "NNPS"}
        return tokens[start - 1].tag in {"DT", "PRP$"} and not plural

    def hangs_before(self, numbers: Sequence[int]) -> bool:
        """Whether the number hangs on a noun before it ("Room 12")."""
        token = self.tree.tokens[numbers[0]]
        head = self.tree.tokens[token.head]
        following = self.tree.tokens[numbers[-1] + 1 : numbers[-1] + 2]
        clause = bool(following) and following[0].pos in {"AUX", "VERB"} and head.dep == "pobj"
        if clause and head.pos == "NOUN":  # "by nightfall 16 had been dug out"
            return False
        before = token.head < numbers[0] and head.pos in _NOUNS
        between = self.tree.text[head.end : token.start].strip()
        return before and token.dep in {"nummod", "appos"} and not between
