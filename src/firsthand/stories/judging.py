"""How a stream judges: the functions and thresholds that `stories` goes by in a batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.stories.cards import Card
from firsthand.stories.closing import closed
from firsthand.stories.linking import DEFAULT
from firsthand.stories.merging import joined, summary, together
from firsthand.stories.scoring import Prepared, pair_odds

__all__ = ["BATCH", "Judging"]

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

    fit: Callable[[Card, Sequence[Sequence[Card]], Floats], Floats]
    """One text, sets of texts, and the mean of its log odds with each set → how likely it is of one
    event with each, from 0 on more likely than not."""

    threshold: float
    """Log odds of a pair from which two texts are looked at together."""

    floor: float
    """Log odds below which a pair counts as this."""


def _fit(one: Card, sets: Sequence[Sequence[Card]], means: Floats) -> Floats:
    """The score of sets as wholes; what is plainly one event by its pairs is one whatever that says."""
    wholes = [joined([summary(other) for other in each]) for each in sets]
    found = together(summary(one), wholes)
    plain = np.where(means >= DEFAULT.plain, means, -np.inf)
    told: Floats = np.maximum(found, plain).astype(np.float32)
    return told


BATCH = Judging(
    odds=pair_odds, close=closed, fit=_fit, threshold=DEFAULT.threshold, floor=DEFAULT.floor
)
