"""An article's words, ready to be laid beside others, and the passages that stand in two texts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from firsthand.copies.chaining import Run
from firsthand.copies.laying import BUSIEST, GAP, SHORTEST, brief, lay
from firsthand.domain import Article, Span, ZoneKind
from firsthand.text.shingles import Codes, Words, shingles, words
from firsthand.text.terms import quoted_words

__all__ = ["Run", "Worded", "body_pieces", "body_words", "runs", "worded"]


@dataclass(frozen=True, kw_only=True, eq=False)
class Worded:
    """An article with the words of its body; what only some judgements ask for is made when asked."""

    article: Article
    words: Words
    codes: Codes
    """Shingle codes by first word."""

    @cached_property
    def quoted(self) -> npt.NDArray[np.bool_]:
        """For each word, whether it stands between quotation marks."""
        return quoted_words(self.article.text, self.words)

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """First word and word after the last of each paragraph that is not headline."""
        counts = self.words.cut.counts().tolist()
        ends = np.cumsum(counts, dtype=np.int64).tolist()
        return tuple((end - count, end) for count, end in zip(counts, ends, strict=True) if count)


def _body(article: Article) -> list[Span]:
    return [zone.span for zone in article.zones if zone.kind is not ZoneKind.HEADLINE]


def body_pieces(article: Article) -> list[str]:
    """The paragraphs of everything but the headline: newsrooms write their own headlines."""
    text = article.text
    return [text[span.start : span.end] for span in _body(article)]


def body_words(article: Article) -> Words:
    """The words of everything but the headline."""
    return words(article.text, _body(article))


def worded(article: Article) -> Worded:
    """Cut an article's body into words."""
    found = body_words(article)
    return Worded(article=article, words=found, codes=shingles(found.numbers))


def runs(
    a: Worded, b: Worded, *, shortest: int = SHORTEST, gap: int = GAP, busiest: int = BUSIEST
) -> list[Run]:
    """Find the runs that stand in both texts, ascending by place in `a`, not overlapping in either.

    Args:
        a: One text.
        b: The other.
        shortest: Fewest equal words of a run.
        gap: Most words between two pieces that are still one run with an edit inside.
        busiest: A shingle that occurs more often in either text seeds nothing.
    """
    found = lay(
        brief(np.concatenate([a.codes, b.codes])),
        (np.array([0, len(a.codes)]), np.array([len(a.codes), len(a.codes) + len(b.codes)])),
        np.zeros(1, dtype=np.int64),
        np.ones(1, dtype=np.int64),
        shortest=shortest,
        gap=gap,
        busiest=busiest,
    )
    return found.of(0, len(found.pair))
