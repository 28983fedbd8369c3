"""Pairs of articles from (sample, article) rows too many to hold: one stretch of samples at a time.

A sample that few articles have pairs each with each; one that many have pairs all with the first
few by number, since copies of one text share hundreds of samples and meet there. What a whole crowd
has is furniture or one text printed everywhere: it proposes only pairs that share much of a text.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from firsthand.copies.laying import Ints
from firsthand.copies.spill import Spill
from firsthand.text.shingles import Codes

__all__ = ["ARTICLE_BITS", "SampleRows", "proposed"]

ARTICLE_BITS = 24
"""Bits of an article's number in a row: sixteen million articles."""

PARTS = 64
"""Files by leading bits of the sample: at a million articles, two million rows each."""

FEW = 8
"""Articles that share a sample, up to which each is paired with each."""

HUBS = 4
"""Articles, first by number, with which all of a larger number are paired."""

CROWD = 64
"""Articles that share a sample, above which it is stock unless two texts share a good part."""

CROWD_SHARE = 0.15
"""Part of the shorter text's samples that a pair must share when all of them are a crowd's."""

CROWD_ONE_IN = 4
"""Samples of a crowd that are looked at: shares of a text can be measured with a few."""

_AT_ONCE = 1 << 20
"""Rows that are sorted together."""

_MOST = 1 << 21
"""Rows that are held before they are written to their files."""

RARE = 3
"""Samples of more than a few articles that weigh as much as one of a few: with less in common two
texts share a turn of phrase."""

_WEIGHTS = np.array([RARE << 8, 1 << 8, 1], dtype=np.uint64)
"""What a sample of a few, of more and of a crowd adds to a tally: two fields of eight bits."""

_ARTICLE = np.uint64((1 << ARTICLE_BITS) - 1)
_TALLY = np.uint64(255)
_Rows = npt.NDArray[np.uint64]


class SampleRows:
    """Rows of sample and article, in files by leading bits of the sample."""

    def __init__(self, spill: Spill) -> None:
        self._spill = spill
        self._held: list[tuple[Codes, Ints]] = []
        self._count = 0

    def add(self, samples: Codes, articles: Ints) -> None:
        """Keep rows: the sample, and the number of the article that has it."""
        self._held.append((samples, articles))
        self._count += len(samples)
        if self._count >= _MOST:
            self.flush()

    def flush(self) -> None:
        """Write what is held."""
        if not self._count:
            return
        samples = np.concatenate([one for one, _ in self._held])
        rows = samples << np.uint64(6) >> np.uint64(ARTICLE_BITS) << np.uint64(ARTICLE_BITS)
        rows |= np.concatenate([one for _, one in self._held]).astype(np.uint64)
        parts = (samples >> np.uint64(58)).astype(np.uint8)
        rows = rows[np.argsort(parts, kind="stable")]
        edges = np.cumsum(np.bincount(parts, minlength=PARTS)).tolist()
        for part, (start, end) in enumerate(zip([0, *edges], edges, strict=False)):
            self._spill.append(_part(part), rows[start:end])
        self._held, self._count = [], 0

    def stretches(self, numbers: Ints) -> Iterator[_Rows]:
        """All rows, ascending and once each, in stretches that hold every row of their samples.

        Args:
            numbers: For each article, the number it is to have; negative: leave it out.
        """
        self.flush()
        waiting: list[_Rows] = []
        for part in range(PARTS):
            waiting.append(self._spill.read(_part(part), np.uint64))
            if sum(map(len, waiting)) >= _AT_ONCE or part == PARTS - 1:
                rows = np.concatenate(waiting)
                named = numbers[(rows & _ARTICLE).astype(np.int64)]
                rows = (rows & ~_ARTICLE)[named >= 0] | named[named >= 0].astype(np.uint64)
                rows.sort()
                waiting = []
                yield rows[_firsts(rows)] if len(rows) else rows


