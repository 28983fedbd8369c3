"""Many pairs of texts laid side by side at once: seeds of three words, joined along diagonals.

Everything that is the same for all pairs is sorted and compared as arrays of numbers that hold the
pair, the shingle and its place; only pairs whose pieces cross each other are joined one by one.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from firsthand.copies.chaining import Run, chained
from firsthand.text.shingles import WIDTH, Codes

__all__ = [
    "BUSIEST",
    "GAP",
    "SHORTEST",
    "Brief",
    "Ints",
    "Runs",
    "brief",
    "lay",
    "no_runs",
    "together",
]

Ints = npt.NDArray[np.int64]
Brief = npt.NDArray[np.uint32]
_Keys = npt.NDArray[np.uint64]

SHORTEST = 7
"""Fewest equal words of a run. Below seven, stock phrases ("told reporters at the White House on")
are runs."""

GAP = 6
"""Most words between two pieces that are still one run with an edit inside."""

BUSIEST = 4
"""A shingle that occurs more often in either text seeds nothing."""

LONG = 14
"""Equal words of a piece that drowns the pieces shorter than a run inside it: a phrase that a text
has twice crosses every long run that holds it, and would join nothing that counts."""

_AT_ONCE = 1 << 17
"""Shingles of the pairs that are sorted together: their arrays stay within a core's cache."""

_KEY_BITS = 31
"""Bits of a 64-bit key that are left for pair and place beside a shingle (32) and its side (1)."""


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """The runs of many pairs, ascending by pair and place; the fields of `Run` as columns."""

    pair: Ints
    """Index of the pair."""

    a: Ints
    a_end: Ints
    b: Ints
    b_end: Ints
    equal: Ints

    def of(self, first: int, last: int) -> list[Run]:
        """The runs at rows `first` to before `last`."""
        columns = (self.a, self.a_end, self.b, self.b_end, self.equal)
        rows = zip(*(column[first:last].tolist() for column in columns), strict=True)
        return [Run(a=a, a_end=z, b=b, b_end=y, equal=e) for a, z, b, y, e in rows]

    def rows(self, chosen: Ints) -> Runs:
        """The table of some rows."""
        return Runs(*(getattr(self, field.name)[chosen] for field in fields(self)))

    def shifted(self, by: int) -> Runs:
        """The same runs, their pairs counted from `by` on."""
        return Runs(self.pair + by, self.a, self.a_end, self.b, self.b_end, self.equal)


def brief(codes: Codes) -> Brief:
    """Shorten shingle codes to 32 bits: enough for two texts, where a chance seed makes no run."""
    return (codes >> np.uint64(32)).astype(np.uint32)


def lay(
    codes: Brief,
    edges: tuple[Ints, Ints],
    first: Ints,
    second: Ints,
    *,
    shortest: int = SHORTEST,
    gap: int = GAP,
    busiest: int = BUSIEST,
) -> Runs:
    """Find the runs of each pair, ascending by place in the first text, not overlapping in either.

    Args:
        codes: Shortened shingle codes of all texts, end to end.
        edges: Where each text's codes begin among `codes`, and where they end.
        first: One text of each pair, by its index in `edges`.
        second: The other.
        shortest: Fewest equal words of a run.
        gap: Most words between two pieces of one run.
        busiest: A shingle that occurs more often in either text seeds nothing.
    """
    lengths = edges[1] - edges[0]
    work = np.cumsum(lengths[first] + lengths[second])
    found = [no_runs()]
    start = 0
    while start < len(first):
        before = int(work[start - 1]) if start else 0
        end = max(start + 1, int(np.searchsorted(work, before + _AT_ONCE, side="right")))
        longest = int(max(lengths[first[start:end]].max(), lengths[second[start:end]].max()))
        bits = max(1, longest.bit_length())
        end = min(end, start + (1 << (_KEY_BITS - bits)))
        keys = _keys(codes, edges, first[start:end], second[start:end], bits)
        pieces = _undrowned(_pieces(_seeds(keys, bits, busiest), bits), shortest)
        found.append(_runs(pieces, shortest, gap).shifted(start))
        start = end
    return together(found)


