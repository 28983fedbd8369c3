"""Invented articles with statements marked by hand, read by the real annotator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from firsthand.annotate import Annotator
from firsthand.domain import (
    CopyLink,
    Manner,
    Reading,
    SettledStory,
    Span,
    Stance,
    Statement,
    StatementId,
    Story,
    StoryId,
    digest,
)
from firsthand.extract import plain_article


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement to mark: its words, its cue and its speaker, as they stand in the text."""

    content: str
    speaker: str
    cue: str = "said"
    stance: Stance = Stance.ASSERTS
    denies_inside: bool = False
    manner: Manner = Manner.INDIRECT


@cache
def _annotator() -> Annotator:
    return Annotator()


@cache
def read(text: str, outlet: str, said: tuple[Said, ...] = ()) -> Reading:
    """The reading of `text`, with the statements of `said`."""
    article = plain_article(text, item=f"{outlet}.txt", published="2025-03-12", outlet=outlet)
    statements = []
    for one in said:
        start = text.index(one.content)
        content = Span(start, start + len(one.content))
        cues = [i for i in range(len(text)) if text.startswith(one.cue, i)]
        cue = min(cues, key=lambda i: min(abs(i - content.start), abs(i - content.end)))
        statements.append(
            Statement(
                id=StatementId(digest("s", article.id, content.start, one.speaker)),
                article=article.id,
                content=(content,),
                cue=(Span(cue, cue + len(one.cue)),),
                speaker=one.speaker,
                manner=one.manner,
                stance=one.stance,
                denies_inside=one.denies_inside,
            )
        )
    return replace(_annotator().read(article), statements=tuple(statements))


def story(*readings: Reading, links: Sequence[CopyLink] = ()) -> SettledStory:
    """A settled story of these readings."""
    ordered = tuple(sorted(readings, key=lambda r: r.article.id))
    return SettledStory(
        story=Story(
            id=StoryId("t1"), title="A story", articles=tuple(r.article.id for r in ordered)
        ),
        readings=ordered,
        links=tuple(links),
    )