def proposed(
    rows: SampleRows, numbers: Ints, lengths: Ints, spill: Spill
) -> tuple[Ints, Ints, Ints]:
    """Pairs worth laying side by side.

    Args:
        rows: Samples of all articles.
        numbers: For each article as it is named in `rows`, the number it is to have; negative:
            leave it out.
        lengths: For each number, how many samples the article has.
        spill: Where tallies are kept meanwhile.

    Returns:
        The lower number of each pair, the higher, and how strongly their samples speak for it;
        ascending.
    """
    width = max(1, -(-len(lengths) // PARTS))
    for stretch in rows.stretches(numbers):
        tallies = _tallied(_entries(stretch))
        lows = (tallies >> np.uint64(16 + ARTICLE_BITS)).astype(np.int64)
        edges = np.searchsorted(lows, np.arange(PARTS + 1) * width).tolist()
        for part, (start, end) in enumerate(zip(edges, edges[1:], strict=False)):
            if end > start:
                spill.append(_tally(part), tallies[start:end])
    found = []
    for part in range(PARTS):
        tallies = spill.read(_tally(part), np.uint64)
        spill.drop(_tally(part))
        found.append(_worth(tallies, lengths))
    low, high, shared = (np.concatenate(column) for column in zip(*found, strict=True))
    return low, high, shared


def _entries(rows: _Rows) -> _Rows:
    """One entry a pair and sample: both articles, and one in the field of few or of crowds."""
    samples = rows >> np.uint64(ARTICLE_BITS)
    alone = np.ones(len(rows) + 1, dtype=np.bool_)
    alone[1:-1] = samples[1:] != samples[:-1]
    several = ~(alone[1:] & alone[:-1])
    rows, samples, alone = rows[several], samples[several], alone[:-1][several]
    if not len(rows):
        return rows
    starts = np.flatnonzero(alone)
    sizes = np.diff(starts, append=len(rows))
    looked = (sizes <= CROWD) | (samples[starts] % np.uint64(CROWD_ONE_IN) == 0)
    owners = rows & _ARTICLE
    size = np.repeat(np.where(looked, sizes, 0), sizes)
    inside = np.arange(len(rows)) - np.repeat(starts, sizes)
    entries = []
    for hub in range(FEW):
        paired = (size > 0) if hub < HUBS else (size > 0) & (size <= FEW)
        later = np.flatnonzero((inside > hub) & paired)
        first = owners[later - inside[later] + hub]
        tally = _WEIGHTS[np.searchsorted((FEW + 1, CROWD + 1), size[later], side="right")]
        entries.append(
            (first << np.uint64(16 + ARTICLE_BITS)) | (owners[later] << np.uint64(16)) | tally
        )
    return np.concatenate(entries)


def _tallied(entries: _Rows) -> _Rows:
    """Entries of one pair as one, their tallies added up, each to 255 at most."""
    if not len(entries):
        return entries
    entries.sort()
    pairs = entries >> np.uint64(16)
    starts = np.flatnonzero(_firsts(pairs))
    few = np.add.reduceat((entries >> np.uint64(8)) & _TALLY, starts)
    crowd = np.add.reduceat(entries & _TALLY, starts)
    found: _Rows = pairs[starts] << np.uint64(16)
    found |= (np.minimum(few, _TALLY) << np.uint64(8)) | np.minimum(crowd, _TALLY)
    return found


def _worth(tallies: _Rows, lengths: Ints) -> tuple[Ints, Ints, Ints]:
    tallies = _tallied(tallies)
    low = (tallies >> np.uint64(16 + ARTICLE_BITS)).astype(np.int64)
    high = ((tallies >> np.uint64(16)) & _ARTICLE).astype(np.int64)
    few = ((tallies >> np.uint64(8)) & _TALLY).astype(np.int64)
    shared = few + CROWD_ONE_IN * (tallies & _TALLY).astype(np.int64)
    shorter = np.minimum(lengths[low], lengths[high])
    worth = (few >= RARE) | (shared >= CROWD_SHARE * shorter)
    return low[worth], high[worth], shared[worth]


def _firsts(values: _Rows) -> npt.NDArray[np.bool_]:
    return np.concatenate([[True], values[1:] != values[:-1]])


def _part(number: int) -> str:
    return f"samples-{number:02d}"


def _tally(number: int) -> str:
    return f"pairs-{number:02d}"
