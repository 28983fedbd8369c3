"""In what two accounts differ: number, date, place, denial, basis, quotation, attribution.

Typed values and sides decide, never likeness of wording. One pair of passages stands for each
difference, taken from the texts copied, not from their copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from firsthand.corroborate.coverage import Coverage, key_of
from firsthand.corroborate.cues import basis_phrase, dependence
from firsthand.corroborate.voices import Voice
from firsthand.domain import (
    Change,
    Claim,
    ClaimFinding,
    ClaimKind,
    ClaimMention,
    ClaimStory,
    CopyRelation,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Manner,
    OriginKind,
    Passage,
    Quotation,
    Reason,
    SettledStory,
    Side,
    Span,
    Stance,
    Status,
)

__all__ = ["discrepancies"]

_SLOTS = {
    "number": DiscrepancyType.NUMBER,
    "date": DiscrepancyType.DATE,
    "place": DiscrepancyType.PLACE,
}
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_WORD = re.compile(r"\d[\d,.]*\d|\w+")
_SMALLEST = 3
"""Counts below this ("one contractor") agree by chance too often to show a wrong credit."""

_BODIES = frozenset({OriginKind.BODY, OriginKind.STATE})


def _quoted(cover: Coverage, passage: Passage, most: int = 90) -> str:
    words = " ".join(cover.words(passage).split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"


def _original(cover: Coverage, mention: ClaimMention) -> tuple[bool, Passage]:
    """Sort key: mentions in texts that are nobody's copy come first."""
    article = mention.passage.article
    return (cover.roots[article] != article or article in cover.links, mention.passage)


def _telling(cover: Coverage, voice: Voice) -> tuple[bool, bool, Passage]:
    """Sort key: originals before copies, then the speaker's own words, then order of the texts."""
    statement = cover.statements.get(voice.statement) if voice.statement is not None else None
    own = statement is None or statement.manner is Manner.DIRECT
    copied, passage = _original(cover, voice.mention)
    return (copied, not own, passage)


def _denials(
    cover: Coverage,
    findings: tuple[ClaimFinding, ...],
    spoken: dict[int, list[Voice]],
    kept: dict[int, tuple[Voice, ...]],
) -> Iterator[Discrepancy]:
    for number, finding in enumerate(findings):
        settled = finding.status in {Status.CONCEDED, Status.RETRACTED}
        voices = spoken[number] if settled else kept[number]
        for_ = [v for v in voices if v.side is Side.FOR]
        against = [v for v in voices if v.side is Side.AGAINST]
        if (
            not for_
            or not against
            or (
                finding.status is Status.ATTESTED
                and finding.claim.kind
                in {
                    ClaimKind.DEMAND,
                    ClaimKind.UTTERANCE,
                }
            )
        ):
            continue
        a = min(for_, key=lambda v: _telling(cover, v))
        others = [v for v in against if v.key != a.key] or against
        b = min(others, key=lambda v: _telling(cover, v))
        if a.key == b.key and not settled:
            continue
        names = f"{a.name} and {b.name} differ" if a.key != b.key else f"{a.name} changed position"
        yield Discrepancy(
            type=DiscrepancyType.DENIAL,
            state=DiscrepancyState.SUPERSEDED if settled else DiscrepancyState.OPEN,
            text=f"{names}: “{_quoted(cover, a.mention.passage)}” against "
            f"“{_quoted(cover, b.mention.passage)}”",
            a=a.mention.passage,
            b=b.mention.passage,
            reasons=(
                Reason(
                    feature="one side affirms what the other denies",
                    evidence=(a.mention.passage, b.mention.passage),
                ),
            ),
        )


