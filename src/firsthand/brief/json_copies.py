"""Reuse between texts as the brief's JSON gives it."""

from __future__ import annotations

from typing import Any

from firsthand.brief.citing import Citing
from firsthand.brief.json_articles import passage_data, reasons_data
from firsthand.domain import Aligned, ArticleId, CopyEdit, CopyLink, Passage, Span

__all__ = ["copy_data"]

_Data = dict[str, Any]


def copy_data(link: CopyLink, cite: Citing) -> _Data:
    """Two texts that share words, with the passages that stand in both and the edits inside them."""
    return {
        "from": link.original,
        "to": link.copy,
        "relation": link.relation.value,
        "manner": link.manner.value,
        "direction_basis": link.direction_basis,
        "unseen_wire": link.unseen_wire,
        "share": link.share,
        "passages": [_aligned(pair, link, cite) for pair in link.passages],
        "reasons": reasons_data(link.reasons, cite),
    }


def _aligned(pair: Aligned, link: CopyLink, cite: Citing) -> _Data:
    """A passage of both texts."""
    return {
        "a": passage_data(Passage(link.original, pair.a), cite),
        "b": passage_data(Passage(link.copy, pair.b), cite),
        "edits": [_edit(edit, link, cite) for edit in pair.edits],
    }


def _edit(edit: CopyEdit, link: CopyLink, cite: Citing) -> _Data:
    """A place where the two differ."""
    return {
        "a": _side(link.original, edit.a, cite),
        "b": _side(link.copy, edit.b, cite),
        "kind": edit.kind.value,
    }


def _side(article: ArticleId, span: Span | None, cite: Citing) -> _Data | None:
    """One text's words; None where it has none there."""
    return None if span is None else passage_data(Passage(article, span), cite)
