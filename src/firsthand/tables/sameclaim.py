"""Weights of the features by which two clauses are judged to put the same proposition."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["FEATURES", "PARTIES", "PairWeights", "pairweights"]

FEATURES = (
    "cosine",
    "words",
    "contained",
    "rest",
    "run",
    "proper_apart",
    "speaker",
    "modality",
)
"""Names of the features, in the order shown."""


PARTIES = ("one_speaker", "two_speakers", "speaker_and_outlet", "two_outlets", "fragment")
"""Who puts the two clauses of a pair; ``fragment`` where one of them has no finite verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairWeights:
    """A logistic model over named features."""

    bias: float
    weight: Mapping[str, float]
    join: float
    """Mean probability from which two groups of clauses are one claim."""

    seed: float
    """Probability from which two clauses alone are one claim."""

    least: Mapping[str, float]
    """Least probability of a pair that may stand in one claim, by a name of `PARTIES`."""

    label: str
    """Name and version, as a brief lists it."""


@cache
def pairweights() -> PairWeights:
    """The shipped weights (``same_claim.toml``, which tells how they were made)."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data", "same_claim.toml").read_text("utf-8")
    )
    return PairWeights(
        bias=float(raw["bias"]),
        weight={name: float(raw["weight"][name]) for name in FEATURES},
        least={name: float(raw["least"][name]) for name in PARTIES},
        join=float(raw["join"]),
        seed=float(raw["seed"]),
        label=f"{raw['name']} {raw['version']}",
    )
