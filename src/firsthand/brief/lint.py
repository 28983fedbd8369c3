"""Warnings about texts as printed: what must not be used as it stands."""

from __future__ import annotations

from firsthand.domain import (
    Change,
    Findings,
    Lint,
    Passage,
    Reading,
    SettledStory,
    SpeakerKind,
    Status,
    ZoneKind,
)
from firsthand.text.folding import fold
from firsthand.text.quotation import quotations

__all__ = ["lint"]


def lint(settled: SettledStory, findings: Findings) -> tuple[Lint, ...]:
    """Check every text against itself and the others.

    Rules: ``headline-quotation`` (words in marks in a headline or standfirst that no body in the
    story carries), ``quotation-altered`` (a quotation whose words differ between printings),
    ``number-without-origin`` (a number that outlets assert without naming anybody),
    ``unnamed-plural`` ("sources" in the plural behind a claim with one origin).

    Returns:
        Warnings by rule, then by passage.
    """
    found = [
        *(one for reading in settled.readings for one in _headline(reading, settled)),
        *_altered(findings),
        *_numbers(settled, findings),
        *_plural_sources(settled),
    ]
    return tuple(sorted(found, key=lambda one: (one.rule, one.passage)))


def _headline(reading: Reading, settled: SettledStory) -> list[Lint]:
    """Quotations of headline and standfirst that stand in no body."""
    bodies = " ".join(
        fold(zone.span.of(other.article.text))
        for other in settled.readings
        for zone in other.article.zones
        if zone.kind is ZoneKind.BODY
    )
    text = reading.article.text
    found = []
    for zone in reading.article.zones:
        if zone.kind not in {ZoneKind.HEADLINE, ZoneKind.STANDFIRST}:
            continue
        for span in quotations(text):
            words = fold(span.of(text)).strip(" .,;:!?'\"")
            if zone.span.holds(span) and words and words not in bodies:
                found.append(
                    Lint(
                        rule="headline-quotation",
                        text=f"“{span.of(text)}” stands in marks in the {zone.kind}, "
                        "but in no article's body",
                        passage=Passage(reading.article.id, span),
                    )
                )
    return found


def _altered(findings: Findings) -> list[Lint]:
    """Quotations printed with other words than elsewhere."""
    return [
        Lint(
            rule="quotation-altered",
            text=f"printed between marks with words that differ from “{quotation.canonical}”",
            passage=variant.passage,
        )
        for quotation in findings.quotations
        for variant in quotation.variants
        if variant.change in {Change.ALTERED, Change.PARAPHRASE}
    ]


def _numbers(settled: SettledStory, findings: Findings) -> list[Lint]:
    """Numbers that nobody is named for: one warning a claim, at its first printing."""
    texts = {reading.article.id: reading.article.text for reading in settled.readings}
    found: dict[Passage, Lint] = {}
    for finding in findings.claims:
        if finding.status is not Status.UNATTRIBUTED:
            continue
        numbers = [value.passage for value in finding.claim.values if value.kind == "number"]
        if numbers:
            first = min(numbers)
            articles = {mention.passage.article for mention in finding.claim.mentions}
            more = f", in {len(articles)} articles" if len(articles) > 1 else ""
            found[first] = Lint(
                rule="number-without-origin",
                text=f"“{first.span.of(texts[first.article])}”: printed without saying who "
                f"counted{more}",
                passage=first,
            )
    return list(found.values())


_PLURALS = ("sources", "officials", "people", "insiders", "diplomats")


def _plural_sources(settled: SettledStory) -> list[Lint]:
    """Unnamed sources in the plural: the text does not let a reader count them."""
    return [
        Lint(
            rule="unnamed-plural",
            text=f"“{statement.source[0].of(reading.article.text)}”: unnamed people in the plural "
            "count as one origin; the text does not show that they are several",
            passage=Passage(reading.article.id, statement.source[0]),
        )
        for reading in settled.readings
        for statement in reading.statements
        if statement.speaker_kind is SpeakerKind.ANONYMOUS
        and statement.source
        and any(word in fold(statement.source[0].of(reading.article.text)) for word in _PLURALS)
    ]
