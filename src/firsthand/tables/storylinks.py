"""Weights by which two sets of articles are judged to tell of one event."""

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

__all__ = ["StoryLinkModel", "story_link_model"]

_NAME = "story_links"


class _Card(msgspec.Struct):
    """What is read of the card of the weights; it says more."""

    features: list[str]
    join: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StoryLinkModel:
    """Boosted trees over named columns, and how high a sum must be."""

    trees: Trees
    join: float
    """Log odds from which two sets are one event."""


@cache
def story_link_model(features: Sequence[str]) -> StoryLinkModel:
    """The shipped weights for pairs of sets of articles.

    Their card, ``story_links.json``, tells how they were made and how good they are.

    Args:
        features: Names of the columns that the caller measures, in order; a tuple.

    Raises:
        PlanError: The weights were made for other columns, or are damaged.
    """
    told = msgspec.json.decode(
        files("firsthand.tables").joinpath("data", f"{_NAME}.json").read_bytes(), type=_Card
    )
    if tuple(told.features) != tuple(features):
        raise PlanError("the weights of story links are for other features; install again")
    data = arrays(_NAME)
    return StoryLinkModel(
        trees=Trees(
            feature=data["feature"].astype(np.int32),
            threshold=data["threshold"].astype(np.float32),
            value=data["value"].astype(np.float32),
        ),
        join=told.join,
    )
