"""Which place a name stands for: all names of a text are weighed together.

Each name's places start from what they are and how many live there, then gain from places of other
names that share their country or region or lie near (after Leidner 2007, "one referent per
discourse" and spatial minimality; Lieberman and Samet 2012, context of a local reader). A small
log-linear ranker then puts each name's places in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from firsthand.annotate.placeclues import Clue
from firsthand.annotate.placepriors import Weighing, prior
from firsthand.annotate.placeranker import FEATURES, place_measures, place_weights
from firsthand.annotate.placerelations import Floats, Relations, contained, listed
from firsthand.tables.gazetteer import Place

__all__ = ["Measured", "Scored", "measure", "weigh"]

_MOST_TOGETHER = 1_500
"""Places weighed together: pairs of them are held in memory, some 20 MB a table. A news text has a
few hundred; beyond, each name keeps only its likeliest places."""

_FEWEST_EACH = 1

_COMPANY = ("its region is named", "near 200 km", "in the outlet's region")
"""Measures that tell of names close to a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One place of a clue, weighed."""

    place: Place
    score: float
    support: float
    """What the other names add; 0 when nothing in the text speaks for the place."""

    company: float
    """How many names, on a logarithmic scale, lie in its region or within 200 km, outlet included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All places of all clues, one row each, before the ranker."""

    places: tuple[Place, ...]
    owner: npt.NDArray[np.int64]
    """The clue of each."""

    support: Floats
    measures: Floats
    """Places by measures of the ranker."""


def weigh(clues: Sequence[Clue], *, weighing: Weighing | None = None) -> list[list[Scored]]:
    """Score every place of every clue.

    Args:
        clues: One a distinct name; those without places are allowed.
        weighing: The weights of the rules.

    Returns:
        Per clue its places, likeliest first; ties by GeoNames id.
    """
    found: list[list[Scored]] = [[] for _ in clues]
    measured = measure(clues, weighing=weighing)
    if measured is None:
        return found
    scores = measured.measures @ place_weights()
    company = measured.measures[:, [FEATURES.index(one) for one in _COMPANY]].sum(axis=1)
    for row, (at, place) in enumerate(zip(measured.owner, measured.places, strict=True)):
        found[int(at)].append(
            Scored(
                place=place,
                score=round(float(scores[row]), 4),
                support=round(float(measured.support[row]), 4),
                company=round(float(company[row]), 4),
            )
        )
    for scored in found:
        scored.sort(key=lambda one: (-one.score, one.place.geonameid))
    return found


def measure(clues: Sequence[Clue], *, weighing: Weighing | None = None) -> Measured | None:
    """Weigh by the rules and measure for the ranker; None where no clue has a place."""
    by = weighing or Weighing()
    share_each = max(_FEWEST_EACH, _MOST_TOGETHER // max(1, len(clues)))
    clues = [
        replace(clue, options=clue.options[:share_each]) for clue in clues[:_MOST_TOGETHER]
    ] + [replace(clue, options=()) for clue in clues[_MOST_TOGETHER:]]
    places = [place for clue in clues for place in clue.options]
    if not places:
        return None
    owner = np.array([at for at, clue in enumerate(clues) for _ in clue.options])
    relations = Relations(places, owner)
    inside = contained(clues, places, owner)
    alike = listed(clues, places, owner)
    counts = np.array([1.0 + np.log(max(1.0, clue.count)) for clue in clues])[owner]
    own = np.array([prior(place, clue, by) for clue in clues for place in clue.options])
    bonds = (
        relations.same_country * by.same_country
        + relations.same_region * by.same_region
        + (relations.both_small & (relations.kilometres < by.near_km)) * by.near
    )
    score = own + inside.max(axis=1, initial=0.0) * by.contained
    support = np.zeros(len(places))
    for _ in range(by.rounds):
        share = _shares(score, owner, len(clues))
        support = (
            inside @ share * by.contained
            + alike @ share * by.beside
            + by.context * np.log1p(bonds @ (share * counts))
        )
        score = own + support
    share = _shares(score, owner, len(clues))
    return Measured(
        places=tuple(places),
        owner=owner,
        support=support,
        measures=place_measures(
            clues,
            places,
            owner,
            relations,
            rules=score,
            share=share,
            counts=counts,
            inside=inside @ share,
        ),
    )


def _shares(score: Floats, owner: npt.NDArray[np.int64], count: int) -> Floats:
    """Soft choice among each clue's places."""
    best = np.full(count, -np.inf)
    np.maximum.at(best, owner, score)
    raised = np.exp(2.0 * (score - best[owner]))
    total = np.zeros(count)
    np.add.at(total, owner, raised)
    return np.asarray(raised / total[owner])
