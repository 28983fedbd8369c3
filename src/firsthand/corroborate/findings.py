"""Findings of one story: every claim judged, then the differences and quotations across texts."""

from __future__ import annotations

from dataclasses import replace

from firsthand.corroborate.coverage import Coverage, coverage_of
from firsthand.corroborate.discrepancies import discrepancies
from firsthand.corroborate.history import history_of
from firsthand.corroborate.independence import independence
from firsthand.corroborate.miscopied import copy_changes, without_changed
from firsthand.corroborate.origins import heard, origins
from firsthand.corroborate.quotations import aligned_quotations
from firsthand.corroborate.standing import grade_of, status_of
from firsthand.corroborate.voice import Voice
from firsthand.corroborate.voices import voices
from firsthand.domain import Claim, ClaimFinding, ClaimStory, Findings, SettledStory

__all__ = ["corroborate"]


def _finding(cover: Coverage, claim: Claim, spoken: list[Voice]) -> ClaimFinding:
    told = heard(cover, spoken)
    found = origins(told)
    count, merges = independence(cover, told)
    status = status_of(
        claim, found, count, conceded=bool(told.conceded), withdrawn=bool(told.withdrawn)
    )
    return ClaimFinding(
        claim=claim,
        status=status,
        origins=found,
        independent=count,
        merges=merges,
        relays=tuple(sorted({relay for origin in found for relay in origin.relays})),
        history=history_of(cover, spoken, told),
        grade=grade_of(status, count),
    )


def corroborate(settled: SettledStory, told: ClaimStory) -> Findings:
    """Judge every claim of a story: who stands for it, who against, how many are independent.

    Nothing here says what is true. The result does not depend on the order of articles.

    Args:
        settled: The story with names, authorities and dates that agree across articles.
        told: Its claims.

    Returns:
        A finding a claim, in the order of `told`; empty when nothing was claimed.
    """
    cover = coverage_of(settled)
    changes = copy_changes(cover, settled)
    put = [without_changed(cover, claim, changes) for claim in told.claims]
    spoken = {number: voices(cover, claim) for number, claim in enumerate(put)}
    findings = tuple(
        replace(
            _finding(cover, put[number], spoken[number]),
            claim=claim,
            otherwise=tuple(
                mention.passage for mention in claim.mentions if mention not in put[number].mentions
            ),
        )
        for number, claim in enumerate(told.claims)
    )
    quotations = aligned_quotations(cover, told)
    return Findings(
        claims=findings,
        discrepancies=discrepancies(
            cover,
            changes=changes,
            told=told,
            findings=findings,
            spoken=spoken,
            kept={number: heard(cover, mine).voices for number, mine in spoken.items()},
            quotations=quotations,
        ),
        quotations=quotations,
        copy_changes=changes,
    )
