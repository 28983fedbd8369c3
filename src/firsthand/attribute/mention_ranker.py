"""Choose whom a reference means, or nobody, with weights learnt from labelled news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from firsthand.attribute.candidates import Candidate, Reference, Sort
from firsthand.attribute.mention_measures import FEATURES, NONE_FEATURES
from firsthand.errors import PlanError
from firsthand.tables.weights import arrays

__all__ = ["Chooser", "MentionRanker", "shipped_ranker"]


class Chooser(Protocol):
    """Chooses among measured candidates."""

    def choose(
        self,
        reference: Reference,
        candidates: Sequence[Candidate],
        rows: NDArray[np.float64],
        none: NDArray[np.float64],
        /,
    ) -> tuple[int | None, float]:
        """The number of the row chosen and how sure that is; None for nobody."""


@dataclass(frozen=True, slots=True)
class MentionRanker:
    """A log-linear model over the candidates and "none of them", one row of weights a `Sort`."""

    weights: NDArray[np.float64]
    """Shape (sorts, features)."""

    none: NDArray[np.float64]
    """Shape (sorts, features of none)."""

    least: NDArray[np.float64]
    """Shape (sorts,): how sure a choice must be; less is nobody."""

    def choose(
        self,
        reference: Reference,
        _candidates: Sequence[Candidate],
        rows: NDArray[np.float64],
        none: NDArray[np.float64],
        /,
    ) -> tuple[int | None, float]:
        """The likeliest candidate, where its probability reaches the least for its sort."""
        sort = list(Sort).index(reference.sort)
        scores = np.append(rows @ self.weights[sort], none @ self.none[sort])
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        best = int(shares[:-1].argmax())
        sure = float(shares[best])
        return (best if sure >= self.least[sort] else None), sure


@cache
def shipped_ranker() -> MentionRanker:
    """The ranker that ships with the package.

    Raises:
        PlanError: The weights are damaged, or for other measures than these.
    """
    found = arrays("mention_ranker")
    shapes = (found["weights"].shape, found["none"].shape)
    if shapes != ((len(Sort), len(FEATURES)), (len(Sort), len(NONE_FEATURES))):
        raise PlanError("mention_ranker.npz does not fit this version; install again")
    return MentionRanker(
        weights=found["weights"].astype(np.float64),
        none=found["none"].astype(np.float64),
        least=found["least"].astype(np.float64),
    )
