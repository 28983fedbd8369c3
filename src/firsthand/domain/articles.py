"""What was handed in, and the article found in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.domain.ids import ArticleId
from firsthand.domain.spans import Passage, Reason, Span

__all__ = [
    "Article",
    "Capture",
    "DateBasis",
    "DateBound",
    "Form",
    "Furniture",
    "Kept",
    "OutletBasis",
    "Rejected",
    "Zone",
    "ZoneKind",
]


class Form(StrEnum):
    """What the bytes of a capture are, judged from their content."""

    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Raw bytes as obtained, before anybody has interpreted them."""

    item: str
    """The input as the user named it: a path, or ``standard input``. Shown in messages and briefs."""

    raw: bytes
    form: Form
    sha256: str
    """Of `raw`, in hexadecimal."""

    text: str
    """`raw` decoded, line ends unified to ``\\n``, a byte order mark dropped; nothing else changed.
    For HTML this is the markup."""

    encoding: str
    url: str | None = None
    """Only when recorded with the capture (a fetch, a "saved from" mark), never taken from the page's claims."""

    fetched_at: str | None = None


class ZoneKind(StrEnum):
    """What part of an article a stretch of its text is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """One paragraph of an article's text and the part of the article it belongs to."""

    span: Span
    kind: ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of the raw text that is not article text, with its role."""

    span: Span
    """Into the raw text (`Article.raw_text`), not into `Article.text`."""

    role: str
    """byline, dateline, timestamp, caption, credit, related, syndication, correction, promotion, ticker, navigation, …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where a stretch of an article's text stands in its raw text (same length, same characters)."""

    text: Span
    raw: Span


class OutletBasis(StrEnum):
    """How the outlet is known. Only a host identifies an outlet; everything else is a claim."""

    HOST = "host"
    PAGE = "page"
    CLAIMED = "claimed"


class DateBasis(StrEnum):
    """How the publication date is known."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class DateBound(StrEnum):
    """Whether the date is the date itself or only a bound."""

    EXACT = "exact"
    NOT_BEFORE = "not-before"
    NOT_AFTER = "not-after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published text, as extracted. `text` is never rewritten: every later layer is spans into it."""

    id: ArticleId
    item: str
    """The capture's name, with ``#2`` and so on appended when a dump holds several articles."""

    text: str
    """Headline (if any), standfirst and body; paragraphs divided by a blank line (``\\n\\n``)."""

    zones: tuple[Zone, ...]
    """The paragraphs of `text`, ascending, not overlapping."""

    raw_text: str
    """What `text` was cut from: the decoded dump, or the visible text of the page."""

    furniture: tuple[Furniture, ...] = ()
    kept: tuple[Kept, ...] = ()
    sha256: str
    url: str | None = None
    """Recorded or, failing that, the page's canonical URL."""

    outlet: str | None = None
    outlet_basis: OutletBasis = OutletBasis.CLAIMED
    title: str | None = None
    authors: tuple[str, ...] = ()
    """People only; agencies are wires."""

    issuer: str | None = None
    """Who issued the text, where it is a press release or an official statement: what it asserts in
    its own voice is the issuer's word, not an outlet's bare assertion. None for journalism."""

    published: str | None = None
    """ISO 8601, as precise as stated; with an offset only where one is given."""

    published_basis: DateBasis = DateBasis.UNKNOWN
    published_bound: DateBound = DateBound.EXACT
    published_evidence: Passage | None = None
    updated: str | None = None
    language: str = "en"
    """ISO 639-1."""

    dateline: str | None = None
    """The place in a dateline ("LARVIK, Norway"), as written."""

    syndicated: bool = False
    """Whether the text as a whole was taken from another outlet or wire, by what it says itself."""

    relayed_from: tuple[str, ...] = ()
    """Outlets or agencies credited for the text as a whole."""

    wire: str | None = None
    """The agency whose text this is, by credit line, dateline or the outlet being that agency itself."""

    notice: str | None = None
    """The syndication notice, as written."""

    credits: tuple[str, ...] = ()
    """Photo and graphics credits."""

    corrections: tuple[str, ...] = ()
    """Correction and update notes, as written."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """One record that could not be used: named, with the stage and the reason. In = out + rejected."""

    item: str
    stage: str
    reason: str
    hint: str = ""
