"""Weights by which two mentions of one story are judged to name one happening or one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np

from firsthand.errors import PlanError
from firsthand.tables.trees import Trees
from firsthand.tables.weights import arrays

__all__ = ["PairModel", "pair_model"]

_NAME = "mention_pairs"


class _Card(msgspec.Struct):
    """What is read of the card of the weights; it says more."""

    features: list[str]
    join: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PairModel:
    """Boosted trees over named columns, and how high a mean must be."""

    trees: Trees
    join: float
    """Least mean log odds between two sets of mentions from which they are one."""


@cache
def pair_model(sort: str, features: Sequence[str]) -> PairModel:
    """The shipped weights for pairs of mentions of a `sort`: ``event`` or ``entity``.

    Their card, ``mention_pairs.json``, tells how they were made and how good they are.

    Args:
        sort: Which of the two.
        features: Names of the columns that the caller measures, in order; a tuple.

    Raises:
        PlanError: The weights were made for other columns, or are damaged.
    """
    told = msgspec.json.decode(
        files("firsthand.tables").joinpath("data", f"{_NAME}.json").read_bytes(), type=_Card
    )
    if tuple(told.features) != tuple(features):
        raise PlanError("the weights of mention pairs are for other features; install again")
    data = arrays(_NAME)
    return PairModel(
        trees=Trees(
            feature=data[f"{sort}_feature"].astype(np.int32),
            threshold=data[f"{sort}_threshold"].astype(np.float32),
            value=data[f"{sort}_value"].astype(np.float32),
        ),
        join=told.join[sort],
    )
