"""The brief: every line cited."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.domain.articles import Rejected
from firsthand.domain.findings import Findings
from firsthand.domain.ids import ArticleId, ClaimId
from firsthand.domain.layers import Candidate, Modality
from firsthand.domain.spans import Passage
from firsthand.domain.stories import SettledStory, StoryThread

__all__ = [
    "Brief",
    "Edge",
    "Line",
    "Lint",
    "MadeWith",
    "Node",
    "Note",
    "PlaceEntry",
    "Section",
    "TimelineEntry",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One dated thing: an event told of, or a report of it."""

    date: str
    date_end: str | None
    precision: str
    text: str
    passage: Passage
    kind: str
    """event or report."""

    event: str | None = None
    """Lemma of the word that tells of the dated event; None where no event of the sentence is
    dated by it, and for a report."""

    category: str | None = None
    """The event's PLOVER category; None when it has none."""

    modality: Modality | None = None
    """Whether the event is told as having happened, planned, denied …; None without event."""

    negated: bool = False
    """Whether the text says that the event did not or will not happen."""

    also: tuple[Passage, ...] = ()
    """Further passages that tell of the same event, by article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A located place and where it is mentioned."""

    name: str
    place: Candidate
    mentions: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An article, relay, speaker, authority, wire or photo credit in the provenance graph."""

    id: str
    kind: str
    label: str
    note: str = ""
    """What a reader must know of it ("text not in this collection; 4 copies")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """`from_` took its words from `to`."""

    from_: str
    to: str
    kind: str
    """said, relayed, copied, followed or photo."""

    basis: str
    """stated or inferred."""

    evidence: Passage | None
    why: str = ""
    """What it rests on, as a short phrase ("credit line: MRW", "holds the copy's words and more")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the brief, with what it rests on."""

    text: str
    citations: tuple[Passage, ...]
    claim: ClaimId | None = None
    aside: str = ""
    """The count or date set at the right ("4 voices, 1-4 origins")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of the brief with its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lint:
    """A warning about a text as printed."""

    rule: str
    text: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a stage could not do for an article."""

    article: ArticleId
    stage: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeWith:
    """What made the brief."""

    version: str
    models: tuple[str, ...]
    """Name and digest of every model and table."""

    rules: tuple[str, ...]
    plan: str
    """Digest of the plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A story's brief before it is rendered."""

    as_of: str
    made_with: MadeWith
    settled: SettledStory
    findings: Findings
    sections: tuple[Section, ...]
    timeline: tuple[TimelineEntry, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    lint: tuple[Lint, ...] = ()
    notes: tuple[Note, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    thread: StoryThread | None = None
    """The story day by day; None where nobody has looked."""

    article_letters: tuple[tuple[ArticleId, str], ...] = ()
    """The letter by which lines cite an article, first letter of its outlet where free."""
