"""What a place touches in which two texts differ: a number, a date, a name, a negation or wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.copies.edits.days import dated_numbers, other_days
from firsthand.copies.edits.names import other_names
from firsthand.copies.edits.numbers import is_number, other_numbers
from firsthand.copies.edits.slips import is_slip
from firsthand.copies.edits.stretches import Stretch
from firsthand.domain import CopyEditKind

__all__ = ["edit_kinds"]

LONGEST = 6
"""Words of a stretch beyond which the other is another clause, not this one with a word changed:
which of its numbers stands for which cannot be told."""

DENYING = 3
"""The same for a denial: "did not", "has never been"; with more words something else is denied."""

BESIDE = 10
"""Words between two edits that may deny the same: "was not true", "denied it was true"."""

_STOP = re.compile(r"[\"”’)]*[.!?:\n]|\Z")
_GAP = 4

_Both = tuple[Stretch, Stretch]


def edit_kinds(places: Sequence[_Both], *, noisy: bool = False) -> list[CopyEditKind]:
    """The gravest thing that differs in each of the places, in the order given.

    Words that are only added or left out change no number, date or name: a copy that tells less
    tells nothing else. A negation added or left out changes what is told.

    Args:
        places: Of one passage, ascending: the words of the text copied, and those of the copy
            that stand for them; either stretch may be without words.
        noisy: Whether the texts differ by wrong letters all over: a name or a denial with one
            of them is the same then.
    """
    plain = [noisy and is_slip(a, b) for a, b in places]
    denials = [0 if slip else _denial(a, b) for slip, (a, b) in zip(plain, places, strict=True)]
    return [
        CopyEditKind.WORDING
        if plain[at]
        else _kind(a, b, denied=denials[at] != 0 and _stands(at, places, denials))
        for at, (a, b) in enumerate(places)
    ]


def _kind(a: Stretch, b: Stretch, *, denied: bool) -> CopyEditKind:
    if max(a.last - a.first, b.last - b.first) > LONGEST:
        return CopyEditKind.WORDING
    if not (_may_tell(a) and _may_tell(b)):
        return CopyEditKind.NEGATION if denied else CopyEditKind.WORDING
    dated = dated_numbers(a, b)
    if other_numbers(a, b, dated):
        return CopyEditKind.NUMBER
    if other_days(a, b):
        return CopyEditKind.DATE
    if other_names(a, b):
        return CopyEditKind.NAME
    return CopyEditKind.NEGATION if denied else CopyEditKind.WORDING


def _may_tell(stretch: Stretch) -> bool:
    """Whether a stretch, or the words beside an empty one, may hold a number, a date or a name."""
    wide = stretch if stretch.folded else stretch.wider(1, 1)
    return any(
        not word.isalpha()
        or word in stretch.known.near
        or stretch.written(at)[0].isupper()
        or is_number(word, stretch.text.article.language)
        for at, word in enumerate(wide.folded, wide.first)
    )


def _denial(a: Stretch, b: Stretch) -> int:
    """Whether only the copy denies (1), only the text copied (-1), or both or none (0)."""
    if max(a.last - a.first, b.last - b.first) > DENYING:
        return 0
    alone = not a.folded or not b.folded
    if alone and _is_sentence(a if a.folded else b):
        return 0
    one, other = (
        sum(s.known.denies(word) and not (alone and _is_nobody(s, at)) for at, word in _words(s))
        % 2
        for s in (a, b)
    )
    if one == other or any(not s.known.denying.isdisjoint(s.folded) for s in (a, b)):
        return 0
    return other - one


def _is_sentence(stretch: Stretch) -> bool:
    """Whether words that only one text has end a sentence and begin one: "Nor should they."."""
    words, text = stretch.text.words, stretch.text.article.text
    start, end = int(words.starts[stretch.first]), int(words.ends[stretch.last - 1])
    return (
        _STOP.match(text, end) is not None
        and _STOP.search(text[max(0, start - _GAP) : start]) is not None
    )


def _words(stretch: Stretch) -> Iterator[tuple[int, str]]:
    return enumerate(stretch.folded, stretch.first)


def _is_nobody(stretch: Stretch, at: int) -> bool:
    """Whether a word denies only what it stands for itself ("nobody", "no one", "No. 10")."""
    if stretch.text.words.folded[at] in stretch.known.nobody:
        return True
    written = stretch.text.article.text[int(stretch.text.words.ends[at]) :][:5]
    return stretch.text.words.folded[at] == "no" and (
        written.startswith(" one") or written.lstrip(".")[:2].strip().isdigit()
    )


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
