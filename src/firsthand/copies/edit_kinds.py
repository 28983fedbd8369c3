"""What a place touches in which two texts differ: a number, a date, a name, a negation or wording."""

from __future__ import annotations

from firsthand.copies.alignment import Worded
from firsthand.domain import CopyEditKind
from firsthand.text.numbers import number_of

__all__ = ["edit_kind"]


def edit_kind(a: Worded, b: Worded, in_a: tuple[int, int], in_b: tuple[int, int]) -> CopyEditKind:
    """The gravest thing that differs between some words of `a` and those that stand for them in `b`.

    Args:
        a: The text copied.
        b: The copy.
        in_a: First word and word after the last.
        in_b: Likewise; either stretch may be without words.
    """
    one, other = _numbers(a, in_a), _numbers(b, in_b)
    if one - other and other - one:
        return CopyEditKind.NUMBER
    return CopyEditKind.WORDING


def _numbers(text: Worded, stretch: tuple[int, int]) -> set[float]:
    values = (number_of(word) for word in text.words.folded[slice(*stretch)])
    return {value for value in values if value is not None}
