"""Find amounts in a stretch of text: numbers with approximator, range, currency and unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from firsthand.domain import Span
from firsthand.text.number_words import alternatives, number_words
from firsthand.text.numbers import number_of, words_pattern

__all__ = ["Amount", "amounts_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One amount as written."""

    span: Span
    """Approximator, currency, numbers and unit."""

    number: Span
    """The number words or figures alone, a range with both."""

    low: float
    high: float
    approximator: str | None = None
    unit: str | None = None


@cache
def _pattern() -> re.Pattern[str]:
    words = number_words()
    number = words_pattern()
    scale = alternatives(words.scales)
    signs = alternatives(sign for sign in words.currencies if not sign[-1].isalpha())
    currency = alternatives(sign for sign in words.currencies if sign[-1].isalpha())
    unit = alternatives(unit for unit in words.units if unit != "%")
    return re.compile(
        rf"(?:\b(?P<approximator>{alternatives(words.approximators)})\s+|"
        rf"\b(?P<between>between|from)\s+)?"
        rf"(?P<sign>{signs})?\s?"
        rf"(?P<number>(?:(?P<open>\b(?:{alternatives(words.open_scales)})\b)|"
        rf"(?:\b(?:several|a\s+few|many)\s+(?P<few>{scale})\b)|"
        rf"(?P<first>{number})(?P<first_percent>\s?%)?"
        rf"(?:(?P<to>\s*[-–—]\s*|\s+to\s+|\s+or\s+|\s+and\s+)(?:{signs})?(?P<second>{number}))?))"
        rf"(?:(?P<percent>\s?%)|(?:\s+of\s+|[\s-]|(?<=\d))(?P<currency>{currency})\b|(?:[\s-]|(?<=\d))(?P<unit>{unit})(?![\w]))?"
        rf"(?:\s+(?P<after>{alternatives(words.after)})\b)?",
        re.IGNORECASE,
    )


@cache
def _fraction() -> re.Pattern[str]:
    parts = alternatives(number_words().fraction_parts)
    return re.compile(rf"[a-z]+[\s-](?:{parts})")


def amounts_in(text: str, start: int, end: int) -> Iterator[Amount]:
    """Amounts in a stretch of `text`, in reading order, not overlapping.

    "Dozens" and "several hundred" are ranges; a fraction ("two-thirds") is a percentage and
    approximate. A range takes the scale of its end ("two to three million"). Nothing here knows
    dates, ages or names with numbers: the caller leaves those out.
    """
    position = start
    pattern = _pattern()
    while found := pattern.search(text, position, end):
        amount, position = _amount(text, found)
        position = max(position, found.start() + 1)
        if amount is not None:
            yield amount


def _amount(text: str, found: re.Match[str]) -> tuple[Amount | None, int]:
    """The amount of a match and where to go on."""
    words = number_words()
    begin, finish = found.span("number")
    approximator = words.approximators.get(_plain(found["approximator"]))
    last = found.end()
    if found["open"]:
        low, high = map(float, words.open_scales[_plain(found["open"])])
    elif found["few"]:
        scale = words.scales[_plain(found["few"])]
        low, high = 2.0 * scale, 9.0 * scale
    else:
        first, second = number_of(found["first"]), number_of(found["second"] or "")
        if first is None:
            return None, found.end()
        low = high = first
        if found["second"] is not None and second is not None:
            low, high = _range(found, first, second)
            if high < low:
                if found["to"].strip() in "-–—" and first < 100:
                    return None, found.end()
                low = high = first
                finish = last = found.end("first")
    if approximator is None and found["after"] and last == found.end():
        approximator = words.after[_plain(found["after"])]
    unit = _unit(found) if last == found.end() else words.currencies.get(found["sign"] or "")
    if _is_fraction(found) and unit is None:
        low, high, unit = round(low * 100, 2), round(high * 100, 2), "%"
        approximator = approximator or "about"
    if text[finish : finish + 1].isalpha() and unit is None:
        return None, found.end()
    start = found.start()
    while text[start].isspace():
        start += 1
    if found["between"] and low == high:
        start = found.start("sign") if found["sign"] else begin
    return (
        Amount(
            span=Span(start, last),
            number=Span(begin, finish),
            low=low,
            high=high,
            approximator=approximator,
            unit=unit,
        ),
        last,
    )


def _range(found: re.Match[str], first: float, second: float) -> tuple[float, float]:
    """Both ends; "and" joins only after "between", a bare pair of small figures is a score."""
    joint = found["to"].strip().lower()
    if joint == "and" and not found["between"]:
        return second + 1, second
    scale = re.search(r"([a-z]+)\W*$", (found["second"] or "").lower())
    bare = re.fullmatch(r"[\d.,]+|[a-z]+", found["first"].lower())
    words = number_words()
    if scale and bare and first < second:
        times = words.scales.get(scale.group(1)) or words.short_scales.get(scale.group(1))
        if times and first < 1000 and first * times <= second:
            first *= times
    return first, second


def _is_fraction(found: re.Match[str]) -> bool:
    return not found["second"] and bool(_fraction().fullmatch(_plain(found["first"])))


def _unit(found: re.Match[str]) -> str | None:
    words = number_words()
    if found["percent"] or found["first_percent"]:
        return "%"
    if found["sign"]:
        return words.currencies[found["sign"].upper()]
    for name, table in (("currency", words.currencies), ("unit", words.units)):
        written = found[name]
        if written:
            folded = {known.lower(): value for known, value in table.items()}
            return folded[_plain(written)]
    return None


def _plain(written: str | None) -> str:
    return " ".join((written or "").lower().split())
