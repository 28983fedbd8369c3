"""Find time expressions."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.domain import Sentence, Token, When

__all__ = ["times_in"]


def times_in(
    text: str,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    *,
    published: str | None,
    dateline: str | None = None,
) -> tuple[When, ...]:
    """Time expressions of `text`."""
    del text, tokens, sentences, published, dateline
    return ()
