"""What one outlet takes from another, read in the text it was taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.corroborate.coverage import Coverage, key_of
from firsthand.domain import ArticleId, ClaimMention, Passage, Span, Statement
from firsthand.text.folding import fold

__all__ = ["HandedOn", "handed_on"]

_WORD = re.compile(r"\d[\d,.]*\d|\w{4,}|\d")

_SHARE = 0.5
"""Share of the shorter wording's content words that both texts must have: a reworded report keeps
about half, two sentences of one report share a quarter."""

_FEWEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOn:
    """The passage of an outlet's own text that another outlet took from it."""

    passage: Passage
    statement: Statement | None
    """Who is named for it there; None where that text only asserts it."""


def _content(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(words)))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    both = len(one & other)
    return both / min(len(one), len(other)) if both >= _FEWEST else 0.0


def handed_on(cover: Coverage, outlet: str, mention: ClaimMention) -> HandedOn | None:
    """Find where the outlet's own text says what another outlet reports it to have said.

    An agency that only passes on a speaker is no origin, even where the copy names the agency
    alone.

    Args:
        cover: The story.
        outlet: The outlet that the mention names as having reported it.
        mention: Where another text says so.

    Returns:
        None when the outlet's text is not in the story or does not have it, and for the outlet's
        own text.
    """
    texts = [name for name in cover.texts.get(key_of(outlet), ()) if name in cover.readings]
    if not texts or cover.roots[mention.passage.article] in texts:
        return None
    wanted = _content(cover.words(mention.passage))
    found = [
        (share, attributed, candidate)
        for article in texts
        for share, attributed, candidate in _candidates(cover, article, wanted)
        if share >= _SHARE
    ]
    if not found:
        return None
    best = max(found, key=lambda one: (one[0], one[1], one[2].passage))
    named = [one for one in found if one[1] and one[0] >= best[0]]
    return (named or [best])[-1][2]


def _candidates(
    cover: Coverage, article: ArticleId, wanted: frozenset[str]
) -> list[tuple[float, bool, HandedOn]]:
    """Statements and sentences of a text, each with its share of the words looked for."""
    if article not in cover.contents:
        cover.contents[article] = tuple(_contents(cover, article))
    return [
        (
            _share(wanted, content),
            statement is not None,
            HandedOn(passage=passage, statement=statement),
        )
        for content, passage, statement in cover.contents[article]
        if len(wanted & content) >= _FEWEST
    ]


def _contents(
    cover: Coverage, article: ArticleId
) -> Iterator[tuple[frozenset[str], Passage, Statement | None]]:
    reading = cover.readings[article]
    text = reading.article.text
    for statement in reading.statements:
        if statement.speaker is not None and not cover.is_outlet(statement.speaker):
            words = " ".join(span.of(text) for span in statement.content)
            whole = Span(statement.content[0].start, statement.content[-1].end)
            yield _content(words), Passage(article, whole), statement
    for sentence in reading.sentences:
        yield _content(sentence.span.of(text)), Passage(article, sentence.span), None
