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
    "Edit",
    "EditKind",
    "Evidence",
    "Fact",
    "Field",
    "Form",
    "Furniture",
    "Kept",
    "Marked",
    "OutletBasis",
    "Rejected",
    "Revision",
    "Standing",
    "Turn",
    "Zone",
    "ZoneKind",
]


class Form(StrEnum):
    """How the characters of a capture are to be read, judged from their content."""

    HTML = "html"
    """A whole page, with its furniture."""

    FRAGMENT = "fragment"
    """Markup of the article alone, as feeds and content systems hand it over."""

    TEXT = "text"
    """Plain text whose lines' roles have to be found: a dump of a page, a pasted text."""

    PARAGRAPHS = "paragraphs"
    """Plain text of the article alone, one paragraph a line; `Capture.marks` holds known roles."""

    TURNS = "turns"
    """A transcript: one turn a line, ``NAME: words`` where the speaker is known."""


class Field(StrEnum):
    """What a fact about an article is about. AUTHOR, CREDIT and CORRECTION may come several times."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    OUTLET = "outlet"
    AUTHOR = "author"
    WIRE = "wire"
    PUBLISHED = "published"
    UPDATED = "updated"
    LANGUAGE = "language"
    URL = "url"
    SECTION = "section"
    PAYWALL = "paywall"
    CREDIT = "credit"
    NOTICE = "notice"
    CORRECTION = "correction"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that something says about an article: a value and where it stands."""

    field: Field
    value: str
    """As stated, white space squeezed; moments in ISO 8601; PAYWALL is ``yes`` or ``no``."""

    source: str
    """What says so: ``sidecar``, ``recorded``, ``json-ld``, ``open-graph``, ``meta``, ``microdata``,
    ``visible``, ``window``, ``url``, or the format whose own field it is (``rss``, ``ninjs``, …)."""


class Standing(StrEnum):
    """What became of a fact when the facts of its field were weighed."""

    WON = "won"
    AGREES = "agrees"
    DISAGREES = "disagrees"
    PASSED_OVER = "passed over"
    """It says something of another kind: an agency where a person is asked for, a site's slogan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A fact and what became of it."""

    fact: Fact
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch of a capture's text whose role the format itself gives."""

    span: Span
    """Into `Capture.text`."""

    role: str
    """A role as in `Furniture`, or headline, standfirst, subhead, body."""


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
    """ISO 8601, where a record of the fetch gives it."""

    format: str = ""
    """The file format it was read from ("warc", "rss", "newsml-g2", …); empty: a page or a text."""

    facts: tuple[Fact, ...] = ()
    """What the container or a sidecar file says of it, before the content has been looked at."""

    marks: tuple[Marked, ...] = ()
    """Roles that the format itself gives, ascending, not overlapping; for PARAGRAPHS and TURNS."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn of a transcript: who speaks, as its label says, and what is said."""

    label: Span
    """Into `Article.text`, the colon not included."""

    words: Span
    """Likewise; one paragraph."""

    speaker: str | None = None
    """The name without honorifics, in full where the transcript prints it in full; None: the label
    names nobody ("Q", "QUESTION")."""

    is_name: bool = False
    """Whether `speaker` is a person's name, not an office ("the minister")."""

    authority: str | None = None
    """The body that the label or the transcript's head says they speak for."""

    asks: bool = False
    """Whether it is a question from the floor, or nothing but a question: it asserts nothing."""


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


class EditKind(StrEnum):
    """What a change between two versions of an article touches."""

    HEADLINE = "headline"
    NUMBER = "number"
    NAME = "name"
    DATE = "date"
    QUOTATION = "quotation"
    WORDING = "wording"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One sentence that differs between two versions."""

    kinds: tuple[EditKind, ...]
    before: str | None
    """The earlier version's sentence; None: it was added."""

    after: str | None
    """The later version's sentence; None: it was removed."""

    span: Span | None = None
    """Where `after` stands in the text of the later version, if that is the article itself."""

    told: bool = False
    """Whether a correction or update note of the later version tells of this change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An earlier version of an article and what changed on the way to the version after it."""

    item: str
    """The input that holds the earlier version."""

    sha256: str
    at: str | None
    """ISO 8601 moment of the earlier version, as precise as known; None: not known."""

    at_basis: str
    """What `at` is: ``updated``, ``fetched``, ``published``, or ``unknown``."""

    title: str | None
    edits: tuple[Edit, ...]
    silent: bool
    """Whether something changed that no correction or update note of the later version tells of."""


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

    byline: tuple[str, ...] = ()
    """Whoever the text or its page names as its author, as stated: the people of `authors`, then
    agencies, desks and houses. For catalogues that count those among the authors."""

    issuer: str | None = None
    """Who issued the text, where it is a press release or an official statement: what it asserts in
    its own voice is the issuer's word, not an outlet's bare assertion. None for journalism."""

    published: str | None = None
    """ISO 8601, as precise as stated; with an offset only where one is given."""

    published_basis: DateBasis = DateBasis.UNKNOWN
    published_bound: DateBound = DateBound.EXACT
    published_evidence: Passage | None = None
    updated: str | None = None
    fetched_at: str | None = None
    """When it was fetched or saved, ISO 8601, where the capture's record says so."""

    language: str = "en"
    """ISO 639-1, ISO 639-3 for a language that has no code there; ``und``: not known."""

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
    """Correction, update and withdrawal notes, as written."""

    withdrawn: bool = False
    """Whether the text says of itself that its outlet or wire has withdrawn it."""

    section: str | None = None
    """The part of the outlet it appeared in ("World", "Lokales"), as the page names it."""

    paywalled: bool | None = None
    """Whether the page says that part of its text is for subscribers only; None: it says nothing."""

    evidence: tuple[Evidence, ...] = ()
    """Every fact that was weighed for the fields above, with what became of it."""

    turns: tuple[Turn, ...] = ()
    """For a transcript: its labelled turns, ascending."""

    revisions: tuple[Revision, ...] = ()
    """Earlier versions of this article, oldest first, each with what changed towards the next."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """One record that could not be used: named, with the stage and the reason. In = out + rejected."""

    item: str
    stage: str
    reason: str
    hint: str = ""
