"""Places an article names, and what they may stand for."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.domain import Article, Mention, MentionKind, Sentence, Token, Where

__all__ = ["places"]


def places(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
) -> tuple[Where, ...]:
    """Every place mention, unresolved, in reading order."""
    del article, tokens, sentences
    return tuple(
        Where(span=mention.span, name=mention.name, chosen=None)
        for mention in mentions
        if mention.kind is MentionKind.PLACE
    )
