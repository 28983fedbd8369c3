"""The brief as JSON, ``firsthand.brief/1``: what other programs depend on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from firsthand.brief.citing import Citing, citing
from firsthand.brief.json_actors import actor_data
from firsthand.brief.json_articles import article_data, passage_data, reasons_data
from firsthand.brief.json_copies import copy_data
from firsthand.brief.json_thread import thread_data
from firsthand.brief.schema import SCHEMA_ID
from firsthand.brief.tally import tally
from firsthand.domain import (
    Brief,
    ClaimFinding,
    ClaimMention,
    Discrepancy,
    Edge,
    Line,
    Merge,
    Origin,
    Passage,
    PlaceEntry,
    Quotation,
    Section,
    Span,
    Statement,
    Step,
    TimelineEntry,
    Value,
)
from firsthand.text.surrogates import writable

__all__ = ["as_data", "to_json"]

_Data = dict[str, Any]


def to_json(brief: Brief) -> str:
    """The brief as one JSON object in the form ``firsthand.brief/1``, with a line end.

    The same brief always gives the same characters.
    """
    told = json.dumps(as_data(brief), ensure_ascii=False, indent=2, allow_nan=False)
    return writable(told) + "\n"


def as_data(brief: Brief) -> _Data:
    """The brief as dictionaries, lists and plain values, in the field order of the schema.

    Offsets are code points into the `text` of the article named, end exclusive. None means not
    known. `brief_schema()` in `firsthand.brief.schema` describes every field.
    """
    cite = citing(brief)
    counts = tally(brief)
    settled, findings = brief.settled, brief.findings
    made = brief.made_with
    return {
        "schema": SCHEMA_ID,
        "version": made.version,
        "as_of": brief.as_of,
        "made_with": {"models": list(made.models), "rules": list(made.rules), "plan": made.plan},
        "counts": {
            "articles": counts.articles,
            "texts": counts.texts,
            "origins": counts.origins,
            "contradictions": counts.contradictions,
            "rejected": counts.rejected,
        },
        "story": {
            "id": settled.story.id,
            "title": settled.story.title,
            "first": counts.first,
            "last": counts.last,
        },
        "thread": thread_data(brief.thread, cite),
        "sections": [_section(section, cite) for section in brief.sections],
        "articles": [article_data(article, cite) for article in cite.articles],
        "statements": [
            _statement(statement, cite)
            for article in cite.articles
            for reading in settled.readings
            if reading.article.id == article.id
            for statement in reading.statements
        ],
        "claims": [_claim(finding, cite) for finding in findings.claims],
        "discrepancies": [_discrepancy(one, cite) for one in findings.discrepancies],
        "timeline": [_entry(entry, cite) for entry in brief.timeline],
        "places": [_place(place, cite) for place in brief.places],
        "actors": [actor_data(actor, cite) for actor in settled.actors],
        "copies": [copy_data(link, cite) for link in settled.links],
        "quotations": [_quotation(one, cite) for one in findings.quotations],
        "provenance": {
            "nodes": [
                {"id": node.id, "kind": node.kind, "label": node.label, "note": node.note or None}
                for node in brief.nodes
            ],
            "edges": [_edge(edge, cite) for edge in brief.edges],
        },
        "rulings": [],
        "lint": [
            {"rule": one.rule, "text": one.text, "passage": passage_data(one.passage, cite)}
            for one in brief.lint
        ],
        "notes": [
            {"article": note.article, "stage": note.stage, "text": note.text}
            for note in brief.notes
        ],
        "rejected": [
            {"item": one.item, "stage": one.stage, "reason": one.reason, "hint": one.hint or None}
            for one in brief.rejected
        ],
    }


def _passages(passages: Iterable[Passage], cite: Citing) -> list[_Data]:
    """Passages with their words."""
    return [passage_data(passage, cite) for passage in passages]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as pairs."""
    return [[span.start, span.end] for span in spans]


def _section(section: Section, cite: Citing) -> _Data:
    """A heading with its lines."""
    return {"title": section.title, "lines": [_line(line, cite) for line in section.lines]}


def _line(line: Line, cite: Citing) -> _Data:
    """A line with its citations."""
    return {
        "text": line.text,
        "aside": line.aside or None,
        "claim": line.claim,
        "citations": _passages(line.citations, cite),
    }


def _words(spans: tuple[Span, ...], text: str) -> str:
    """Fragments of a text, joined."""
    return " … ".join(span.of(text) for span in spans)


def _statement(statement: Statement, cite: Citing) -> _Data:
    """A statement with its words and where they stand."""
    text = cite.by_id[statement.article].text
    basis = statement.said_on_basis
    return {
        "id": statement.id,
        "article": statement.article,
        "parent": statement.parent,
        "speaker": statement.speaker,
        "authority": statement.authority,
        "cue": _words(statement.cue, text) or None,
        "content": _words(statement.content, text),
        "manner": statement.manner.value,
        "relays": list(statement.relays),
        "occasion": statement.occasion,
        "medium": statement.medium,
        "said_on": statement.said_on,
        "said_on_basis": None if basis is None else basis.value,
        "stance": statement.stance.value,
        "hedged": statement.hedged,
        "spans": {
            "speaker": _spans(statement.source),
            "cue": _spans(statement.cue),
            "content": _spans(statement.content),
        },
        "zone": statement.zone.value,
        "reasons": reasons_data(statement.reasons, cite),
    }


