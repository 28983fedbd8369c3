"""What a copy has otherwise than the text copied: numbers, dates, names and negations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.corroborate.coverage import Coverage, name_forms
from firsthand.corroborate.showing import clause, quoted
from firsthand.domain import (
    Aligned,
    Claim,
    CopyChange,
    CopyEdit,
    CopyEditKind,
    CopyRelation,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Passage,
    Reading,
    Reason,
    SettledStory,
    Span,
)
from firsthand.text.folding import fold

__all__ = ["copy_changes", "miscopied", "without_changed"]

_TYPES = {
    CopyEditKind.NUMBER: DiscrepancyType.NUMBER,
    CopyEditKind.DATE: DiscrepancyType.DATE,
    CopyEditKind.NAME: DiscrepancyType.PLACE,
    CopyEditKind.NEGATION: DiscrepancyType.DENIAL,
}
"""A changed name is a difference of place where both names are places, and of no type elsewhere."""

_WORD = re.compile(r"\w+")
_NEIGHBOURS = 3
"""Words before or after an edit by which its place is found in the text that has no words there."""


def copy_changes(cover: Coverage, settled: SettledStory) -> tuple[CopyChange, ...]:
    """Edits inside whole copies and reused blocks that change what is told.

    Wording is left out, and so is what the layers of both texts read as the same: one day called
    "Monday" and "yesterday", one amount in words and in figures. Quotations have a ledger of their
    own.
    """
    found = []
    for link in settled.links:
        if link.relation is CopyRelation.QUOTATION:
            continue
        if not {link.original, link.copy} <= set(cover.readings):
            continue
        one, other = cover.readings[link.original], cover.readings[link.copy]
        for pair in link.passages:
            for edit in pair.edits:
                if edit.kind is CopyEditKind.WORDING or _same(one, other, edit):
                    continue
                a, b = _ends(one.article.text, other.article.text, pair, edit)
                found.append(
                    CopyChange(
                        original=link.original,
                        copy=link.copy,
                        directed=link.direction_basis is not None,
                        edit=edit,
                        a=clause(cover, Passage(link.original, pair.a), a),
                        b=clause(cover, Passage(link.copy, pair.b), b),
                    )
                )
    return tuple(sorted(found, key=lambda one: (one.a, one.copy, one.b, one.edit.kind)))


_VALUES = frozenset({CopyEditKind.NUMBER, CopyEditKind.DATE, CopyEditKind.NAME})
"""Kinds of words that make it another proposition; a negation is a matter of a mention's side."""


def without_changed(cover: Coverage, claim: Claim, changes: Sequence[CopyChange]) -> Claim:
    """The claim without the mentions in which a copy puts another number, date or name.

    "13 people were killed" is no mention of "12 people were killed", though one is the other's copy.
    Of the two printings that one goes whose words the claim's own wording lacks; where it has
    neither, the copy.
    """
    gone = set()
    wording = fold(claim.text)
    for change in changes:
        edit = change.edit
        if edit.kind not in _VALUES or edit.a is None or edit.b is None:
            continue
        a, b = Passage(change.original, edit.a), Passage(change.copy, edit.b)
        one = [mention for mention in claim.mentions if _holds(mention.passage, a)]
        other = [mention for mention in claim.mentions if _holds(mention.passage, b)]
        if not one or not other:
            continue
        has_a, has_b = (_stands_in(fold(cover.words(passage)), wording) for passage in (a, b))
        if has_b and not has_a:
            gone.update(one)
        elif has_a != has_b or (change.directed and not has_a):
            gone.update(other)
    kept = tuple(mention for mention in claim.mentions if mention not in gone)
    return replace(claim, mentions=kept) if gone and kept else claim


def _holds(outer: Passage, inner: Passage) -> bool:
    return outer.article == inner.article and outer.span.holds(inner.span)


