"""Amounts that leave out what they count, because an amount before them told it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.annotate.counted import Counted
from firsthand.annotate.counted_tree import Tree
from firsthand.tables.counting import counting
from firsthand.text.amounts import Amount

__all__ = ["CountedAgain", "Found"]

_BACK = 12
"""Amounts of a sentence to look back over for a noun to take over."""

_LINKS = 6
"""Nouns of a list to follow at most from one to the first of them."""

_BRACKET = re.compile(r"\s*\(\s*$|,\s+or\s+$")
"""Between a number and the same told in another unit."""

_TAKES_OVER = frozenset(
    {"nsubj", "nsubjpass", "dobj", "conj", "ROOT", "appos", "npadvmod"}
    | {"nummod", "attr", "dep", "advmod"}
)
_COMPARED = frozenset({"against", "from", "than", "versus", "compared", "with", "to", "and", "not"})
_WHOLE = frozenset({"them", "whom", "which", "those", "these"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An amount and the token that names what it counts."""

    amount: Amount
    noun: int | None
    own: bool
    """Whether the noun stands with this amount; it is else taken over from one before."""

    part: bool = False
    """Whether those counted were counted before with others ("12 people, 3 of them children")."""


@dataclass(frozen=True, slots=True)
class CountedAgain:
    """Looks for the nouns told before, in one article."""

    tree: Tree
    counted: Counted

    def noun(self, amount: Amount, inside: Sequence[int], before: Sequence[Found]) -> int | None:
        """The noun of the amount told before it in the sentence, where this one leaves it out.

        Never that of a part ("12 people, 3 of them children; another 20"), nor one of a list of
        several ("two women and three men died; another 20").

        Args:
            amount: The amount.
            inside: Its tokens, ascending.
            before: The amounts of its sentence before it, at least one.
        """
        last = before[-1]
        between = self.tree.text[last.amount.span.end : amount.span.start]
        if _BRACKET.fullmatch(between) or re.search(r"\bworth\s*$", between):
            return last.noun
        following = self.tree.word(max(inside) + 1)
        if amount.unit is not None and following in counting().compared_extents:
            return last.noun
        recent = [one for one in before[-_BACK:] if not one.part]
        like = next((one for one in reversed(recent) if one.amount.unit == amount.unit), None)
        if like is None or like.noun is None:
            return None
        if following in counting().compared_extents and following not in counting().stand_ins:
            return like.noun
        token = self.tree.tokens[self.counted.top(inside)]
        ahead = self.tree.word(inside[0] - 1)
        compared = bool({ahead, self.tree.word(token.head)} & _COMPARED)
        linked = token.dep in {"nsubj", "conj", "nummod"}
        if amount.unit is not None and not compared and not linked:
            return None
        if self._is_listed(like, recent) and token.dep in {"nsubj", "nsubjpass"}:
            return None
        return like.noun if token.dep in _TAKES_OVER or compared else None

    def is_part(self, inside: Sequence[int], noun: int | None, before: Sequence[Found]) -> bool:
        """Whether those counted are among those counted before.

        "Including two children", "among them three officers", "3 of them children", and what is
        joined to one of these ("including two children and three women").

        Args:
            inside: Tokens of the amount, ascending.
            noun: What it counts, where it says so itself.
            before: The amounts of its sentence before it.
        """
        tree, first = self.tree, inside[0]
        if tree.word(first - 1) in counting().including:
            return True
        if tree.word(first - 1) in _WHOLE and tree.word(first - 2) in {"of", "among"}:
            return True
        after = max(inside) + 1
        if tree.word(after) == "of" and tree.word(after + 1) in _WHOLE:
            return True
        if noun is None or not before or not before[-1].part or before[-1].noun is None:
            return False
        return before[-1].noun in self._joined(noun)

    def _is_listed(self, one: Found, found: Sequence[Found]) -> bool:
        """Whether an amount's noun is joined to another noun that is counted too."""
        if one.noun is None or not one.own:
            return False
        joined = self._joined(one.noun)
        lemma = self.tree.tokens[one.noun].lemma
        others = (other.noun for other in found if other.own and other.noun is not None)
        return any(other in joined and self.tree.tokens[other].lemma != lemma for other in others)

    def _joined(self, noun: int) -> list[int]:
        """The nouns of a list before one of it."""
        tokens, joined = self.tree.tokens, list[int]()
        for _ in range(_LINKS):
            token = tokens[noun]
            if token.dep not in {"conj", "appos"} or not token.head < noun:
                break
            noun = token.head
            joined.append(noun)
        return joined
