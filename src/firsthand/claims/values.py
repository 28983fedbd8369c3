"""Numbers and days in clauses: when they agree, when they cannot, and which claims they make rivals."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.claims.slots import stem
from firsthand.domain import Precision, Quantity, When
from firsthand.tables.claimwords import claimwords
from firsthand.text.agreement import Bounds, values_meet

__all__ = ["clashing", "counted", "days_apart"]

_EXACT = (Precision.DAY, Precision.MINUTE, Precision.PART)


def counted(quantity: Quantity) -> str:
    """What a quantity counts, as one word for comparing; empty when that is not known."""
    if quantity.noun:
        return stem(quantity.noun.lower())
    return quantity.unit or ""


def _agree(a: Quantity, b: Quantity) -> bool:
    return values_meet(a, b, bounds=Bounds.NARROW)


def clashing(a: Iterable[Quantity], b: Iterable[Quantity]) -> str | None:
    """The counted noun of which the two sides give numbers that cannot both hold; None if there is none.

    "About 10,000", "at least 10,000" and "10,000" agree. A noun counted several times on one side
    ("two of the 40 tanks") clashes only where no pair of its numbers agrees. "People" may be
    whoever the other side counts.
    """
    one, two = list(a), list(b)
    for noun in sorted({counted(q) for q in one} & {counted(q) for q in two}):
        if not noun:
            continue
        pairs = [(x, y) for x in one for y in two if counted(x) == noun == counted(y)]
        if not any(_agree(x, y) for x, y in pairs):
            return pairs[0][0].noun or noun
    heads = [[q for q in side if q.noun and q.unit is None] for side in (one, two)]
    if len(heads[0]) == len(heads[1]) == 1:
        x, y = heads[0][0], heads[1][0]
        anybody = claimwords().anybody
        if {x.noun, y.noun} & anybody and not _agree(x, y):
            return x.noun if x.noun not in anybody else y.noun
    return None


def days_apart(a: Iterable[When], b: Iterable[When]) -> bool:
    """Whether both sides name days, each exactly, and no day of one is a day of the other."""
    one = [(w.earliest, w.latest) for w in a if _dated(w)]
    two = [(w.earliest, w.latest) for w in b if _dated(w)]
    return bool(one and two) and not any(
        (x[0] or "")[:10] <= (y[1] or "")[:10] and (y[0] or "")[:10] <= (x[1] or "")[:10]
        for x in one
        for y in two
    )


def _dated(when: When) -> bool:
    return when.precision in _EXACT and when.earliest is not None and when.latest is not None
