"""A pair of documents that shows why two sides were joined or parted."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.domain import Span

__all__ = ["Shown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One document of each side, where to look in them, and what was weighed."""

    one: str
    other: str
    spans: tuple[Span, Span] | None
    """In the text of `one` and of `other`; None where no passage speaks."""

    why: str
