"""A text on its way to becoming an article: lines that know what they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.coverage.outlets import Outlet
from tests.coverage.truth import Basis, CopyKind
from tests.coverage.world import Utterance

__all__ = ["Change", "Draft", "Line", "Told"]


@dataclass(slots=True, frozen=True)
class Told:
    """The claim a line puts, and on whose word."""

    claim: str
    utterance: str | None
    value: int | None
    relay: str | None = None
    witness: str | None = None


@dataclass(slots=True, frozen=True)
class Change:
    """Where a line was altered on the way, in code points of the line."""

    start: int
    end: int
    before: str
    after: str
    kind: str


@dataclass(slots=True, eq=False)
class Line:
    """One sentence, or a quotation with its attribution."""

    text: str
    told: tuple[Told, ...] = ()
    quote: Utterance | None = None
    quoted: str = ""
    """The words between the marks, as printed."""

    again: Callable[[], Line] | None = None
    """Says the same in other words."""

    changes: tuple[Change, ...] = ()


@dataclass(slots=True, eq=False)
class Draft:
    """One article before it is laid out."""

    key: str
    story: str
    outlet: Outlet
    minute: int
    title: str
    paragraphs: list[list[Line]]
    kind: CopyKind
    group: str
    """Key of the text it is, as a whole."""

    source: Draft | None = None
    wire: str | None = None
    """The agency credited."""

    wire_seen: bool = False
    opening: str = ""
    """Printed before the first words: a dateline."""

    closing: str = ""
    """A credit as a line of its own at the end."""

    basis: Basis | None = None
    borrowed: list[Line] = field(default_factory=list)
    """Lines taken over from `source`, for a block."""

    correction: str = ""

    def lines(self) -> Iterator[Line]:
        """All lines, in reading order."""
        for paragraph in self.paragraphs:
            yield from paragraph
