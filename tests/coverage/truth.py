"""What is true of generated coverage: who copied whom, who said what, and who knows it firsthand.

Articles are named by their keys ("s003-a07"), which are also `Article.item` and the names of their
files; spans are code points into `Article.text`, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.domain import Span
from firsthand.domain.copies import CopyManner, CopyRelation

__all__ = [
    "Altered", "ArticleTruth", "Basis", "ClaimSort", "ClaimTruth", "CopyKind", "CopyTruth", "DiscrepancyTruth", "MentionTruth",
    "OriginTruth", "QuoteTruth", "StepTruth", "StoryTruth", "Truth", "UtteranceTruth",
]  # fmt: skip


class ClaimSort(StrEnum):
    """As `firsthand.domain.ClaimKind`."""

    FACT = "fact"
    FORECAST = "forecast"
    JUDGEMENT = "judgement"
    DEMAND = "demand"


class CopyKind(StrEnum):
    """How an article came about."""

    OWN = "own"
    """Written by its outlet from what was said and seen."""

    WIRE = "wire"
    """An agency's own text."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    ABRIDGED = "abridged"
    EXPANDED = "expanded"
    REWORDED = "reworded"
    BLOCK = "block"
    """An own text that holds paragraphs of another."""

    @property
    def is_whole(self) -> bool:
        """Whether the text as a whole is another's."""
        return self in _WHOLE


_WHOLE = frozenset(
    {CopyKind.VERBATIM, CopyKind.EDITED, CopyKind.ABRIDGED, CopyKind.EXPANDED, CopyKind.REWORDED}
)


class Basis(StrEnum):
    """How the direction of a copy can be known from the collection."""

    CREDIT = "credit"
    """The copy credits the agency whose text is there too."""

    CLOCK = "clock"
    """Only the time stamps tell, as far as they are printed."""

    UNSEEN = "unseen"
    """The text copied is not in the collection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """A place where a copy says something else than the text it was taken from."""

    article: str
    span: Span
    """In the copy."""

    before: str
    after: str
    kind: str
    """number, date, name, or letters (noise)."""

    claim: str | None = None
    """The claim whose value it is, if it is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTruth:
    """One article."""

    key: str
    story: str
    kind: CopyKind
    group: str
    """The same for all articles that are one text."""

    source: str | None
    """The article copied, or borrowed from; None for an own text and where that text is unseen."""

    wire: str | None
    """The agency whose text it is, by name."""

    wire_seen: bool
    """Whether the wire's own text is in the collection."""

    minute: int
    """True time of publication, minutes of Unix time; what the page says of it may be coarser."""

    manner: CopyManner = CopyManner.WORDS
    basis: Basis | None = None
    """For a copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyTruth:
    """Two articles that share words: `a` is the smaller key."""

    a: str
    b: str
    relation: CopyRelation
    source: str | None
    """Which of the two was there first; None for two copies of a third, and for quotations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceTruth:
    """Something said once, on one occasion."""

    id: str
    speaker: str
    authority: str | None
    house: str
    role: str
    claim: str | None
    """None for a quotation that puts no claim."""

    stance: str
    """asserts, confirms, acknowledges, denies, declines, withdraws."""

    value: int | None
    occasion: str
    """briefing, statement or interview."""

    outlet: str | None
    """To whom, in an interview."""

    minute: int
    words: str | None
    """What was said, for a quotation."""

    relies_on: str | None
    """Name of the authority that the speaker takes it from, and says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionTruth:
    """A sentence of one article that puts a claim."""

    article: str
    claim: str
    span: Span
    utterance: str | None
    """None where the outlet asserts it bare or saw it itself."""

    witness: str | None
    """The outlet, where it says that it saw it itself."""

    relay: str | None
    value: int | None
    """As printed here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteTruth:
    """A printed quotation: the words between the marks."""

    article: str
    utterance: str
    span: Span
    change: str
    """verbatim, truncated or altered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginTruth:
    """An origin of a claim as printed."""

    name: str
    kind: str
    """state, body, person, anonymous or outlet."""

    side: str
    """for, against or no_position."""

    house: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTruth:
    """One step of a claim's history as far as printed."""

    minute: int
    state: str
    by: str
    utterance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTruth:
    """A claim that some article of the collection puts."""

    id: str
    story: str
    sort: ClaimSort
    text: str
    mentions: tuple[MentionTruth, ...]
    origins: tuple[OriginTruth, ...]
    low: int
    """By the rules, from what is printed."""

    high: int
    independent: int
    """How many know it by themselves in the world that was made; within low and high."""

    status: str
    relays: tuple[str, ...]
    history: tuple[StepTruth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyTruth:
    """Two passages that differ."""

    story: str
    claim: str | None
    type: str
    """number, denial, date, name or quotation."""

    state: str
    """open or superseded."""

    a: tuple[str, Span]
    b: tuple[str, Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTruth:
    """One happening."""

    key: str
    kind: str
    town: str
    country: str
    minute: int
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Everything that is true of a coverage; tuples sorted by key."""

    articles: tuple[ArticleTruth, ...]
    stories: tuple[StoryTruth, ...]
    copies: tuple[CopyTruth, ...]
    altered: tuple[Altered, ...]
    utterances: tuple[UtteranceTruth, ...]
    quotes: tuple[QuoteTruth, ...]
    claims: tuple[ClaimTruth, ...]
    discrepancies: tuple[DiscrepancyTruth, ...]
