"""Where two texts differ inside a passage that stands in both."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

import numpy as np

from firsthand.copies.alignment import Worded
from firsthand.copies.edit_kinds import edit_kinds
from firsthand.copies.stretches import Stretch
from firsthand.domain import Aligned, CopyEdit, CopyEditKind, CopyLink, CopyManner, Span

__all__ = ["edits", "with_edits"]

_WHOLE = 60
"""Words of two stretches without a run of three in common beyond which they are one edit: to lay
them against each other word by word would match nothing but articles and prepositions."""

_Cut = tuple[int, int, int, int]
"""First word and word after the last in each of two texts."""


def edits(a: Worded, b: Worded, passage: Aligned) -> tuple[CopyEdit, ...]:
    """Find where the words of `passage` differ, ascending; empty where they are the same.

    Case, white space and marks between words make no difference.

    Args:
        a: The text copied, to which `passage.a` points.
        b: The copy.
        passage: A passage taken over word for word, edited or not.
    """
    one, other = _words_of(a, passage.a), _words_of(b, passage.b)
    if np.array_equal(a.words.numbers[slice(*one)], b.words.numbers[slice(*other)]):
        return ()
    places = [
        (Stretch(a, *cut[:2], *one), Stretch(b, *cut[2:], *other))
        for cut in _differences(a, b, (*one, *other))
    ]
    return tuple(
        CopyEdit(a=_span(in_a), b=_span(in_b), kind=kind)
        for (in_a, in_b), kind in zip(places, edit_kinds(places), strict=True)
    )


def with_edits(link: CopyLink, original: Worded, copy: Worded) -> CopyLink:
    """The same link with the edits inside its passages; passages aligned by meaning stay bare.

    Args:
        link: Of two texts.
        original: Its text copied.
        copy: Its copy.
    """
    if link.manner is not CopyManner.WORDS:
        return link
    passages = []
    for passage in link.passages:
        found = edits(original, copy, passage)
        changed = any(edit.kind is not CopyEditKind.WORDING for edit in found)
        passages.append(replace(passage, edits=found, changed=changed))
    return replace(link, passages=tuple(passages))


def _words_of(text: Worded, span: Span) -> tuple[int, int]:
    return (
        int(text.words.starts.searchsorted(span.start)),
        int(text.words.starts.searchsorted(span.end)),
    )


def _differences(a: Worded, b: Worded, cut: _Cut) -> Iterator[_Cut]:
    """The stretches of words that are not the same, in order; one side may be without words."""
    place_a, place_b = cut[0], cut[2]
    for first, other, length in [*_anchors(a, b, cut), (cut[1], cut[3], 0)]:
        yield from _laid_out(a, b, (place_a, first, place_b, other))
        place_a, place_b = first + length, other + length


def _anchors(a: Worded, b: Worded, cut: _Cut) -> list[tuple[int, int, int]]:
    """Equal stretches whose every run of three words occurs once on each side, in the same order.

    Patience sorting (B. Cohen's diff): the longest chain of places that ascends in both texts.
    """
    places = {}
    twice = set()
    for place in range(cut[2], cut[3]):
        key = b.words.folded[place : min(place + 3, cut[3])]
        if key in places:
            twice.add(key)
        places[key] = place
    counts: dict[tuple[str, ...], int] = {}
    keys = [a.words.folded[place : min(place + 3, cut[1])] for place in range(cut[0], cut[1])]
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    pairs = [
        (cut[0] + index, places[key])
        for index, key in enumerate(keys)
        if len(key) == 3 and counts[key] == 1 and key in places and key not in twice
    ]
    found: list[tuple[int, int, int]] = []
    for one, other in _ascending(pairs):
        if found:
            first, second, length = found[-1]
            if one < first + length or other < second + length:
                if one - first != other - second:
                    continue
                found[-1] = (first, second, one + 3 - first)
                continue
        found.append((one, other, 3))
    return found


def _ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of `pairs` (ascending by the first) that ascends by the second as well."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(pairs):
        at = bisect_left(tails, other)
        before.append(ends[at - 1] if at else -1)
        tails[at:] = [other, *tails[at + 1 :]]
        ends[at:] = [index, *ends[at + 1 :]]
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _laid_out(a: Worded, b: Worded, cut: _Cut) -> Iterator[_Cut]:
    """What differs in a stretch between two anchors."""
    a_first, a_last, b_first, b_last = cut
    one, other = a.words.folded[a_first:a_last], b.words.folded[b_first:b_last]
    if not one and not other:
        return
    if max(len(one), len(other)) > _WHOLE:
        yield cut
        return
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield a_first + a1, a_first + a2, b_first + b1, b_first + b2


def _span(stretch: Stretch) -> Span | None:
    if stretch.first == stretch.last:
        return None
    return stretch.text.words.span(stretch.first, stretch.last)
