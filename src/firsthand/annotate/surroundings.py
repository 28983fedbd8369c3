"""What an unresolved place lies in, as far as the text says."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from firsthand.domain import Reason, Sentence, Where

__all__ = ["with_surroundings"]

_LINK = re.compile(
    r"(?:,|\s\(|(?:,?\s[a-z]+){0,4}\s(?:in|of|near|outside|inside)(?:\sthe)?(?:\s[A-Z]?[a-z]+'s)?)\s?"
)
"""Between a place and what it lies in: a comma, a bracket, or at most four words and a preposition."""


def with_surroundings(
    text: str, sentences: Sequence[Sentence], located: Sequence[Where]
) -> tuple[Where, ...]:
    """Name for each unresolved place the resolved one it lies in.

    That is the next place where a comma, a bracket or "in" links the two ("Little Wick, Kent"; "a
    depot near Wick in Kent"), else the nearest place of the same sentence. A place that stands for
    a government or a people is no surroundings.

    Args:
        text: The article's.
        sentences: In reading order, not overlapping.
        located: Its places, in reading order.

    Returns:
        The same records in the same order; `within` stays None where the sentence names no other place.
    """
    found = []
    for at, one in enumerate(located):
        if one.chosen is not None:
            found.append(one)
            continue
        following = located[at + 1] if at + 1 < len(located) else None
        if (
            following is not None
            and _is_ground(following)
            and _LINK.fullmatch(text[one.span.end : following.span.start])
        ):
            found.append(_within(one, following, "the text puts it in the next place named"))
            continue
        near = [other for other in _of_sentence(one, sentences, located) if _is_ground(other)]
        if not near:
            found.append(one)
            continue
        closest = min(
            near,
            key=lambda other: (
                max(other.span.start - one.span.end, one.span.start - other.span.end),
                other.span.start,
            ),
        )
        found.append(_within(one, closest, "nearest place of the same sentence"))
    return tuple(found)


def _is_ground(where: Where) -> bool:
    """Whether a place is located and no actor."""
    return where.chosen is not None and not where.actor


def _within(one: Where, other: Where, why: str) -> Where:
    """The record with its surroundings and the reason."""
    assert other.chosen is not None  # _is_ground
    reason = Reason(feature=why, score=0.6)
    name = other.name if other.chosen.kind == "city" else other.chosen.name
    return replace(one, within=name, reasons=(*one.reasons, reason))


def _of_sentence(
    one: Where, sentences: Sequence[Sentence], located: Sequence[Where]
) -> tuple[Where, ...]:
    """The other places of the same sentence."""
    number = bisect_right(sentences, one.span.start, key=lambda each: each.span.start) - 1
    if number < 0 or not sentences[number].span.holds(one.span):
        return ()
    span = sentences[number].span
    first = bisect_left(located, span.start, key=lambda other: other.span.start)
    last = bisect_left(located, span.end, key=lambda other: other.span.start)
    return tuple(
        other for other in located[first:last] if other is not one and span.holds(other.span)
    )
