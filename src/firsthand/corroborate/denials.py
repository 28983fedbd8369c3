"""Denials: one party against another, and one party against what it said before."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.corroborate.coverage import Coverage, key_of
from firsthand.corroborate.showing import original_first, quoted
from firsthand.corroborate.voice import Voice
from firsthand.domain import (
    ClaimFinding,
    ClaimKind,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Manner,
    Passage,
    Reason,
    Side,
    Stance,
    Status,
)

__all__ = ["changed_minds", "denials"]


def _telling(cover: Coverage, voice: Voice) -> tuple[bool, bool, Passage]:
    """Sort key: originals before copies, then the speaker's own words, then order of the texts."""
    statement = cover.statements.get(voice.statement) if voice.statement is not None else None
    own = statement is None or statement.manner is Manner.DIRECT
    copied, passage = original_first(cover, voice.mention)
    return (copied, not own, passage)


def denials(
    cover: Coverage,
    findings: tuple[ClaimFinding, ...],
    spoken: dict[int, list[Voice]],
    kept: dict[int, tuple[Voice, ...]],
) -> Iterator[Discrepancy]:
    """Find claims that one party puts and another denies, or that one party first denied."""
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
            text=f"{names}: “{quoted(cover, a.mention.passage)}” against "
            f"“{quoted(cover, b.mention.passage)}”",
            a=a.mention.passage,
            b=b.mention.passage,
            reasons=(
                Reason(
                    feature="one side affirms what the other denies",
                    evidence=(a.mention.passage, b.mention.passage),
                ),
            ),
        )


def changed_minds(
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
                        f"“{quoted(cover, where)}”, “{quoted(cover, voice.mention.passage)}”",
                        a=where,
                        b=voice.mention.passage,
                        reasons=(Reason(feature="the same party denied and later acknowledges"),),
                    )
                    break