def _keys(codes: Brief, edges: tuple[Ints, Ints], first: Ints, second: Ints, bits: int) -> _Keys:
    """Every shingle of every pair as pair, shingle, side and place in one number, ascending."""
    texts = np.concatenate([first, second])
    begins, ends = edges[0][texts], edges[1][texts]
    parts = [codes[i:j] for i, j in zip(begins.tolist(), ends.tolist(), strict=True)]
    keys: _Keys = np.concatenate(parts).astype(np.uint64) << np.uint64(bits + 1)
    heads = np.tile(np.arange(len(first), dtype=np.uint64) << np.uint64(bits + 33), 2)
    heads[len(first) :] |= np.uint64(1 << bits)
    lengths = ends - begins
    inside = np.arange(len(keys)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    keys |= np.repeat(heads, lengths) | inside.astype(np.uint64)
    keys.sort()
    return keys


def _seeds(keys: _Keys, bits: int, busiest: int) -> _Keys:
    """Places with the same shingle: pair, diagonal and place in the first text, ascending."""
    place_bits, mask = np.uint64(bits), np.uint64((1 << bits) - 1)
    if not len(keys):
        return keys
    shingle = keys >> np.uint64(bits + 1)
    starts = np.flatnonzero(np.concatenate([[True], shingle[1:] != shingle[:-1]]))
    ends = np.append(starts[1:], len(keys))
    right = (keys >> place_bits) & np.uint64(1)
    both = (right[starts] == 0) & (right[ends - 1] == 1)
    starts, ends = starts[both], ends[both]
    once = ends - starts == 2
    lefts, rights = [starts[once]], [starts[once] + 1]
    starts, ends = starts[~once], ends[~once]
    if len(starts):
        seen = np.concatenate([[0], np.cumsum(right)]).astype(np.int64)
        in_b = seen[ends] - seen[starts]
        in_a = ends - starts - in_b
        for i in range(busiest):
            for j in range(busiest):
                ok = (in_a > i) & (in_b > j) & (in_a <= busiest) & (in_b <= busiest)
                lefts.append(starts[ok] + i)
                rights.append(starts[ok] + in_a[ok] + j)
    one, other = keys[np.concatenate(lefts)], keys[np.concatenate(rights)]
    diagonal = (other & mask) + (mask + np.uint64(1)) - (one & mask)
    found: _Keys = (one >> np.uint64(bits + 33)) << np.uint64(2 * bits + 1)
    found |= (diagonal << place_bits) | (one & mask)
    found.sort()
    return found


def _pieces(seeds: _Keys, bits: int) -> Runs:
    """Seeds on one diagonal that overlap or touch, as stretches equal word for word."""
    if not len(seeds):
        return no_runs()
    lines = (seeds >> np.uint64(bits)).astype(np.int64)
    places = (seeds & np.uint64((1 << bits) - 1)).astype(np.int64)
    apart = (lines[1:] != lines[:-1]) | (places[1:] > places[:-1] + WIDTH)
    starts = np.concatenate([[0], np.flatnonzero(apart) + 1])
    a, lines = places[starts], lines[starts]
    a_end = places[np.append(starts[1:], len(seeds)) - 1] + WIDTH
    b = a + (lines & ((1 << (bits + 1)) - 1)) - (1 << bits)
    pair = lines >> (bits + 1)
    order = np.lexsort((b, a_end, (pair << bits) | a))
    found = Runs(pair, a, a_end, b, b + a_end - a, a_end - a)
    return found.rows(order)


def _undrowned(pieces: Runs, shortest: int) -> Runs:
    """Without the short pieces whose words in the first text lie inside a long one."""
    if not len(pieces.pair):
        return pieces
    base = pieces.pair << 32
    reach = np.maximum.accumulate(base + np.where(pieces.equal >= LONG, pieces.a_end, 0))
    drowned = (pieces.equal < shortest) & (reach >= base + pieces.a_end)
    return pieces.rows(np.flatnonzero(~drowned))


def _runs(pieces: Runs, shortest: int, gap: int) -> Runs:
    """Pieces joined over small gaps."""
    if not len(pieces.pair):
        return pieces
    same = pieces.pair[1:] == pieces.pair[:-1]
    forward_a = pieces.a[1:] - pieces.a_end[:-1]
    forward_b = pieces.b[1:] - pieces.b_end[:-1]
    onward = (pieces.a[1:] > pieces.a[:-1]) & (pieces.b[1:] > pieces.b[:-1])
    onward &= (forward_a > -WIDTH) & (forward_b > -WIDTH)
    joins = same & onward & (forward_a <= gap) & (forward_b <= gap)
    crossing = same & ~joins & (~onward | (forward_a < 0) | (forward_b < 0))
    overlap = np.maximum(0, -np.minimum(forward_a, forward_b))
    equal = pieces.equal.copy()
    equal[1:] -= np.where(joins, np.minimum(overlap, equal[1:]), 0)
    starts = np.concatenate([[0], np.flatnonzero(~joins) + 1])
    ends = np.append(starts[1:], len(equal)) - 1
    found = Runs(
        pieces.pair[starts],
        pieces.a[starts],
        pieces.a_end[ends],
        pieces.b[starts],
        pieces.b_end[ends],
        np.add.reduceat(equal, starts),
    )
    odd = np.unique(pieces.pair[1:][crossing])
    plain = found.equal >= shortest
    if not len(odd):
        return found.rows(np.flatnonzero(plain))
    plain &= ~np.isin(found.pair, odd)
    return together([found.rows(np.flatnonzero(plain)), _one_by_one(pieces, odd, shortest, gap)])


def _one_by_one(pieces: Runs, pairs: Ints, shortest: int, gap: int) -> Runs:
    firsts = np.searchsorted(pieces.pair, pairs).tolist()
    lasts = np.searchsorted(pieces.pair, pairs, side="right").tolist()
    columns = (pieces.a, pieces.a_end, pieces.b, pieces.b_end, pieces.equal)
    rows = list(zip(*(column.tolist() for column in columns), strict=True))
    found = [
        (pair, *run)
        for pair, first, last in zip(pairs.tolist(), firsts, lasts, strict=True)
        for run in chained(rows[first:last], shortest=shortest, gap=gap)
    ]
    table = np.array(found, dtype=np.int64).reshape(-1, 6)
    return Runs(*(np.ascontiguousarray(table[:, column]) for column in range(6)))


def no_runs() -> Runs:
    """A table without rows."""
    return Runs(*(np.zeros(0, dtype=np.int64) for _ in fields(Runs)))


def together(parts: list[Runs]) -> Runs:
    """All rows, ascending by pair and place."""
    found = Runs(
        *(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Runs))
    )
    return found.rows(np.lexsort((found.a, found.pair)))
