"""The score of pairs that streams go by: that of batches, for one text against some others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from zlib import crc32

import numpy as np
import numpy.typing as npt

from firsthand.stories.cards import Card, Weighted
from firsthand.stories.linking import _DIMENSIONS, DEFAULT, Model

__all__ = ["Prepared", "pair_odds", "prepared"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_TERMS, _NAMES, _HEADLINE = (
    _DIMENSIONS["terms"],
    _DIMENSIONS["names"],
    _DIMENSIONS["headline_terms"],
)
_WIDE = _TERMS + _NAMES + _HEADLINE
_SHORT_FROM = _TERMS + _NAMES


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prepared:
    """A card's words hashed as `scored` hashes them, kept sparse, and its two vectors."""

    day: int | None
    short: bool
    lead: Floats
    title: Floats
    codes: Ints
    """Dimensions of its words: terms, then names, then words of the headline."""

    values: Floats
    """Signed weights there."""


def prepared(card: Card) -> Prepared:
    """Make a card ready for `pair_odds`."""
    summed: dict[int, float] = {}
    _hash(card.terms, 0, _TERMS, summed)
    _hash(card.names, _TERMS, _NAMES, summed)
    _hash(card.headline_terms, _SHORT_FROM, _HEADLINE, summed)
    return Prepared(
        day=card.day,
        short=card.short,
        lead=_vector(card.lead),
        title=_vector(card.title),
        codes=np.fromiter(summed.keys(), dtype=np.int64, count=len(summed)),
        values=np.fromiter(summed.values(), dtype=np.float32, count=len(summed)),
    )


def pair_odds(one: Prepared, others: Sequence[Prepared], *, model: Model = DEFAULT) -> Floats:
    """Log odds that one text and each of the others, taken alone, tell of one event.

    Symmetric, to four digits, and for each pair what `scored` gives in a batch.
    """
    titles = np.stack([other.title for other in others]) @ one.title
    words = _shared(one, others)
    gap = np.array([_gap(one, other, model) for other in others])
    leads = np.stack([other.lead for other in others]) @ one.lead
    full = (
        model.lead * leads + model.title * titles
        + model.terms * words[:, 0] + model.names * words[:, 1] + model.offset
    )  # fmt: skip
    brief = model.short_title * titles + model.short_terms * words[:, 2] + model.short_offset
    short = np.array([one.short or other.short for other in others])
    odds = np.where(short, brief, full) + model.day * gap
    found: Floats = np.round(np.clip(odds, model.floor, model.ceiling), 4).astype(np.float32)
    return found


def _shared(one: Prepared, others: Sequence[Prepared]) -> Floats:
    """Cosines of terms, names and words of the headline, a row for each of the others."""
    mine = np.zeros(_WIDE, dtype=np.float32)
    mine[one.codes] = one.values
    codes = np.concatenate([other.codes for other in others])
    products = mine[codes] * np.concatenate([other.values for other in others])
    layer = (codes >= _TERMS).astype(np.int64) + (codes >= _SHORT_FROM)
    rows = np.repeat(np.arange(len(others)), [len(other.codes) for other in others])
    sums = np.bincount(rows * 3 + layer, products, minlength=3 * len(others))
    return sums.reshape(len(others), 3).astype(np.float32)


def _gap(one: Prepared, other: Prepared, model: Model) -> float:
    if one.day is None or other.day is None:
        return 0.0
    return min(log1p(abs(one.day - other.day)), model.longest_gap)


def _hash(words: Weighted, start: int, size: int, summed: dict[int, float]) -> None:
    for word, weight in words:
        code = crc32(word.encode("utf-8", "surrogatepass"))
        at = start + code % size
        summed[at] = summed.get(at, 0.0) + (weight if code & 0x80000000 else -weight)


def _vector(packed: bytes) -> Floats:
    return np.frombuffer(packed, dtype=np.float16).astype(np.float32)
