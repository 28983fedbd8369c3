"""Read the unit of an amount: currencies, measures, and what a letter behind a figure means."""

from __future__ import annotations

import re
from functools import cache

from firsthand.text.amount_grammar import DIGITS
from firsthand.text.amount_words import AmountWords, amount_words, table_key
from firsthand.text.number_words import alternatives, number_words
from firsthand.text.numbers import number_of

__all__ = ["metres_of", "unit_of", "written_as_money"]

_M = re.compile(rf"{DIGITS}\s?m")
_BEHIND = re.compile(r"[\s-]+([A-Za-z]+)")
_REACH = 40
"""Characters before a figure in which a word may tell that its "m" is metres."""


@cache
def _folded(language: str) -> dict[str, str]:
    """Every currency and hundredth by its small letters, for what was found without regard to case."""
    words = amount_words(language)
    table = words.currencies | words.small_money
    return {word.lower(): code for word, code in table.items()} | table


@cache
def _lengths_before(language: str) -> re.Pattern[str]:
    said = alternatives(amount_words(language).lengths_before)
    return re.compile(rf"\b(?:{said})(?:\s+of)?(?:\s+\w+){{0,2}}\s+$", re.IGNORECASE)


def unit_of(found: re.Match[str], language: str, *, whole: bool) -> str | None:
    """The unit of a match of `amount_pattern`.

    Args:
        found: The match.
        language: Whose words it was made of.
        whole: Whether the amount is all of the match; else what stands at its end is not its own.

    Returns:
        A currency, "%" or the unit's usual name; None where there is none.
    """
    words, money = amount_words(language), _folded(language)
    if found["first_percent"]:
        return "%"
    if found["sign"]:
        return money.get(found["sign"]) or money[found["sign"].lower()]
    if found["letter"]:
        return words.letter_currencies[found["letter"]]
    if found["leading"]:
        return words.leading_units[table_key(found["leading"])]
    if not whole:
        return words.units.get(table_key(found["first_unit"]))
    if found["percent"]:
        return "%"
    for name in ("currency", "small"):
        if found[name]:
            return money.get(found[name]) or money[table_key(found[name])]
    return _measure(found, words)


def _measure(found: re.Match[str], words: AmountWords) -> str | None:
    """The unit behind, or within, the number."""
    if found["attached"]:
        return words.attached_units[found["attached"]]
    if found["attached_small"]:
        return words.attached_money[found["attached_small"]]
    if found["metre"]:
        return "metre"
    names = ("unit", "halved", "parted", "first_unit")
    if found["parted"] and table_key(found["parted"]) == "point":
        return "percentage point"
    return next((words.units[table_key(found[name])] for name in names if found[name]), None)


def written_as_money(found: re.Match[str], language: str) -> bool:
    """Whether figures behind a single capital are money: with a scale, thousands or hundredths."""
    written = (found["first"] or "").lower()
    scale = re.search(r"[a-z]+$", written)
    numerals = number_words(language)
    scaled = scale is not None and scale.group() in numerals.scales | numerals.short_scales
    return scaled or re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+\.\d\d", written) is not None


def metres_of(text: str, found: re.Match[str], language: str) -> tuple[float, float] | None:
    """The metres where "m" behind a figure is no million: "a 30m-high mast", "a depth of 30m"."""
    last = found["second"] or found["first"]
    if not last or found["sign"] or found["letter"] or not _M.fullmatch(last):
        return None
    words, numerals = amount_words(language), number_words(language)
    end = found.end("second") if found["second"] else found.end("first")
    behind = _BEHIND.match(text, end, end + 24)
    told = behind is not None and behind.group(1).lower() in words.extents
    start = found.start()
    before = _lengths_before(language).search(text[max(0, start - _REACH) : found.start("number")])
    within = table_key(found["approximator"]) in {"within", "as high as", "as deep as", "as far as"}
    if not (told or before or within):
        return None
    high = number_of(last.rstrip("m").rstrip(), numerals)
    low = number_of((found["first"] or "").rstrip("m").rstrip(), numerals)
    return None if low is None or high is None else (min(low, high), high)
