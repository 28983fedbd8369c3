"""Find amounts in a stretch of text: numbers with approximator, range, currency and unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from firsthand.domain import Span
from firsthand.text.amount_words import amount_words
from firsthand.text.number_words import alternatives, number_words
from firsthand.text.numbers import number_of

__all__ = ["Amount", "amounts_in"]

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""A number in figures, thousands divided by commas or not."""

_THIN = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
"""A blank that divides thousands: no line may be broken there."""

_DOTTED = re.compile(r"(?<=[€\u20ac]\d{2})\.(?=\d{3}(?!\d))|(?<=[€\u20ac]\d{3})\.(?=\d{3}(?!\d))")
"""A full stop that divides the thousands of euros, as half of Europe writes them."""

_FEWEST_IN, _MOST_IN = 2, 20
"""Whole of a ratio between "one in two" and "one in 20"; more only in round figures."""


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


@cache
def _small(language: str) -> str:
    words = number_words(language)
    return rf"(?:(?:{alternatives(words.tens)})[\s-](?:{alternatives(words.ones)})|{alternatives([*words.tens, *words.ones])})"


@cache
def _number(language: str) -> str:
    """A number in figures or words; "a" only before a scale word."""
    words = number_words(language)
    scale, part = alternatives(words.scales), alternatives(words.fraction_parts)
    small, short = _small(language), alternatives(words.short_scales)
    figures = (
        rf"(?:{_DIGITS})(?:\s\d/\d|\s?[½¼¾⅓⅔⅛])?(?:[\s-](?:{scale})\b|(?:{short})\b)?|[½¼¾⅓⅔⅛]"
    )
    on = rf"(?:[\s-](?:{scale})\b(?:(?:[\s-]|,\s|\s+and\s+)(?:{small})\b(?!\s+(?:and|or)\s))?)"
    spelled = (
        rf"half\s+an?\s+(?:{scale})\b|"
        rf"(?:{small}|an?)[\s-](?:{part})\b|"
        rf"(?:{small}|an?){on}+|(?:{small})\b"
    )
    return rf"(?:(?<![\w.,/:])(?:{figures})(?!(?:st|nd|rd|th)\b|[\d/]|:\d)|\b(?:{spelled})(?!\w))"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words, numerals = amount_words(language), number_words(language)
    number, scale = _number(language), alternatives(numerals.scales)
    part = alternatives(numerals.fraction_parts)
    letters = [sign for sign in words.currencies if sign[-1].isalpha()]
    signs = alternatives(sign for sign in words.currencies if sign not in letters)
    codes = alternatives(sign for sign in letters if len(sign) <= 3 and sign != "won")
    unit = alternatives(unit for unit in words.units if unit != "%")
    after = alternatives(word for word in words.after if word[0].isalpha())
    joined = "|".join(
        rf"{re.escape(word)}(?!\w)" for word in sorted(words.after, key=len, reverse=True)
        if not word[0].isalpha()
    )  # fmt: skip
    return re.compile(
        rf"(?:\b(?P<approximator>{alternatives(words.approximators)})\s+"
        rf"(?:(?P<second_approximator>{alternatives(words.approximators)})\s+)?)?"
        rf"(?:\b(?P<between>between|from)\s+)?"
        rf"(?P<mark>[{re.escape(''.join(words.signs))}]\s?)?"
        rf"(?:\b(?P<leading>{alternatives(words.leading_units)})[\s-])?"
        rf"(?P<sign>{signs}|(?<!\w)(?:{codes})(?=\s?\d))?\s?"
        rf"(?P<number>"
        rf"(?P<ratio>(?P<part_of>{number})\s+(?:in(?:\s+every)?|out\s+of(?:\s+every)?)\s+(?P<whole>{number}|\b(?:{scale})\b))|"
        rf"(?P<unit_half>\b(?:an?|one|two|three)\s+(?P<halved>{unit})\s+and\s+a\s+half\b)|"
        rf"(?P<of_scale>\b(?:an?\s+|one\s+|(?P<parts>two|three)[\s-])?(?P<scale_part>half|{part})\s+of\s+an?\s+(?P<scaled>{scale})\b)|"
        rf"(?P<and_half>(?P<wholes>{_small(language)}|(?<![\w.,/])\d+)\s+and\s+(?:an?|three)[\s-](?:half|quarters?)(?:\s+(?P<half_scale>{scale})\b)?(?!\w))|"
        rf"(?P<open>\b(?:{alternatives(words.open_scales)})\b)|"
        rf"(?P<first>(?<![\w.])[-−](?=\d)\S*(?=\s?°)|{number})(?P<first_percent>\s?%)?"
        rf"(?:(?P<to>\s*[-–—]\s*|\s+to\s+|\s+or\s+|\s+and\s+)(?P<second_sign>{signs})?(?P<second>{number}))?|"
        rf"(?P<half>\bhalf\b))"
        rf"(?:(?P<percent>\s?%)|(?:\s+of\s+|[\s-]|(?<=\d))(?P<currency>{alternatives(letters)})\b|"
        rf"(?:[\s-])(?P<small>{alternatives(words.small_money)})\b|"
        rf"(?:[\s-]|(?<=\d))(?P<unit>{unit})(?![\w])|"
        rf"(?<=\d)(?P<attached>(?-i:{alternatives(words.attached_units)}))(?!\w))?"
        rf"(?:\s+(?P<after>{after})\b|(?P<joined>{joined}))?",
        re.IGNORECASE,
    )


