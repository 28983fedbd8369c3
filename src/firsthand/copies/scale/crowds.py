"""Pairs of articles from (sample, article) rows too many to hold: one stretch of samples at a time.

Twice over: for texts that share a good part of their words, and, when it is known which articles are
one text, for texts that share a passage. In the first look a sample that many have pairs all of them
with the first few, since copies of one text share hundreds of samples and meet there; in the second
what many different texts have is nobody's own and pairs nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from firsthand.copies.laying import Ints
from firsthand.copies.links import STOCK
from firsthand.copies.scale.spill import Spill
from firsthand.text.shingles import Codes

__all__ = ["ARTICLE_BITS", "Pairs", "SampleRows", "alike", "sharing"]

Pairs = tuple[Ints, Ints, Ints]
"""The lower number of each pair, the higher, and the samples they share; ascending."""

ARTICLE_BITS = 24
"""Bits of an article's number in a row: sixteen million articles."""

PARTS = 64
"""Files by leading bits of the sample: at a million articles, a million rows each."""

FEW = 8
"""Articles that share a sample, up to which each is paired with each."""

HUBS = 4
"""Articles, first by number, with which all of a larger number are paired."""

WHOLE_SHARE = 0.1
"""Part of the shorter text's samples that two texts share if they can be one: of 3,639 constructed
pairs of copies, reworked and misspelt ones among them, one in two hundred shares less than .12."""

WHOLE_FEWEST = 3

LOOKED_ONE_IN = 4
"""Samples of which one is looked at for shares of a whole text."""

PASSAGE_FEWEST = 3
"""Samples that two texts share if they have an utterance in common: eight words in a row hold three
of six words each. Shorter ones are turns of phrase thirty times as often as utterances."""

_AT_ONCE = 1 << 20
"""Rows that are sorted together."""

_MOST = 1 << 21
"""Rows that are held before they are written to their files."""

_ARTICLE = np.uint64((1 << ARTICLE_BITS) - 1)
_TALLY_BITS = np.uint64(64 - 2 * ARTICLE_BITS)
_TALLY = np.uint64((1 << 16) - 1)
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

    def stretches(self, numbers: Ints, one_in: int = 1) -> Iterator[_Rows]:
        """All rows, ascending and once each, in stretches that hold every row of their samples.

        Args:
            numbers: For each article, the number it is to have; negative: leave it out.
            one_in: Samples of which one is looked at.
        """
        self.flush()
        waiting: list[_Rows] = []
        for part in range(PARTS):
            waiting.append(self._spill.read(_part(part), np.uint64))
            if sum(map(len, waiting)) >= _AT_ONCE or part == PARTS - 1:
                rows = np.concatenate(waiting)
                if one_in > 1:
                    rows = rows[(rows >> np.uint64(ARTICLE_BITS)) % np.uint64(one_in) == 0]
                named = numbers[(rows & _ARTICLE).astype(np.int64)]
                rows = (rows & ~_ARTICLE)[named >= 0] | named[named >= 0].astype(np.uint64)
                rows.sort()
                waiting = []
                yield rows[_firsts(rows)] if len(rows) else rows


def alike(rows: SampleRows, numbers: Ints, lengths: Ints, spill: Spill) -> Pairs:
    """Pairs that may be one text.

    Args:
        rows: Samples of all articles.
        numbers: For each article as it is named in `rows`, the number it is to have; negative:
            leave it out.
        lengths: For each number, how many samples the article has.
        spill: Where tallies are kept meanwhile.
    """

    def worth(low: Ints, high: Ints, shared: Ints) -> npt.NDArray[np.bool_]:
        shorter = np.minimum(lengths[low], lengths[high]) / LOOKED_ONE_IN
        return shared >= np.maximum(np.minimum(WHOLE_FEWEST, shorter), WHOLE_SHARE * shorter)

    entries = map(_meeting, rows.stretches(numbers, LOOKED_ONE_IN))
    return _counted(entries, len(lengths), worth, spill)


def sharing(rows: SampleRows, numbers: Ints, homes: Ints, spill: Spill) -> Pairs:
    """Pairs of different texts that share what few texts have.

    Args:
        rows: Samples of all articles.
        numbers: For each article as it is named in `rows`, the number it is to have; the articles
            of one home follow each other.
        homes: For each number, the home of the article.
        spill: Where tallies are kept meanwhile.
    """

    def worth(low: Ints, high: Ints, shared: Ints) -> npt.NDArray[np.bool_]:
        """Of the pairs of two homes the first that shares most, and enough."""
        keys = (homes[low] << ARTICLE_BITS) | homes[high]
        order = np.lexsort((-shared, keys))
        first = np.ones(len(order), dtype=np.bool_)
        first[1:] = keys[order][1:] != keys[order][:-1]
        kept = np.zeros(len(order), dtype=np.bool_)
        kept[order[first]] = True
        return kept & (shared >= PASSAGE_FEWEST)

    entries = (_apart(stretch, homes) for stretch in rows.stretches(numbers))
    return _counted(entries, len(homes), worth, spill)


