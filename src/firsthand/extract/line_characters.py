"""How many characters of each kind stand in each line of a text, counted at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["character_counts"]

_MARKS = (
    ("comma", ",，、،;؛"),
    ("quotation", '"“”„«»‘’「」『』'),
    ("divider", "|•·›»/>▾▼→"),
    ("bracket", "()[]（）【】"),
    ("end", ".!?…。！？।۔؟"),
)
_UPPER, _LOWER, _DIGIT, _FAR, _SPACELESS = 1, 2, 4, 8, 16
_FIRST_MARK = 5
_FAR_SCRIPTS = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF))
"""Kana, Han and Hangul: two to a word, as elsewhere here."""

_SPACELESS_SCRIPTS = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
"""Thai and Lao, Burmese, Khmer: written without spaces between words."""


@cache
def _kinds() -> NDArray[np.uint16]:
    """The kinds of every code point of the basic plane, as bits."""
    table = np.zeros(0x10000, dtype=np.uint16)
    for code in range(0x10000):
        one = chr(code)
        table[code] = _UPPER * one.isupper() | _LOWER * one.islower() | _DIGIT * one.isdigit()
    for place, (_, marks) in enumerate(_MARKS):
        for one in marks:
            table[ord(one)] |= 1 << (_FIRST_MARK + place)
    for scripts, bit in ((_FAR_SCRIPTS, _FAR), (_SPACELESS_SCRIPTS, _SPACELESS)):
        for first, last in scripts:
            table[first : last + 1] |= bit
    return table


def character_counts(texts: Sequence[str]) -> Mapping[str, NDArray[np.float64]]:
    """Count the kinds of characters in each text.

    Returns:
        By kind, one number a text: ``upper``, ``lower``, ``digit``, ``far`` (Han, Kana, Hangul),
        ``spaceless``, ``comma``, ``quotation``, ``divider``, ``bracket``, ``end``, ``capitalised``
        (words that open with a capital) and ``glued`` (a capital behind a small letter).
    """
    lengths = np.array([len(text) + 1 for text in texts], dtype=np.int64)
    codes = np.frombuffer(
        ("\n".join(texts) + "\n").encode("utf-32-le", "surrogatepass"), dtype=np.uint32
    )
    bits = _kinds()[np.minimum(codes, 0xFFFF)]
    starts = np.cumsum(lengths) - lengths
    upper, lower = bits & _UPPER > 0, bits & _LOWER > 0
    letter = upper | lower
    opening = upper.copy()
    opening[1:] &= ~letter[:-1]
    glued = np.zeros(len(bits), dtype=bool)
    glued[1:] = upper[1:] & lower[:-1]
    kinds = {
        "upper": upper,
        "lower": lower,
        "digit": bits & _DIGIT > 0,
        "far": bits & _FAR > 0,
        "spaceless": bits & _SPACELESS > 0,
        "capitalised": opening,
        "glued": glued,
    }
    for place, (name, _) in enumerate(_MARKS):
        kinds[name] = bits & (1 << (_FIRST_MARK + place)) > 0
    return {
        name: np.add.reduceat(has.astype(np.int32), starts).astype(np.float64)
        for name, has in kinds.items()
    }
