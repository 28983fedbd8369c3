"""Give the reasons of a statement the scores that were measured for them."""

from __future__ import annotations

from dataclasses import replace

from firsthand.domain import Reason, Statement, StatementField
from firsthand.tables.reasonscores import ReasonScores, reason_scores

__all__ = ["measured", "value_of"]

_PLACES = 2
"""A third decimal place would claim more than some hundred annotated statements can tell."""


def value_of(statement: Statement, field: str) -> str:
    """What a field of a closed set holds, as the scores are kept by it; empty for other fields."""
    if field == StatementField.STANCE:
        return statement.stance.value
    if field == StatementField.MANNER:
        return statement.manner.value
    if field == StatementField.SPEAKER:
        return statement.speaker_kind.value
    return ""


def measured(statement: Statement, *, scores: ReasonScores | None = None) -> Statement:
    """The statement with the measured score of each reason that was measured.

    A reason that speaks against, and one that was never counted, keeps the score its judge gave.

    Args:
        statement: With its reasons.
        scores: None: the shipped ones.
    """
    table = reason_scores() if scores is None else scores

    def scored(reason: Reason) -> Reason:
        value = value_of(statement, reason.field)
        found = table.score(reason.field, reason.feature, value, grade=reason.score)
        if found is None or reason.score < 0:
            return reason
        return replace(reason, score=round(found, _PLACES))

    return replace(statement, reasons=tuple(scored(reason) for reason in statement.reasons))
