"""What an amount counts or measures: the noun, wherever in the sentence it stands.

English names the counted thing before the number as often as behind it ("12 people", "the toll rose
to 12"). The order of the rules is that of the annotation guide in ``bench/quantities``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.annotate.counted_levels import Levels
from firsthand.annotate.counted_tree import Tree
from firsthand.tables.counting import counting

__all__ = ["Counted"]

_BEFORE_NOUN = frozenset(
    {"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "predet", "det"}
)
_SUBJECTS = ("nsubj", "nsubjpass")
_OUTSIDE = frozenset(
    {"cash", "total", "all", "part", "full", "person", "advance", "exchange", "trade", "trading"}
)
"""Nouns after "in" that do not say what the money is ("$2 billion in cash")."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Looks for what amounts count, in one article."""

    tree: Tree

    def noun(
        self,
        inside: Sequence[int],
        *,
        first: int,
        last: int,
        unit: str | None,
        share: bool = False,
    ) -> tuple[int | None, bool]:
        """The token that names what an amount counts.

        Args:
            inside: Tokens of the amount, ascending, at least one.
            first: First token of the sentence.
            last: Index after its last.
            unit: The amount's unit.
            share: Whether it is a fraction of something told before it in the sentence.

        Returns:
            The noun, or None; and whether the words rule one out ("14 others", "12 of them"), so
            that none may be taken over from an amount before.
        """
        tree = self.tree
        held = set(inside)
        top = self.top(inside)
        found = self._behind(top, held, last, unit)
        if self._of_whom(held):
            plural = found is not None and tree.tokens[found].tag == "NNS"
            return (found if plural else None), True
        if found is not None:
            return found, False
        partitive, closed = self._of(top, held, last, unit)
        if partitive is not None or closed:
            return partitive, closed
        following = tree.word(max(held) + 1)
        if following in counting().strangers:
            return None, True
        if unit in counting().lengths and following in counting().directions:
            return None, True
        levels = Levels(tree)
        rules = [self._before_of, self._predicate, levels.measured, levels.worded]
        if not share:
            rules.append(levels.beside)
        for rule in rules:
            found = rule(top, held, first)
            if found is not None and first <= found < last:
                return (None, True) if self._tallies_no_noun(found) else (found, False)
        return None, False

    def _tallies_no_noun(self, noun: int) -> bool:
        """Whether a noun only says that something is counted ("the number of dead")."""
        tree = self.tree
        if tree.tokens[noun].lemma.lower() not in counting().tallies or tree.word(noun + 1) != "of":
            return False
        at = noun + 2
        while tree.word(at) in {"the", "those", "confirmed", "all"}:
            at += 1
        return tree.word(at) in counting().conditions

    def top(self, inside: Sequence[int]) -> int:
        """The token of an amount on which its others hang."""
        top, held = inside[-1], set(inside)
        while self.tree.tokens[top].head in held and self.tree.tokens[top].head != top:
            top = self.tree.tokens[top].head
        return top

    def _behind(self, top: int, held: set[int], last: int, unit: str | None) -> int | None:
        """The noun that the amount stands before ("12 more people", "a 40-tonne lorry")."""
        tree = self.tree
        at, end = top, max(held)
        for _ in range(3):
            head = tree.tokens[at].head
            if head == at or tree.tokens[at].dep not in _BEFORE_NOUN or not end < head < last:
                break
            if self._parted(end, head):
                break
            if tree.is_noun(head):
                return None if tree.is_time(head) or self._is_done(end, head) else head
            if tree.tokens[head].pos not in {"ADJ", "ADV", "NUM", "SYM"}:
                break
            at = head
        return self._next_noun(top, end, last, unit)

    def _parted(self, end: int, head: int) -> bool:
        """Whether a preposition stands alone between a number and a noun ("half up front")."""
        tree = self.tree
        between = range(end + 1, head)
        return any(
            tree.tokens[one].pos == "ADP"
            and tree.word(one) != "of"
            and "-" not in {tree.word(one - 1), tree.word(one + 1)}
            for one in between
        )

    def _of_whom(self, held: set[int]) -> bool:
        """Whether "of whom" or "of which" stands before ("of whom 2,300 work abroad")."""
        before = min(held) - 1
        return self.tree.word(before) in {"whom", "which"} and self.tree.word(before - 1) == "of"

    def _next_noun(self, top: int, end: int, last: int, unit: str | None) -> int | None:
        """The head of the noun phrase that follows directly, where the parse lost the link."""
        tree = self.tree
        joined = "-" in tree.text[tree.tokens[top].start - 1 : tree.tokens[end].end]
        if unit is not None and not joined and tree.tokens[top].dep not in _BEFORE_NOUN:
            return None
        at, found = end + 1, None
        while at < last and (
            tree.tokens[at].pos in {"NOUN", "PROPN", "ADJ"} or tree.word(at) == "-"
        ):
            if tree.tokens[at].entity in {"DATE", "TIME"} or tree.is_time(at):
                break
            if tree.is_noun(at):
                found = at
            at += 1
        return None if found is not None and self._is_done(end, found) else found

    def _is_done(self, end: int, noun: int) -> bool:
        """Whether a word taken for a noun tells what was done ("with 3.4 million cast")."""
        tree = self.tree
        straight = (
            noun == end + 1 and tree.text[tree.tokens[end].end : tree.tokens[noun].start] == " "
        )
        singular = tree.tokens[noun].tag != "NNS"
        return straight and singular and tree.word(noun) in counting().participles

    def _of(self, top: int, held: set[int], last: int, unit: str | None) -> tuple[int | None, bool]:
        """What follows "of" or, after money, "in"; whether what follows rules a noun out."""
        tree, at = self.tree, max(held) + 1
        while at < last and tree.word(at) in {"worth", "more", "extra", "or", "so"}:
            at += 1
        if at >= last:
            return None, False
        if tree.word(at) == "of":
            distance = unit in counting().lengths and tree.word(min(held)) == "within"
            return (None, True) if distance else self._object_of(at, last)
        money = unit is not None and len(unit) == 3 and unit.isupper()
        if money and tree.word(at) == "in":
            for child in tree.below(at, "pobj"):
                determined = tree.below(child, "det", "poss", "nummod")
                plain = tree.tokens[child].pos == "NOUN" and tree.word(child) not in _OUTSIDE
                if plain and not determined and tree.tokens[child].entity not in {"DATE", "TIME"}:
                    return child, False
        del top
        return None, False

    def _object_of(self, at: int, last: int) -> tuple[int | None, bool]:
        tree = self.tree
        for child in tree.below(at, "pobj", "pcomp"):
            if child >= last:
                continue
            if tree.is_noun(child):
                return child, False
            after = child + 1
            if tree.tokens[child].pos == "PRON" and after < last and tree.is_noun(after):
                return after, False  # "three of them children"
            return None, tree.tokens[child].dep == "pobj"
        return None, False

    def _before_of(self, top: int, held: set[int], first: int) -> int | None:
        """The noun before "of" or "worth" ("a crowd of 300", "drugs worth £2m")."""
        tree = self.tree
        start = min(held)
        if tree.word(start - 1) == "worth" and start - 2 >= first:
            head = tree.tokens[start - 1].head
            if tree.word(start - 2) == "," and head == start - 3 and tree.is_time(head):
                return None
            if tree.is_noun(head) and head < start:
                return head
            return start - 2 if tree.is_noun(start - 2) else None
        token = tree.tokens[top]
        of = token.head
        if token.dep not in {"pobj", "pcomp", "nummod"} or tree.word(of) != "of" or of >= start:
            if tree.word(start - 1) != "of":
                return None
            of = start - 1
        head = tree.tokens[of].head
        if not tree.is_noun(head) or head >= of:
            return None
        head = self._headed(head)
        return None if tree.tokens[head].lemma.lower() in counting().tallies else head

    def _headed(self, noun: int) -> int:
        """The noun that a bare one only specifies: "margin" of "a margin of error of 3 points"."""
        tree = self.tree
        of = tree.tokens[noun].head
        above = tree.tokens[of].head
        bare = not tree.below(noun, "det", "poss", "nummod") and tree.tokens[noun].tag == "NN"
        if bare and tree.word(of) == "of" and of == noun - 1 and tree.is_noun(above) and above < of:
            return above
        return noun

    def _predicate(self, top: int, held: set[int], first: int) -> int | None:
        """The noun that the amount is said to be ("nine were students")."""
        del held, first
        tree = self.tree
        token = tree.tokens[top]
        if token.dep not in _SUBJECTS or tree.tokens[token.head].lemma != "be":
            return None
        return next((one for one in tree.below(token.head, "attr") if tree.is_noun(one)), None)
