"""An article's tokens with their words: what names are looked for in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.domain import Sentence, Token

__all__ = ["HYPHENS", "Wording"]

HYPHENS = frozenset({"-", "‐", "‑", "–"})
"""Marks that join two words when no white space stands around them."""

_SMALL = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PART", "PRON"})
"""Parts of speech that a headline with capitals may write small."""

_POSTED = frozenset({"posted", "took", "taking", "posting", "wrote", "writing", "statement"})
_AFTER_DATELINE = frozenset({"-", "–", "—", "--", "(", ":", "/", ","})

_BREAK = re.compile(r"[\n\t|•·]|   ")
"""White space and marks between two cells or lines of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The tokens of an article, each with its word as written and in lower case."""

    text: str
    tokens: Sequence[Token]
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    """Without full stops at the end ("Dr." and "dr" are one word)."""

    common: frozenset[str]
    """Words that the article also writes with a small letter, as no name is."""

    capitals: frozenset[int]
    """Token numbers in lines that are all capitals: there capitals say nothing."""

    headed: frozenset[int]
    """Token numbers in lines whose words have capitals throughout, as headlines have."""

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Wording:
        """The wording of a parse."""
        words = tuple(text[token.start : token.end] for token in tokens)
        lowers = tuple((word.lower().rstrip(".") or word) for word in words)
        capitals: list[int] = []
        headed: list[int] = []
        for sentence in sentences:
            letters = [word for word in words[sentence.first : sentence.last] if word.isalpha()]
            shouted = sum(word.isupper() for word in letters)
            if len(letters) > 2 and shouted > 0.7 * len(letters):
                capitals.extend(range(sentence.first, sentence.last))
                headed.extend(range(sentence.first, sentence.last))
                continue
            if len(letters) > 3 and not any(
                words[at].islower() and len(words[at]) > 2 and tokens[at].pos not in _SMALL
                for at in range(sentence.first, sentence.last)
            ):
                headed.extend(range(sentence.first, sentence.last))
        return cls(
            text=text,
            tokens=tokens,
            words=words,
            lowers=lowers,
            common=frozenset(
                word
                for word, token in zip(words, tokens, strict=True)
                if word.islower() and token.entity == "" and len(word) > 1
            ),
            capitals=frozenset(capitals),
            headed=frozenset(headed),
        )

    def word(self, at: int) -> str:
        """The word at a token number; empty outside the article."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def lower(self, at: int) -> str:
        """The word in lower case, without full stop; empty outside the article."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def gap(self, at: int) -> str:
        """What stands between a token and the one before it."""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start] if at else ""

    def broken_before(self, at: int) -> bool:
        """Whether a line or cell ends between a token and the one before it."""
        gap = self.gap(at)
        return (len(gap) != 1 and gap != "" and _BREAK.search(gap) is not None) or gap in {
            "\n",
            "\t",
        }

    def opens_dateline(self, first: int, last: int) -> bool:
        """Whether words open a line as a dateline does: "GHENT —", "LILLO, Belgium,"."""
        start = self.tokens[first].start
        before = self.text[max(0, start - 3) : start].rstrip(" ")[-1:]
        return (before in {"", "\n", ".", "/"} or before.isdigit()) and self.word(
            last
        ) in _AFTER_DATELINE

    def names_platform(self, at: int) -> bool:
        """Whether an "X" is the platform: "wrote on X", "X, formerly Twitter"."""
        behind = " ".join(self.lowers[at + 1 : at + 6])
        return (
            self.lower(at - 1) in {"on", "platform", "network", "via"}
            or (self.lower(at - 1) == "to" and self.lower(at - 2) in _POSTED)
            or "formerly twitter" in behind
            or "formerly known as twitter" in behind
            or behind.startswith(("account", "post", "user"))
        )

    def joined(self, at: int) -> bool:
        """Whether no white space stands before a token."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def hyphen(self, at: int) -> bool:
        """Whether a token is a hyphen that joins the two words around it."""
        return self.word(at) in HYPHENS and self.joined(at) and self.joined(at + 1)

    def written(self, first: int, last: int) -> str:
        """The text of tokens `first` to `last`, the latter not included."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]
