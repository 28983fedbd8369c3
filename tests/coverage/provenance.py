"""Who took what from whom: the truth about pairs of articles, and about what changed on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from firsthand.domain import CopyManner, CopyRelation, Span
from tests.coverage.drafts import Draft, Line
from tests.coverage.layout import lines_at
from tests.coverage.truth import (
    Altered,
    ArticleTruth,
    CopyKind,
    CopyTruth,
    MentionTruth,
    QuoteTruth,
)

__all__ = ["altered", "article_truth", "copies", "mentions", "quotes"]

_LINE = 8
"""Words from which on a line that stands in two texts of different outlets was taken over."""


def article_truth(draft: Draft) -> ArticleTruth:
    """What is true of one article."""
    source = draft.source
    unseen = (
        source is not None
        and source.wire is not None
        and not source.wire_seen
        and source.kind is CopyKind.WIRE
    )
    return ArticleTruth(
        key=draft.key,
        story=draft.story,
        kind=draft.kind,
        group=draft.group,
        source=None if source is None or unseen else source.key,
        wire=draft.wire,
        wire_seen=draft.wire_seen,
        minute=draft.minute,
        manner=CopyManner.REWORDED if _reworded(draft) else CopyManner.WORDS,
        basis=draft.basis,
    )


def _reworded(draft: Draft | None) -> bool:
    """Whether the text went through other words on its way from the root of its group."""
    while draft is not None and draft.kind.is_whole:
        if draft.kind is CopyKind.REWORDED:
            return True
        draft = draft.source
    return False


def copies(drafts: Sequence[Draft]) -> Iterator[CopyTruth]:
    """Every pair of one story that shares words, once, by keys."""
    for one, other in combinations(drafts, 2):
        relation = _relation(one, other)
        if relation is None:
            continue
        first, second = sorted((one, other), key=lambda draft: draft.key)
        source = None
        if relation is not CopyRelation.QUOTATION:
            source = (
                second.key
                if first.source is second
                else first.key
                if second.source is first
                else None
            )
        yield CopyTruth(a=first.key, b=second.key, relation=relation, source=source)


def _relation(one: Draft, other: Draft) -> CopyRelation | None:
    if one.group == other.group:
        return CopyRelation.WHOLE
    lines = {line.text for line in one.lines()} & {line.text for line in other.lines()}
    if lines & (_borrowed(one) | _borrowed(other)):
        return CopyRelation.BLOCK
    said = {line.quote.id for line in one.lines() if line.quote is not None}
    if said & {line.quote.id for line in other.lines() if line.quote is not None}:
        return CopyRelation.QUOTATION
    return None


def _borrowed(draft: Draft | None) -> set[str]:
    """The lines, long enough to tell, that the text or one it is a copy of took from another."""
    found: set[str] = set()
    while draft is not None:
        found |= {line.text for line in draft.borrowed if len(line.text.split()) >= _LINE}
        draft = draft.source if draft.kind.is_whole else None
    return found


def altered(draft: Draft) -> Iterator[Altered]:
    """Where the article says something else than the text it goes back to."""
    for line, at in lines_at(draft):
        for change in line.changes:
            values = [
                one
                for one in line.told
                if one.value is not None and f"{one.value:,}" == change.after
            ]
            claim = values[0].claim if values and change.kind == "number" else None
            yield Altered(
                article=draft.key,
                span=Span(at + change.start, at + change.end),
                before=change.before,
                after=change.after,
                kind=change.kind,
                claim=claim,
            )


def mentions(draft: Draft) -> Iterator[MentionTruth]:
    """Where the article puts claims."""
    for line, at in lines_at(draft):
        for one in line.told:
            yield MentionTruth(
                article=draft.key,
                claim=one.claim,
                span=Span(at, at + len(line.text)),
                utterance=one.utterance,
                witness=one.witness,
                relay=one.relay,
                value=one.value,
            )


def quotes(draft: Draft) -> Iterator[QuoteTruth]:
    """What the article prints between marks."""
    for line, at in lines_at(draft):
        if line.quote is not None and (start := line.text.find(line.quoted)) >= 0:
            yield QuoteTruth(
                article=draft.key,
                utterance=line.quote.id,
                span=Span(at + start, at + start + len(line.quoted)),
                change=_change(line),
            )


def _change(line: Line) -> str:
    words = line.quote.words if line.quote is not None else None
    if words is None or line.quoted == words:
        return "verbatim"
    return "truncated" if line.quoted.rstrip(" …") in words else "altered"
