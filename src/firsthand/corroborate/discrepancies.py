"""In what two accounts differ: number, date, place, denial, basis, quotation, attribution.

Typed values and sides decide, never likeness of wording. One pair of passages stands for each
difference, taken from the texts copied, not from their copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.corroborate.coverage import Coverage
from firsthand.corroborate.cues import basis_phrase, dependence
from firsthand.corroborate.denials import changed_minds, denials
from firsthand.corroborate.miscopied import miscopied
from firsthand.corroborate.rivals import attributions, rivals, updates
from firsthand.corroborate.showing import quoted
from firsthand.corroborate.voice import Voice
from firsthand.domain import (
    Change,
    ClaimFinding,
    ClaimStory,
    CopyChange,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Passage,
    Quotation,
    Reason,
    Span,
)

__all__ = ["discrepancies"]


def _bases(cover: Coverage, spoken: dict[int, list[Voice]]) -> Iterator[Discrepancy]:
    """Different things that one party's statement is said to follow, in different texts."""
    seen: dict[str, list[tuple[str, Passage]]] = {}
    for voices in spoken.values():
        for voice in voices:
            if cover.roots[voice.article] != voice.article:
                continue
            span = cover.sentence(voice.mention.passage)
            reading = cover.readings[voice.article]
            spans = [span, *[s.span for s in reading.sentences if s.span.start >= span.end][:1]]
            for sentence in spans:
                text = sentence.of(reading.article.text)
                for cue in dependence(text):
                    phrase = basis_phrase(text, cue)
                    at = sentence.start + cue.start()
                    where = Passage(voice.article, Span(at, at + len(phrase)))
                    if (phrase, where) not in seen.setdefault(voice.key, []):
                        seen[voice.key].append((phrase, where))
    for key in sorted(seen):
        for n, (one, a) in enumerate(seen[key]):
            for other, b in seen[key][n + 1 :]:
                words = [set(re.findall(r"[A-Z]\w{3,}", phrase)) for phrase in (one, other)]
                if a.article == b.article or not all(words) or words[0] & words[1]:
                    continue
                first, second = sorted((a, b))
                yield Discrepancy(
                    type=DiscrepancyType.BASIS,
                    state=DiscrepancyState.OPEN,
                    text=f"What it rests on is told differently: “{one}”, “{other}”",
                    a=first,
                    b=second,
                    reasons=(Reason(feature="two stated bases", evidence=(a, b)),),
                )
                break
            else:
                continue
            break


def _quotations(cover: Coverage, quotations: tuple[Quotation, ...]) -> Iterator[Discrepancy]:
    for quotation in quotations:
        full = next(
            v
            for v in quotation.variants
            if v.change is Change.VERBATIM and cover.words(v.passage) == quotation.canonical
        )
        for variant in quotation.variants:
            if variant.change in {Change.ALTERED, Change.PARAPHRASE}:
                yield Discrepancy(
                    type=DiscrepancyType.QUOTATION,
                    state=DiscrepancyState.OPEN,
                    text=f"One utterance of {quotation.speaker} is printed in other words: "
                    f"“{quoted(cover, full.passage)}”, “{quoted(cover, variant.passage)}”",
                    a=full.passage,
                    b=variant.passage,
                    reasons=(Reason(feature=f"the quotation is {variant.change.value}"),),
                )
                break


def discrepancies(
    cover: Coverage,
    *,
    changes: tuple[CopyChange, ...],
    told: ClaimStory,
    findings: tuple[ClaimFinding, ...],
    spoken: dict[int, list[Voice]],
    kept: dict[int, tuple[Voice, ...]],
    quotations: tuple[Quotation, ...],
) -> tuple[Discrepancy, ...]:
    """Find the differences that a reader of the story must know of.

    Args:
        cover: The story, indexed.
        changes: What copies have otherwise than the texts copied.
        told: Its claims, with the pairs that put rival values.
        findings: The claims judged, in the order of `told`.
        spoken: All voices by the claim's place in `told`.
        kept: The voices that remain after relays and changed minds, likewise.
        quotations: The story's aligned quotations.

    Returns:
        Each pair of passages once a type, sorted by type and place.
    """
    found: dict[tuple[DiscrepancyType, Passage, Passage], Discrepancy] = {}
    for discrepancy in (
        *changed_minds(cover, findings, spoken),
        *denials(cover, findings, spoken, kept),
        *rivals(cover, told, findings, changes),
        *updates(cover, findings),
        *miscopied(cover, changes),
        *attributions(cover, findings, spoken),
        *_bases(cover, spoken),
        *_quotations(cover, quotations),
    ):
        if discrepancy.a == discrepancy.b:
            continue
        first, second = sorted((discrepancy.a, discrepancy.b))
        found.setdefault((discrepancy.type, first, second), discrepancy)
    order = list(DiscrepancyType)
    return tuple(sorted(found.values(), key=lambda d: (order.index(d.type), d.a, d.b)))
