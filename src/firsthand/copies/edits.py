"""Where two texts differ inside a passage that stands in both."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

import numpy as np

from firsthand.copies.alignment import Worded
from firsthand.copies.edit_kinds import edit_kinds
from firsthand.copies.slips import is_noisy
from firsthand.copies.stretches import Stretch
from firsthand.domain import Aligned, CopyEdit, CopyEditKind, CopyLink, CopyManner, Span
from firsthand.text.shingles import WIDTH

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
    places = _places(a, b, passage)
    return _judged(places, noisy=is_noisy(places))


def with_edits(link: CopyLink, original: Worded, copy: Worded) -> CopyLink:
    """The same link with the edits inside its passages; passages aligned by meaning stay bare.

    Args:
        link: Of two texts.
        original: Its text copied.
        copy: Its copy.
    """
    if link.manner is not CopyManner.WORDS:
        return link
    places = [_places(original, copy, passage) for passage in link.passages]
    noisy = is_noisy([pair for each in places for pair in each])
    found = [_judged(each, noisy=noisy) for each in places]
    return replace(
        link,
        passages=tuple(
            replace(
                passage,
                edits=made,
                changed=any(edit.kind is not CopyEditKind.WORDING for edit in made),
            )
            for passage, made in zip(link.passages, found, strict=True)
        ),
    )


def _places(a: Worded, b: Worded, passage: Aligned) -> list[tuple[Stretch, Stretch]]:
    one, other = _words_of(a, passage.a), _words_of(b, passage.b)
    if np.array_equal(a.words.numbers[slice(*one)], b.words.numbers[slice(*other)]):
        return []
    return [
        (Stretch(a, *cut[:2], *one), Stretch(b, *cut[2:], *other))
        for cut in _differences(a, b, (*one, *other))
    ]


def _judged(places: Sequence[tuple[Stretch, Stretch]], *, noisy: bool) -> tuple[CopyEdit, ...]:
    kinds = edit_kinds(places, noisy=noisy)
    return tuple(
        CopyEdit(a=_span(in_a), b=_span(in_b), kind=kind)
        for (in_a, in_b), kind in zip(places, kinds, strict=True)
    )


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
    one, other = a.codes[cut[0] : cut[1] - WIDTH + 1], b.codes[cut[2] : cut[3] - WIDTH + 1]
    codes_a, first_a, counts_a = np.unique(one, return_index=True, return_counts=True)
    codes_b, first_b, counts_b = np.unique(other, return_index=True, return_counts=True)
    _, in_a, in_b = np.intersect1d(
        codes_a[counts_a == 1], codes_b[counts_b == 1], assume_unique=True, return_indices=True
    )
    firsts, seconds = first_a[counts_a == 1][in_a] + cut[0], first_b[counts_b == 1][in_b] + cut[2]
    order = np.argsort(firsts)
    firsts, seconds = firsts[order], seconds[order]
    if len(firsts) > 1 and not np.all(np.diff(seconds) > 0):
        chain = _ascending(seconds.tolist())
        firsts, seconds = firsts[chain], seconds[chain]
    steps, others = np.diff(firsts), np.diff(seconds)
    breaks = np.flatnonzero((steps != others) | (steps > WIDTH)) + 1
    starts, lasts = np.r_[0, breaks], np.r_[breaks, len(firsts)] - 1
    found: list[tuple[int, int, int]] = []
    for start, last in zip(starts.tolist(), lasts.tolist(), strict=True) if len(firsts) else ():
        first, second = int(firsts[start]), int(seconds[start])
        length = int(firsts[last]) + WIDTH - first
        if found:
            over = max(found[-1][0] + found[-1][2] - first, found[-1][1] + found[-1][2] - second, 0)
            first, second, length = first + over, second + over, length - over
        if length > 0:
            found.append((first, second, length))
    return found


def _ascending(places: Sequence[int]) -> list[int]:
    """Indices of the longest chain of `places` that ascends."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[at], ends[at] = place, index
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(index)
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
