"""Walk an article's parse: children, subtrees, subjects, and back from tokens to spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firsthand.domain import ArticleId, Passage, Reading, Sentence, Span, Token
from firsthand.text.children import children_of

__all__ = ["Tree", "tree_of"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


@dataclass(frozen=True, slots=True)
class Tree:
    """The dependency parse of one article. All numbers are token indices."""

    article: ArticleId
    text: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    """For each token the index of its sentence; -1 outside all."""

    def word(self, token: int) -> str:
        """The token as written."""
        found = self.tokens[token]
        return self.text[found.start : found.end]

    def lower(self, token: int) -> str:
        """The token in lower case."""
        return self.word(token).lower()

    def subtree(self, root: int, *, without: Iterable[int] = ()) -> set[int]:
        """All tokens below `root` and itself, leaving out the branches that start at `without`."""
        cut = set(without)
        found: set[int] = set()
        waiting = [root]
        while waiting:
            token = waiting.pop()
            if token in cut or token in found:
                continue
            found.add(token)
            waiting.extend(self.children[token])
        return found

    def kids(self, token: int, *deps: str) -> list[int]:
        """Children of `token` with one of the labels, in text order."""
        wanted = frozenset(deps)
        return [child for child in self.children[token] if self.tokens[child].dep in wanted]

    def subject(self, verb: int) -> int | None:
        """The head of the verb's own grammatical subject."""
        for child in self.children[verb]:
            if self.tokens[child].dep in _SUBJECTS:
                return child
        return None

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above `token`, nearest first."""
        seen = {token}
        while (head := self.tokens[token].head) not in seen:
            seen.add(head)
            yield head
            token = head

    def sentence(self, token: int) -> Sentence | None:
        """The sentence `token` stands in."""
        index = self.sentence_of[token]
        return self.sentences[index] if index >= 0 else None

    def paragraph(self, token: int) -> int:
        """The paragraph `token` stands in; -1 outside all."""
        sentence = self.sentence(token)
        return sentence.paragraph if sentence is not None else -1

    def is_word(self, token: int) -> bool:
        """Whether the token holds a letter or digit."""
        found = self.tokens[token]
        return any(char.isalnum() for char in self.text[found.start : found.end])

    def runs(self, wanted: Iterable[int], *, gap: int = 0) -> list[tuple[int, int]]:
        """Contiguous runs (first, last) of token indices; runs parted only by punctuation are one.

        A run ends with its paragraph.

        Args:
            wanted: Token indices, in any order.
            gap: How many missing word tokens a run may bridge.
        """
        found: list[list[int]] = []
        for token in sorted(set(wanted)):
            if found:
                between = range(found[-1][1] + 1, token)
                together = self.paragraph(found[-1][1]) == self.paragraph(token)
                if together and sum(self.is_word(other) for other in between) <= gap:
                    found[-1][1] = token
                    continue
            found.append([token, token])
        return [(first, last) for first, last in found]

    def spans(self, wanted: Iterable[int], *, trim: bool = True) -> tuple[Span, ...]:
        """The stretches of text of `wanted`, punctuation at the edges cut, wordless runs left out."""
        found = []
        for first, last in self.runs(wanted):
            low, high = first, last
            if trim:
                while low <= high and not self.is_word(low) and self.word(low)[0] not in "$£€#@%":
                    low += 1
                while high >= low and not self.is_word(high) and self.word(high)[-1] not in "%$£€":
                    high -= 1
            if low <= high:
                found.append(Span(self.tokens[low].start, self.tokens[high].end))
        return tuple(found)

    def passages(self, wanted: Iterable[int]) -> tuple[Passage, ...]:
        """The stretches of text of `wanted`, as evidence a reader can be shown."""
        return tuple(Passage(self.article, span) for span in self.spans(wanted))


def tree_of(reading: Reading) -> Tree:
    """Index the parse of `reading` for walking."""
    children = children_of(reading.tokens)
    sentence_of = [-1] * len(reading.tokens)
    for number, sentence in enumerate(reading.sentences):
        for index in range(sentence.first, sentence.last):
            sentence_of[index] = number
    return Tree(
        article=reading.article.id,
        text=reading.article.text,
        tokens=reading.tokens,
        children=tuple(children.get(index, ()) for index in range(len(reading.tokens))),
        sentences=reading.sentences,
        sentence_of=tuple(sentence_of),
    )
