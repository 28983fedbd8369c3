"""Numbers with what they count."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.domain import Article, Quantity, Sentence, Token

__all__ = ["quantities"]


def quantities(
    article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[Quantity, ...]:
    """Quantities of the article, in reading order."""
    del article, tokens, sentences
    return ()
