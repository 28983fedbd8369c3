"""Which runs can be more than a turn of phrase, told for all pairs at once before any text is read."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from firsthand.copies.laying import Ints, Runs
from firsthand.copies.links import STOCK
from firsthand.copies.relations import Thresholds
from firsthand.copies.scale.wholes import Texts

__all__ = ["along", "stock", "telling"]

_LOOKED = 9
"""Shingles of a run, evenly spread, that stand for all of them."""


def telling(
    texts: Texts, runs: Runs, sides: tuple[Ints, Ints], thresholds: Thresholds
) -> npt.NDArray[np.bool_]:
    """Whether each run may be a block, or an utterance where quotation marks are about.

    Args:
        texts: All articles.
        runs: Of many pairs.
        sides: The first article of each pair, and the second.
        thresholds: Where one relation ends and the next begins.
    """
    marked = np.zeros(len(runs.pair), dtype=np.bool_)
    for side, first, last in zip(sides, (runs.a, runs.b), (runs.a_end, runs.b_end), strict=True):
        for places in along(texts, side[runs.pair], first, last):
            marked |= texts.marked[places]
    return (runs.equal >= thresholds.block_words) | (
        marked & (runs.equal >= thresholds.utterance_words)
    )


def along(texts: Texts, articles: Ints, first: Ints, last: Ints) -> list[Ints]:
    """Places of some of the codes of each run, from its first to its last.

    Args:
        texts: All articles.
        articles: For each run, the article it stands in.
        first: Its first word there.
        last: The word after its last.
    """
    begins = texts.edges[0][articles] + first
    room = np.maximum(texts.edges[1][articles] - begins, 1)
    spread = np.minimum(np.maximum(last - first - 2, 1), room) - 1
    return [begins + spread * step // (_LOOKED - 1) for step in range(_LOOKED)]


def stock(
    texts: Texts, groups: Ints, runs: Runs, sides: tuple[Ints, Ints]
) -> npt.NDArray[np.bool_]:
    """Whether each run's words stand in so many groups that they are nobody's own.

    Args:
        texts: All articles.
        groups: For each article, its group.
        runs: Of many pairs.
        sides: The first article of each pair, and the second.
    """
    if not len(runs.pair):
        return np.zeros(0, dtype=np.bool_)
    places = along(texts, sides[0][runs.pair], runs.a, runs.a_end)
    codes = np.stack([texts.codes[place] for place in places], axis=1)
    pairs = []
    for side in sides:
        homes = groups[side[runs.pair]].astype(np.uint64)
        keys = (codes.astype(np.uint64) << np.uint64(32)) | homes[:, None]
        pairs.append(keys.reshape(-1))
    both = np.sort(np.concatenate(pairs))
    known = both[np.concatenate([[True], both[1:] != both[:-1]])] >> np.uint64(32)
    counts = np.searchsorted(known, codes, side="right") - np.searchsorted(known, codes)
    middle: npt.NDArray[np.bool_] = np.sort(counts, axis=1)[:, _LOOKED // 2] >= STOCK
    return middle
