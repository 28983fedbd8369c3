"""Read the value of an amount: one number, a range, a ratio, a part of a scale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from firsthand.text.amount_changes import is_move, is_step_and_level
from firsthand.text.amount_words import amount_words, table_key
from firsthand.text.number_words import alternatives, number_words
from firsthand.text.numbers import number_of

__all__ = ["Value", "is_share", "value_of"]

_FEWEST_IN, _MOST_IN = 2, 20
"""Whole of a ratio between "one in two" and "one in 20"; more only in round figures."""

_ROUND = frozenset({25, 30, 40, 50, 60, 75, 100, 200, 250, 500, 1000, 10_000, 100_000, 1_000_000})

_MOST_OF = 10
"""Parts of a ratio said with "in" at most: "nine in 10"; "12 in 20" counts two things."""


_LEAST_MULTIPLIED = 1000
"""From this scale on a second behind it multiplies; "five hundred thousand" is read as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The bounds of an amount."""

    low: float
    high: float
    end: int | None = None
    """Where the amount ends, if before the match does: "5% and 10 men" is no range."""

    shares_unit: bool = False
    """Whether the unit behind the match is its too: "from 4.5 to 4.25 percent"."""


def value_of(found: re.Match[str], language: str) -> Value | None:
    """The value of a match of `amount_pattern`, or None where it is no number after all."""
    words, numerals = amount_words(language), number_words(language)
    if found["ratio"] or found["kind_ratio"]:
        return _ratio(found, language)
    if found["open"]:
        low, high = words.open_scales[table_key(found["open"])]
        return Value(low=float(low), high=float(high))
    if found["half"]:
        return Value(low=0.5, high=0.5)
    if found["score"]:
        return _same(10.0 if found["half_score"] else 20.0)
    if found["couple"]:
        return _same(2.0 * numerals.scales[table_key(found["couple_scale"])])
    if found["unit_half"]:
        count = table_key(found["unit_half"]).split()[0]
        return _same((number_of(count, numerals) or 1.0) + 0.5)
    if found["part_unit"]:
        return _same(_part(found["unit_part"], found["unit_parts"], language))
    if found["of_scale"]:
        share = _part(found["scale_part"], found["parts"], language)
        return _same(round(share * numerals.scales[table_key(found["scaled"])], 6))
    if found["and_half"]:
        wholes = number_of(found["wholes"], numerals)
        if wholes is None:
            return None
        tail = table_key(found["and_half"])
        wholes += 0.5 if "half" in tail else 0.75 if "three" in tail else 0.25
        return _same(wholes * numerals.scales.get(table_key(found["half_scale"]), 1))
    return _plain_value(found, language)


def is_share(found: re.Match[str], language: str, unit: str | None) -> bool:
    """Whether a match is said as a fraction or ratio, of nothing measured ("half a mile")."""
    if found["ratio"] or found["kind_ratio"] or found["half"]:
        return True
    first = found["first"]
    plain = bool(first) and not found["second"] and unit is None
    return plain and _fraction(language).fullmatch(table_key(first)) is not None


def _same(value: float) -> Value:
    return Value(low=value, high=value)


def _part(part: str, parts: str | None, language: str) -> float:
    """The value of "quarter" or, with "three", of "three quarters"."""
    numerals = number_words(language)
    times = number_of(parts or "one", numerals) or 1.0
    return times / numerals.fraction_parts[table_key(part)]


def _ratio(found: re.Match[str], language: str) -> Value | None:
    kind = "kind_" if found["kind_ratio"] else ""
    numerals = number_words(language)
    part = number_of(found["kind_part" if kind else "part_of"], numerals)
    whole = number_of(found["kind_whole" if kind else "whole"], numerals)
    if part is None or whole is None or not 0 < part < whole:
        return None
    written = (found["ratio"] or found["kind_ratio"]).lower()
    if " out" not in written and "every" not in written:
        small = _FEWEST_IN <= whole <= _MOST_IN or whole in _ROUND
        if part >= _MOST_OF or not small:
            return None
    return _same(round(part / whole, 6))


def _plain_value(found: re.Match[str], language: str) -> Value | None:
    """One number or a range of two."""
    written = found["first"].replace("−", "-")
    sign = -1.0 if written.startswith("-") or found["minus"] else 1.0
    first = _number(written.lstrip("-"), language)
    if first is None:
        return None
    first = round(first * sign, 6)
    if found["second"] is None:
        return _same(first)
    second = _number(found["second"], language)
    end = _end_of_first(found)
    alone = Value(low=first, high=first, end=end)
    bare = not (found["first_percent"] or found["first_unit"] or found["sign"])
    changed = Value(low=first, high=first, end=end, shares_unit=bare)
    if second is not None and bare and _is_change(found, language):
        return changed
    if second is None or _two_amounts(found, language):
        return alone
    low, high = _range(found, first, second, language)
    if not found["between"] and is_step_and_level(found, low, high, language):
        return changed
    if high < low and (found["between"] or "").lower() == "between":
        return None  # opening hours
    if high < low:
        return None if _is_score(found, first) else alone
    return Value(low=low, high=high)


def _number(written: str, language: str) -> float | None:
    """The value of a number; of two scales the greater behind ("1.2 lakh crore") multiplies."""
    numerals = number_words(language)
    written = re.sub(r"^an?\s+(?=half)", "", written, flags=re.IGNORECASE)
    body, _, last = table_key(written).rpartition(" ")
    inner = numerals.scales.get(body.rpartition(" ")[2], 0)
    if _LEAST_MULTIPLIED <= inner < numerals.scales.get(last, 0):
        value = number_of(body, numerals)
        return None if value is None else value * numerals.scales[last]
    return number_of(written, numerals)


def _end_of_first(found: re.Match[str]) -> int:
    ends = (found.end(name) for name in ("first", "first_percent", "first_unit"))
    return max(ends)


def _two_amounts(found: re.Match[str], language: str) -> bool:
    """Whether the units on both sides tell two amounts and no range."""
    units = amount_words(language).units
    percent = bool(found["first_percent"]) and not found["percent"]
    signs = bool(found["second_sign"]) and found["second_sign"] != found["sign"]
    first_unit, unit = (units.get(table_key(found[name])) for name in ("first_unit", "unit"))
    measures = bool(found["first_unit"]) and (unit is None or first_unit != unit)
    marked = bool(found["first_percent"] or found["second_sign"] or found["first_unit"])
    from_to = (found["between"] or "").lower() == "from" and (marked or is_move(found, language))
    return percent or signs or measures or from_to


def _is_change(found: re.Match[str], language: str) -> bool:
    """Whether "from 31 to 38" tells a change."""
    ends = (found["between"] or "").lower() == "from" and found["to"].strip().lower() == "to"
    return ends and is_move(found, language)


def _is_score(found: re.Match[str], first: float) -> bool:
    return found["to"].strip() in "-–—" and (first < 100 or not found["sign"])


def _range(found: re.Match[str], first: float, second: float, language: str) -> tuple[float, float]:
    """Both ends; "and" joins only after "between", a bare pair of small figures is a score."""
    joint = found["to"].strip().lower()
    if joint == "and" and (found["between"] or "").lower() != "between":
        return second + 1, second
    scale = re.search(r"([a-z]+)\W*$", (found["second"] or "").lower())
    bare = re.fullmatch(r"[\d.,]+|[a-z]+", found["first"].lower())
    words = number_words(language)
    if scale and bare and first < second:
        times = words.scales.get(scale.group(1)) or words.short_scales.get(scale.group(1))
        if times and first < 1000 and first * times <= second:
            first *= times
    return first, second


@cache
def _fraction(language: str) -> re.Pattern[str]:
    parts = alternatives(number_words(language).fraction_parts)
    return re.compile(rf"(?:[a-z]+)[\s-](?:{parts})|[½¼¾⅓⅔⅛]")
