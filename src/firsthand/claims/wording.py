"""The wording a claim is printed with: always one of its mentions' own."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.claims.kinds import affirms
from firsthand.claims.slots import folded
from firsthand.claims.units import Unit
from firsthand.domain import ClaimKind

__all__ = ["canonical", "printed"]

_BEST_LENGTH = (40, 160)
"""Code points between which a wording is neither a scrap nor a paragraph."""


def canonical(members: Sequence[Unit], closeness: Sequence[float]) -> Unit:
    """The member whose words stand best for all: a full clause that names its subject.

    Where some affirm and some deny, a wording without negation is taken, so that "denies" has
    something to deny.

    Args:
        members: At least one.
        closeness: Of each member to the others, 0 to 1, in the same order.
    """
    plain = any(affirms(u) and not u.slots.negated for u in members)
    negative = not plain and any(u.slots.negated for u in members)

    def worth(pair: tuple[Unit, float]) -> tuple[float, int, str]:
        unit, close = pair
        length = len(unit.quoted)
        fits = _BEST_LENGTH[0] <= length <= _BEST_LENGTH[1]
        named = unit.complete and bool(unit.tokens) and unit.tokens[0].pos != "PRON"
        sign = unit.slots.negated == negative
        return (
            round(close + 2.0 * sign + 0.5 * named + 0.3 * fits, 6),
            -length,
            folded(unit.quoted),
        )

    return max(zip(members, closeness, strict=True), key=worth)[0]


def printed(unit: Unit, kind: ClaimKind) -> str:
    """The words of `unit` as a claim's text, white space single.

    A clause without its subject is printed with it; an utterance, a demand and a bare noun phrase
    with their cue.
    """
    whole = kind is ClaimKind.UTTERANCE or unit.complete or unit.passage.span != unit.core
    text = unit.quoted if whole else unit.wording
    return " ".join(text.split())