def amounts_in(text: str, start: int, end: int, *, language: str = "en") -> Iterator[Amount]:
    """Amounts in a stretch of `text`, in reading order, not overlapping.

    "Dozens" and "several hundred" are ranges; fractions and ratios ("two-thirds", "one in five") are
    below one. A range takes the scale of its end ("two to three million"). Nothing here knows dates,
    ages or names with numbers: the caller leaves those out.
    """
    text = _DOTTED.sub(",", _THIN.sub(",", text))  # one for one: offsets hold
    position = start
    pattern = _pattern(language)
    while found := pattern.search(text, position, end):
        amount, position = _amount(text, found, language)
        position = max(position, found.start() + 1)
        if amount is not None:
            yield amount


def _amount(text: str, found: re.Match[str], language: str) -> tuple[Amount | None, int]:
    """The amount of a match and where to go on."""
    words = amount_words(language)
    values = _values(found, language)
    if values is None:
        end = found.end("part_of") if found["ratio"] else found.end()
        return _shortened(text, found, language) if found["ratio"] else (None, end)
    low, high, cut = values
    finish = found.end("number") if cut is None else cut
    last = found.end() if cut is None else cut
    if cut is not None and found["first_percent"] and not found["second"]:
        last = found.end()
    unit = _unit(found, language) if last == found.end() else _sign(found, language)
    if cut is not None and found["first_percent"]:
        unit, last = "%", found.end("first_percent")
    if found["small"] and last == found.end():
        low, high = round(low / 100, 6), round(high / 100, 6)
    metres = _metres(text, found, language)
    if metres is not None:
        low = high = metres
        unit = "metre"
    if unit is None and not found["half"] and text[finish : finish + 1].isalpha():
        return None, found.end()
    start = found.start()
    while text[start].isspace():
        start += 1
    if found["between"] and (low == high or cut is not None):
        start = found.start("sign") if found["sign"] else found.start("number")
    begin = found.start("number")
    amount = Amount(
        span=Span(start, last),
        number=Span(begin, finish),
        low=low,
        high=high,
        approximator=_approximator(found, last == found.end(), words.approximators, language),
        unit=unit,
        fraction=bool(found["ratio"] or found["half"]) or _is_fraction(found, language),
    )
    return amount, last


def _approximator(
    found: re.Match[str], whole: bool, before: dict[str, str], language: str
) -> str | None:
    """What the words around the number make of it; of two the bound, not "about"."""
    words = amount_words(language)
    told = [
        before.get(_plain(found["approximator"])),
        before.get(_plain(found["second_approximator"])),
        words.signs.get((found["mark"] or "").strip()),
        words.after.get(_plain(found["after"])) if whole else None,
        words.after.get((found["joined"] or "").lower()) if whole else None,
    ]
    kept = [one for one in told if one is not None]
    return next((one for one in kept if one != "about"), kept[0] if kept else None)


def _values(found: re.Match[str], language: str) -> tuple[float, float, int | None] | None:
    """Low, high, and where the amount ends if before the match does; None where it is no number."""
    words, numerals = amount_words(language), number_words(language)
    if found["ratio"]:
        part = number_of(found["part_of"], number_words(language))
        whole = number_of(found["whole"], number_words(language))
        if part is None or whole is None or not 0 < part < whole:
            return None
        if "out" not in found["ratio"].lower() and not _is_whole(found, part, whole):
            return None
        return round(part / whole, 6), round(part / whole, 6), None
    if found["open"]:
        low, high = words.open_scales[_plain(found["open"])]
        return float(low), float(high), None
    if found["half"]:
        return 0.5, 0.5, None
    value: float | None
    if found["unit_half"]:
        count = _plain(found["unit_half"]).split()[0]
        value = number_of(count, number_words(language)) or 1.0
        return value + 0.5, value + 0.5, None
    if found["of_scale"]:
        share = 1 / numerals.fraction_parts[_plain(found["scale_part"])]
        times = number_of(found["parts"] or "one", number_words(language)) or 1.0
        value = round(share * times * numerals.scales[_plain(found["scaled"])], 6)
        return value, value, None
    if found["and_half"]:
        value = number_of(found["wholes"], number_words(language))
        if value is None:
            return None
        tail = _plain(found["and_half"])
        value += 0.5 if "half" in tail else 0.75 if "three" in tail else 0.25
        value *= numerals.scales.get(_plain(found["half_scale"]), 1)
        return value, value, None
    return _plain_values(found, language)


