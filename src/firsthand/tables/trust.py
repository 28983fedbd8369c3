"""Whom to believe about an article: the order of trust over the sources of facts, per field."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from firsthand.domain import Field

__all__ = ["Trust", "trust"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """The shipped orders of trust."""

    order: Mapping[Field, tuple[str, ...]]
    """Field to the names of sources, most trusted first."""

    def rank(self, field: Field, source: str) -> int:
        """Place of `source` in the order for `field`, from 0; one that is not listed comes last."""
        order = self.order[field]
        return order.index(source) if source in order else len(order)


@cache
def trust() -> Trust:
    """Load the table; every field has an order."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/trust.toml").read_text(encoding="utf-8")
    )
    groups: dict[str, list[str]] = raw["groups"]
    return Trust(
        order=MappingProxyType(
            {
                field: tuple(
                    dict.fromkeys(
                        name
                        for entry in raw["order"][field.value]
                        for name in groups.get(entry, [entry])
                    )
                )
                for field in Field
            }
        )
    )
