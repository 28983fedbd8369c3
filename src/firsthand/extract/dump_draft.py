"""The lines of one dump while they are being told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.domain import Fact, Field
from firsthand.extract.dump_fields import FieldLine
from firsthand.extract.lines import Line
from firsthand.extract.parts import KEPT_ROLES, Part

__all__ = ["MARK_REACH", "Draft", "mark_fields"]

MARK_REACH = 5
"""How many lines a byline, a timestamp or a caption may stand from a standfirst."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """What is known of a dump's lines so far; body, head and tail are judged in this order.

    Positions are indices into `lines`.
    """

    raw_text: str
    lines: Sequence[Line]
    first: int
    """The first line of the region that holds the body."""

    last: int
    """Its last line; moved up where readers' comments begin before it."""

    prose: Sequence[float]
    """How far each line reads as a paragraph; below 0 it does not."""

    odds: Sequence[float]
    """Log odds that each line is the article's; the prose scores where the dump is no page."""

    cluttered: bool
    """Whether the dump holds a page's furniture."""

    tagged: tuple[str, ...] = ()
    """In a page's dump, the role that the tagger gives each line."""

    headlines: tuple[float, ...] = ()
    """There, how probably each line is the headline."""

    role: list[str] = field(default_factory=list)
    """The role of each line; empty while it has none."""

    cut: dict[int, int] = field(default_factory=dict)
    """Where, in the raw text, a line begins whose label or day in front is not part of it."""

    fields: Mapping[int, FieldLine] = field(default_factory=dict)
    """The lines of blocks of fields, by position."""

    facts: tuple[Fact, ...] = ()
    """What these blocks state."""

    outlet: str | None = None
    release: bool = False
    stamp_place: str | None = None
    comments: bool = False
    """Whether a heading of readers' comments has been passed."""

    def __post_init__(self) -> None:
        self.role = self.role or [""] * len(self.lines)

    def from_cut(self, position: int) -> str:
        """The line's text without the label in front of it."""
        return self.raw_text[
            self.cut.get(position, self.lines[position].start) : self.lines[position].end
        ]

    def apart(self, one: int, other: int) -> int:
        """Lines from one to the other, buttons and links between them not counted."""
        low, high = sorted((one, other))
        between = self.role[low + 1 : high]
        return 1 + sum(role not in {"navigation", "promotion", "ticker"} for role in between)

    def _tag(self, position: int) -> str:
        """The tagger's role of a line that no rule has given one."""
        tag = self.tagged[position] if self.tagged else ""
        return "repetition" if tag == "headline" else "" if tag in KEPT_ROLES else tag

    def parts(self) -> tuple[Part, ...]:
        """Every line with its role; what stands before a cut is a part of its own."""
        parts = []
        for position, line in enumerate(self.lines):
            cut = self.cut.get(position, line.start)
            if cut > line.start:
                parts.append(
                    Part(
                        start=line.start,
                        end=cut,
                        role="label" if position in self.fields else "timestamp",
                    )
                )
                cut += len(self.raw_text[cut : line.end]) - len(
                    self.raw_text[cut : line.end].lstrip()
                )
            role = self.role[position] or self._tag(position) or "navigation"
            parts.append(Part(start=cut, end=line.end, role=role))
        return tuple(parts)


_FIELD_ROLES = {
    Field.TITLE: "headline",
    Field.OUTLET: "outlet",
    Field.AUTHOR: "byline",
    Field.PUBLISHED: "timestamp",
    Field.UPDATED: "timestamp",
    Field.CREDIT: "credit",
}


def mark_fields(draft: Draft) -> None:
    """Give the lines of blocks of fields their roles; only title and text are the article's."""
    titled = False
    for position, one in draft.fields.items():
        line = draft.lines[position]
        valued = one.value_start < line.end
        role = _FIELD_ROLES.get(one.field, "label") if one.field is not None else "label"
        if one.text and valued:
            role = "body"
        elif role == "headline" and (titled or not valued):
            role = "repetition" if valued else "label"
        if role in {"body", "headline"}:
            draft.cut[position] = one.value_start
        else:
            draft.cut.pop(position, None)
        titled = titled or role == "headline"
        draft.role[position] = role
    if titled:
        for position, role in enumerate(draft.role):
            if role == "headline" and position not in draft.fields:
                draft.role[position] = "repetition"
