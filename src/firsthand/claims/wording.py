"""The wording a claim is printed with: always one of its mentions' own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.claims.kinds import affirms
from firsthand.claims.slots import folded
from firsthand.claims.units import Unit
from firsthand.domain import ClaimKind

__all__ = ["canonical", "printed"]

_DATELINE = re.compile(
    r"^[A-Z][\w.' -]{1,40}(?:, ?[A-Z][\w. ]+?)?(?:, ?[A-Z]?[\w. ]+?\d*)?\s*"
    r"(?:\( ?[A-Z][\w. /-]{1,30}\)\s*)?(?:--|\u2013|\u2014|-)\s+(?=[A-Z\"\u201c])"
)
"""A dateline left before the first sentence: "ANCONA, Italy, March 3 (MRW) - "."""

_MARK = re.compile(
    r"^(?:and|but|or|that|because|though|although|while|since|so|as)\s+", re.IGNORECASE
)
_TAIL = re.compile(
    r"[\s,;:\u2013\u2014\"\u201d-]*(?:,[\"\u201d]?\s+(?:he|she|it|they)\s+(?:said|added|told))?[\s,;:\u2013\u2014-]*$"
)
_SHORTEST = 8

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
    text = " ".join((unit.quoted if whole else unit.wording).split())
    bare = _TAIL.sub("", _MARK.sub("", _DATELINE.sub("", text)))
    bare = bare if len(bare) >= _SHORTEST else text
    return bare[:1].upper() + bare[1:]
