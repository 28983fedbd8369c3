"""What a brief is made with: version, models and tables with their digests."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

from firsthand.domain import MadeWith
from firsthand.plan.news import NewsPlan
from firsthand.tables.shipped import shipped_files
from firsthand.tables.weights import card

__all__ = ["made_with"]

_SHIPPED = ("minilm", "attributions")
"""Shipped models that have a card of their own."""


def made_with(plan: NewsPlan) -> MadeWith:
    """Version, models and rules of `plan`, to be printed in every brief."""
    model = plan.annotate.model
    return MadeWith(
        version=_version("firsthand"),
        models=(
            f"{model} {_version(model)}",
            *(card(name).label() for name in _SHIPPED),
            f"tables and small weights (sha256 {_tables_digest()[:12]})",
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


@cache
def _tables_digest() -> str:
    """One digest over every shipped table: it changes whenever one of them does."""
    whole = sha256()
    for name, path in shipped_files():
        whole.update(name.encode())
        whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()
