"""The counted noun with what narrows it: which troops, whose houses."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.annotate.counted_tree import Tree
from firsthand.domain import Span

__all__ = ["CountedPhrase"]

_RESTRICTIONS = frozenset({"acl", "prep", "relcl", "amod", "advmod"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_AT_MOST = 14
"""Tokens of a counted noun phrase at most: a restriction longer than that is a clause of its own."""


@dataclass(frozen=True, slots=True)
class CountedPhrase:
    """Finds the whole phrase of a counted noun in one article."""

    tree: Tree

    def span(self, noun: int, *, after: int, last: int) -> Span:
        """The noun with its modifiers, the number left out, up to the first comma.

        Args:
            noun: Token of the noun.
            after: First token behind the amount; modifiers of a noun behind it begin there.
            last: Index after the sentence's last token.
        """
        tree, first, end = self.tree, noun, noun
        least = after if noun >= after else 0
        for child in tree.below(noun, *_MODIFIERS):
            if least <= child < first and not tree.word(child)[:1].isdigit():
                first = max(least, min(child, self._edge(child, leftmost=True)))
        for child in sorted(tree.children.get(noun, ())):
            if child < noun or child >= last or (noun < after <= child):
                continue
            if tree.tokens[child].dep not in _RESTRICTIONS or self._breaks(end, child):
                break
            edge = self._edge(child, leftmost=False)
            if edge - first >= _AT_MOST or noun < after <= edge:
                break
            end = max(end, edge)
        return Span(tree.tokens[first].start, tree.tokens[end].end)

    def _breaks(self, last: int, child: int) -> bool:
        """Whether a comma, dash or quotation mark divides a modifier from its noun."""
        tokens = self.tree.tokens
        between = self.tree.text[tokens[last].end : tokens[child].start]
        return bool(between.strip()) and any(mark in between for mark in ',;:–—"“”(')

    def _edge(self, number: int, *, leftmost: bool) -> int:
        """The first or last token below a token, punctuation at the end left out."""
        todo, found = [number], number
        seen: set[int] = set()
        while todo:
            one = todo.pop()
            if one in seen:
                continue
            seen.add(one)
            if self.tree.tokens[one].pos != "PUNCT":
                found = min(found, one) if leftmost else max(found, one)
            todo.extend(self.tree.children.get(one, ()))
        return found
