"""Articles and passages as the brief's JSON gives them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from firsthand.brief.citing import Citing
from firsthand.domain import Article, Edit, Evidence, Furniture, Passage, Reason, Revision

__all__ = ["article_data", "passage_data", "reasons_data"]

_Data = dict[str, Any]


def passage_data(passage: Passage, cite: Citing) -> _Data:
    """A passage with its words, by offsets into the text of its article."""
    return {
        "article": passage.article,
        "start": passage.span.start,
        "end": passage.span.end,
        "quote": cite.quote(passage),
    }


def reasons_data(reasons: Iterable[Reason], cite: Citing) -> list[_Data]:
    """Reasons with their evidence."""
    return [
        {
            "field": reason.field or None,
            "feature": reason.feature,
            "score": reason.score,
            "evidence": [passage_data(passage, cite) for passage in reason.evidence],
        }
        for reason in reasons
    ]


def article_data(article: Article, cite: Citing) -> _Data:
    """An article with its text, its earlier versions, and what says what about it."""
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
        "byline": list(article.byline),
        "published": article.published,
        "published_basis": article.published_basis.value,
        "published_bound": article.published_bound.value,
        "published_evidence": None if evidence is None else passage_data(evidence, cite),
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