def _claim(finding: ClaimFinding, cite: Citing) -> _Data:
    """A claim with what was found about it."""
    claim = finding.claim
    return {
        "id": claim.id,
        "text": claim.text,
        "kind": claim.kind.value,
        "status": finding.status.value,
        "mentions": [_mention(mention, cite) for mention in claim.mentions],
        "origins": [_origin(origin, cite) for origin in finding.origins],
        "independent": {"low": finding.independent.low, "high": finding.independent.high},
        "merges": [_merge(merge, cite) for merge in finding.merges],
        "relays": list(finding.relays),
        "history": [_step(step, cite) for step in finding.history],
        "values": [_value(value, cite) for value in claim.values],
        "grade": {
            "ceiling": finding.grade.ceiling,
            "rule": finding.grade.rule,
            "letters": {origin.name: "F" for origin in finding.origins},
        },
        "reasons": reasons_data((*finding.reasons, *claim.reasons), cite),
    }


def _mention(mention: ClaimMention, cite: Citing) -> _Data:
    """A place where a claim is put."""
    return {
        **passage_data(mention.passage, cite),
        "statement": mention.statement,
        "stance": mention.stance.value,
    }


def _origin(origin: Origin, cite: Citing) -> _Data:
    """An origin of a claim."""
    return {
        "name": origin.name,
        "kind": origin.kind.value,
        "side": origin.side.value,
        "articles": list(origin.articles),
        "chain": list(origin.chain),
        "relays": list(origin.relays),
        "hedged": origin.hedged,
        "reasons": reasons_data(origin.reasons, cite),
    }


def _merge(merge: Merge, cite: Citing) -> _Data:
    """Two origins that may be one."""
    return {"a": merge.a, "b": merge.b, "reason": reasons_data((merge.reason,), cite)[0]}


def _step(step: Step, cite: Citing) -> _Data:
    """A step of a claim's history."""
    return {
        "date": step.date,
        "state": step.state,
        "by": step.by,
        "basis": step.basis.value,
        "passage": passage_data(step.passage, cite),
    }


def _value(value: Value, cite: Citing) -> _Data:
    """A typed value."""
    number, date = value.number, value.date
    return {
        "kind": value.kind,
        "low": None if number is None else number.low,
        "high": None if number is None else number.high,
        "approximator": None if number is None else number.approximator,
        "unit": None if number is None else number.unit,
        "noun": None if number is None else number.noun,
        "earliest": None if date is None else date.earliest,
        "latest": None if date is None else date.latest,
        "precision": None if date is None or date.precision is None else date.precision.value,
        "passage": passage_data(value.passage, cite),
    }


def _discrepancy(one: Discrepancy, cite: Citing) -> _Data:
    """Two passages that differ."""
    return {
        "type": one.type.value,
        "state": one.state.value,
        "text": one.text,
        "a": passage_data(one.a, cite),
        "b": passage_data(one.b, cite),
        "reasons": reasons_data(one.reasons, cite),
    }


def _entry(entry: TimelineEntry, cite: Citing) -> _Data:
    """A dated thing."""
    return {
        "date": entry.date,
        "date_end": entry.date_end,
        "precision": entry.precision,
        "text": entry.text,
        "article": entry.passage.article,
        "start": entry.passage.span.start,
        "end": entry.passage.span.end,
        "kind": entry.kind,
        "event": entry.event,
        "category": entry.category,
        "modality": None if entry.modality is None else str(entry.modality),
        "negated": entry.negated,
        "also": [passage_data(one, cite) for one in entry.also],
    }


def _place(entry: PlaceEntry, cite: Citing) -> _Data:
    """A located place."""
    return {
        "name": entry.name,
        "kind": entry.place.kind,
        "country": entry.place.country or None,
        "lat": entry.place.lat,
        "lon": entry.place.lon,
        "geonameid": entry.place.geonameid if entry.place.geonameid > 0 else None,
        "mentions": _passages(entry.mentions, cite),
    }


def _quotation(one: Quotation, cite: Citing) -> _Data:
    """An utterance and its printings."""
    return {
        "speaker": one.speaker,
        "canonical": one.canonical,
        "variants": [
            {**passage_data(variant.passage, cite), "change": variant.change.value}
            for variant in one.variants
        ],
    }


def _edge(edge: Edge, cite: Citing) -> _Data:
    """An edge of the provenance graph."""
    return {
        "from": edge.from_,
        "to": edge.to,
        "kind": edge.kind,
        "basis": edge.basis,
        "why": edge.why or None,
        "evidence": None if edge.evidence is None else passage_data(edge.evidence, cite),
    }