def _counted(
    entries: Iterator[_Rows],
    count: int,
    worth: Callable[[Ints, Ints, Ints], npt.NDArray[np.bool_]],
    spill: Spill,
) -> Pairs:
    width = max(1, -(-count // PARTS))
    for stretch in entries:
        tallies = _tallied(stretch)
        lows = (tallies >> (_TALLY_BITS + np.uint64(ARTICLE_BITS))).astype(np.int64)
        edges = np.searchsorted(lows, np.arange(PARTS + 1) * width).tolist()
        for part, (start, end) in enumerate(pairwise(edges)):
            if end > start:
                spill.append(_tally(part), tallies[start:end])
    found = []
    for part in range(PARTS):
        tallies = _tallied(spill.read(_tally(part), np.uint64))
        spill.drop(_tally(part))
        low = (tallies >> (_TALLY_BITS + np.uint64(ARTICLE_BITS))).astype(np.int64)
        high = ((tallies >> _TALLY_BITS) & _ARTICLE).astype(np.int64)
        shared = (tallies & _TALLY).astype(np.int64)
        kept = worth(low, high, shared)
        found.append((low[kept], high[kept], shared[kept]))
    lows, highs, counts = (np.concatenate(column) for column in zip(*found, strict=True))
    return lows, highs, counts


def _meeting(rows: _Rows) -> _Rows:
    """One entry a pair and sample: each with each of a few, all of more with the first of them."""
    rows, starts, sizes = _several(rows)
    owners = rows & _ARTICLE
    size = np.repeat(sizes, sizes)
    inside = np.arange(len(rows)) - np.repeat(starts, sizes)
    entries = []
    for hub in range(FEW):
        later = np.flatnonzero((inside > hub) if hub < HUBS else (inside > hub) & (size <= FEW))
        entries.append(_entry(owners[later - inside[later] + hub], owners[later]))
    return np.concatenate(entries)


def _apart(rows: _Rows, homes: Ints) -> _Rows:
    """One entry a pair of homes and sample, where no more than a few homes have the sample."""
    if not len(rows):
        return rows
    home = homes[(rows & _ARTICLE).astype(np.int64)]
    samples = rows >> np.uint64(ARTICLE_BITS)
    new = np.ones(len(rows), dtype=np.bool_)
    new[1:] = (samples[1:] != samples[:-1]) | (home[1:] != home[:-1])
    rows, _starts, sizes = _several(rows[new])
    size = np.repeat(sizes, sizes)
    rows = rows[size < STOCK]
    sizes = sizes[sizes < STOCK]
    inside = np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    owners = rows & _ARTICLE
    entries = [rows[:0]]
    for back in range(1, STOCK - 1):
        later = np.flatnonzero(inside >= back)
        entries.append(_entry(owners[later - back], owners[later]))
    return np.concatenate(entries)


def _several(rows: _Rows) -> tuple[_Rows, Ints, Ints]:
    """The rows whose sample occurs more than once; where each sample begins; how often it occurs."""
    samples = rows >> np.uint64(ARTICLE_BITS)
    alone = np.ones(len(rows) + 1, dtype=np.bool_)
    alone[1:-1] = samples[1:] != samples[:-1]
    several = ~(alone[1:] & alone[:-1])
    starts = np.flatnonzero(alone[:-1][several])
    return rows[several], starts, np.diff(starts, append=int(several.sum()))


def _entry(low: _Rows, high: _Rows) -> _Rows:
    pair: _Rows = (low << np.uint64(ARTICLE_BITS)) | high
    return (pair << _TALLY_BITS) | np.uint64(1)


def _tallied(entries: _Rows) -> _Rows:
    """Entries of one pair as one, their tallies added up, to 65,535 at most."""
    if not len(entries):
        return entries
    entries.sort()
    pairs = entries >> _TALLY_BITS
    starts = np.flatnonzero(_firsts(pairs))
    sums = np.add.reduceat(entries & _TALLY, starts)
    found: _Rows = (pairs[starts] << _TALLY_BITS) | np.minimum(sums, _TALLY)
    return found


def _firsts(values: _Rows) -> npt.NDArray[np.bool_]:
    return np.concatenate([[True], values[1:] != values[:-1]])


def _part(number: int) -> str:
    return f"samples-{number:02d}"


def _tally(number: int) -> str:
    return f"pairs-{number:02d}"
