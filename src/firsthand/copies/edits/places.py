"""Where two texts differ inside a passage that stands in both."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

import numpy as np

from firsthand.copies.alignment import Worded
from firsthand.copies.edits.kinds import edit_kinds
from firsthand.copies.edits.slips import is_noisy
from firsthand.copies.edits.stretches import Stretch
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
    one, other = _once(a, *cut[:2]), _once(b, *cut[2:])
    both = [(first, other[code]) for code, first in one.items() if code in other]
    found: list[tuple[int, int, int]] = []
    for first, second, length in _lines([both[at] for at in _ascending([y for _, y in both])]):
        over = 0
        if found:
            over = max(found[-1][0] + found[-1][2] - first, found[-1][1] + found[-1][2] - second, 0)
        if length > over:
            found.append((first + over, second + over, length - over))
    return found


def _once(text: Worded, first: int, last: int) -> dict[int, int]:
    """The runs of three words that occur once between two words of a text, by place; ascending."""
    codes = text.codes[first : max(first, last - WIDTH + 1)].tolist()
    places = dict(zip(codes, range(first, last), strict=False))
    if len(places) < len(codes):
        for code, count in Counter(codes).items():
            if count > 1:
                del places[code]
    return places


def _lines(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Places of equal runs that touch, ascending in both texts, as stretches of so many words."""
    start = before = None
    for pair in pairs:
        if before is None or start is None:
            start = pair
        else:
            step = pair[0] - before[0]
            if step > WIDTH or step != pair[1] - before[1]:
                yield *start, before[0] + WIDTH - start[0]
                start = pair
        before = pair
    if start is not None and before is not None:
        yield *start, before[0] + WIDTH - start[0]


def _ascending(places: list[int]) -> list[int]:
    """Indices of the longest chain of `places`, all different, that ascends."""
    if places == sorted(places):
        return list(range(len(places)))
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
    if one == other:
        return
    if not one or not other or max(len(one), len(other)) > _WHOLE or len(one) == len(other) == 1:
        yield cut
        return
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield a_first + a1, a_first + a2, b_first + b1, b_first + b2


def _span(stretch: Stretch) -> Span | None:
    if stretch.first == stretch.last:
        return None
    return stretch.text.words.span(stretch.first, stretch.last)
