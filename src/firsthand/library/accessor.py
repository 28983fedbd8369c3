"""Statements as a spaCy document holds them: plain data inside, typed records with spans outside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from firsthand.domain import (
    Manner,
    Reason,
    SaidOnBasis,
    SpeakerKind,
    Stance,
    Statement,
    StatementField,
    StatementId,
    ZoneKind,
)
from firsthand.domain import Span as Stretch
from firsthand.errors import UsageError

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["DocStatement", "keep", "statements_of"]

_KEPT = "firsthand_statements"
"""Key of `Doc.user_data`: the statements, and the length of the text they were found in.

What stands there is lists, dictionaries and plain values, so that a document with its statements can
be written by `Doc.to_bytes`, a `DocBin` and a worker process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocStatement:
    """One thing that somebody is reported, in a document, to have said."""

    statement: Statement
    """All that is known of it; its spans are code points into `Doc.text`."""

    content: tuple[Span, ...]
    """What is said, ascending, at least one; several where the reporting words stand in between.
    Where a stretch begins or ends inside a token, the token is taken whole."""

    cue: tuple[Span, ...]
    """The words that carry the attribution; empty for a bare quotation."""

    source: tuple[Span, ...]
    """The words that name the speaker; empty when nobody is named."""

    @property
    def id(self) -> StatementId:
        """A digest of text and places; also the `id_` of its spans in `Doc.spans`."""
        return self.statement.id

    @property
    def parent(self) -> StatementId | None:
        """The id of the statement whose content holds this one."""
        return self.statement.parent

    @property
    def speaker(self) -> str | None:
        """The speaker's name as far as the document tells; None when nobody is named."""
        return self.statement.speaker

    @property
    def speaker_kind(self) -> SpeakerKind:
        """What kind of speaker that is."""
        return self.statement.speaker_kind

    @property
    def authority(self) -> str | None:
        """The body that the speaker speaks for; None for a private person and when not known."""
        return self.statement.authority

    @property
    def manner(self) -> Manner:
        """Direct, indirect or mixed."""
        return self.statement.manner

    @property
    def relays(self) -> tuple[str, ...]:
        """Outlets or speakers it was taken from, outermost last."""
        return self.statement.relays

    @property
    def occasion(self) -> str | None:
        """Where it was said, as written."""
        return self.statement.occasion

    @property
    def medium(self) -> str | None:
        """By what means it was said: interview, news conference, X, and so on."""
        return self.statement.medium

    @property
    def said_on(self) -> str | None:
        """ISO 8601 day, month or year."""
        return self.statement.said_on

    @property
    def said_on_basis(self) -> SaidOnBasis | None:
        """How the day is known."""
        return self.statement.said_on_basis

    @property
    def stance(self) -> Stance:
        """What the speaker does by saying it."""
        return self.statement.stance

    @property
    def hedged(self) -> bool:
        """Whether it is said with reserve."""
        return self.statement.hedged

    @property
    def denies_inside(self) -> bool:
        """Whether a denial stands in the words of the content ("said there was no leak")."""
        return self.statement.denies_inside

    @property
    def zone(self) -> ZoneKind:
        """The part of the article it stands in; a document is all body."""
        return self.statement.zone

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it was judged so."""
        return self.statement.reasons

    def why(self, field: StatementField | None = None) -> tuple[Reason, ...]:
        """The reasons for the value of one field, the deciding one last; see `Statement.why`."""
        return self.statement.why(field)

    def score(self, field: StatementField | None = None) -> float | None:
        """How sure the value of one field is, 0 to 1; see `Statement.score`."""
        return self.statement.score(field)


def statements_of(doc: Doc) -> tuple[DocStatement, ...]:
    """The statements that the component `firsthand_statements` found in `doc`.

    Returns:
        In the order of their cues; empty when nothing is attributed to anybody.

    Raises:
        UsageError: The component has not seen the document, or it was joined with another or cut
            out of one since: places in the text no longer fit.
    """
    kept = doc.user_data.get(_KEPT)
    if kept is None:
        raise UsageError(
            "the document has not been through firsthand_statements: add it to the pipeline "
            "(nlp.add_pipe('firsthand_statements')), or read the document with its user data "
            "(DocBin(store_user_data=True))"
        )
    if kept["characters"] != len(doc.text):
        raise UsageError(
            "the document's text is not the one in which its statements were found: find them anew "
            "(nlp.get_pipe('firsthand_statements')(doc))"
        )
    return tuple(
        DocStatement(
            statement=one,
            content=_spans(doc, one.content, label=one.manner.value, of=one),
            cue=_spans(doc, one.cue, label=one.stance.value, of=one),
            source=_spans(doc, one.source, label=one.speaker_kind.value, of=one),
        )
        for one in msgspec.convert(kept["statements"], tuple[Statement, ...])
    )


def keep(doc: Doc, found: Sequence[Statement], *, groups: str) -> None:
    """Write statements into `doc`: as plain data, and as three groups of spans.

    Args:
        doc: The document.
        found: Its statements; their spans are code points into its text.
        groups: What the names of the groups begin with: ``firsthand`` gives ``firsthand_content``,
            ``firsthand_cue`` and ``firsthand_source``.
    """
    told: Any = msgspec.to_builtins(tuple(found))
    doc.user_data[_KEPT] = {"characters": len(doc.text), "statements": list(told)}
    told_of = statements_of(doc)
    doc.spans[f"{groups}_content"] = [span for one in told_of for span in one.content]
    doc.spans[f"{groups}_cue"] = [span for one in told_of for span in one.cue]
    doc.spans[f"{groups}_source"] = [span for one in told_of for span in one.source]


def _spans(
    doc: Doc, stretches: Iterable[Stretch], *, label: str, of: Statement
) -> tuple[Span, ...]:
    """Stretches of text as spans of whole tokens."""
    found = (
        doc.char_span(one.start, one.end, label=label, span_id=of.id, alignment_mode="expand")
        for one in stretches
    )
    return tuple(span for span in found if span is not None)
