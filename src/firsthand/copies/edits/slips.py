"""Letters that were misread or mistyped: a name with one of them is no other name."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.copies.edits.stretches import Stretch

__all__ = ["is_noisy", "is_slip"]

FEW = 4
WORDS = 60
"""Slips, and words to a slip, from which a text is a scan or was typed in haste. Edited copies have
one in some hundred words (another country's spelling); texts with 1 % of wrong letters one in 20."""

_LETTERS = 4
"""Letters to a wrong one, beyond the first, in which a word is still the same word."""

_LONGEST = 40


def is_noisy(places: Sequence[tuple[Stretch, Stretch]]) -> bool:
    """Whether the edits between two texts are full of slips.

    Args:
        places: Where the texts differ, of all passages.
    """
    passages = {(a.start, a.end) for a, _ in places}
    words = sum(end - start for start, end in passages)
    if len(places) < FEW or len(places) * WORDS < words:
        return False
    slips = sum(_is_plain(a) and _is_plain(b) and is_slip(a, b) for a, b in places)
    return slips >= FEW and slips * WORDS >= words


def is_slip(a: Stretch, b: Stretch) -> bool:
    """Whether two stretches are the same but for a wrong, missing or added letter here and there."""
    one, other = "".join(a.folded), "".join(b.folded)
    longer = max(len(one), len(other))
    if not one or not other or longer > _LONGEST or one.isdigit() or other.isdigit():
        return False
    most = 1 + (longer - 1) // _LETTERS
    return abs(len(one) - len(other)) <= most and _apart(one, other, most) <= most


def _is_plain(stretch: Stretch) -> bool:
    """Whether a stretch has neither capitals nor figures."""
    return all(
        word.isalpha() and stretch.written(at).islower()
        for at, word in enumerate(stretch.folded, stretch.first)
    )


def _apart(one: str, other: str, most: int) -> int:
    """Letters to exchange, add or leave out between two words (Levenshtein 1966).

    Counted no further than to where they are certainly more than `most`.
    """
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, 1):
        above, row = row, [index]
        for place, opposite in enumerate(other, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != opposite)))
        if min(row) > most:
            return most + 1
    return row[-1]
