"""Places in a text, and why something was judged."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.domain.ids import ArticleId

__all__ = ["Passage", "Reason", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, in Unicode code points, end exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty, reversed or negative stretch."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}..{self.end} is empty, reversed or negative")

    def of(self, text: str) -> str:
        """The words at this span of `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def cover(self, other: Span) -> Span:
        """The shortest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span of one article's text: what every line of a brief points to."""

    article: ArticleId
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something was judged as it was. A score never travels alone."""

    feature: str
    """What was looked at, as a short phrase a reader can be shown ("credit line names the wire")."""

    score: float = 1.0
    """How strongly it speaks for the judgement: 0 not at all, 1 fully; negative speaks against."""

    evidence: tuple[Passage, ...] = ()
    """Where to look."""

    field: str = ""
    """Which field of the record was judged (`StatementField` for a statement); empty: the record as
    a whole, or a record that has but one thing to judge."""
