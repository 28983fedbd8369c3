"""Units of one kind and their sizes, so that amounts in different units can be compared."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Interval", "in_one_unit", "is_currency"]

Interval = tuple[float, float]
"""The least and the greatest value that words allow; infinite where they are open."""

_CODE = 3
_KELVIN = {"°C": (1.0, 273.15), "°F": (5 / 9, 459.67 * 5 / 9)}
"""A degree in kelvins and the kelvins at nought: temperatures begin at different points."""

_SHARED_NAMES = frozenset(
    {"peso", "franc", "dinar", "shilling", "crown", "krone", "krona", "riyal"}
)
"""Names that several currencies have."""


@dataclass(frozen=True, slots=True)
class _Size:
    """How big a unit is, in the basic unit of its kind; two sizes where its name has two."""

    kind: str
    least: float
    greatest: float


@cache
def _sizes() -> dict[str, _Size]:
    path = files("firsthand.text") / "data" / "measures.toml"
    raw = tomllib.loads(path.read_text("utf-8"))
    return {
        unit: _Size(kind, min(sizes), max(sizes))
        for kind, units in raw.items()
        for unit, sizes in units.items()
    }


def is_currency(unit: str | None) -> bool:
    """Whether a unit is money: an ISO 4217 code, or a name that several currencies share."""
    if unit is None:
        return False
    return (len(unit) == _CODE and unit.isascii() and unit.isupper()) or unit in _SHARED_NAMES


def in_one_unit(
    a: Interval, unit: str, b: Interval, other: str
) -> tuple[Interval, Interval] | None:
    """Two intervals of different units in one, or None where the units measure different things.

    A "ton" or a "gallon" of either size makes its interval wider. Currencies are never converted.
    """
    if unit in _KELVIN and other in _KELVIN:
        return _kelvins(a, unit), _kelvins(b, other)
    one, two = _sizes().get(unit), _sizes().get(other)
    if one is None or two is None or one.kind != two.kind:
        return None
    return _sized(a, one), _sized(b, two)


def _kelvins(interval: Interval, unit: str) -> Interval:
    size, nought = _KELVIN[unit]
    return interval[0] * size + nought, interval[1] * size + nought


def _sized(interval: Interval, size: _Size) -> Interval:
    ends = [end * one for end in interval for one in (size.least, size.greatest)]
    return min(ends), max(ends)
