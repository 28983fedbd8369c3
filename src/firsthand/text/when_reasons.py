"""Say how a time was read: what its words are, what it was counted from, what it dates."""

from __future__ import annotations

from firsthand.domain import Reason
from firsthand.text.tense import Direction
from firsthand.text.when_context import Context, Resolved
from firsthand.text.when_join import Expression

__all__ = ["reasons_of"]

_OPENED = {
    "since": "reaches from it to the day of writing",
    "by": "no later than it",
    "until": "up to it",
    "till": "up to it",
    "through": "up to it",
    "before": "ends before it",
    "just-before": "shortly before it",
    "just-after": "shortly after it",
    "after": "begins with it or later",
    "from": "begins with it",
    "not-before": "on it or later",
}


def reasons_of(
    expression: Expression, meant: Resolved, context: Context, *, dates_saying: bool
) -> tuple[Reason, ...]:
    """The reasons for a time, in the order in which it was judged.

    Args:
        expression: Its words.
        meant: What they mean.
        context: What they were resolved against.
        dates_saying: Whether its verb is one of saying: then it dates the report, not the event.
    """
    names = [atom.kind for atom in expression.atoms]
    reasons = [Reason(feature=f"reads as {' with '.join(names)}")]
    if expression.until is not None:
        reasons.append(Reason(feature="two ends of a range"))
    if expression.mod:
        reasons.append(Reason(feature=f"limited by “{expression.mod}”"))
    if meant.anchored:
        reasons.append(_anchor(context))
    if meant.value is None:
        reasons.append(Reason(feature="not resolved: the text does not say from when", score=0.0))
    elif context.opens in _OPENED:
        reasons.append(Reason(feature=f"“{context.opens}”: {_OPENED[context.opens]}"))
    if dates_saying:
        reasons.append(Reason(feature="dates a saying, not what is said"))
    return tuple(reasons)


def _anchor(context: Context) -> Reason:
    """The day that a time was counted from, and the side that its clause points to."""
    day = "day in the dateline" if context.by_dateline else "publication day"
    side = {
        Direction.PAST: ", backwards: its verb is past",
        Direction.AHEAD: ", forwards: its clause looks ahead",
    }.get(context.direction, "")
    score = 0.5 if context.direction is Direction.UNKNOWN else 1.0
    return Reason(feature=f"counted from the {day}{side}", score=score)
