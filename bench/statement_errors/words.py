"""A document's words, as the statement scorer counts them, with what the parse says of each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.annotate.annotator import Annotator
from firsthand.annotate.parse import parse
from firsthand.extract import plain_article
from firsthand.text.quotation import quotations

__all__ = ["Word", "Words", "words_of"]

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Word:
    """One run of letters and digits."""

    start: int
    end: int
    """Code points into the document's text, end exclusive."""

    pos: str = ""
    """Universal part of speech; empty where the text was not parsed."""

    lemma: str = ""
    sentence: int = -1
    quoted: bool = False
    """Whether it stands between quotation marks."""

    zone: str = "body"
    """headline, standfirst, body or caption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All words of one document, ascending."""

    text: str
    words: tuple[Word, ...]

    def covered(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        """Indices of the words that `spans` (``[start, end]``, end exclusive) touch."""
        found: set[int] = set()
        for start, end in spans:
            first = bisect_right(self.words, start, key=lambda word: word.end)
            after = bisect_left(self.words, end, key=lambda word: word.start)
            found.update(range(first, after))
        return frozenset(found)

    def written(self, indices: Iterable[int]) -> str:
        """The words at `indices`, for a reader, with an ellipsis where some are left out."""
        runs: list[str] = []
        before: int | None = None
        for index in sorted(indices):
            word = self.words[index]
            if before is not None and before + 1 == index:
                runs[-1] += self.text[self.words[before].end : word.end]
            else:
                runs.append(self.text[word.start : word.end])
            before = index
        return " … ".join(" ".join(run.split()) for run in runs)


def words_of(text: str, *, title: str | None = None, language: str = "en") -> Words:
    """The words of `text`, parsed as the product parses where it knows the language.

    Args:
        text: The document's, as the offsets of its relations refer to it.
        title: By which the headline is known in the text.
        language: BCP 47.

    Raises:
        InputError: The text cannot be parsed.
    """
    bare = [Word(found.start(), found.end()) for found in _WORD.finditer(text)]
    marked = quotations(text)
    opening = [span.start for span in marked]
    if language.split("-", maxsplit=1)[0].lower() == "en":
        article = plain_article(text, item="document", title=title, language="en")
        tokens, sentences = parse(article, model=Annotator().model)
    else:
        tokens, sentences = (), ()
    token_ends = [token.end for token in tokens]
    sentence_starts = [sentence.span.start for sentence in sentences]
    made = []
    for word in bare:
        at = bisect_right(token_ends, word.start)
        token = tokens[at] if at < len(tokens) and tokens[at].start < word.end else None
        sentence = bisect_right(sentence_starts, word.start) - 1
        quote = bisect_right(opening, word.start) - 1
        made.append(
            Word(
                word.start,
                word.end,
                pos=token.pos if token else "",
                lemma=token.lemma.lower() if token else "",
                sentence=sentence,
                quoted=quote >= 0 and word.start < marked[quote].end,
                zone=sentences[sentence].zone.value if sentence >= 0 else "body",
            )
        )
    return Words(text=text, words=tuple(made))