def _plain_values(found: re.Match[str], language: str) -> tuple[float, float, int | None] | None:
    """One number or a range of two."""
    written = found["first"].replace("−", "-")
    sign = -1.0 if written.startswith("-") else 1.0
    first = number_of(written.lstrip("-"), number_words(language))
    if first is None:
        return None
    first = round(first * sign, 6)
    if found["second"] is None:
        return first, first, None
    second = number_of(found["second"], number_words(language))
    told_apart = found["first_percent"] and not found["percent"]
    signs_differ = bool(found["second_sign"]) and (found["second_sign"] != found["sign"])
    from_to = (found["between"] or "").lower() == "from" and (
        found["first_percent"] or found["second_sign"]
    )
    end = found.end("first")
    if second is None or told_apart or signs_differ or from_to:
        return first, first, end
    low, high = _range(found, first, second, language)
    if high < low and (found["between"] or "").lower() == "between":
        return None  # opening hours
    if high < low:
        return None if _is_score(found, first) else (first, first, end)
    return low, high, None


def _is_score(found: re.Match[str], first: float) -> bool:
    return found["to"].strip() in "-–—" and first < 100


def _is_whole(found: re.Match[str], part: float, whole: float) -> bool:
    """Whether "in" joins a ratio: "one in five", not "two in 11 minutes" nor "5,000 in 2019"."""
    if "every" in found["ratio"].lower():
        return True
    small = _FEWEST_IN <= whole <= _MOST_IN or whole in {50, 100, 1000, 10_000, 100_000, 1_000_000}
    return part < 10 and small


def _shortened(text: str, found: re.Match[str], language: str) -> tuple[Amount | None, int]:
    """The first number of what looked like a ratio and is none ("four in 2019")."""
    end = found.end("part_of")
    again = _pattern(language).match(text, found.start(), end)
    if again is None or again["ratio"]:
        return None, end
    return _amount(text, again, language)


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
    return re.compile(rf"(?:[a-z]+)[\s-](?:{parts})")


def _is_fraction(found: re.Match[str], language: str) -> bool:
    first = found["first"]
    return (
        bool(first) and not found["second"] and bool(_fraction(language).fullmatch(_plain(first)))
    )


def _sign(found: re.Match[str], language: str) -> str | None:
    return amount_words(language).currencies.get((found["sign"] or "").lower())


def _unit(found: re.Match[str], language: str) -> str | None:
    words = amount_words(language)
    if found["percent"] or found["first_percent"]:
        return "%"
    if found["sign"]:
        return words.currencies[found["sign"].lower()]
    if found["leading"]:
        return words.leading_units[_plain(found["leading"])]
    if found["attached"]:
        return words.attached_units[found["attached"]]
    for name, table in (
        ("currency", words.currencies),
        ("small", words.small_money),
        ("unit", words.units),
        ("halved", words.units),
    ):
        if found[name]:
            return table[_plain(found[name])]
    return None


def _metres(text: str, found: re.Match[str], language: str) -> float | None:
    """The number of metres where "m" behind a figure is no million: "3 m", "a 30m-high mast"."""
    first = found["first"]
    if not first or found["second"] or found["sign"] or not re.fullmatch(rf"{_DIGITS}\s?m", first):
        if first and re.fullmatch(_DIGITS, first) and not found["sign"]:
            spaced = re.match(r"\sm\b(?!\.\w)", text[found.end("first") :][:4])
            return (
                number_of(first, number_words(language))
                if spaced and not _any_unit(found)
                else None
            )
        return None
    behind = re.match(r"[\s-]+([a-z]+)", text[found.end("first") : found.end("first") + 16].lower())
    if behind and behind.group(1) in amount_words(language).extents:
        return number_of(first.rstrip("m").rstrip(), number_words(language))
    return None


def _any_unit(found: re.Match[str]) -> bool:
    return any(
        found[name] for name in ("percent", "currency", "small", "unit", "attached", "leading")
    )


def _plain(written: str | None) -> str:
    return " ".join((written or "").lower().split())
