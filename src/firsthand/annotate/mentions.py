"""Names in an article: people, bodies, places, peoples."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.domain import Article, Mention, MentionKind, Sentence, Span, Token

__all__ = ["mentions"]

_KINDS = {
    "PERSON": MentionKind.PERSON,
    "ORG": MentionKind.ORGANISATION,
    "GPE": MentionKind.PLACE,
    "LOC": MentionKind.PLACE,
    "FAC": MentionKind.PLACE,
    "NORP": MentionKind.NATIONALITY,
}
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


def mentions(
    article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[Mention, ...]:
    """Names as the recogniser found them, never merged over line breaks, in reading order."""
    found: list[Mention] = []
    for sentence in sentences:
        run: list[Token] = []
        for token in [*tokens[sentence.first : sentence.last], None]:
            goes_on = (
                token is not None
                and run
                and token.entity == run[-1].entity
                and "\n" not in article.text[run[-1].end : token.start]
            )
            if not goes_on and run:
                span = Span(run[0].start, run[-1].end)
                name = " ".join(
                    _POSSESSIVE.sub("", _ARTICLE.sub("", span.of(article.text))).split()
                )
                if name:
                    found.append(Mention(span=span, kind=_KINDS[run[0].entity], name=name))
                run = []
            if token is not None and token.entity in _KINDS:
                run.append(token)
    return tuple(found)
