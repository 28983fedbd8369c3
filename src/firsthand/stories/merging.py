"""Whether two sets of articles tell of one event: what they share as wholes, weighed by fitted trees.

Two reports of one event may share little, and two events of one kind much; what sets events apart
shows in whole sets: whose names, towns and days run through the one and are absent from the other.
A set is summed up by sums of its articles' vectors, so that sets are joined by adding, and an
article is a set of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from firsthand.stories.cards import Card, Weighted
from firsthand.tables.storylinks import story_link_model
from firsthand.tables.vectors import WIDTH

__all__ = ["FEATURES", "Summary", "joined", "measured", "odds", "summary", "together"]

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint64]

WORDS = (
    "terms", "names", "headline_terms", "full_names", "towns", "regions", "numbers", "days",
    "weekdays", "years",
)  # fmt: skip
"""Fields of a card that are words with weights."""

CHANNELS = ("lead", "title", *WORDS)
APART = ("names", "towns", "days", "weekdays", "years")
"""Channels in which having something and sharing nothing tells two events apart."""

FEATURES = (
    *(f"{one}, mean" for one in CHANNELS),
    *(f"{one}, as wholes" for one in CHANNELS),
    *(f"{one}, apart" for one in APART),
    "likeness", "likeness less that within", "least likeness within", "greatest likeness within",
    "smaller", "larger", "days between", "days known", "named days between", "named days known",
    "short",
)  # fmt: skip
"""Columns of `measured`. Means are over pairs of articles; "as wholes" is the cosine of the sums."""

NOTHING = 0.05
"""Cosine below which two sets share nothing in a channel."""

LONGEST = 4.0
"""Largest logarithm of days between: from 54 on, time tells no more."""

_LONG = {"lead": 6.1, "title": 3.1, "terms": 5.3, "names": 1.9}
_SHORT = {"title": 5.0, "headline_terms": 2.7}
_AT = {one: at for at, one in enumerate(CHANNELS)}


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


def summary(card: Card) -> Summary:
    """Sum up one article."""
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


def together(one: Summary, others: Sequence[Summary]) -> Floats:
    """Log odds that `one` and each of the others tell of one event; 0 is the point to join at.

    Symmetric, to four digits, and the same whatever else is asked in one call.
    """
    return odds(measured(one, others)) if others else np.zeros(0)


def odds(rows: npt.NDArray[np.float32]) -> Floats:
    """The log odds of rows of `FEATURES`."""
    model = story_link_model(FEATURES)
    found: Floats = np.round(model.trees.odds(rows) - model.join, 4)
    return found


def measured(one: Summary, others: Sequence[Summary]) -> npt.NDArray[np.float32]:
    """What two sets share, `FEATURES` a row, for each of the others, of which there is at least one.

    Rounded, so that the order in which sums were added cannot carry a value past a split.
    """
    shared = _shared(one, others)
    held = np.stack([other.held for other in others])
    squares = np.stack([other.squares for other in others])
    mean = shared / np.maximum(one.held * held, 1)
    length = np.sqrt(one.squares * squares)
    whole = np.where(length > 0, shared / np.maximum(length, 1e-9), 0)
    count = np.array([other.articles for other in others], dtype=np.float64)
    apart = [
        np.minimum(one.held[_AT[channel]] / one.articles, held[:, _AT[channel]] / count)
        * (whole[:, _AT[channel]] < NOTHING)
        for channel in APART
    ]
    shorts = np.array([other.short for other in others]) / count
    short = np.maximum(one.short / one.articles, shorts)
    like = _likeness(mean, short)
    inside = np.array([_within(each) for each in (one, *others)])
    within = _mean_of_known(inside[0], inside[1:])
    gap, known = _apart(one.days, [other.days for other in others])
    told_gap, told_known = _apart(one.told, [other.told for other in others])
    columns = [
        *mean.T, *whole.T, *apart,
        like, like - within,
        np.fmin(inside[0], inside[1:]), np.fmax(inside[0], inside[1:]),
        np.log(np.minimum(one.articles, count)), np.log(np.maximum(one.articles, count)),
        gap, known, told_gap, told_known, short,
    ]  # fmt: skip
    found = np.nan_to_num(np.stack(columns, axis=1), nan=UNKNOWN)
    rows: npt.NDArray[np.float32] = np.round(found, 4).astype(np.float32)
    return rows


UNKNOWN = 9.0
"""Likeness within a set of one article: above that of any set."""


def _shared(one: Summary, others: Sequence[Summary]) -> Floats:
    """Dot products by channel, one row each of the others."""
    found = np.zeros((len(others), len(CHANNELS)))
    vectors = np.stack([other.vectors for other in others])
    found[:, :2] = np.einsum("nkw,kw->nk", vectors, one.vectors)
    codes = np.concatenate([other.codes for other in others])
    if len(one.codes) and len(codes):
        rows = np.repeat(np.arange(len(others)), [len(other.codes) for other in others])
        at = np.minimum(np.searchsorted(one.codes, codes), len(one.codes) - 1)
        hit = np.flatnonzero(one.codes[at] == codes)
        products = one.values[at[hit]] * np.concatenate([o.values for o in others])[hit]
        cells = rows[hit] * len(WORDS) + (codes[hit] >> np.uint64(32)).astype(np.int64)
        sums = np.bincount(cells, products, minlength=len(others) * len(WORDS))
        found[:, 2:] = sums.reshape(len(others), len(WORDS))
    return found


def _likeness(mean: Floats, short: Floats | float) -> Floats:
    """A fixed sum of means, one for reports and one for headlines alone."""
    long = np.sum([weight * mean[..., _AT[one]] for one, weight in _LONG.items()], axis=0)
    brief = np.sum([weight * mean[..., _AT[one]] for one, weight in _SHORT.items()], axis=0)
    found: Floats = (1 - short) * (long - 7.6) + short * (brief - 3.35)
    return found


def _within(one: Summary) -> float:
    """The likeness of a set's articles to each other; not a number for one article."""
    if one.articles == 1:
        return float("nan")
    pairs = one.held * (one.held - 1)
    mean = np.where(pairs > 0, (one.squares - one.held) / np.maximum(pairs, 1), 0)
    return float(_likeness(mean, one.short / one.articles))


def _mean_of_known(one: float, others: Floats) -> Floats:
    known = (~np.isnan(one)).astype(np.float64) + ~np.isnan(others)
    found: Floats = (np.nan_to_num(one) + np.nan_to_num(others)) / np.maximum(known, 1)
    return found


def _apart(
    one: tuple[float, float], others: Sequence[tuple[float, float]]
) -> tuple[Floats, Floats]:
    """Logarithm of the days between two stretches, and whether both are known."""
    ends = np.array(others)
    gap = np.maximum(0, np.maximum(one[0] - ends[:, 1], ends[:, 0] - one[1]))
    known = ~np.isnan(gap)
    return np.minimum(np.log1p(np.where(known, gap, 0)), LONGEST), known.astype(np.float64)


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
    squares = np.bincount(channel, sums * sums, minlength=len(WORDS)).astype(np.float64)
    return Summary(
        articles=articles,
        vectors=vectors,
        codes=own,
        values=sums,
        held=held,
        squares=np.concatenate([(vectors * vectors).sum(axis=1), squares]),
        days=days,
        told=told,
        short=short,
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