def _changed_minds(
    cover: Coverage, findings: tuple[ClaimFinding, ...], spoken: dict[int, list[Voice]]
) -> Iterator[Discrepancy]:
    """Denials that name their object only as "the reports", beside a later acknowledgement."""
    for number, finding in enumerate(findings):
        if finding.status is not Status.CONCEDED:
            continue
        for voice in spoken[number]:
            statement = cover.statements.get(voice.statement) if voice.statement else None
            if statement is None or voice.stance is not Stance.ACKNOWLEDGES:
                continue
            for other in cover.readings[voice.article].statements:
                whose = {key_of(n) for n in (other.speaker or "", other.authority or "")}
                if other.stance is Stance.DENIES and voice.key in whose:
                    cue = other.cue[0] if other.cue else other.content[0]
                    span = other.content[0].cover(cue)
                    if other.source and other.source[0].start < span.start:
                        span = span.cover(other.source[0])
                    where = Passage(voice.article, span)
                    yield Discrepancy(
                        type=DiscrepancyType.DENIAL,
                        state=DiscrepancyState.SUPERSEDED,
                        text=f"{voice.name} denied, then acknowledged: "
                        f"“{_quoted(cover, where)}”, “{_quoted(cover, voice.mention.passage)}”",
                        a=where,
                        b=voice.mention.passage,
                        reasons=(Reason(feature="the same party denied and later acknowledges"),),
                    )
                    break


def _rivals(
    cover: Coverage,
    told: ClaimStory,
    findings: tuple[ClaimFinding, ...],
) -> Iterator[Discrepancy]:
    by_id = {finding.claim.id: finding for finding in findings}
    for one, other, slot in told.rivals:
        if one not in by_id or other not in by_id or slot not in _SLOTS:
            continue
        a, b = by_id[one], by_id[other]
        first, second = (min(f.claim.mentions, key=lambda m: _original(cover, m)) for f in (a, b))
        names = [{key_of(o.name) for o in f.origins if o.side is Side.FOR} for f in (a, b)]
        days = [_first_day(cover, f.claim) for f in (a, b)]
        same = bool(names[0]) and names[0] == names[1]
        update = same and None not in days and days[0] != days[1]
        if update and days[0] is not None and days[1] is not None and days[0] > days[1]:
            first, second = second, first
        verb = "is updated" if update else "differs"
        yield Discrepancy(
            type=_SLOTS[slot],
            state=DiscrepancyState.SUPERSEDED if update else DiscrepancyState.OPEN,
            text=f"The {slot} {verb}: “{_quoted(cover, first.passage)}”, "
            f"“{_quoted(cover, second.passage)}”",
            a=first.passage,
            b=second.passage,
            reasons=(
                Reason(
                    feature="one origin, a later day"
                    if update
                    else f"two values in one {slot} slot",
                    evidence=(first.passage, second.passage),
                ),
            ),
        )


def _first_day(cover: Coverage, claim: Claim) -> str | None:
    days = []
    for mention in claim.mentions:
        statement = cover.statements.get(mention.statement) if mention.statement else None
        day = cover.day(statement, mention.passage.article)
        if day is not None:
            days.append(day)
    return min(days, default=None)


def _miscopied(cover: Coverage, settled: SettledStory) -> Iterator[Discrepancy]:
    """Numbers that a copy prints differently from the text copied, every word around them the same."""
    for link in settled.links:
        if link.relation is CopyRelation.QUOTATION:
            continue
        for pair in link.passages:
            a, b = Passage(link.original, pair.a), Passage(link.copy, pair.b)
            if {a.article, b.article} <= set(cover.readings):
                yield from _misprints(cover, a, b)


def _misprints(cover: Coverage, a: Passage, b: Passage) -> Iterator[Discrepancy]:
    one, other = (list(_WORD.finditer(cover.words(p))) for p in (a, b))
    matcher = SequenceMatcher(
        None, [m.group() for m in one], [m.group() for m in other], autojunk=False
    )
    for change, first, last, start, end in matcher.get_opcodes():
        if change != "replace" or last - first != 1 or end - start != 1:
            continue
        written = [one[first].group(), other[start].group()]
        if not all(_NUMBER.fullmatch(number) for number in written):
            continue
        if written[0].replace(",", "") == written[1].replace(",", ""):
            continue
        yield Discrepancy(
            type=DiscrepancyType.NUMBER,
            state=DiscrepancyState.OPEN,
            text=f"A copy prints {written[1]} where the text copied has {written[0]}",
            a=_around(cover, a, one[first]),
            b=_around(cover, b, other[start]),
            reasons=(Reason(feature="the words around it are the same", evidence=(a, b)),),
        )


