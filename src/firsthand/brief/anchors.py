"""Where a link goes: the passages of a brief, numbered within their articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.brief.citing import Citing
from firsthand.brief.daybook import daybook
from firsthand.brief.reuse import reused
from firsthand.brief.who import who
from firsthand.domain import ArticleId, Brief, Passage, Reason

__all__ = ["Anchors", "anchor_of", "anchors"]


def anchor_of(passage: Passage) -> str:
    """The name of a passage's place in a page: article, first and last code point."""
    return f"p-{passage.article}-{passage.span.start}-{passage.span.end}"


@dataclass(frozen=True, slots=True)
class Anchors:
    """The cited passages of a brief with their short names ("C3")."""

    names: dict[Passage, str]
    numbers: dict[Passage, int]
    """The number alone, within its article."""

    by_article: dict[ArticleId, tuple[Passage, ...]]
    """In order of the text; the longer first where two begin at one place."""

    main: frozenset[Passage]
    """Those that a line, a claim, a difference or a quotation rests on; the others are details."""


def anchors(brief: Brief, cite: Citing) -> Anchors:
    """Number every passage that the brief cites anywhere, article by article, in reading order."""
    cited = {passage for passage in _cited(brief, cite) if passage.article in cite.by_id}
    by_article = {}
    names: dict[Passage, str] = {}
    numbers: dict[Passage, int] = {}
    for article in cite.articles:
        own = sorted(
            (passage for passage in cited if passage.article == article.id),
            key=lambda passage: (passage.span.start, -passage.span.end),
        )
        by_article[article.id] = tuple(own)
        letter = cite.letter(article.id)
        joint = "." if letter[-1].isdigit() else ""
        for number, passage in enumerate(own, start=1):
            numbers[passage] = number
            names[passage] = f"{letter}{joint}{number}"
    return Anchors(names, numbers, by_article, frozenset(_main(brief)) & cited)


def _main(brief: Brief) -> Iterable[Passage]:
    """What the brief itself rests on."""
    for section in brief.sections:
        for line in section.lines:
            yield from line.citations
    for finding in brief.findings.claims:
        for mention in finding.claim.mentions:
            yield mention.passage
    for difference in brief.findings.discrepancies:
        yield from (difference.a, difference.b)
    for quotation in brief.findings.quotations:
        for variant in quotation.variants:
            yield variant.passage


def _cited(brief: Brief, cite: Citing) -> Iterable[Passage]:
    """Every passage that any part of the page links to."""
    yield from _main(brief)
    for finding in brief.findings.claims:
        for step in finding.history:
            yield step.passage
        for value in finding.claim.values:
            yield value.passage
        yield from _evidence((*finding.reasons, *finding.claim.reasons))
        yield from _evidence(merge.reason for merge in finding.merges)
        for origin in finding.origins:
            yield from _evidence(origin.reasons)
    for difference in brief.findings.discrepancies:
        yield from _evidence(difference.reasons)
    for entry in brief.timeline:
        yield entry.passage
        yield from entry.also
    for place in brief.places:
        yield from place.mentions
    for one in who(brief):
        for placed in one.places:
            yield from placed.passages
    for edge in brief.edges:
        if edge.evidence is not None:
            yield edge.evidence
    for day in daybook(brief, cite):
        for _, passage in day.new:
            yield passage
    for row in reused(brief, cite):
        yield from row.passages
    for warning in brief.lint:
        yield warning.passage
    for reading in brief.settled.readings:
        if reading.article.published_evidence is not None:
            yield reading.article.published_evidence
        yield from _evidence(reading.article.reasons)


def _evidence(reasons: Iterable[Reason]) -> Iterable[Passage]:
    """The passages that reasons point to."""
    for reason in reasons:
        yield from reason.evidence
