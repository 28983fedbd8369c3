"""Which pairs of articles are worth laying side by side: sampled shingles, joined by value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.copies.alignment import body_words
from firsthand.domain import Article, ArticleId
from firsthand.text.shingles import sampled, shingles

__all__ = ["Signature", "candidate_pairs", "sign"]

ONE_IN = 2
"""Shingles kept of a text. At one in two, a quoted sentence of 16 words (14 shingles) still leaves
seven on average; at one in eight it would leave fewer than two and quotations would be lost."""

MIN_SHARED = 4
"""Fewest shared samples of a candidate pair: below, stock phrases make candidates of any two texts
of one subject; a run of ten equal words has four on average."""

CROWD = 64
"""Articles that share a sample, above which it no longer pairs each with each (their number grows
with the square) but all with the first `HUBS` by id: copies of one text share hundreds of samples,
so the hubs suffice to link them, and furniture that a site prints under everything stays cheap."""

HUBS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What has to be known of a text to propose its copies: small enough to keep for a corpus."""

    article: ArticleId
    samples: tuple[int, ...]
    """Sampled shingle codes of everything but the headline, ascending."""

    words: int
    """Words of everything but the headline."""


def sign(article: Article) -> Signature:
    """Sample the shingles of an article's body."""
    found = body_words(article)
    return Signature(
        article=article.id,
        samples=tuple(sampled(shingles(found.folded), ONE_IN).tolist()),
        words=len(found),
    )


def candidate_pairs(signatures: Sequence[Signature]) -> tuple[tuple[ArticleId, ArticleId], ...]:
    """Pairs that share at least `MIN_SHARED` samples, smaller id first, ascending.

    The order of `signatures` does not matter. Work grows with the number of shared samples, not
    with the square of the number of articles.
    """
    ordered = sorted({one.article: one for one in signatures}.values(), key=lambda s: s.article)
    if len(ordered) < 2:
        return ()
    samples = np.concatenate([np.array(one.samples, dtype=np.uint64) for one in ordered])
    owners = np.repeat(np.arange(len(ordered)), [len(one.samples) for one in ordered])
    pairs = _pairs(samples, owners, len(ordered))
    keys, shared = np.unique(pairs, return_counts=True)
    chosen = keys[shared >= MIN_SHARED]
    first, second = np.divmod(chosen, len(ordered))
    return tuple(
        (ordered[i].article, ordered[j].article)
        for i, j in zip(first.tolist(), second.tolist(), strict=True)
    )


def _pairs(
    samples: npt.NDArray[np.uint64], owners: npt.NDArray[np.int64], count: int
) -> npt.NDArray[np.int64]:
    """One entry a shared sample: ``first * count + second`` by position of the articles."""
    order = np.lexsort((owners, samples))
    samples, owners = samples[order], owners[order]
    starts = np.flatnonzero(np.r_[True, samples[1:] != samples[:-1]])
    sizes = np.diff(np.r_[starts, len(samples)])
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
    return np.concatenate(entries) if entries else np.zeros(0, dtype=np.int64)
