"""What words one printing of a quotation has that another has not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

__all__ = ["Piece", "differences"]

_WORDS = re.compile(r"\s+|\w+(?:['’\-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words and whether both printings have it."""

    text: str
    change: str
    """same, gone (only the fuller form has it) or new (only this printing has it)."""


def differences(full: str, printed: str) -> tuple[Piece, ...]:
    """Set `printed` against `full`, word by word, in reading order.

    Capitals and the shape of quotation marks and apostrophes make no difference. The pieces that
    are not "new" give `full`, those that are not "gone" give `printed`, save for such shapes.
    """
    a, b = _WORDS.findall(full), _WORDS.findall(printed)
    matcher = SequenceMatcher(
        None, [_key(word) for word in a], [_key(word) for word in b], autojunk=False
    )
    pieces: list[Piece] = []
    for _, a1, a2, b1, b2 in matcher.get_opcodes():
        same = [_key(word) for word in a[a1:a2]] == [_key(word) for word in b[b1:b2]]
        if same:
            pieces.append(Piece("".join(b[b1:b2]), "same"))
            continue
        if a2 > a1:
            pieces.append(Piece("".join(a[a1:a2]), "gone"))
        if b2 > b1:
            pieces.append(Piece("".join(b[b1:b2]), "new"))
    return tuple(piece for piece in pieces if piece.text)


def _key(word: str) -> str:
    """A word without regard to capitals and the shape of its marks."""
    if word.isspace():
        return " "
    return word.casefold().translate(str.maketrans("‘’“”„«»", '\'\'"""""'))