def _stands_in(words: str, wording: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", wording) is not None


def miscopied(cover: Coverage, changes: Sequence[CopyChange]) -> Iterator[Discrepancy]:
    """The changes as differences between two accounts.

    A later text of the same outlet supersedes the earlier; any other is open.
    """
    for change in changes:
        kind = _TYPES[change.edit.kind]
        if kind is DiscrepancyType.PLACE and not _places(cover, change):
            continue
        has, had = (_told(cover, change, end) for end in ("b", "a"))
        told = (
            f"A copy prints {has} where the text copied has {had}"
            if change.directed
            else f"Of two printings of one text one has {had}, the other {has}"
        )
        one, other = cover.article(change.original), cover.article(change.copy)
        updated = bool(name_forms(one.outlet or "") & name_forms(other.outlet or ""))
        yield Discrepancy(
            type=kind,
            state=DiscrepancyState.SUPERSEDED if updated else DiscrepancyState.OPEN,
            text=told,
            a=change.a,
            b=change.b,
            reasons=(
                Reason(feature="the words around it are the same", evidence=(change.a, change.b)),
            ),
        )


def _told(cover: Coverage, change: CopyChange, end: str) -> str:
    """The words that differ; the clause without them where they were added or left out."""
    edit = change.edit
    if edit.a is None or edit.b is None:
        return f"“{quoted(cover, change.a if end == 'a' else change.b)}”"
    article, span = (change.original, edit.a) if end == "a" else (change.copy, edit.b)
    return quoted(cover, Passage(article, span))


def _same(one: Reading, other: Reading, edit: CopyEdit) -> bool:
    """Whether both texts mean the same day, or the same amount, by what differs."""
    if edit.a is None or edit.b is None:
        return False
    if edit.kind is CopyEditKind.DATE:
        days = [
            {
                (when.earliest, when.latest)
                for when in reading.times
                if when.span.overlaps(span) and when.earliest is not None
            }
            for reading, span in ((one, edit.a), (other, edit.b))
        ]
        return bool(days[0] & days[1])
    if edit.kind is CopyEditKind.NUMBER:
        amounts = [
            {
                (amount.low, amount.high, amount.unit)
                for amount in reading.quantities
                if amount.span.overlaps(span)
            }
            for reading, span in ((one, edit.a), (other, edit.b))
        ]
        return bool(amounts[0] & amounts[1])
    return False


def _places(cover: Coverage, change: CopyChange) -> bool:
    """Whether the names that differ are places in both texts."""
    ends = ((change.original, change.edit.a), (change.copy, change.edit.b))
    return all(
        span is not None
        and any(
            place.span.overlaps(span) and place.chosen is not None and not place.people
            for place in cover.readings[article].places
        )
        for article, span in ends
    )


def _ends(text: str, other: str, pair: Aligned, edit: CopyEdit) -> tuple[Span, Span]:
    """Where the edit stands in both texts; between the same words where one has none there."""
    if edit.a is not None and edit.b is not None:
        return edit.a, edit.b
    if edit.b is None and edit.a is not None:
        return edit.a, _opposite(text, pair.a, edit.a, other, pair.b)
    assert edit.b is not None  # an edit has words on one side at least
    return _opposite(other, pair.b, edit.b, text, pair.a), edit.b


def _opposite(text: str, passage: Span, at: Span, other: str, opposite: Span) -> Span:
    """The words of `opposite` between which the words at `at` are missing.

    They are found by the words before, or after; of several places, the one as far into the
    passage counts. Where neither stands there, it is the whole passage.
    """
    before = [fold(m.group()) for m in _WORD.finditer(text, passage.start, at.start)]
    after = [fold(m.group()) for m in _WORD.finditer(text, at.end, passage.end)]
    there = list(_WORD.finditer(other, opposite.start, opposite.end))
    folded = [fold(match.group()) for match in there]
    for words, forward in ((before[-_NEIGHBOURS:], True), (after[:_NEIGHBOURS], False)):
        size = len(words)
        starts = [
            n for n in range(len(folded) - size + 1) if size and folded[n : n + size] == words
        ]
        if starts:
            expected = len(before) - (size if forward else 0)
            start = min(starts, key=lambda n: (abs(n - expected), n))
            return Span(there[start].start(), there[start + size - 1].end())
    return opposite
