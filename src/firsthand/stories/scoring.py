"""The score that streams go by: that of batches, one text at a time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from firsthand.stories.cards import Card
from firsthand.stories.linking import DEFAULT, scored
from firsthand.stories.window import Links

__all__ = ["LINKS"]

Floats = npt.NDArray[np.float32]


def _odds(one: Card, others: Sequence[Card]) -> Floats:
    """Log odds of one card with each of others."""
    found = np.full(len(others), DEFAULT.floor, dtype=np.float32)
    for at in range(0, len(others), 64):
        few = others[at : at + 64]
        pairs = scored([one, *few])
        mine = pairs.first == 0
        found[at + pairs.second[mine] - 1] = pairs.odds[mine]
    return found


LINKS = Links(odds=_odds, threshold=DEFAULT.threshold, floor=DEFAULT.floor)
