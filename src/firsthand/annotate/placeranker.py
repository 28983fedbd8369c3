"""The ranker of places: what is measured of each, and the weights that were learnt for it.

A log-linear choice among the places of one name, on top of the rules' own score. Trained by
`training/place_ranker.py`; the card beside the weights gives data, method and what five folds gave.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from firsthand.annotate.placeclues import Clue
from firsthand.annotate.placerelations import Bools, Floats, Relations
from firsthand.tables.gazetteer import Place
from firsthand.tables.weights import arrays

__all__ = ["FEATURES", "place_measures", "place_weights"]

FEATURES = (
    "rules",
    "country",
    "region",
    "its region is named",
    "near 20 km",
    "near 60 km",
    "near 200 km",
    "share of names in its region",
    "in the outlet's region",
    "near the outlet's town",
    "within 250 km of the outlet's town",
    "said to lie in what it lies in",
    "country after a comma",
)
"""Measures in the order of the columns."""

_AT_HOME_KM = 80.0
_ROUND_HOME_KM = 250.0


def place_measures(
    clues: Sequence[Clue],
    places: Sequence[Place],
    owner: npt.NDArray[np.int64],
    relations: Relations,
    *,
    rules: Floats,
    share: Floats,
    counts: Floats,
    inside: Floats,
) -> Floats:
    """Measure every place.

    Args:
        clues: Those without a name are what dateline and outlet suggest.
        places: Of all clues.
        owner: The clue of each place.
        relations: Between the places.
        rules: The rules' score of each.
        share: How far each is taken for its clue's place, by the rules; adds up to 1 a clue.
        counts: How often each place's clue counts.
        inside: How far the text puts each in what it lies in.

    Returns:
        Places by `FEATURES`.
    """
    kinds = np.array([place.kind for place in places])
    suggested = np.array([not clue.name for clue in clues])[owner]
    text = share * counts * ~suggested
    home = share * suggested

    def near(kilometres: float, weights: Floats) -> Floats:
        table: Bools = relations.both_small & (relations.kilometres < kilometres)
        return np.asarray(table @ weights)

    columns = (
        rules,
        kinds == "country",
        kinds == "region",
        np.log1p((relations.same_region & (kinds == "region")[None, :]) @ text),
        np.log1p(near(20.0, text)),
        np.log1p(near(60.0, text)),
        np.log1p(near(200.0, text)),
        (relations.same_region @ text) / max(1e-6, float(text.sum())),
        np.minimum(1.0, relations.same_region @ home),
        np.minimum(1.0, near(_AT_HOME_KM, home)),
        np.minimum(1.0, ((relations.kilometres < _ROUND_HOME_KM) & relations.of_others) @ home),
        np.minimum(1.0, inside),
        (kinds == "country") & np.array([bool(clue.within) for clue in clues])[owner],
    )
    return np.stack([np.asarray(column, dtype=np.float64) for column in columns], axis=1)


@cache
def place_weights() -> Floats:
    """The weight of each measure, scaled so that the rules' own score counts once.

    Raises:
        PlanError: If the shipped file is damaged.
    """
    weights: Floats = arrays("place_ranker")["weights"]
    return np.asarray(weights / weights[0])
