"""Sets of articles as sums of what is known of each: sets are joined by adding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from firsthand.stories.cards import Card, Weighted
from firsthand.tables.vectors import WIDTH

__all__ = ["AT", "CHANNELS", "WORDS", "Summary", "joined", "likeness", "summary"]

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint64]

WORDS = (
    "terms", "names", "headline_terms", "full_names", "towns", "regions", "numbers", "days",
    "weekdays", "years",
)  # fmt: skip
"""Fields of a card that are words with weights."""

CHANNELS = ("lead", "title", *WORDS)

_REPORT = {"lead": 6.1, "title": 3.1, "terms": 5.3, "names": 1.9}
_BRIEF = {"title": 5.0, "headline_terms": 2.7}
_OFFSETS = -7.6, -3.35
"""Weights of cosines as log odds: those of `linking.Model`, which were fitted to single pairs."""

AT = {one: at for at, one in enumerate(CHANNELS)}
"""Place of each channel in sums by channel."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Summary:
    """What is known of a set of articles."""

    articles: int
    vectors: Floats
    """Sums of the sentence vectors: of headline and opening, and of the headline."""

    codes: Codes
    """Words by digest, those of a channel together, ascending."""

    values: Floats
    """Sum of the weights of each."""

    held: Floats
    """For each channel, how many articles have anything in it."""

    squares: Floats
    """For each channel, the square of the length of the sum."""

    days: tuple[float, float]
    """First and last day of publication as ordinals; not a number where none is known."""

    told: tuple[float, float]
    """First and last of the days that openings name, likewise."""

    short: int
    """Articles with hardly more than a headline."""

    within: float
    """Likeness of its articles to each other; not a number for one article."""


@lru_cache(maxsize=4096)
def summary(card: Card) -> Summary:
    """Sum up one article; kept for those asked for last, as a stream asks for them again and again."""
    vectors = np.stack([_vector(card.lead), _vector(card.title)])
    codes: list[int] = []
    values: list[float] = []
    held = [1.0, 1.0]
    for at, channel in enumerate(WORDS):
        words: Weighted = getattr(card, channel)
        held.append(float(bool(words)))
        codes += [at << 32 | crc32(word.encode("utf-8", "surrogatepass")) for word, _ in words]
        values += [weight for _, weight in words]
    return _made(
        articles=1,
        vectors=vectors,
        codes=np.array(codes, dtype=np.uint64),
        values=np.array(values, dtype=np.float64),
        held=np.array(held),
        days=_range(card.day),
        told=_range(card.told),
        short=int(card.short),
    )


def joined(sets: Sequence[Summary]) -> Summary:
    """Sum up several sets that have no article in common; at least one."""
    if len(sets) == 1:
        return sets[0]
    return _made(
        articles=sum(one.articles for one in sets),
        vectors=np.sum([one.vectors for one in sets], axis=0),
        codes=np.concatenate([one.codes for one in sets]),
        values=np.concatenate([one.values for one in sets]),
        held=np.sum([one.held for one in sets], axis=0),
        days=_widest([one.days for one in sets]),
        told=_widest([one.told for one in sets]),
        short=sum(one.short for one in sets),
    )


def likeness(mean: Floats, short: Floats | float) -> Floats:
    """A fixed sum of mean cosines: one for reports, one for headlines alone, and between the two.

    Args:
        mean: By channel, along the last axis.
        short: Share of articles with hardly more than a headline.
    """
    report = np.sum([weight * mean[..., AT[one]] for one, weight in _REPORT.items()], axis=0)
    brief = np.sum([weight * mean[..., AT[one]] for one, weight in _BRIEF.items()], axis=0)
    found: Floats = (1 - short) * (report + _OFFSETS[0]) + short * (brief + _OFFSETS[1])
    return found


def _within(articles: int, held: Floats, squares: Floats, short: int) -> float:
    """The likeness of a set's articles to each other, from the sums alone."""
    if articles == 1:
        return float("nan")
    pairs = held * (held - 1)
    mean = np.where(pairs > 0, (squares - held) / np.maximum(pairs, 1), 0)
    return float(likeness(mean, short / articles))


def _made(
    *,
    articles: int,
    vectors: Floats,
    codes: Codes,
    values: Floats,
    held: Floats,
    days: tuple[float, float],
    told: tuple[float, float],
    short: int,
) -> Summary:
    """Bring the words into order and measure the channels."""
    own, at = np.unique(codes, return_inverse=True)
    sums: Floats = np.bincount(at, values, minlength=len(own)).astype(np.float64)
    channel = (own >> np.uint64(32)).astype(np.int64)
    of_words = np.bincount(channel, sums * sums, minlength=len(WORDS)).astype(np.float64)
    squares = np.concatenate([(vectors * vectors).sum(axis=1), of_words])
    return Summary(
        articles=articles,
        vectors=vectors,
        codes=own,
        values=sums,
        held=held,
        squares=squares,
        days=days,
        told=told,
        short=short,
        within=_within(articles, held, squares, short),
    )


def _vector(packed: bytes) -> Floats:
    found: Floats = np.frombuffer(packed, dtype=np.float16, count=WIDTH).astype(np.float64)
    return found


def _range(day: int | None) -> tuple[float, float]:
    return (float("nan"),) * 2 if day is None else (float(day), float(day))


def _widest(ranges: Sequence[tuple[float, float]]) -> tuple[float, float]:
    ends = np.array(ranges)
    if np.isnan(ends).all():
        return (float("nan"),) * 2
    return float(np.nanmin(ends[:, 0])), float(np.nanmax(ends[:, 1]))
