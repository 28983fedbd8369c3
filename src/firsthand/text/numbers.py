"""Read numbers as a language writes them: digits, words, both, fractions, ranges."""

from __future__ import annotations

import re
from functools import cache
from math import isfinite

from firsthand.text.number_words import alternatives, number_words

__all__ = ["DIGITS", "number_of", "ordinal_of", "words_pattern"]

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""A number in figures, thousands divided by commas or not."""

_FRACTION_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


@cache
def words_pattern(language: str = "en") -> str:
    """A regular expression, without groups, for a number in words or figures with a scale word.

    Matches "3,000", "2 1/2", "3.5 million", "twenty-four", "a hundred and five", "half a million",
    "two-thirds", "two dozen"; not "a" alone and not the open scales ("dozens").
    """
    words = number_words(language)
    one = alternatives([*words.ones, *words.tens])
    scale = alternatives(words.scales)
    short = alternatives(words.short_scales)
    part = alternatives(words.fraction_parts)
    figures = rf"{DIGITS}(?:\s\d/\d|\s?[½¼¾⅓⅔⅛])?(?:[\s-](?:{scale})\b|(?:{short})\b)?|[½¼¾⅓⅔⅛]"
    spelled = (
        rf"(?:{one}|a)[\s-](?:{part})\b|"
        rf"(?:{one})(?:(?:[\s-]|\s+and\s+)(?:{one}|{scale})\b)*|"
        rf"an?\s+(?:{scale})\b(?:(?:[\s-]|\s+and\s+)(?:{one}|{scale})\b)*|"
        rf"half\s+an?\s+(?:{scale})\b"
    )
    return rf"(?:(?<![\w.,/])(?:{figures})(?!(?:st|nd|rd|th)\b|[\d/])|\b(?:{spelled})\b)"


@cache
def _short_scale(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\d)\s?({alternatives(number_words(language).short_scales)})$")


@cache
def _fraction(language: str) -> re.Pattern[str]:
    words = number_words(language)
    return re.compile(
        rf"({alternatives([*words.ones, 'a'])}) ({alternatives(words.fraction_parts)})"
    )


def number_of(written: str, *, language: str = "en") -> float | None:
    """The value of a number as written ("3.5 million", "twenty-four"); None when it is none.

    Figures by the hundred are none: their value is beyond what a float holds.
    """
    words = number_words(language)
    text = " ".join(written.lower().replace("-", " ").split())
    text = _short_scale(language).sub(r" \1", text)
    text = text.removesuffix(" a") if text.endswith(" a") else text
    found = _fraction(language).fullmatch(text)
    if found and found.group(2) != "second":
        return words.ones.get(found.group(1), 1) / words.fraction_parts[found.group(2)]
    total = group = 0.0
    seen = False
    for word in text.split():
        if word == "and" and seen:
            continue
        if word in {"a", "an"} and (not seen or group == 0.5):
            group = group or 1.0
        elif word == "half":
            group += 0.5
        elif word in words.ones or word in words.tens:
            group = _spoken(group, words.ones.get(word, words.tens.get(word, 0)))
        elif word in words.scales or word in words.short_scales:
            scale = words.scales.get(word) or words.short_scales[word]
            group = (group or 1.0) * scale
            if scale >= 1000:
                total, group = total + group, 0.0
        else:
            figure = _figure(word)
            if figure is None:
                return None
            group += figure
        seen = True
    return total + group if seen and isfinite(total + group) else None


def ordinal_of(written: str, *, language: str = "en") -> int | None:
    """The value of an ordinal ("third", "21st", "twenty-first"); None when it is none."""
    words = number_words(language)
    text = written.lower().strip()
    if found := re.fullmatch(r"(\d{1,9})(?:st|nd|rd|th)", text):
        return int(found.group(1))
    if text in words.ordinals:
        return words.ordinals[text]
    tens, _, ones = text.replace("-", " ").partition(" ")
    if tens in words.tens and words.ordinals.get(ones, 10) < 10:
        return words.tens[tens] + words.ordinals[ones]
    return None


def _spoken(before: float, value: int) -> float:
    """Add a word to those before it; "nineteen ninety-four" is a year said in two halves."""
    if 13 <= before <= 20 and value >= 10:
        return before * 100 + value
    return before + value


def _figure(word: str) -> float | None:
    if word in _FRACTION_SIGNS:
        return _FRACTION_SIGNS[word]
    extra = _FRACTION_SIGNS.get(word[-1], 0.0)
    digits = word[:-1] if extra else word
    if found := re.fullmatch(r"(\d)/([1-9])", digits):
        return int(found.group(1)) / int(found.group(2))
    if re.fullmatch(DIGITS, digits):
        return float(digits.replace(",", "")) + extra
    return None
