"""Put an article together from the parts that a format tells apart: one a line, with its role."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.domain import Marked, Span
from firsthand.read.stating import sound

__all__ = ["Paragraphs"]


@dataclass(slots=True)
class Paragraphs:
    """Lines of a text as they are added, and the roles of those that have one."""

    lines: list[str] = field(default_factory=list)
    marks: list[Marked] = field(default_factory=list)
    size: int = 0
    """Characters so far, line ends included."""

    def add(self, words: str, role: str = "") -> None:
        """Add a line, white space squeezed; blank ones are left out.

        Args:
            words: Its words.
            role: As in `firsthand.domain.Marked`; empty: to be judged by others.
        """
        line = " ".join(sound(words).split())
        if not line:
            return
        if role:
            span = Span(self.size, self.size + len(line))
            self.marks.append(Marked(span=span, role=role))
        self.lines.append(line)
        self.size += len(line) + 1

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self.lines)

    def has_body(self) -> bool:
        """Whether any line has no role, or is a subhead: there is text beyond headline and byline."""
        return sum(mark.role != "subhead" for mark in self.marks) < len(self.lines)
