"""Who copied whom, a row a pair of texts: how much, in what manner, how that is known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from firsthand.brief.citing import Citing
from firsthand.brief.crediting import STATED, credit_of, unseen
from firsthand.brief.printing import count
from firsthand.domain import (
    ArticleId,
    Brief,
    CopyEditKind,
    CopyLink,
    CopyManner,
    CopyRelation,
    Passage,
)

__all__ = ["Reused", "in_other_words", "manners", "reused"]

_RELATIONS = {
    CopyRelation.WHOLE: "whole copy",
    CopyRelation.BLOCK: "passages",
    CopyRelation.QUOTATION: "the same utterance quoted",
}
_BASES = {
    "credit": "a credit line",
    "dateline": "a dateline",
    "wire-outlet": "the wire's own text",
    "edits": "changes that only these two have",
    "containment": "one holds the other's words and more",
    "time": "the time stamps",
}
_KINDS = (CopyEditKind.NUMBER, CopyEditKind.DATE, CopyEditKind.NEGATION, CopyEditKind.NAME)
_EVIDENCE = 3
"""Passages of a pair that are linked to, the longest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reused:
    """One row: a text, and the text it was taken from."""

    copy: ArticleId
    original: ArticleId | None
    """None: a wire's text that is not in the collection."""

    wire: str | None
    """That wire's name."""

    directed: bool
    """Whether it is known which of the two was there first."""

    told: str
    """How much, and in what manner."""

    known_by: str
    """What fixes the direction, in words."""

    changes: str
    """How many numbers, dates, names and negations differ; empty where none does."""

    passages: tuple[Passage, ...]
    """Where to look, in both texts."""


def reused(brief: Brief, cite: Citing) -> tuple[Reused, ...]:
    """Whole copies first, then passages, then quotations; by the letters of the texts."""
    settled = brief.settled
    rows: list[tuple[tuple[int, str, str], Reused]] = []
    for wire, _, copies in unseen(settled):
        for name in copies:
            credit = credit_of(cite.by_id[name], settled.links)
            passage = None if credit is None else credit.passage
            row = Reused(
                copy=name,
                original=None,
                wire=wire,
                directed=True,
                told="its text",
                known_by="the same text as a copy that says so" if credit is None else credit.words,
                changes="",
                passages=() if passage is None else (passage,),
            )
            rows.append(((0, "", cite.letter(name)), row))
    for link in settled.links:
        if {link.original, link.copy} <= set(cite.by_id):
            order = 1 + list(CopyRelation).index(link.relation)
            letters = (cite.letter(link.original), cite.letter(link.copy))
            rows.append(((order, *letters), _row(brief, link)))
    return tuple(row for _, row in sorted(rows, key=lambda one: one[0]))


def _row(brief: Brief, link: CopyLink) -> Reused:
    """The row of a link."""
    counts = Counter(
        one.edit.kind
        for one in brief.findings.copy_changes
        if (one.original, one.copy) == (link.original, link.copy)
    )
    share = f", {round(100 * link.share)} % of its words" if link.manner is CopyManner.WORDS else ""
    longest = sorted(link.passages, key=lambda pair: (pair.b.start - pair.b.end, pair.b))
    manner = in_other_words(link.manner)
    return Reused(
        copy=link.copy,
        original=link.original,
        wire=None,
        directed=link.direction_basis is not None,
        told=_RELATIONS[link.relation] + (f", {manner}" if manner else "") + share,
        known_by=_known_by(link),
        changes=", ".join(count(counts[kind], str(kind)) for kind in _KINDS if counts[kind]),
        passages=tuple(
            passage
            for pair in longest[:_EVIDENCE]
            for passage in (Passage(link.original, pair.a), Passage(link.copy, pair.b))
        ),
    )


def _known_by(link: CopyLink) -> str:
    """What fixes the direction: the credit that decided, or the kind of evidence."""
    if link.direction_basis is None:
        return "not known which came first"
    if link.relation is not CopyRelation.WHOLE and link.direction_basis == "credit":
        return "the text names whom it was taken from"
    stated = next(
        (
            reason.feature
            for reason in link.reasons
            if link.direction_basis in {"credit", "dateline"} and STATED.search(reason.feature)
        ),
        None,
    )
    return stated or _BASES.get(link.direction_basis, link.direction_basis)


def in_other_words(manner: CopyManner) -> str:
    """The manner in words; empty for a text taken over word for word."""
    return {CopyManner.REWORDED: "in other words", CopyManner.TRANSLATED: "translated"}.get(
        manner, ""
    )


def manners(brief: Brief) -> dict[ArticleId, CopyManner]:
    """The articles that are whole copies of another in other words, or translated.

    Both of a pair where it is not known which of them was there first.
    """
    found: dict[ArticleId, CopyManner] = {}
    for link in brief.settled.links:
        if link.relation is CopyRelation.WHOLE and link.manner is not CopyManner.WORDS:
            ends = (link.copy,) if link.direction_basis else (link.original, link.copy)
            found |= {
                name: link.manner for name in ends if found.get(name) is not CopyManner.REWORDED
            }
    return found
