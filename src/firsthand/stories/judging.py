"""How a stream judges: the functions and thresholds that `stories` goes by in a batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.domain import ArticleId
from firsthand.stories.cards import Card
from firsthand.stories.closing import closed
from firsthand.stories.linking import DEFAULT, Scored
from firsthand.stories.merging import joined, summary, together
from firsthand.stories.scoring import Prepared, pair_odds
from firsthand.stories.steadying import MARGIN, Fit

__all__ = ["BATCH", "Judging", "as_wholes", "fit_of"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """What decides whether texts tell of one event."""

    odds: Callable[[Prepared, Sequence[Prepared]], Floats]
    """Log odds of one text with each of others, symmetric."""

    close: Callable[[Sequence[Card], Ints, Ints, Floats], Ints]
    """Texts sorted by id and their scored pairs (index, greater index, log odds) → for each text
    the smallest index of its event. What no pair above `threshold` connects stays apart."""

    fit: Callable[[Sequence[Card], Sequence[Sequence[Card]], Sequence[float]], Floats]
    """A set of texts, others, and the mean of its log odds with each → how likely it is of one
    event with each, from 0 on more likely than not."""

    margin: float
    """What `fit` must reach, for or against, before stories that were told of change."""

    threshold: float
    """Log odds of a pair from which two texts are looked at together."""

    floor: float
    """Log odds below which a pair counts as this."""


def as_wholes(
    ones: Sequence[Card], others: Sequence[Sequence[Card]], means: Sequence[float]
) -> Floats:
    """Log odds that sets as wholes are of one event; what is plainly one by its pairs is one anyway.

    Args:
        ones: Texts of one set.
        others: Texts of each of the others.
        means: Mean log odds of the pairs between it and each of them.
    """
    wholes = [joined([summary(one) for one in each]) for each in others]
    found = together(joined([summary(one) for one in ones]), wholes)
    pairs = np.array(means)
    told: Floats = np.where(pairs >= DEFAULT.plain, np.fmax(pairs, found), found).astype(np.float32)
    return told


def fit_of(ordered: Sequence[Card], pairs: Scored, *, floor: float) -> Fit:
    """`as_wholes` for sets of the articles of some cards whose pairs were scored."""
    at = {one.article: index for index, one in enumerate(ordered)}

    def fit(ones: Sequence[ArticleId], others: Sequence[Sequence[ArticleId]]) -> Sequence[float]:
        own = [at[one] for one in ones]
        sides = [[at[one] for one in other] for other in others]
        means = [pairs.mean(own, side, floor=floor) for side in sides]
        cards = [[ordered[index] for index in side] for side in sides]
        odds: list[float] = as_wholes([ordered[index] for index in own], cards, means).tolist()
        return odds

    return fit


BATCH = Judging(
    odds=pair_odds,
    close=closed,
    fit=as_wholes,
    margin=MARGIN,
    threshold=DEFAULT.threshold,
    floor=DEFAULT.floor,
)
