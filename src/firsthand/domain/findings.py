"""What was found about claims: origins, status, history, discrepancies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.domain.claims import Claim
from firsthand.domain.copies import CopyEdit
from firsthand.domain.ids import ArticleId, StatementId
from firsthand.domain.spans import Passage, Reason

__all__ = [
    "Change",
    "ClaimFinding",
    "CopyChange",
    "Discrepancy",
    "DiscrepancyState",
    "DiscrepancyType",
    "Findings",
    "Grade",
    "Independent",
    "Merge",
    "Origin",
    "OriginKind",
    "Quotation",
    "QuotationVariant",
    "Side",
    "Status",
    "Step",
    "StepBasis",
]


class Status(StrEnum):
    """How far a claim's support goes, by the rules of "Kind, status and history"."""

    CORROBORATED = "corroborated"
    SEVERAL_VOICES = "several-voices"
    SINGLE_ORIGIN = "single-origin"
    DISPUTED = "disputed"
    CONCEDED = "conceded"
    RETRACTED = "retracted"
    UNATTRIBUTED = "unattributed"
    ATTESTED = "attested"


class Side(StrEnum):
    """Where an origin stands on a claim."""

    FOR = "for"
    AGAINST = "against"
    NO_POSITION = "no_position"


class OriginKind(StrEnum):
    """What an origin is."""

    STATE = "state"
    BODY = "body"
    PERSON = "person"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    OUTLET = "outlet"
    """An outlet by its own witness."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The independent root that mentions of a claim go back to."""

    name: str
    kind: OriginKind
    side: Side
    articles: tuple[ArticleId, ...]
    statements: tuple[StatementId, ...] = ()
    chain: tuple[str, ...] = ()
    """From the outlet inwards: relays, occasion, speaker, authority."""

    relays: tuple[str, ...] = ()
    hedged: bool = False
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Why two `for` origins may be one for the lower count."""

    a: str
    b: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Independent:
    """How many independent origins a claim has on its `for` side."""

    low: int
    high: int

    def __post_init__(self) -> None:
        """Refuse a range that is reversed or negative."""
        if not 0 <= self.low <= self.high:
            raise ValueError(f"independent {self.low}..{self.high} is reversed or negative")


class StepBasis(StrEnum):
    """How a step of a claim's history is known."""

    OWN_WORDS = "own-words"
    CHARACTERISED = "characterised"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step in a claim's history."""

    date: str | None
    state: str
    """reported, confirmed, denied, acknowledged, not-confirmed, withdrawn, …"""

    by: str | None
    basis: StepBasis
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A proposed ceiling for the credibility digit of the Admiralty code; the letter is the analyst's."""

    ceiling: int
    """2, 3, 4 or 6; never 1 or 5."""

    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFinding:
    """One claim with its origins, count, status and history."""

    claim: Claim
    status: Status
    origins: tuple[Origin, ...]
    """For, against, no position; then by name."""

    independent: Independent
    merges: tuple[Merge, ...] = ()
    relays: tuple[str, ...] = ()
    history: tuple[Step, ...] = ()
    grade: Grade
    reasons: tuple[Reason, ...] = ()
    otherwise: tuple[Passage, ...] = ()
    """Mentions in copies that have another number, date or name there; they count for nobody."""


class DiscrepancyType(StrEnum):
    """In what two accounts differ."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    DENIAL = "denial"
    BASIS = "basis"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"


class DiscrepancyState(StrEnum):
    """Whether the difference still stands."""

    OPEN = "open"
    SUPERSEDED = "superseded"
    COMPATIBLE = "compatible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Two passages that differ."""

    type: DiscrepancyType
    state: DiscrepancyState
    text: str
    a: Passage
    b: Passage
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyChange:
    """A number, date, name or negation that a copy has otherwise than the text copied."""

    original: ArticleId
    copy: ArticleId
    directed: bool
    """Whether it is known which is the copy; where not, `original` is the smaller id."""

    edit: CopyEdit
    a: Passage
    """The clause it stands in, in the text copied."""

    b: Passage
    """The clause of the copy."""


class Change(StrEnum):
    """How a printed quotation differs from the fullest form of the same utterance."""

    VERBATIM = "verbatim"
    TRUNCATED = "truncated"
    ALTERED = "altered"
    TRANSLATED = "translated"
    PARAPHRASE = "paraphrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationVariant:
    """One printing of an utterance."""

    passage: Passage
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One utterance and every form in which it is printed."""

    speaker: str | None
    canonical: str
    variants: tuple[QuotationVariant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All findings of one story: what `corroborate` hands to `brief`."""

    claims: tuple[ClaimFinding, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    copy_changes: tuple[CopyChange, ...] = ()
    """By original, place in it, and copy."""
