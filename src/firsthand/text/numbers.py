"""Read numbers as a language writes them: digits, words, both, fractions, ranges."""

from __future__ import annotations

import re
from functools import cache
from math import isfinite

from firsthand.text.number_words import NumberWords, alternatives, number_words

__all__ = ["number_of", "ordinal_of", "words_pattern"]

_FRACTION_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


_LONGEST = 12
"""Words of a number at most ("nine hundred and ninety-nine million …"): what is longer is a list,
and to try every start of a list of a thousand words would take for ever."""


@cache
def words_pattern(words: NumberWords | None = None) -> str:
    """A regular expression, without groups, for a number in words or figures with a scale word.

    Matches "3,000", "2 1/2", "3.5 million", "twenty-four", "a hundred and five", "half a million",
    "two-thirds", "two dozen"; not "a" alone and not the open scales ("dozens").

    Args:
        words: The language's number words; English where None.
    """
    words = words or number_words()
    one = alternatives([*words.ones, *words.tens])
    scale = alternatives(words.scales)
    short = alternatives(words.short_scales)
    part = alternatives(words.fraction_parts)
    article = alternatives(words.articles)
    half = alternatives(words.halves)
    joiner = re.escape(words.joiner)
    figures = (
        rf"{_digits(words)}(?:\s\d/\d|\s?[½¼¾⅓⅔⅛])?(?:[\s-](?:{scale})\b|(?:{short})\b)?|"
        "[½¼¾⅓⅔⅛]"
    )
    word = (
        rf"(?!{joiner}\b)(?:{one}|{scale}|{joiner}){{1,{_LONGEST}}}"
        if words.compound
        else rf"(?:{one})"
    )
    spelled = (
        rf"(?:{one}|{article})[\s-](?:{part})\b|"
        rf"{word}(?:(?:[\s-]|\s+{joiner}\s+)(?:{one}|{scale})\b){{0,{_LONGEST}}}|"
        rf"(?:{article})\s+(?:{scale})\b(?:(?:[\s-]|\s+{joiner}\s+)(?:{one}|{scale})\b){{0,{_LONGEST}}}|"
        rf"(?:{half})\s+(?:{article})\s+(?:{scale})\b"
    )
    return rf"(?:(?<![\w.,/])(?:{figures})(?!{words.ordinal_mark}\b|[\d/])|\b(?:{spelled})\b)"


@cache
def _digits(words: NumberWords) -> str:
    group, decimal = re.escape(words.group_mark), re.escape(words.decimal_mark)
    return rf"(?:\d{{1,3}}(?:{group}\d{{3}}){{1,{_LONGEST}}}|\d+)(?:{decimal}\d+)?"


@cache
def _short_scale(words: NumberWords) -> re.Pattern[str]:
    return re.compile(rf"(?<=\d)\s?({alternatives(words.short_scales)})$")


@cache
def _fraction(words: NumberWords) -> re.Pattern[str]:
    return re.compile(
        rf"({alternatives([*words.ones, *words.articles])}) ({alternatives(words.fraction_parts)})"
    )


@cache
def _piece(words: NumberWords) -> re.Pattern[str]:
    return re.compile(alternatives([*words.ones, *words.tens, *words.scales, words.joiner]))


def number_of(written: str, words: NumberWords | None = None) -> float | None:
    """The value of a number as written ("3.5 million", "twenty-four"); None when it is none.

    Figures by the hundred are none: their value is beyond what a float holds.

    Args:
        written: The number, in figures or words.
        words: The language's number words; English where None.
    """
    words = words or number_words()
    text = " ".join(written.lower().replace("-", " ").split())
    text = _short_scale(words).sub(r" \1", text)
    for article in words.articles:
        text = text.removesuffix(f" {article}")
    found = _fraction(words).fullmatch(text)
    if found:
        return words.ones.get(found.group(1), 1) / words.fraction_parts[found.group(2)]
    total = group = 0.0
    seen = False
    for word in _parts(text, words):
        if word == words.joiner and seen:
            continue
        if word in words.articles and (not seen or group == 0.5):
            group = group or 1.0
        elif word in words.halves:
            group += 0.5
        elif word in words.ones or word in words.tens:
            group = _spoken(group, words.ones.get(word, words.tens.get(word, 0)))
        elif word in words.scales or word in words.short_scales:
            scale = words.scales.get(word) or words.short_scales[word]
            group = (group or 1.0) * scale
            if scale >= 1000:
                total, group = total + group, 0.0
        else:
            figure = _figure(word, words)
            if figure is None:
                return None
            group += figure
        seen = True
    return total + group if seen and isfinite(total + group) else None


def _parts(text: str, words: NumberWords) -> list[str]:
    """The words of a number; a compound is taken apart where its parts are all known."""
    if not words.compound:
        return text.split()
    parts: list[str] = []
    for word in text.split():
        within = _piece(words).findall(word)
        parts += within if "".join(within) == word else [word]
    return parts


def ordinal_of(written: str, words: NumberWords | None = None) -> int | None:
    """The value of an ordinal ("third", "21st", "twenty-first"); None when it is none.

    Args:
        written: The ordinal, in figures or words.
        words: The language's number words; English where None.
    """
    words = words or number_words()
    text = written.lower().strip()
    if found := re.fullmatch(rf"(\d{{1,9}}){words.ordinal_mark}", text):
        return int(found.group(1))
    if text in words.ordinals:
        return words.ordinals[text]
    tens, _, ones = text.replace("-", " ").partition(" ")
    if tens in words.tens and words.ordinals.get(ones, 10) < 10:
        return words.tens[tens] + words.ordinals[ones]
    return None


def _spoken(before: float, value: float) -> float:
    """Add a word to those before it; "nineteen ninety-four" is a year said in two halves."""
    if 13 <= before <= 20 and value >= 10:
        return before * 100 + value
    return before + value


def _figure(word: str, words: NumberWords) -> float | None:
    if word in _FRACTION_SIGNS:
        return _FRACTION_SIGNS[word]
    extra = _FRACTION_SIGNS.get(word[-1], 0.0)
    digits = word[:-1] if extra else word
    if found := re.fullmatch(r"(\d)/([1-9])", digits):
        return int(found.group(1)) / int(found.group(2))
    if re.fullmatch(_digits(words), digits):
        return float(digits.replace(words.group_mark, "").replace(words.decimal_mark, ".")) + extra
    return None
