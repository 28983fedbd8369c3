"""Say whether two quantities can both hold: equal, compatible, different, or not comparable."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from math import floor, inf, isclose, log10

from firsthand.domain import Quantity
from firsthand.text.counted_nouns import Width, nouns_compared, restrictions_compared
from firsthand.text.measures import Interval, in_one_unit, is_currency

__all__ = ["Bounds", "Comparison", "Verdict", "compare", "reach", "values_meet"]


class Verdict(StrEnum):
    """What a comparison of two quantities finds."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    """Both can hold: a bound, a range, a rounded number."""

    DIFFERENT = "different"
    """Both cannot hold of the same thing at the same time."""

    NOT_COMPARABLE = "not comparable"
    """They measure different things, or it is not known what they measure."""


class Bounds(Enum):
    """How far a bound reaches."""

    OPEN = "open"
    """As logic has it: "at least 10" holds of 4,000."""

    NARROW = "narrow"
    """As news has it: who writes "at least 10" means not many more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A verdict with what led to it."""

    verdict: Verdict
    reasons: tuple[str, ...]
    """In words a reader can be shown, the weightiest first; at least one."""


_SAME = 1e-3
"""Relative difference up to which two values are one: .667 and 66.7 % of two-thirds."""

_ABOUT = 0.1
_NARROW_ROUNDING = 0.02
"""Relative difference up to which two numbers are one, rounded: "2.61 million" and "2.6 million"."""

_ROUNDING = 0.01
"""The same to either side of each, where bounds are open."""

_LAST_DIGIT = 0.49
"""Part of the last figure told by which a rounded number may be off: 54.5 % is no 54 %."""

_MOST_ROUNDED = 0.05
"""However few figures are told, a plain number is not rounded by more than this."""

_NARROW_EXACT = 20
_EXACT = 100
"""Plain counts below are told one by one, not rounded."""

_ABOVE = ("at-least", "more-than")
_BELOW = ("at-most", "less-than", "nearly")
_STRICT = ("more-than", "less-than")


def compare(
    a: Quantity,
    b: Quantity,
    *,
    texts: tuple[str, str] | None = None,
    bounds: Bounds = Bounds.OPEN,
) -> Comparison:
    """Compare two quantities, in either order to the same verdict.

    Args:
        a: One quantity.
        b: The other.
        texts: The texts they point into. With them what narrows a counted noun is read:
            "North Korean troops" and "Ukrainian troops" are not comparable.
        bounds: How far "at least" and its like reach.
    """
    nouns = nouns_compared(a.noun, b.noun)
    if nouns is None:
        said = " / ".join(sorted(noun or "not said" for noun in (a.noun, b.noun)))
        return _verdict(Verdict.NOT_COMPARABLE, f"what is counted differs: {said}")
    width = nouns
    if texts is not None:
        narrowed = restrictions_compared(a, b, texts)
        if narrowed is None or (Width.SAME not in {narrowed, nouns} and narrowed is not nouns):
            return _verdict(Verdict.NOT_COMPARABLE, "what is counted is narrowed in different ways")
        width = narrowed if nouns is Width.SAME else nouns
    ends = _in_one_unit(a, b, (a.low, a.high), (b.low, b.high))
    reaches = _in_one_unit(a, b, reach(a, bounds=bounds), reach(b, bounds=bounds))
    if isinstance(ends, str) or isinstance(reaches, str):
        return _verdict(Verdict.NOT_COMPARABLE, str(ends))
    converted = () if a.unit == b.unit else ("one unit is converted into the other",)
    if width is not Width.SAME:
        return _nested(reaches, width, converted)
    if all(isclose(x, y, rel_tol=_SAME) for x, y in zip(*ends, strict=True)):
        if a.approximator == b.approximator:
            return _verdict(Verdict.EQUAL, "the same value", *converted)
        return _met(a, b, reaches, converted)
    return _met(a, b, reaches, converted)


def values_meet(a: Quantity, b: Quantity, *, bounds: Bounds = Bounds.OPEN) -> bool:
    """Whether two numbers can be one, units and nouns set aside.

    With narrow bounds numbers below nought meet none: they are levels of different things.
    """
    one, two = reach(a, bounds=bounds), reach(b, bounds=bounds)
    positive = bounds is Bounds.OPEN or min(one[0], two[0]) >= 0
    return one[0] <= two[1] and two[0] <= one[1] and positive


def reach(quantity: Quantity, *, bounds: Bounds = Bounds.OPEN) -> Interval:
    """The least and greatest value that a quantity's wording allows, in its own unit."""
    if bounds is Bounds.NARROW:
        return _narrow_reach(quantity)
    low, high, how = quantity.low, quantity.high, quantity.approximator
    if how == "about":
        return low - _ABOUT * abs(low), high + _ABOUT * abs(high)
    below, above = (_slack(end, quantity) for end in (low, high))
    step = 1.0 if _is_counted_out(low, quantity) and how in _STRICT else 0.0
    if how in _ABOVE:
        return low - below + step, inf
    if how == "nearly":
        return low - _ABOUT * abs(low), high + above
    if how in _BELOW:
        return -inf, high + above - step
    return low - below, high + above


