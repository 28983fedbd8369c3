"""What a page is for judging its text: lines, and the block elements they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Outline", "PageLine", "PageView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One line of visible text."""

    start: int
    """Into the visible text that `visible_lines` returns."""

    end: int
    text: str
    tag: str
    """The nearest enclosing block element."""

    hint: str
    """Class names and ids of the nearest elements, lower-case, for telling captions and bylines."""

    link_share: float
    stamp: str | None = None
    """The `datetime` attribute of a time element in it."""

    element: int = 0
    """Its block element: a row of the page's `Outline`."""

    links: int = 0
    """Links that begin in it."""

    strong: float = 0.0
    """Share of its characters in bold."""

    slanted: float = 0.0
    """Share of its characters in italics."""

    marks: int = 0
    """What the names of the inline elements in it say (bits of `PageMarks`)."""


@dataclass(slots=True, kw_only=True)
class Outline:
    """The block elements of a page in document order; row 0 is the root. Lists of equal length."""

    tag: list[str] = field(default_factory=list)
    parent: list[int] = field(default_factory=list)
    """Row of the enclosing block element; 0 for the root."""

    depth: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    """What its class, id and role say (bits of `PageMarks`)."""

    make: list[int] = field(default_factory=list)
    """Equal for elements whose path of tags and classes from the root is the same."""

    kind: list[int] = field(default_factory=list)
    """Equal for elements whose tag and classes, and their parents', are the same."""

    first: list[int] = field(default_factory=list)
    """The first line at or after its start."""

    last: list[int] = field(default_factory=list)
    """One more than the last line before its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The visible text of a page, its lines, and the elements they stand in."""

    text: str
    """The lines divided by a line feed."""

    lines: tuple[PageLine, ...]
    outline: Outline
