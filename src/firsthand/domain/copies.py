"""Reuse between texts: three relations that are never mixed up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.domain.ids import ArticleId
from firsthand.domain.spans import Reason, Span

__all__ = [
    "Aligned",
    "CopyEdit",
    "CopyEditKind",
    "CopyGroup",
    "CopyLink",
    "CopyManner",
    "CopyRelation",
]


class CopyRelation(StrEnum):
    """How much of one text stands in the other. Only the first makes two texts one."""

    WHOLE = "whole"
    BLOCK = "block"
    QUOTATION = "quotation"


class CopyManner(StrEnum):
    """How a text was taken over."""

    WORDS = "words"
    """Word for word, edited or cut."""

    REWORDED = "reworded"
    """Sentence after sentence in other words of the same language."""

    TRANSLATED = "translated"


class CopyEditKind(StrEnum):
    """What an edit between two aligned passages touches, the gravest first."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    WORDING = "wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyEdit:
    """One place inside an aligned passage where the two texts differ.

    One of the spans is None where words were only added or only left out.
    """

    a: Span | None
    """In the text copied, code points; None: words were added."""

    b: Span | None
    """In the copy, likewise; None: words were left out."""

    kind: CopyEditKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """One passage that stands in both texts. `a` is in the text copied, `b` in the copy."""

    a: Span
    b: Span
    changed: bool = False
    """Whether a number, date, name or negation differs between the two."""

    edits: tuple[CopyEdit, ...] = ()
    """Where the two differ inside, ascending; empty for sentences aligned by meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLink:
    """Two texts that share words beyond chance.

    Where the direction is not known, `original` is the smaller id and `direction_basis` is None.
    """

    original: ArticleId
    copy: ArticleId
    relation: CopyRelation
    share: float
    """Share of the copy's words that stand in the original, 0 to 1."""

    direction_basis: str | None = None
    """credit | dateline | wire-outlet | edits (it has the other copy's own changes) | containment |
    time; None: direction not known."""

    unseen_wire: str | None = None
    """When both are copies of a wire text that is not in the collection: that wire's name."""

    manner: CopyManner = CopyManner.WORDS
    passages: tuple[Aligned, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup:
    """Articles that are one text (whole copies only). Every article is in exactly one group."""

    id: str
    articles: tuple[ArticleId, ...]
    """Sorted."""

    root: ArticleId | None
    """The article the others are copies of; None when it is not in the collection or not known.
    For a group of one, that article."""

    wire: str | None = None
    """The agency whose text it is, when a credit, dateline or outlet says so."""
