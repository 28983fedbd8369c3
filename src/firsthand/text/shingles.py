"""Words with their places, and runs of three of them as numbers: the ground of copy detection.

Broder 1997 ("On the resemblance and containment of documents"): texts that share runs of words
share words in order; sampling the runs by their hash keeps containment measurable.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from firsthand.domain import Span
from firsthand.text.cutting import Cut, Numbers, cut, numbers_of

__all__ = ["WIDTH", "Codes", "Words", "sampled", "shingle_codes", "shingles", "words"]

Codes = npt.NDArray[np.uint64]

WIDTH = 3
"""Words in a shingle. Three survive the dropped and exchanged words of a reworked wire text; they
also occur by chance, so one shared shingle never links two texts: runs and shares of them do."""

_MULTIPLIER = 0x9E3779B97F4A7C15


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a stretch of text, folded (case, apostrophes), with their places."""

    starts: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]
    """Code points into the text they were cut from, end exclusive."""

    numbers: Numbers
    """One number a word, equal for equal folded words."""

    cut: Cut

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words as strings; made when first asked for."""
        return self.cut.folded()

    def __len__(self) -> int:
        """Count the words."""
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """The stretch from word `first` to before word `last`."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


def words(text: str, spans: Sequence[Span]) -> Words:
    """Cut the words of `spans` from `text`, in their order.

    Numbers keep their inner points and colons ("4:52", "1,150"): a changed digit is a changed word.
    """
    found = cut([text[span.start : span.end] for span in spans])
    offsets = np.array([span.start for span in spans], dtype=np.int64) - found.begins
    shift = np.repeat(offsets, found.counts())
    return Words(
        (found.starts + shift).astype(np.int32),
        (found.ends + shift).astype(np.int32),
        found.numbers,
        found,
    )


def shingles(folded: Sequence[str] | Numbers, width: int = WIDTH) -> Codes:
    """One code for each run of `width` words, by the run's first word.

    Empty for fewer than `width` words. Equal runs have equal codes on every machine.

    Args:
        folded: The words, or their numbers.
        width: Words in a run.
    """
    numbers = folded if isinstance(folded, np.ndarray) else numbers_of(folded)
    if len(numbers) < width:
        return np.zeros(0, dtype=np.uint64)
    count = len(numbers) - width + 1
    mixed = numbers[:count] * np.uint64(_MULTIPLIER)
    mixed ^= mixed >> np.uint64(29)
    for step in range(1, width):
        mixed ^= numbers[step : step + count]
        mixed *= np.uint64(_MULTIPLIER)
        mixed ^= mixed >> np.uint64(29)
    return mixed


def shingle_codes(
    numbers: Numbers, counts: npt.NDArray[np.int64], width: int = WIDTH
) -> tuple[Codes, npt.NDArray[np.int64]]:
    """`shingles` of many texts whose words lie end to end.

    Args:
        numbers: The words' numbers.
        counts: Words of each text.
        width: Words in a run.

    Returns:
        The codes end to end, and how many each text has.
    """
    codes = shingles(numbers, width)
    keep = np.ones(len(codes), dtype=np.bool_)
    ends = np.cumsum(counts)
    for back in range(1, width):
        crossing = ends - back
        crossing = crossing[(crossing >= 0) & (crossing < len(codes))]
        keep[crossing] = False
    return codes[keep], np.maximum(counts - (width - 1), 0)


def sampled(codes: Codes, one_in: int) -> Codes:
    """The distinct codes whose hash is divisible by `one_in`, ascending: the same in every text."""
    kept = codes[(codes >> np.uint64(7)) % np.uint64(one_in) == 0]
    unique: Codes = np.unique(kept)
    return unique
