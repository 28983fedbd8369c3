"""The parse of an article as a tree: what hangs on each word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.domain import Token
from firsthand.tables.counting import counting
from firsthand.text.children import children_of

__all__ = ["NOUNS", "Tree"]

NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Tree:
    """The parse of an article, with what hangs on each token."""

    text: str
    tokens: Sequence[Token]
    children: Mapping[int, Sequence[int]]

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token]) -> Tree:
        """Gather the children of every token."""
        return cls(text, tokens, children_of(tokens))

    def below(self, number: int, *labels: str) -> list[int]:
        """The children of a token that hang on it by one of `labels`, ascending."""
        return [one for one in self.children.get(number, ()) if self.tokens[one].dep in labels]

    def word(self, number: int) -> str:
        """A token as written, in small letters; empty outside the text."""
        if not 0 <= number < len(self.tokens):
            return ""
        token = self.tokens[number]
        return self.text[token.start : token.end].lower()

    def is_time(self, number: int) -> bool:
        """Whether a token is a stretch of the calendar ("fell 6% year on year")."""
        return self.tokens[number].lemma.lower() in counting().time_nouns

    def is_noun(self, number: int) -> bool:
        """Whether a token can name what is counted: a noun that stands for no other."""
        token = self.tokens[number]
        return (
            token.pos in NOUNS
            and token.lemma.lower() not in counting().stand_ins
            and any(letter.isalpha() for letter in self.word(number))
        )
