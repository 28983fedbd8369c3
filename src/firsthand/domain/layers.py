"""Layers beside an article's text: each a tuple of records with spans into that text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.domain.articles import Article, ZoneKind
from firsthand.domain.spans import Reason, Span
from firsthand.domain.statements import Statement

__all__ = [
    "Candidate",
    "Event",
    "Mention",
    "MentionKind",
    "Modality",
    "Precision",
    "Quantity",
    "Reading",
    "Sentence",
    "Token",
    "When",
    "Where",
]


@dataclass(frozen=True, slots=True)
class Token:
    """One token of the parse. Labels are Universal POS and ClearNLP dependency labels (spaCy English)."""

    start: int
    end: int
    """Code points into the article's text, end exclusive."""

    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    """Index of the syntactic head in the article's token tuple; its own index at a root."""

    entity: str = ""
    """The recogniser's label for the entity this token is part of ("PERSON"), or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence."""

    span: Span
    zone: ZoneKind
    paragraph: int
    """Index into `Article.zones`."""

    first: int
    """Index of its first token."""

    last: int
    """Index after its last token."""


class MentionKind(StrEnum):
    """What a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    NATIONALITY = "nationality"
    """A demonym or religious or political group ("Ukrainian", "Democrats")."""

    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the text: person, body, place, people."""

    span: Span
    kind: MentionKind
    name: str
    """As written, white space folded, a leading article and a trailing possessive cut."""

    reasons: tuple[Reason, ...] = ()


class Precision(StrEnum):
    """How precise a stated time is; never finer than the text."""

    MINUTE = "minute"
    PART = "part-of-day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time expression, resolved as far as the text and its publication date allow."""

    span: Span
    kind: str
    """TIMEX3 type: DATE, TIME, DURATION or SET."""

    value: str | None
    """TIMEX3 value ("2024-10-24", "2024-W43", "P2D", "PRESENT_REF"); None when not resolved."""

    earliest: str | None = None
    """ISO 8601 day or minute; None when not resolved or not a point in time."""

    latest: str | None = None
    """Inclusive, same form as `earliest`."""

    precision: Precision | None = None
    anchored: bool = False
    """Whether the value was computed from the publication date (re-resolved when that is inferred)."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One place a name may stand for."""

    geonameid: int
    name: str
    kind: str
    """country, region, city, area, water, site, …"""

    country: str
    """ISO 3166-1 alpha-2."""

    lat: float
    lon: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place mention and what it may stand for."""

    span: Span
    name: str
    """As written, without leading article."""

    chosen: Candidate | None
    """None when the gazetteer holds nothing fitting: unresolved is an answer."""

    candidates: tuple[Candidate, ...] = ()
    """Best first, at most five, `chosen` among them."""

    within: str | None = None
    """For an unresolved place: the resolved place it lies in, by name."""

    actor: bool = False
    """Whether the name stands for a government or institution here ("Moscow warned"), not for a location."""

    people: bool = False
    """Whether the word names a people ("Ukrainian", "Texans"), located at its country: no name of a place."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with what it counts."""

    span: Span
    """Number words with approximator and unit, without the counted noun."""

    low: float
    high: float
    """Equal to `low` unless the text gives a range."""

    approximator: str | None = None
    """about, at-least, at-most, nearly, more-than, less-than; None for a plain number."""

    unit: str | None = None
    """Unit, currency (ISO 4217) or ``%``; None for a plain count."""

    noun: str | None = None
    """Lemma of the counted noun ("troop")."""

    noun_span: Span | None = None
    """The counted noun phrase with its restriction ("North Korean troops sent for training")."""


class Modality(StrEnum):
    """Whether what an event's words name is told as having happened.

    That somebody says so changes nothing: "officials said the bridge fell" tells of a fall. Where
    several apply, the strongest decides: "denied planning to leave" is denied.
    """

    HAPPENED = "happened"
    """Told as having happened or going on."""

    PLANNED = "planned"
    """Told as to come: "will deploy", "plans to leave", "agreed to meet", "is due to open"."""

    POSSIBLE = "possible"
    """"Could collapse", "may strike", "is accused of killing", "allegedly"."""

    ATTEMPTED = "attempted"
    """"Tried to flee": whether it came to it is not said."""

    DENIED = "denied"
    """Somebody says that it did not happen: "denied firing", "rejected claims of an attack"."""

    THREATENED = "threatened"
    """"Threatened to invade", "warned of strikes", "vowed to retaliate"."""

    DEMANDED = "demanded"
    """"Urged both sides to withdraw", "called for an inquiry", "must leave"."""

    REFUSED = "refused"
    """"Refused to sign", "ruled out talks": the actor itself will not."""

    CONDITIONAL = "conditional"
    """Within or under a condition: "if the dam breaks", "unless Lima apologises"."""

    HYPOTHETICAL = "hypothetical"
    """Contrary to fact or merely imagined: "would have killed"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that a clause tells of as happening, about to happen, denied or demanded."""

    span: Span
    """The anchor word: the verb or the noun that names the event."""

    kind: str
    """A PLOVER category (AGREE, CONSULT, ASSAULT, …) or empty when none fits."""

    lemma: str = ""
    """Of the anchor, lower case; a phrasal verb with its particle ("step down")."""

    actor: Span | None = None
    """The noun phrase of whoever does it, voice and by-phrases turned round; None when not named.
    Joint actors ("Fiji and Tonga") are one span."""

    recipient: Span | None = None
    """The noun phrase of whoever or whatever it is done to or with; None when not named."""

    place: Span | None = None
    """Of the `Where` that says where it happened; None when the clause names none."""

    time: Span | None = None
    """Of the `When` that dates the event itself, never the saying of it; None when not dated."""

    negated: bool = False
    """Whether the clause says that it did not or will not happen ("did not sign", "failed to")."""

    modality: Modality = Modality.HAPPENED
    saying: bool = False
    """Whether the event is that something was said or published ("issued a statement")."""

    reasons: tuple[Reason, ...] = ()
    """Why category, modality and time were judged so; `Reason.field` names which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article with its layers: a bundle with a fixed list of typed fields, filled by one stage after another."""

    article: Article
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[When, ...] = ()
    places: tuple[Where, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    """In reading order; empty for a text that was not parsed."""

    statements: tuple[Statement, ...] = ()