def _around(cover: Coverage, passage: Passage, match: re.Match[str]) -> Passage:
    """The words around a number of a passage: a clause's worth."""
    words = cover.words(passage)
    marks = (", ", "; ", ". ", "\n", " and ")
    before = max(
        (words.rfind(m, 0, match.start()) + len(m) for m in marks if m in words[: match.start()]),
        default=0,
    )
    ends = [words.find(mark, match.end()) for mark in marks]
    end = min((e for e in ends if e != -1), default=len(words))
    start = passage.span.start
    return Passage(passage.article, Span(start + before, start + max(end, match.end())))


def _counts(claim: Claim, mention: ClaimMention) -> frozenset[tuple[float, float, str | None]]:
    """The counts of a claim that stand in one of its mentions, with what is counted."""
    return frozenset(
        (value.number.low, value.number.high, value.number.noun)
        for value in claim.values
        if value.number is not None
        and value.number.low >= _SMALLEST
        and value.passage.article == mention.passage.article
        and value.passage.span.overlaps(mention.passage.span)
    )


def _attributions(
    cover: Coverage, findings: tuple[ClaimFinding, ...], spoken: dict[int, list[Voice]]
) -> Iterator[Discrepancy]:
    """One number given to one body here and to another there."""
    for number, finding in enumerate(findings):
        for_ = [v for v in spoken[number] if v.side is Side.FOR and v.kind in _BODIES]
        keys = sorted({v.key for v in for_})
        if len(keys) != 2 or finding.independent.low > 1:
            continue
        valued = [
            [
                (v, _counts(finding.claim, v.mention))
                for v in sorted(for_, key=lambda v: _original(cover, v.mention))
                if v.key == key and _counts(finding.claim, v.mention)
            ]
            for key in keys
        ]
        pairs = [
            (a, b)
            for a, ours in valued[0]
            for b, theirs in valued[1]
            if ours & theirs and a.article != b.article
        ]
        if not pairs:
            continue
        a, b = pairs[0]
        yield Discrepancy(
            type=DiscrepancyType.ATTRIBUTION,
            state=DiscrepancyState.OPEN,
            text=f"One figure, given to {a.name} and to {b.name}",
            a=a.mention.passage,
            b=b.mention.passage,
            reasons=(Reason(feature="the same value under two names, neither citing the other"),),
        )


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
                    f"“{_quoted(cover, full.passage)}”, “{_quoted(cover, variant.passage)}”",
                    a=full.passage,
                    b=variant.passage,
                    reasons=(Reason(feature=f"the quotation is {variant.change.value}"),),
                )
                break


def discrepancies(
    cover: Coverage,
    *,
    settled: SettledStory,
    told: ClaimStory,
    findings: tuple[ClaimFinding, ...],
    spoken: dict[int, list[Voice]],
    kept: dict[int, tuple[Voice, ...]],
    quotations: tuple[Quotation, ...],
) -> tuple[Discrepancy, ...]:
    """Find the differences that a reader of the story must know of.

    Args:
        cover: The story, indexed.
        settled: The story.
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
        *_changed_minds(cover, findings, spoken),
        *_denials(cover, findings, spoken, kept),
        *_rivals(cover, told, findings),
        *_miscopied(cover, settled),
        *_attributions(cover, findings, spoken),
        *_bases(cover, spoken),
        *_quotations(cover, quotations),
    ):
        if discrepancy.a == discrepancy.b:
            continue
        first, second = sorted((discrepancy.a, discrepancy.b))
        found.setdefault((discrepancy.type, first, second), discrepancy)
    order = list(DiscrepancyType)
    return tuple(sorted(found.values(), key=lambda d: (order.index(d.type), d.a, d.b)))
