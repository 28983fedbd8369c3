"""Whose pounds and pesos, and whether pounds are money at all: the word alone does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from firsthand.annotate.counted_levels import verb_of
from firsthand.annotate.counted_tree import Tree
from firsthand.tables.counting import counting
from firsthand.text.amount_words import amount_words
from firsthand.text.amounts import Amount

__all__ = ["Pounds"]

_STERLING = re.compile(r"£|\bGBP\b|\b[Ss]terling\b")
_LEAST_SCALED = 1e6
"""Pounds by the million or more are money, but where "of" and a stuff follows ("of beef")."""

_HIGHEST = 5
"""Heads to climb at most from an amount to its verb."""

_TRADED = frozenset({"sell", "buy", "rent", "auction", "bid"})
"""Verbs whose object is what is traded; the money follows "for" or "at"."""


@cache
def _shared() -> frozenset[str]:
    """The names that several currencies share ("peso")."""
    return frozenset(code for code in amount_words().currencies.values() if code.islower())


def _named(text: str, name: str) -> set[str]:
    """The codes of the currencies of a name that a text tells by their land ("Mexican pesos")."""
    return {
        code
        for word, code in amount_words().currencies.items()
        if word.endswith((f" {name}", f" {name}s")) and word.removesuffix("s") in text
    }


@dataclass(frozen=True, slots=True)
class Pounds:
    """Tells money from weight in one article."""

    tree: Tree
    sterling: bool
    """Whether the article names sterling somewhere, as a sign or a word."""

    elsewhere: str | None
    """The code of another pound that it names; "" where only a land that spends one is named."""

    @classmethod
    def of(cls, tree: Tree) -> Pounds:
        """Look through an article's words once."""
        text = tree.text
        named = _named(text, "pound") - {"GBP"}
        words = {word.lower() for word in re.findall(r"[A-Za-z]+", text)}
        lands = "" if words & counting().pound_lands else None
        elsewhere = named.pop() if len(named) == 1 else "" if named else lands
        return cls(tree, _STERLING.search(text) is not None, elsewhere)

    def priced(self, amount: Amount, inside: Sequence[int], first: int, last: int) -> Amount:
        """The amount with a currency for its unit, if it is in pounds and these are money.

        Args:
            amount: An amount in any unit.
            inside: Its tokens, ascending, at least one.
            first: First token of its sentence.
            last: Index after its last.
        """
        if amount.unit is not None and amount.unit in _shared():
            named = _named(self.tree.text, amount.unit)
            return replace(amount, unit=min(named)) if len(named) == 1 else amount
        if amount.unit != "pound" or not self._is_money(amount, inside, first, last):
            return amount
        if self.sterling or self.elsewhere is None:
            return replace(amount, unit="GBP")
        return replace(amount, unit=self.elsewhere) if self.elsewhere else amount

    def _is_money(self, amount: Amount, inside: Sequence[int], first: int, last: int) -> bool:
        tree, end = self.tree, max(inside)
        if not any(tree.word(one).startswith("pound") for one in inside):
            return False  # "40lb"
        following = self._described(end, last)
        if following is not None:
            return tree.tokens[following].lemma.lower() in counting().money_nouns
        if amount.low >= _LEAST_SCALED:
            return True
        words = {tree.word(one) for one in range(first, last)}
        if words & counting().weight_words:
            return False
        return self.sterling or self._is_paid(inside)

    def _described(self, end: int, last: int) -> int | None:
        """The noun behind "of", or which the amount is joined to ("a 200-pound fine")."""
        tree = self.tree
        if tree.word(end + 1) == "of":
            return next(
                (one for one in tree.below(end + 1, "pobj") if tree.is_noun(one) and one < last),
                None,
            )
        token = tree.tokens[end]
        joined = token.dep in {"compound", "amod", "nmod", "nummod"} and token.head > end
        return token.head if joined and token.head < last and tree.is_noun(token.head) else None

    def _is_paid(self, inside: Sequence[int]) -> bool:
        """Whether it is worth that much, or hangs on a verb of paying."""
        tree, verbs = self.tree, counting().money_verbs
        if tree.word(min(inside) - 1) == "worth":
            return True
        at, behind = max(inside), set[str]()
        for _ in range(_HIGHEST):
            head = tree.tokens[at].head
            if head == at:
                return False
            if tree.tokens[head].pos == "ADP":
                behind.add(tree.word(head))
            if tree.tokens[head].pos in {"VERB", "AUX"}:
                lemma = tree.tokens[head].lemma.lower()
                told = lemma if lemma in verbs else verb_of(tree.word(head), verbs)
                if told in _TRADED:
                    return bool(behind & {"for", "at"})
                return told is not None or tree.word(head) == "paid"
            at = head
        return False
