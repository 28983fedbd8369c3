r"""Words of many texts at once: found and numbered with array arithmetic over their code points.

A word is ``\w+`` with single marks between its parts ("4:52", "a.m", "Koper's"); its letters are
folded one by one; its number is a polynomial in them modulo 2 to the 64th (Karp and Rabin 1987,
"Efficient randomized pattern-matching algorithms"), so that all words of a batch are numbered by one
running sum. One text goes the same way as a thousand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

__all__ = ["Cut", "Numbers", "cut", "numbers_of"]

Numbers = npt.NDArray[np.uint64]

_JOINERS = ".,:'’-‐"
"""Marks that stand inside a word when a letter or digit is on both sides."""

_MARKS = '"“”„‟«»‹›「」『』〝〞〟‘‚`＂'
_APOSTROPHES = "'’‛＇"
"""Marks of quotation; the latter only where no letter or digit stands before them."""

_BASE = 0xD1B54A32D192ED03
_BASE_INVERSE = pow(_BASE, -1, 1 << 64)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_POINTS = 0x110000
_IS_WORD = np.uint32(1 << 30)
_IS_JOINER = np.uint32(1 << 31)
_IS_MARK = np.uint32(1 << 29)
_IS_APOSTROPHE = np.uint32(1 << 28)
_LETTER = np.uint32((1 << 21) - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """The words of several pieces of text laid end to end, a line end between two pieces."""

    letters: npt.NDArray[np.uint32]
    """Folded code points of all pieces."""

    begins: npt.NDArray[np.int64]
    """For each piece, where it begins among `letters`."""

    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    """For each word, places among `letters`, end exclusive; ascending."""

    numbers: Numbers
    """For each word, a number: equal for equal folded words, the same on every machine."""

    marks: npt.NDArray[np.int64]
    """Places among `letters` where a quotation mark may stand that opens; apostrophes inside words
    and most of those behind them are left out."""

    def marked(self) -> npt.NDArray[np.bool_]:
        """For each piece, whether a quotation may stand in it."""
        found = np.zeros(len(self.begins), dtype=np.bool_)
        found[np.searchsorted(self.begins, self.marks, side="right") - 1] = True
        return found

    def counts(self) -> npt.NDArray[np.int64]:
        """Words of each piece."""
        edges = np.searchsorted(self.starts, self.begins)
        return np.diff(edges, append=len(self.starts))

    def folded(self) -> tuple[str, ...]:
        """The words as strings."""
        text = self.letters.tobytes().decode("utf-32-le", "surrogatepass")
        return tuple(
            text[start:end]
            for start, end in zip(self.starts.tolist(), self.ends.tolist(), strict=True)
        )


def cut(pieces: Sequence[str]) -> Cut:
    """Cut `pieces` into words; no word runs over the end of a piece."""
    joined = "\n".join(pieces)
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    kinds = np.take(_letters(), points)
    lengths = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
    begins = np.cumsum(lengths + 1) - lengths - 1
    is_word = kinds >= _IS_WORD
    joins = kinds >= _IS_JOINER
    is_word ^= joins
    if len(points) > 2:
        is_word[1:-1] |= joins[1:-1] & is_word[:-2] & is_word[2:]
    edges = np.flatnonzero(np.diff(is_word.view(np.int8), prepend=0, append=0))
    opens = (kinds & _IS_APOSTROPHE) != 0
    opens[1:] &= ~is_word[:-1]
    marks = np.flatnonzero(opens | ((kinds & _IS_MARK) != 0))
    letters = kinds & _LETTER
    starts, ends = edges[::2], edges[1::2]
    return Cut(letters, begins, starts, ends, _numbered(letters, starts, ends), marks)


def numbers_of(folded: Iterable[str]) -> Numbers:
    """The numbers of words that are cut and folded already."""
    words = list(folded)
    points = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), dtype="<u4")
    ends = np.cumsum(np.fromiter(map(len, words), dtype=np.int64, count=len(words)))
    starts = ends - np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    return _numbered(points, starts, ends)


def _numbered(
    letters: npt.NDArray[np.uint32], starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]
) -> Numbers:
    powers, inverses = _powers(1 << max(16, (len(letters) + 1).bit_length()))
    sums = np.zeros(len(letters) + 1, dtype=np.uint64)
    np.cumsum(letters * powers[: len(letters)], out=sums[1:])
    numbers = (sums[ends] - sums[starts]) * inverses[starts]
    numbers ^= numbers >> np.uint64(32)
    numbers *= _SPREAD
    mixed: Numbers = numbers ^ (numbers >> np.uint64(29))
    return mixed


@lru_cache(maxsize=1)
def _letters() -> npt.NDArray[np.uint32]:
    """For each code point its folded form, and two bits: part of words, joiner of words."""
    every = np.arange(_POINTS, dtype="<u4")
    text = every.tobytes().decode("utf-32-le", "surrogatepass")
    # The one letter that grows when made small (dotted capital I) would shift all behind it.
    small = text.replace("\u0130", "i").lower()
    table = np.frombuffer(small.encode("utf-32-le", "surrogatepass"), dtype="<u4").copy()
    for one, plain in (("’", "'"), ("‐", "-"), ("ς", "σ")):
        table[ord(one)] = ord(plain)
    for found in re.finditer(r"\w+", text):
        table[found.start() : found.end()] |= _IS_WORD
    for joiner in _JOINERS:
        table[ord(joiner)] |= _IS_JOINER | _IS_WORD
    for marks, bit in ((_MARKS, _IS_MARK), (_APOSTROPHES, _IS_APOSTROPHE)):
        for mark in marks:
            table[ord(mark)] |= bit
    # Joiners carry both bits, so that one comparison finds each kind.
    table.flags.writeable = False
    return table


@lru_cache(maxsize=2)
def _powers(count: int) -> tuple[Numbers, Numbers]:
    """Powers of the base and of its inverse, from the first and the zeroth on."""
    found = []
    for base, first in ((_BASE, _BASE), (_BASE_INVERSE, 1)):
        values = np.full(count, first, dtype=np.uint64)
        size, step = 1, base
        while size < count:
            values[size : 2 * size] = values[:size] * np.uint64(step)
            size, step = 2 * size, step * step % (1 << 64)
        values.flags.writeable = False
        found.append(values)
    return found[0], found[1]
