"""Lines on what changed and what differs: shifts of position, and discrepancies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from firsthand.brief.ranking import weight
from firsthand.brief.wording import clipped, proposition
from firsthand.domain import (
    ArticleId,
    ClaimFinding,
    Discrepancy,
    DiscrepancyState,
    Line,
    Status,
    Step,
    StepBasis,
)

__all__ = ["differences", "shifts"]

Letters = Mapping[ArticleId, str]

_SHIFTING = {"denied", "acknowledged", "retracted", "not-confirmed", "confirmed"}
_BASES = {
    StepBasis.CHARACTERISED: "in the reporter's word, no quotation",
    StepBasis.OWN_WORDS: "own words",
    StepBasis.REPORTED: "reported",
}


def shifts(findings: Sequence[ClaimFinding], letter: Letters) -> Iterable[Line]:
    """Histories in which somebody changed position, step by step, with what each step rests on."""
    for finding in sorted(findings, key=weight):
        if finding.status not in {Status.CONCEDED, Status.RETRACTED}:
            continue
        steps = _turning(finding.history)
        if not steps:
            continue
        told = [
            f"{step.by or 'somebody unnamed'} {step.state}, "
            f"{step.date[:10] if step.date else 'undated'} ({_BASES[step.basis]}) "
            f"[{letter.get(step.passage.article, '?')}]"
            for step in steps
        ]
        yield Line(
            text=f"{proposition(finding.claim.text)}: " + "; ".join(told),
            citations=tuple(step.passage for step in steps),
            claim=finding.claim.id,
        )


def _turning(history: Sequence[Step]) -> list[Step]:
    """The steps of those who changed position; all that deny or own up where nobody took two."""
    states: dict[str | None, set[str]] = defaultdict(set)
    for step in history:
        states[step.by].add(step.state)
    turned = {name for name, taken in states.items() if len(taken) > 1 and taken & _SHIFTING}
    return (
        [step for step in history if step.by in turned]
        or [step for step in history if step.state in _SHIFTING]
        or list(history)
    )


def differences(found: Sequence[Discrepancy], letter: Letters) -> Iterable[Line]:
    """Discrepancies, open ones first."""
    order = {
        DiscrepancyState.OPEN: 0,
        DiscrepancyState.SUPERSEDED: 1,
        DiscrepancyState.COMPATIBLE: 2,
    }
    for one in sorted(found, key=lambda d: (order[d.state], str(d.type), d.a, d.b)):
        codes = f"{letter.get(one.a.article, '?')}/{letter.get(one.b.article, '?')}"
        yield Line(
            text=f"{clipped(one.text, at_most=260)} [{codes}]",
            citations=(one.a, one.b),
            aside=f"{one.type}, {one.state}",
        )
