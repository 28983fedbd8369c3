"""What a place touches in which two texts differ: a number, a date, a name, a negation or wording."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.copies.edit_days import dated_numbers, other_days
from firsthand.copies.edit_names import other_names
from firsthand.copies.edit_numbers import other_numbers
from firsthand.copies.stretches import Stretch
from firsthand.domain import CopyEditKind

__all__ = ["edit_kinds"]

LONGEST = 12
"""Words of a stretch beyond which the other is another sentence, not this one with a word changed:
which of its numbers stands for which cannot be told."""

BESIDE = 10
"""Words between two edits that may deny the same: "was not true", "denied it was true"."""

_Both = tuple[Stretch, Stretch]


def edit_kinds(places: Sequence[_Both]) -> list[CopyEditKind]:
    """The gravest thing that differs in each of the places, in the order given.

    Words that are only added or left out change no number, date or name: a copy that tells less
    tells nothing else. A negation added or left out changes what is told.

    Args:
        places: Of one passage, ascending: the words of the text copied, and those of the copy
            that stand for them; either stretch may be without words.
    """
    denials = [_denial(a, b) for a, b in places]
    return [
        _kind(a, b, denied=denials[at] != 0 and _stands(at, places, denials))
        for at, (a, b) in enumerate(places)
    ]


def _kind(a: Stretch, b: Stretch, *, denied: bool) -> CopyEditKind:
    if max(a.last - a.first, b.last - b.first) > LONGEST:
        return CopyEditKind.WORDING
    dated = dated_numbers(a, b)
    if other_numbers(a, b, dated):
        return CopyEditKind.NUMBER
    if other_days(a, b):
        return CopyEditKind.DATE
    if other_names(a, b):
        return CopyEditKind.NAME
    return CopyEditKind.NEGATION if denied else CopyEditKind.WORDING


def _denial(a: Stretch, b: Stretch) -> int:
    """Whether only the copy denies (1), only the text copied (-1), or both or none (0)."""
    if max(a.last - a.first, b.last - b.first) > LONGEST:
        return 0
    one, other = (sum(s.known.denies(word) for word in s.folded) % 2 for s in (a, b))
    if one == other or any(not s.known.denying.isdisjoint(s.folded) for s in (a, b)):
        return 0
    return other - one


def _stands(at: int, places: Sequence[_Both], denials: Sequence[int]) -> bool:
    """Whether no edit beside takes back what this one denies."""
    first, last = places[at][0].first - BESIDE, places[at][0].last + BESIDE
    near = [
        index for index, (a, _) in enumerate(places) if first <= a.first <= last and index != at
    ]
    if sum(denials[index] for index in near) + denials[at] == 0:
        return False
    return not any(
        not s.known.denying.isdisjoint(s.folded) for index in near for s in places[index]
    )
