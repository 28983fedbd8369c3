"""Quotations as the parse sees them: stretches of tokens, speech told from marked words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.attribute.tree import Tree
from firsthand.text.quotation import quotations

__all__ = ["Quotations", "Quoted", "quoted_in"]

_UTTERANCE_END = frozenset(",.!?…—–-")
_PHRASE = 3
"""Words up to which a clause that begins with a capital may be a name: "We Try Harder"."""

_NAMED_BY = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "PART", "NUM"})
_NAMING = frozenset({"be", "call", "title", "entitle", "name", "dub", "nickname", "codename"})
_OUTCRY = frozenset(
    {"chant", "cry", "shout", "call", "scream", "yell", "murmur", "refrain", "cheer", "slogan"}
)
_SMALL = frozenset({"of", "the", "a", "an", "and", "in", "on", "for", "to", "at", "with", "from"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """One stretch between quotation marks, in token indices."""

    first: int
    last: int
    """Index after its last token."""

    utterance: bool
    """Whether it reads as speech of its own, not as a few words marked inside a sentence."""

    runs_on: bool = False
    """Whether it has no closing mark, and the stretch at the next paragraph's start goes on with it."""

    def holds(self, token: int) -> bool:
        """Whether `token` stands in it."""
        return self.first <= token < self.last


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of an article, by number and by token."""

    marks: tuple[Quoted, ...]
    number: tuple[int, ...]
    """For each token the number of the quotation it stands in; -1 outside all."""

    @classmethod
    def over(cls, tree: Tree, marks: Sequence[Quoted]) -> Quotations:
        """Number the tokens of `tree`; where two quotations share a token it is the first one's."""
        number = [-1] * len(tree.tokens)
        for at, quoted in enumerate(marks):
            for token in range(quoted.first, quoted.last):
                if number[token] < 0:
                    number[token] = at
        return cls(tuple(marks), tuple(number))

    def holding(self, token: int) -> Quoted | None:
        """The quotation that `token` stands in."""
        number = self.number[token]
        return self.marks[number] if number >= 0 else None


def quoted_in(tree: Tree) -> tuple[Quoted, ...]:
    """Put the quotations of an article on the tokens of its parse; empty ones are left out."""
    starts = [token.start for token in tree.tokens]
    ends = [token.end for token in tree.tokens]
    found: list[Quoted] = []
    for span in quotations(tree.text):
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        words = [token for token in range(first, last) if tree.is_word(token)]
        if not words:
            continue
        runs_on = tree.text[span.end : span.end + 1].isspace()
        went_on = bool(found) and found[-1].runs_on
        after = tree.text[span.end + 1 : span.end + 2]
        done = span.of(tree.text).rstrip()[-1:] in _UTTERANCE_END or after == ","
        utterance = runs_on or went_on or _is_speech(tree, first, words, ends=done)
        found.append(Quoted(first, last, utterance, runs_on))
    return tuple(found)


def _is_speech(tree: Tree, first: int, words: list[int], *, ends: bool) -> bool:
    """Whether marked words read as an utterance: by how they end, begin and are led up to."""
    if _is_title(tree, first, words):
        return False
    verbal = any(tree.tokens[token].pos in {"VERB", "AUX"} for token in words)
    opens = first <= 1 or tree.word(first - 2) in {":", ","}
    capital = tree.word(words[0])[:1].isupper()
    return (ends and (verbal or capital or opens)) or (
        capital and verbal and (opens or len(words) > _PHRASE)
    )


def _is_title(tree: Tree, first: int, words: list[int]) -> bool:
    """Whether marks stand around a name: of a book, a film, a programme, a ship, a law, a person.

    Every word but the small ones begins with a capital, and a noun, an article, a preposition or a
    word of naming leads up to it without a comma. A cry ("chants of 'Stop the Dam!'") is no title.
    """
    before = first - 2
    if before < 0 or tree.sentence_of[before] != tree.sentence_of[words[0]]:
        return False
    told = tree.tokens[before]
    if told.pos not in _NAMED_BY and told.lemma.lower() not in _NAMING:
        return False
    if before > 0 and tree.tokens[before - 1].lemma.lower() in _OUTCRY:
        return False
    if told.lemma.lower() in _OUTCRY or any(tree.word(at) in {".", "!", "?"} for at in words[:-1]):
        return False
    inner = [tree.word(at) for at in words]
    return all(
        word[0].isupper()
        or word[0].isdigit()
        or word.lower() in _SMALL
        or "’" in word
        or "'" in word
        for word in inner
    )
