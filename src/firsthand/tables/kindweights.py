"""What each feature of a name speaks for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from firsthand.domain import MentionKind

__all__ = ["KindWeights", "kind_table"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWeights:
    """The shipped weights."""

    revision: int
    features: Mapping[str, tuple[tuple[MentionKind, float], ...]]
    """By name of the feature, the kinds it speaks for (above 0) or against."""


@cache
def kind_table() -> KindWeights:
    """The shipped table."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/kindweights.toml").read_text(encoding="utf-8")
    )
    return KindWeights(
        revision=int(raw["revision"]),
        features=MappingProxyType(
            {
                feature: tuple((MentionKind(kind), float(one)) for kind, one in row.items())
                for feature, row in raw["features"].items()
            }
        ),
    )
