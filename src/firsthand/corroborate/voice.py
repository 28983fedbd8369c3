"""One origin speaking in one mention of a claim."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.domain import (
    ArticleId,
    ClaimMention,
    OriginKind,
    Reason,
    Side,
    Stance,
    StatementId,
)

__all__ = ["Voice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One origin speaking in one mention."""

    key: str
    """What makes the origin itself: its folded name, with the outlet for unnamed people."""

    name: str
    kind: OriginKind
    side: Side
    article: ArticleId
    mention: ClaimMention
    statement: StatementId | None = None
    speaker: str | None = None
    relays: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    state: str | None = None
    day: str | None = None
    stance: Stance = Stance.ASSERTS
    hedged: bool = False
    outlet: str | None = None
    """For an outlet as speaker and for unnamed people: the outlet they spoke to, folded."""

    copied: bool = False
    """Whether the mention stands in a passage copied from another text: it adds no weight."""

    reasons: tuple[Reason, ...] = ()
