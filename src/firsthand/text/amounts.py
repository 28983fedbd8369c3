"""Find amounts in a stretch of text: numbers with approximator, range, currency and unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from firsthand.domain import Span
from firsthand.text.amount_grammar import amount_core, amount_pattern
from firsthand.text.amount_units import metres_of, unit_of, written_as_money
from firsthand.text.amount_values import is_share, value_of
from firsthand.text.amount_words import amount_words, table_key

__all__ = ["Amount", "amounts_in"]

_THIN = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
"""A blank that divides thousands: no line may be broken there."""

_DOTTED = re.compile(r"(?<=€\d{2})\.(?=\d{3}(?!\d))|(?<=€\d{3})\.(?=\d{3}(?!\d))")
"""A full stop that divides the thousands of euros, as half of Europe writes them."""

_SOFT = re.compile(r"(?<=[^\W\d_])[\u00ad\u200b-\u200d\u2060\ufeff](?=[^\W\d_])")
"""A mark within a word that is not seen: "12 m\u00aden" is no length."""

_LETTER = "\u02bc"
"""Stands for it while amounts are looked for: it is part of a word, and of no unit."""

_LEAD = 80
"""Characters before a number in which its approximators and its currency stand at most."""

_MOST_PENCE = 200
"""Hundredths written on to a figure at most: "720p" and "1080p" are pictures."""

_LEAST_WON = 100
"""Fewer won than this buy nothing: "12 won" is a verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One amount as written."""

    span: Span
    """Approximator, currency, numbers and unit."""

    number: Span
    """The number words or figures alone, a range with both."""

    low: float
    high: float
    """Equal to `low` unless a range is written; a fraction is below one."""

    approximator: str | None = None
    unit: str | None = None
    fraction: bool = False
    """Whether it is a share of something, said as a fraction or a ratio."""

    shared_unit: Span | None = None
    """Its unit where that stands behind the next number ("from 4.5 to 4.25 percent")."""

    kind: Span | None = None
    """The noun within a ratio ("one woman in three")."""


def amounts_in(text: str, start: int, end: int, *, language: str = "en") -> Iterator[Amount]:
    """Amounts in a stretch of `text`, in reading order, not overlapping.

    "Dozens" and "several hundred" are ranges; fractions and ratios ("two-thirds", "one in five") are
    below one. A range takes the scale of its end ("two to three million"). Nothing here knows dates,
    ages or names with numbers: the caller leaves those out.

    Linear in the stretch: each search begins where the last match ended.
    """
    text = _with_commas(text)
    position = start
    pattern = amount_pattern(language)
    core = amount_core(language)
    while near := core.search(text, position, end):
        found = pattern.search(text, max(position, near.start() - _LEAD), end)
        if found is None:
            return
        amount, position = _amount(text, found, language)
        position = max(position, found.start() + 1)
        if amount is not None:
            yield amount


@lru_cache(maxsize=4)
def _with_commas(text: str) -> str:
    """The text with its thousands divided by commas and its words whole, one for one: offsets hold.

    Kept for the next sentence of the same text.
    """
    return _SOFT.sub(_LETTER, _DOTTED.sub(",", _THIN.sub(",", text)))


def _amount(text: str, found: re.Match[str], language: str) -> tuple[Amount | None, int]:
    """The amount of a match and where to go on."""
    read = value_of(found, language)
    if read is None:
        if found["ratio"]:
            return _first_alone(text, found, found.end("part_of"), language)
        return None, found.end()
    if found["letter"] and not written_as_money(found, language):
        return None, found.end()
    if found["currency"] == "won" and read.high < _LEAST_WON:
        return _first_alone(text, found, found.start("currency"), language)
    low, high = read.low, read.high
    whole = read.end is None
    last = found.end() if read.end is None else read.end
    finish = found.end("number") if read.end is None else found.end("first")
    unit = unit_of(found, language, whole=whole or read.shares_unit)
    if (whole or read.shares_unit) and (found["small"] or found["attached_small"]):
        if found["attached_small"] and high > _MOST_PENCE:
            return None, found.end()
        low, high = round(low / 100, 6), round(high / 100, 6)
    metres = metres_of(text, found, language)
    if metres is not None:
        (low, high), unit = metres, "metre"
    if unit is None and not found["half"] and text[finish : finish + 1].isalpha():
        return None, found.end()
    begin = found.start("number")
    kind = Span(*found.span("kind")) if found["kind"] else None
    amount = Amount(
        span=Span(_start(text, found, single=low == high or not whole), last),
        number=Span(begin, finish),
        low=low,
        high=high,
        approximator=_approximator(found, language, whole=whole),
        unit=unit,
        fraction=is_share(found, language, unit),
        shared_unit=_shared_unit(found) if read.shares_unit and unit is not None else None,
        kind=kind,
    )
    return amount, last


def _shared_unit(found: re.Match[str]) -> Span | None:
    """Where the unit behind the whole match stands."""
    names = ("percent", "currency", "small", "unit", "attached", "attached_small")
    return next((Span(*found.span(name)) for name in names if found[name]), None)


def _first_alone(
    text: str, found: re.Match[str], end: int, language: str
) -> tuple[Amount | None, int]:
    """The first number of what looked like more and is not ("four in 2019", "12 won")."""
    again = amount_pattern(language).match(text, found.start(), end)
    if again is None or again["ratio"] or again["kind_ratio"]:
        return None, end
    amount, last = _amount(text, again, language)
    if amount is not None and amount.span.end > end:
        amount = replace(amount, span=Span(amount.span.start, end))
    return amount, min(last, end)


def _start(text: str, found: re.Match[str], *, single: bool) -> int:
    """Where the amount begins: "from" and "between" belong to it only where a range follows."""
    start = found.start()
    if found["between"] and single:
        start = found.start("sign") if found["sign"] else found.start("number")
    while text[start].isspace():
        start += 1
    return start


def _approximator(found: re.Match[str], language: str, *, whole: bool) -> str | None:
    """What the words around the number make of it; of two the bound, not "about"."""
    words = amount_words(language)
    behind = [words.after.get(table_key(found["after"])), words.after.get(_joined(found["joined"]))]
    told = [
        words.approximators.get(table_key(found["approximator"])),
        words.approximators.get(table_key(found["second_approximator"])),
        words.signs.get((found["mark"] or "").strip()),
        words.after.get(_joined(found["early"])) or words.after.get(table_key(found["early"])),
        *(behind if whole else ()),
        "about" if found["couple"] else None,
    ]
    kept = [one for one in told if one is not None]
    return next((one for one in kept if one != "about"), kept[0] if kept else None)


def _joined(written: str | None) -> str:
    return (written or "").lower()
