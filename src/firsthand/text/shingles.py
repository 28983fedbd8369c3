"""Words with their places, and runs of three of them as numbers: the ground of copy detection.

Broder 1997 ("On the resemblance and containment of documents"): texts that share runs of words
share words in order; sampling the runs by their hash keeps containment measurable.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from firsthand.domain import Span

__all__ = ["WIDTH", "Codes", "Words", "sampled", "shingles", "words"]

Codes = npt.NDArray[np.uint64]

WIDTH = 3
"""Words in a shingle. Three survive the dropped and exchanged words of a reworked wire text; they
also occur by chance, so one shared shingle never links two texts: runs and shares of them do."""

_WORD = re.compile(r"\w+(?:[.,:'’\-‐]\w+)*")
_FOLD = str.maketrans({"’": "'", "‐": "-"})
_MULTIPLIER = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a stretch of text, folded (case, apostrophes), with their places."""

    folded: tuple[str, ...]
    starts: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]
    """Code points into the text they were cut from, end exclusive."""

    def __len__(self) -> int:
        return len(self.folded)

    def span(self, first: int, last: int) -> Span:
        """The stretch from word `first` to before word `last`."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


def words(text: str, spans: Sequence[Span]) -> Words:
    """Cut the words of `spans` from `text`, in their order.

    Numbers keep their inner points and colons ("4:52", "1,150"): a changed digit is a changed word.
    """
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for span in spans:
        for match in _WORD.finditer(text, span.start, span.end):
            folded.append(match.group().lower().translate(_FOLD))
            starts.append(match.start())
            ends.append(match.end())
    return Words(tuple(folded), np.array(starts, dtype=np.int32), np.array(ends, dtype=np.int32))


@lru_cache(maxsize=1 << 17)
def _code(word: str) -> int:
    # crc32 is the same in every process, unlike hash(); the product spreads it over 64 bits.
    return (crc32(word.encode("utf-8", "surrogatepass")) * _MULTIPLIER) & _MASK


def shingles(folded: Sequence[str], width: int = WIDTH) -> Codes:
    """One code for each run of `width` words, by the run's first word.

    Empty for fewer than `width` words. Equal runs have equal codes on every machine.
    """
    codes = np.fromiter((_code(word) for word in folded), dtype=np.uint64, count=len(folded))
    if len(codes) < width:
        return np.zeros(0, dtype=np.uint64)
    count = len(codes) - width + 1
    mixed = np.zeros(count, dtype=np.uint64)
    for step in range(width):
        mixed = (mixed ^ codes[step : step + count]) * np.uint64(_MULTIPLIER | 1)
        mixed ^= mixed >> np.uint64(29)
    return mixed


def sampled(codes: Codes, one_in: int) -> Codes:
    """The distinct codes whose hash is divisible by `one_in`, ascending: the same in every text."""
    kept = codes[(codes >> np.uint64(7)) % np.uint64(one_in) == 0]
    unique: Codes = np.unique(kept)
    return unique
