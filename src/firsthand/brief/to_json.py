"""The brief as JSON, ``firsthand.brief/1``: what other programs depend on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from firsthand.brief.citing import Citing, citing
from firsthand.brief.schema import SCHEMA_ID
from firsthand.brief.tally import tally
from firsthand.domain import (
    Article,
    Brief,
    ClaimFinding,
    ClaimMention,
    CopyLink,
    Discrepancy,
    Edge,
    Edit,
    Evidence,
    Furniture,
    Line,
    Merge,
    Origin,
    Passage,
    PlaceEntry,
    Quotation,
    Reason,
    Revision,
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
        "sections": [_section(section, cite) for section in brief.sections],
        "articles": [_article(article, cite) for article in cite.articles],
        "statements": [
            _statement(statement, cite)
            for article in cite.articles
            for reading in settled.readings
            if reading.article.id == article.id
            for statement in reading.statements
        ],
        "claims": [_claim(finding, cite) for finding in findings.claims],
        "discrepancies": [_discrepancy(one, cite) for one in findings.discrepancies],
        "timeline": [_entry(entry) for entry in brief.timeline],
        "places": [_place(place, cite) for place in brief.places],
        "copies": [_copy(link, cite) for link in settled.links],
        "quotations": [_quotation(one, cite) for one in findings.quotations],
        "provenance": {
            "nodes": [
                {"id": node.id, "kind": node.kind, "label": node.label} for node in brief.nodes
            ],
            "edges": [_edge(edge, cite) for edge in brief.edges],
        },
        "rulings": [],
        "lint": [
            {"rule": one.rule, "text": one.text, "passage": _passage(one.passage, cite)}
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


def _passage(passage: Passage, cite: Citing) -> _Data:
    """A passage with its words."""
    return {
        "article": passage.article,
        "start": passage.span.start,
        "end": passage.span.end,
        "quote": cite.quote(passage),
    }


def _passages(passages: Iterable[Passage], cite: Citing) -> list[_Data]:
    """Passages with their words."""
    return [_passage(passage, cite) for passage in passages]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as pairs."""
    return [[span.start, span.end] for span in spans]


def _reasons(reasons: Iterable[Reason], cite: Citing) -> list[_Data]:
    """Reasons with their evidence."""
    return [
        {
            "feature": reason.feature,
            "score": reason.score,
            "evidence": _passages(reason.evidence, cite),
        }
        for reason in reasons
    ]


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


def _article(article: Article, cite: Citing) -> _Data:
    """An article with its text."""
    evidence = article.published_evidence
    return {
        "id": article.id,
        "letter": cite.letter(article.id),
        "file": article.item,
        "url": article.url,
        "outlet": article.outlet,
        "outlet_basis": article.outlet_basis.value,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published,
        "published_basis": article.published_basis.value,
        "published_bound": article.published_bound.value,
        "published_evidence": None if evidence is None else _passage(evidence, cite),
        "updated": article.updated,
        "fetched_at": article.fetched_at,
        "language": article.language,
        "syndicated": article.syndicated,
        "relayed_from": list(article.relayed_from),
        "wire": article.wire,
        "issuer": article.issuer,
        "notice": article.notice,
        "credits": list(article.credits),
        "text": article.text,
        "sha256": article.sha256,
        "furniture": [_furniture(piece) for piece in article.furniture],
        "revisions": [_revision(one) for one in article.revisions],
        "corrections": list(article.corrections),
        "withdrawn": article.withdrawn,
        "section": article.section,
        "paywalled": article.paywalled,
        "evidence": [_evidence(one) for one in article.evidence],
    }


def _revision(one: Revision) -> _Data:
    """An earlier version and what changed on the way to the next one."""
    return {
        "file": one.item,
        "sha256": one.sha256,
        "at": one.at,
        "at_basis": one.at_basis,
        "title": one.title,
        "silent": one.silent,
        "edits": [_edit(edit) for edit in one.edits],
    }


def _edit(edit: Edit) -> _Data:
    """A sentence that differs between two versions."""
    return {
        "kinds": [kind.value for kind in edit.kinds],
        "before": edit.before,
        "after": edit.after,
        "start": None if edit.span is None else edit.span.start,
        "end": None if edit.span is None else edit.span.end,
        "told": edit.told,
    }


def _evidence(one: Evidence) -> _Data:
    """What says something of an article, and what became of it."""
    return {
        "field": one.fact.field.value,
        "value": one.fact.value,
        "source": one.fact.source,
        "standing": one.standing.value,
    }


def _furniture(piece: Furniture) -> _Data:
    """What was cut away, by offsets into the raw text."""
    return {"start": piece.span.start, "end": piece.span.end, "role": piece.role}


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
        "reasons": _reasons(statement.reasons, cite),
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
        "reasons": _reasons((*finding.reasons, *claim.reasons), cite),
    }


def _mention(mention: ClaimMention, cite: Citing) -> _Data:
    """A place where a claim is put."""
    return {
        **_passage(mention.passage, cite),
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
        "reasons": _reasons(origin.reasons, cite),
    }


def _merge(merge: Merge, cite: Citing) -> _Data:
    """Two origins that may be one."""
    return {"a": merge.a, "b": merge.b, "reason": _reasons((merge.reason,), cite)[0]}


def _step(step: Step, cite: Citing) -> _Data:
    """A step of a claim's history."""
    return {
        "date": step.date,
        "state": step.state,
        "by": step.by,
        "basis": step.basis.value,
        "passage": _passage(step.passage, cite),
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
        "passage": _passage(value.passage, cite),
    }


def _discrepancy(one: Discrepancy, cite: Citing) -> _Data:
    """Two passages that differ."""
    return {
        "type": one.type.value,
        "state": one.state.value,
        "text": one.text,
        "a": _passage(one.a, cite),
        "b": _passage(one.b, cite),
        "reasons": _reasons(one.reasons, cite),
    }


def _entry(entry: TimelineEntry) -> _Data:
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


def _copy(link: CopyLink, cite: Citing) -> _Data:
    """Reuse between two texts."""
    return {
        "from": link.original,
        "to": link.copy,
        "relation": link.relation.value,
        "direction_basis": link.direction_basis,
        "unseen_wire": link.unseen_wire,
        "share": link.share,
        "passages": [
            {
                "a": _passage(Passage(link.original, aligned.a), cite),
                "b": _passage(Passage(link.copy, aligned.b), cite),
            }
            for aligned in link.passages
        ],
    }


def _quotation(one: Quotation, cite: Citing) -> _Data:
    """An utterance and its printings."""
    return {
        "speaker": one.speaker,
        "canonical": one.canonical,
        "variants": [
            {**_passage(variant.passage, cite), "change": variant.change.value}
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
        "evidence": None if edge.evidence is None else _passage(edge.evidence, cite),
    }
