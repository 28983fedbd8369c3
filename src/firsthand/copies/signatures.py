"""Which pairs of articles are worth laying side by side: shingles of six words, joined by value."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from firsthand.copies.laying import Ints
from firsthand.text.shingles import Codes, Words, sampled, shingles

__all__ = ["SAMPLE_WIDTH", "pairs_of", "samples_of"]

SAMPLE_WIDTH = 6
"""Words in a shingle that proposes a pair. Every run that counts holds seven equal words; of 2,762
texts one shared shingle of six proposes 36,000 pairs with all 3,401 whole copies and all but one of
701 quotations among them, four shared samples of three words 58,000."""

ONE_IN = 1
"""Shingles kept of a text, where a collection fits into memory."""

CROWD = 64
"""Articles that share a sample, above which it no longer pairs each with each (their number grows
with the square) but all with the first `HUBS` by id: copies of one text share hundreds of samples,
so the hubs suffice to link them, and furniture that a site prints under everything stays cheap."""

HUBS = 16


def samples_of(body: Words) -> Codes:
    """The shingles of a body by which its copies are proposed, ascending."""
    return sampled(shingles(body.numbers, SAMPLE_WIDTH), ONE_IN)


def pairs_of(samples: Sequence[Codes]) -> tuple[Ints, Ints]:
    """Pairs of texts that share a sample, as positions in `samples`: first < second, ascending."""
    if len(samples) < 2:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    owners = np.repeat(np.arange(len(samples)), [len(one) for one in samples])
    codes = np.concatenate(list(samples))
    order = np.argsort(codes, kind="stable")
    found = np.unique(_shared(codes[order], owners[order], len(samples)))
    first, second = np.divmod(found, len(samples))
    return first, second


def _shared(samples: Codes, owners: Ints, count: int) -> Ints:
    """One entry a shared sample: ``first * count + second`` by position of the articles."""
    alone = np.ones(len(samples) + 1, dtype=np.bool_)
    alone[1:-1] = samples[1:] != samples[:-1]
    several = ~(alone[1:] & alone[:-1])
    samples, owners = samples[several], owners[several]
    if not len(samples):
        return np.zeros(0, dtype=np.int64)
    starts = np.flatnonzero(np.concatenate([[True], samples[1:] != samples[:-1]]))
    sizes = np.diff(starts, append=len(samples))
    entries: list[npt.NDArray[np.int64]] = []
    place = np.arange(len(samples))
    first, size = np.repeat(starts, sizes), np.repeat(sizes, sizes)
    for step in range(1, CROWD):
        left = np.flatnonzero((size <= CROWD) & (place + step < first + size))
        if not len(left):
            break
        entries.append(owners[left] * count + owners[left + step])
    for hub in range(HUBS):
        right = np.flatnonzero((size > CROWD) & (place > first + hub))
        entries.append(owners[first[right] + hub] * count + owners[right])
    return np.concatenate(entries)
