"""Quotations as the parse sees them: stretches of tokens, speech told from marked words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from firsthand.attribute.tree import Tree
from firsthand.text.quotation import quotations

__all__ = ["Quoted", "quoted_in"]

_UTTERANCE_END = frozenset(",.!?…")


@dataclass(frozen=True, slots=True)
class Quoted:
    """One stretch between quotation marks, in token indices."""

    first: int
    last: int
    """Index after its last token."""

    utterance: bool
    """Whether it reads as speech of its own, not as a few words marked inside a sentence."""

    def holds(self, token: int) -> bool:
        """Whether `token` stands in it."""
        return self.first <= token < self.last


def quoted_in(tree: Tree) -> tuple[Quoted, ...]:
    """Put the quotations of an article on the tokens of its parse; empty ones are left out."""
    spans = quotations(tree.text)
    starts = [token.start for token in tree.tokens]
    found = []
    for span in spans:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first >= last:
            continue
        words = [token for token in range(first, last) if tree.is_word(token)]
        if not words:
            continue
        ends = span.of(tree.text).rstrip()[-1:] in _UTTERANCE_END
        verbal = any(tree.tokens[token].pos in {"VERB", "AUX"} for token in words)
        before = next((tree.word(token) for token in range(first - 2, max(first - 4, -1), -1)), "")
        after = tree.text[span.end + 1 : span.end + 2]
        opens = before in {":", ","} or first <= 1
        capital = tree.word(words[0])[:1].isupper()
        utterance = ((ends or after == ",") and (verbal or capital or opens)) or (
            capital and verbal and len(words) > 3
        )
        found.append(Quoted(first, last, utterance))
    return tuple(found)