def _narrow_reach(quantity: Quantity) -> Interval:
    share = _ABOUT if quantity.approximator else _NARROW_ROUNDING
    low, high = quantity.low * (1 - share), quantity.high * (1 + share)
    exact = quantity.low == quantity.high and quantity.low < _NARROW_EXACT
    if exact and not quantity.approximator:
        low, high = quantity.low, quantity.high
    if quantity.approximator in _ABOVE:
        low = quantity.low
    if quantity.approximator in _BELOW:
        high = quantity.high
    return min(low, high), max(low, high)


def _is_counted_out(value: float, quantity: Quantity) -> bool:
    """Whether a number is a plain count small enough to be exact."""
    return quantity.unit is None and float(value).is_integer() and abs(value) < _EXACT


def _slack(value: float, quantity: Quantity) -> float:
    """By how much a number may be off because it was rounded."""
    if value == 0 or _is_counted_out(value, quantity):
        return 0.0
    if quantity.unit in {"%", "percentage point"}:
        return _LAST_DIGIT * min(1.0, _last_digit(value))
    rounded = min(_LAST_DIGIT * _last_digit(value), _MOST_ROUNDED * abs(value))
    return max(rounded, _ROUNDING * abs(value))


def _last_digit(value: float) -> float:
    """The worth of the last figure that is not nought: 100 of 1,800, .1 of 2.6."""
    figures = f"{abs(value):.6e}".partition("e")[0].replace(".", "").rstrip("0")
    return float(10.0 ** (floor(log10(abs(value))) - len(figures) + 1))


def _in_one_unit(
    a: Quantity, b: Quantity, one: Interval, two: Interval
) -> tuple[Interval, Interval] | str:
    """Both intervals in one unit, or in words why that cannot be."""
    if a.unit == b.unit:
        return one, two
    if a.unit == "%" and _is_share(b):
        return one, (two[0] * 100, two[1] * 100)
    if b.unit == "%" and _is_share(a):
        return (one[0] * 100, one[1] * 100), two
    said = " / ".join(sorted(unit or "a plain count" for unit in (a.unit, b.unit)))
    if is_currency(a.unit) and is_currency(b.unit):
        return f"currencies are not converted: {said}"
    found = None if a.unit is None or b.unit is None else in_one_unit(one, a.unit, two, b.unit)
    return f"the units measure different things: {said}" if found is None else found


def _is_share(quantity: Quantity) -> bool:
    """Whether a number without a unit is part of a whole ("two-thirds")."""
    return quantity.unit is None and 0 < quantity.low <= quantity.high < 1


def _nested(
    reaches: tuple[Interval, Interval], width: Width, converted: tuple[str, ...]
) -> Comparison:
    """Where one side counts only some of what the other counts, it must not be the larger."""
    wide, narrow = reaches if width is Width.FIRST else reaches[::-1]
    if narrow[0] <= wide[1]:
        return _verdict(
            Verdict.COMPATIBLE, "one counts a part of what the other counts", *converted
        )
    return _verdict(Verdict.DIFFERENT, "the part is larger than the whole", *converted)


def _met(
    a: Quantity, b: Quantity, reaches: tuple[Interval, Interval], converted: tuple[str, ...]
) -> Comparison:
    """Whether what the wordings allow overlaps, and by what."""
    one, two = reaches
    if one[0] > two[1] or two[0] > one[1]:
        return _verdict(Verdict.DIFFERENT, "no value is allowed by both", *converted)
    if a.approximator or b.approximator:
        how = sorted({x for x in (a.approximator, b.approximator) if x})
        return _verdict(Verdict.COMPATIBLE, f"the wording allows it: {', '.join(how)}", *converted)
    if a.low != a.high or b.low != b.high:
        return _verdict(Verdict.COMPATIBLE, "the ranges overlap", *converted)
    return _verdict(Verdict.COMPATIBLE, "the same number, rounded", *converted)


def _verdict(verdict: Verdict, *reasons: str) -> Comparison:
    return Comparison(verdict=verdict, reasons=reasons)
