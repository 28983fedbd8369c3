"""Propositions that statements in several articles share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.domain.ids import ClaimId, StatementId
from firsthand.domain.layers import Quantity, When
from firsthand.domain.spans import Passage, Reason
from firsthand.domain.statements import Stance

__all__ = ["Alignment", "Claim", "ClaimKind", "ClaimMention", "ClaimStory", "Polarity", "Value"]


class ClaimKind(StrEnum):
    """What kind of thing is claimed. Only facts and forecasts get a support status."""

    FACT = "fact"
    FORECAST = "forecast"
    JUDGEMENT = "judgement"
    DEMAND = "demand"
    UTTERANCE = "utterance"


class Polarity(StrEnum):
    """How a mention stands to the claim's proposition."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    NEITHER = "neither"
    """Takes no position: "neither confirmed nor denied", "declined to comment on whether …"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMention:
    """One place where a claim is put."""

    passage: Passage
    statement: StatementId | None
    """The innermost statement that puts it; None when the outlet asserts it in its own voice."""

    stance: Stance = Stance.ASSERTS
    polarity: Polarity = Polarity.AFFIRMS
    witnessed: bool = False
    """Own voice only: whether the outlet says that it saw, heard, counted or obtained this itself."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A typed value of a claim, with what was written."""

    kind: str
    """number or date."""

    number: Quantity | None = None
    date: When | None = None
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two mentions judged to put the same proposition, with why."""

    a: Passage
    b: Passage
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The proposition that the mentions share."""

    id: ClaimId
    text: str
    """A wording taken from one of the mentions."""

    kind: ClaimKind
    mentions: tuple[ClaimMention, ...]
    """At least one; sorted by passage."""

    values: tuple[Value, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimStory:
    """The claims of one story: what `claims` hands to `corroborate`."""

    claims: tuple[Claim, ...]
    rivals: tuple[tuple[ClaimId, ClaimId, str], ...] = ()
    """Pairs of claims that put different values in the same slot, with the slot
    (number, date or place); candidates for discrepancies, in both orders' sorted form."""
