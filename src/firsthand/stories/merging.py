"""Whether two sets of articles tell of one event: what they share as wholes, weighed by fitted trees.

Two reports of one event may share little, and two events of one kind much; what sets events apart
shows in whole sets: whose names, towns and days run through the one and are absent from the other.
A set is summed up by sums of its articles' vectors, so that sets are joined by adding, and an
article is a set of one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from firsthand.stories.summaries import (
    AT,
    CHANNELS,
    WORDS,
    Summary,
    joined,
    likeness,
    summary,
)
from firsthand.tables.storylinks import story_link_model

__all__ = ["FEATURES", "Summary", "joined", "measured", "odds", "summary", "together"]

Floats = npt.NDArray[np.float64]

APART = ("names", "full_names", "towns", "numbers", "days", "weekdays", "years")
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
        np.minimum(one.held[AT[channel]] / one.articles, held[:, AT[channel]] / count)
        * (whole[:, AT[channel]] < NOTHING)
        for channel in APART
    ]
    shorts = np.array([other.short for other in others]) / count
    short = np.maximum(one.short / one.articles, shorts)
    like = likeness(mean, short)
    inside = np.array([other.within for other in others])
    within = _mean_of_known(one.within, inside)
    gap, known = _apart(one.days, [other.days for other in others])
    told_gap, told_known = _apart(one.told, [other.told for other in others])
    columns = [
        *mean.T, *whole.T, *apart,
        like, like - within,
        np.fmin(one.within, inside), np.fmax(one.within, inside),
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
