"""Who is reported to have said what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from firsthand.domain.articles import ZoneKind
from firsthand.domain.ids import ArticleId, StatementId
from firsthand.domain.spans import Reason, Span

__all__ = ["Manner", "SaidOnBasis", "SpeakerKind", "Stance", "Statement", "StatementField"]


class Manner(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    """Indirect, with some of the speaker's own words between quotation marks."""


class Stance(StrEnum):
    """What the speaker does by saying it, as the cue tells."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    ACKNOWLEDGES = "acknowledges"
    DENIES = "denies"
    DECLINES = "declines"
    DEMANDS = "demands"
    WARNS = "warns"
    DESCRIBES = "describes"
    EXPECTS = "expects"


class SaidOnBasis(StrEnum):
    """How the day of the utterance is known."""

    STATED = "stated"
    INFERRED = "inferred"


class SpeakerKind(StrEnum):
    """What kind of speaker the words of the source span name."""

    PERSON = "person"
    BODY = "body"
    GROUP = "group"
    """Named people in the plural, or a kind of people ("Russian soldiers")."""

    ANONYMOUS = "anonymous"
    """Somebody the text will not name ("a senior official", "people familiar with …")."""

    DOCUMENT = "document"
    """A report, an intercept, a filing."""

    OUTLET = "outlet"
    """The article's own reporter or another outlet in its own voice ("a Reuters witness")."""

    UNKNOWN = "unknown"


class StatementField(StrEnum):
    """The fields of a statement that are judged, by their names; `Reason.field` holds one."""

    PARENT = "parent"
    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"
    SPEAKER = "speaker"
    """The name, and with it the kind of speaker."""

    AUTHORITY = "authority"
    MANNER = "manner"
    RELAYS = "relays"
    OCCASION = "occasion"
    MEDIUM = "medium"
    SAID_ON = "said_on"
    """The day, and with it how it is known."""

    STANCE = "stance"
    HEDGED = "hedged"


_FIELDS = frozenset(field.value for field in StatementField)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing one speaker is reported, in one article, to have said.

    Every span points into that article's text. Nothing here says that the statement is true.
    """

    id: StatementId
    article: ArticleId
    parent: StatementId | None = None
    """The statement whose content holds this one."""

    content: tuple[Span, ...]
    """Ascending, not overlapping, at least one; outer quotation marks not included."""

    cue: tuple[Span, ...] = ()
    """The words that carry the attribution; empty for a bare quotation."""

    source: tuple[Span, ...] = ()
    """The noun phrase or pronoun that names the speaker; empty when nobody is named ("it was reported")."""

    speaker: str | None = None
    """Canonical name, as far as known: within the article after attribution, across the story after
    settling. Joint speakers are joined by ``"; "``. None when nobody is named."""

    speaker_kind: SpeakerKind = SpeakerKind.UNKNOWN
    authority: str | None = None
    """The body the speaker speaks for; None for a private person and when not known."""

    manner: Manner
    relays: tuple[str, ...] = ()
    """Outlets or speakers it was taken from, outermost last."""

    occasion: str | None = None
    """Where it was said, as written ("a news conference in Kyiv")."""

    medium: str | None = None
    """interview, news conference, statement, X, telephone, reporters, leaked audio, …"""

    said_on: str | None = None
    """ISO 8601 day, month or year."""

    said_on_basis: SaidOnBasis | None = None
    stance: Stance = Stance.ASSERTS
    denies_inside: bool = False
    """Whether a denial stands in the words of the content ("said there was no leak"), which are then
    what the speaker holds, and not in the cue ("denied a leak"), which turns them round."""

    hedged: bool = False
    zone: ZoneKind = ZoneKind.BODY
    reasons: tuple[Reason, ...] = ()
    """Why it was judged so. A reason without `field` says how source, cue and content were found.
    Of the reasons of one field the last decided: a later stage puts its own behind those before."""

    def __post_init__(self) -> None:
        """Refuse a statement without content, with fragments out of order or reasons for no field."""
        if not self.content:
            raise ValueError("a statement has content")
        for reason in self.reasons:
            if reason.field and reason.field not in _FIELDS:
                raise ValueError(f"a statement has no field {reason.field!r} to be judged")
        for name, spans in (("content", self.content), ("cue", self.cue), ("source", self.source)):
            for one, following in pairwise(spans):
                if one.end > following.start:
                    raise ValueError(
                        f"{name} fragments {one} and {following} overlap or are out of order"
                    )

    def why(self, field: StatementField | None = None) -> tuple[Reason, ...]:
        """The reasons for the value of one field, the deciding one last.

        Args:
            field: Which; None: how source, cue and content were found.

        Returns:
            Empty where nothing had to be decided: the field keeps its default.
        """
        wanted = "" if field is None else field.value
        return tuple(reason for reason in self.reasons if reason.field == wanted)

    def score(self, field: StatementField | None = None) -> float | None:
        """How sure the value of one field is, 0 to 1: the score of the reason that decided it.

        Args:
            field: Which; None: that somebody says these words at all.

        Returns:
            None where the field keeps its default and no reason is given.
        """
        reasons = self.why(field)
        return reasons[-1].score if reasons else None
