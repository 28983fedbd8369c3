"""Find the cue that a quotation belongs to among those that stand around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.attribute.quotes import Quotations, Quoted
from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree

__all__ = [
    "cue_after",
    "cue_before",
    "ends_sentence",
    "goes_on",
    "sentence_before",
    "told_before",
    "word_before",
]

_REACH = 25
"""How many tokens from a quotation its cue may stand: "…," said the deputy head of the … agency for …"""

_NEAR = 8
"""The same where no comma parts the two: "…" he said."""

_BETWEEN = 60
"""How many words of a cue may part a quotation from the one it goes on from."""

_LEADING_IN = frozenset({":", ",", "—", "–"})
"""Marks that lead from a cue to a quotation in the next paragraph."""


def ends_sentence(tree: Tree, token: int) -> bool:
    """Whether `token` is a mark that ends a sentence."""
    return tree.word(token) in {".", "!", "?"}


def cue_after(tree: Tree, quoted: Quoted, near: Iterable[Relation]) -> Relation | None:
    """The reporting verb right behind a quotation, before the sentence ends.

    A cue that introduces something else already needs a comma (or the like) before it.

    Args:
        tree: The article's parse.
        quoted: The quotation.
        near: Relations of its paragraph, by anchor.
    """
    end = quoted.last
    edge = tree.text[tree.tokens[end - 1].end - 1 : tree.tokens[end - 1].end + 2]
    parted = any(mark in edge for mark in ",?!—–…")
    while end < len(tree.tokens) and not tree.is_word(end):
        if ends_sentence(tree, end):
            return None
        end += 1
    reach = _REACH if parted else _NEAR
    for found in near:
        if not end <= found.anchor < end + reach or (found.content and not parted):
            continue
        between = range(end, found.anchor)
        if not any(
            ends_sentence(tree, token) or tree.word(token) in {'"', "“", ";"} for token in between
        ):
            return found
    return None


def word_before(tree: Tree, quoted: Quoted) -> int:
    """The last word before a quotation with no end of a sentence between; -1 where there is none.

    Across a blank line only what leads up to a quotation counts: "She went on:".
    """
    start = quoted.first - 1
    leads = False
    while start >= 0 and not tree.is_word(start):
        if ends_sentence(tree, start):
            return -1
        leads = leads or tree.word(start)[-1] in _LEADING_IN
        start -= 1
    if start < 0:
        return -1
    same = tree.paragraph(start) == tree.paragraph(quoted.first)
    return start if same or leads else -1


def cue_before(
    tree: Tree, quoted: Quoted, near: Sequence[Relation], *, reach: int = _REACH
) -> Relation | None:
    """The reporting verb before a quotation, in the same sentence.

    Args:
        tree: The article's parse.
        quoted: The quotation.
        near: Relations of the paragraph where the word before it stands, by anchor.
        reach: How many tokens from that word the cue may stand.
    """
    start = word_before(tree, quoted)
    if start < 0:
        return None
    for found in reversed(near):
        if start - reach < found.anchor <= start and not any(
            ends_sentence(tree, token) for token in range(found.anchor, start + 1)
        ):
            return found
    return None


def goes_on(tree: Tree, first: int, last: int) -> bool:
    """Whether the words between two quotations are at most the rest of one sentence, in one line."""
    if "\n" in tree.text[tree.tokens[first - 1].end : tree.tokens[last].start]:
        return False
    words = [token for token in range(first, last) if tree.is_word(token)]
    if not words:
        return True
    return len(words) <= _BETWEEN and not any(
        ends_sentence(tree, token) for token in range(first, words[-1])
    )


def told_before(found: Sequence[Relation], quotes: Quotations) -> Relation | None:
    """The relation of the sentence before a quotation that stands alone.

    Args:
        found: Relations of the sentence that ends before it, by anchor.
        quotes: All quotations.
    """
    fitting = [
        each
        for each in found
        if each.source
        and "quote" in each.reading.takes
        and not each.negated
        and quotes.holding(each.anchor) is None
        and not any(each.anchor in other.content for other in found)
    ]
    return fitting[-1] if fitting else None


def sentence_before(tree: Tree, quoted: Quoted) -> int:
    """The sentence that a quotation standing alone may go on from, by number; -1 where none may.

    In its own paragraph any; in the paragraph before only where nothing but the quotation fills its own.
    """
    before = quoted.first - 1
    while before >= 0 and not tree.is_word(before):
        before -= 1
    if before < 0:
        return -1
    here, there = tree.paragraph(quoted.first), tree.paragraph(before)
    if here != there and (there != here - 1 or not _whole_paragraph(tree, quoted)):
        return -1
    return tree.sentence_of[before]


def _whole_paragraph(tree: Tree, quoted: Quoted) -> bool:
    """Whether nothing but the quotation stands in its paragraph."""
    paragraph = tree.paragraph(quoted.first)
    for step, start in ((-1, quoted.first - 1), (1, quoted.last)):
        at = start
        while 0 <= at < len(tree.tokens) and tree.paragraph(at) == paragraph:
            if tree.is_word(at):
                return False
            at += step
    return True
