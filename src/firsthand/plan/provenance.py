"""What a brief is made with: version, models and tables with their digests."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from firsthand.domain import MadeWith
from firsthand.plan.news import NewsPlan
from firsthand.tables.weights import card

__all__ = ["made_with"]

_SHIPPED = ("minilm",)
"""Shipped weights that the plan's stages use."""


def made_with(plan: NewsPlan) -> MadeWith:
    """Version, models and rules of `plan`, to be printed in every brief."""
    model = plan.annotate.model
    return MadeWith(
        version=_version("firsthand"),
        models=(
            f"{model} {_version(model)}",
            *(card(name).label() for name in _SHIPPED),
        ),
        rules=plan.rules(),
        plan=plan.digest(),
    )


def _version(distribution: str) -> str:
    """The installed version, or "unknown" where the package is not installed by that name."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "unknown"
