"""The grammar of an amount: one regular expression built from a language's number and unit words."""

from __future__ import annotations

import re
from functools import cache

from firsthand.text.amount_words import amount_words
from firsthand.text.number_words import number_words
from firsthand.text.word_trie import any_of

__all__ = ["DIGITS", "amount_core", "amount_pattern"]

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""A number in figures, thousands divided by commas or not."""

_CLEAR = r"(?<![\w.,/:])"
"""Before figures, where no currency sign is written on to them."""

_LONGEST = 6
"""Scale words in one number at most: "nine hundred thousand million"; more are a list, or noise."""

_ENDS_A_RATIO = (
    r"(?=\s*(?:[,.;:)—–]|$)|\s+(?:is|are|was|were|has|have|had|will|would|could|can|may|might|did|"
    r"does|do|said|says|say|who|now|still)\b)"
)
"""What may follow "one woman in three": not a noun ("one goal in three games")."""


@cache
def small_number(language: str) -> str:
    """A regular expression for a number word below a hundred."""
    words = number_words(language)
    return (
        rf"(?:(?:{any_of(words.tens)})[\s-](?:{any_of(words.ones)})|"
        rf"{any_of([*words.tens, *words.ones])})"
    )


@cache
def _number(language: str) -> str:
    """A number in figures or words; "a" only before a scale word."""
    words = number_words(language)
    scale, part = any_of(words.scales), any_of(words.fraction_parts)
    small, short = small_number(language), any_of(words.short_scales)
    figures = (
        rf"(?:{DIGITS})(?:\s\d/\d(?!\d)|\s?[½¼¾⅓⅔⅛])?"
        rf"(?:[\s-](?:{scale})\b(?:\s+(?:{scale})\b)?|\s?(?:{short})\b(?<!\sm)(?<!\sk))?|[½¼¾⅓⅔⅛]"
    )
    on = rf"(?:[\s-](?:{scale})\b(?:(?:[\s-]|,\s|\s+and\s+)(?:{small})\b(?!\s+(?:and|or|in)\s))?)"
    spelled = (
        rf"(?:an?\s+)?half[\s-](?:an?[\s-])?(?:{scale})\b|quarter[\s-](?:{scale})\b|"
        rf"(?:{small}|an?)[\s-](?:{part})\b|"
        rf"(?:{small}|an?){on}{{1,{_LONGEST}}}|(?:{small})\b"
    )
    clear = rf"(?(sign)|(?(letter)|{_CLEAR}))"
    return rf"(?:{clear}(?:{figures})(?!(?:st|nd|rd|th)\b|[\d/]|:\d|,\d{{1,2}}\b)|\b(?:{spelled})(?!\w))"


def _currency_words(language: str) -> tuple[str, str, str]:
    """Expressions for signs ("$"), codes ("KSh", as written) and words ("euros")."""
    words = amount_words(language)
    letters = [sign for sign in words.currencies if sign[-1].isalpha() or sign[-1] == "."]
    spelled = [word for word in letters if word == word.lower() or " " in word]
    codes = [word for word in letters if word not in spelled]
    signs = [sign for sign in words.currencies if sign not in letters]
    return (
        any_of(signs),
        rf"(?-i:{any_of(codes)})",
        any_of(spelled),
    )


def _before(language: str) -> str:
    """What stands before the number and belongs to it."""
    words = amount_words(language)
    signs, codes, _ = _currency_words(language)
    approximator = any_of(words.approximators)
    letter = "".join(words.letter_currencies)
    return (
        rf"(?:\b(?P<approximator>{approximator})\s+"
        rf"(?:(?P<second_approximator>{approximator})\s+)?"
        rf"(?:(?:{any_of(words.fillers)})\s+)?)?"
        rf"(?:\b(?P<between>between|from)\s+)?"
        rf"(?P<mark>[{re.escape(''.join(words.signs))}]\s?)?"
        rf"(?:\b(?P<leading>{any_of(words.leading_units)})[\s-])?"
        rf"(?:(?P<sign>{signs}|(?<!\w)(?:{codes})(?=\s?\d))|"
        rf"(?<![\w.-])(?P<letter>(?-i:[{letter}]))(?=\d))?\s?"
        rf"(?:(?<!or\s)(?<!and\s)\b(?P<minus>minus|negative)\s+)?"
    )


def _value(language: str, unit: str) -> str:
    """The number itself: a ratio, a part, words for a range, or one number or two."""
    words, numerals = amount_words(language), number_words(language)
    number, small = _number(language), small_number(language)
    scale, part = any_of(numerals.scales), any_of(numerals.fraction_parts)
    signs, _, _ = _currency_words(language)
    within = r"(?:in(?:\s+every)?|out\s+of(?:\s+every)?|of\s+every)"
    article = r"(?:an?|every)"
    return (
        rf"(?P<ratio>(?P<part_of>{number})\s+{within}\s+(?P<whole>{number}|\b(?:{scale})\b))|"
        rf"(?P<kind_ratio>\b(?P<kind_part>one)\s+(?P<kind>[a-z]+)\s+(?:in|out\s+of)\s+(?:every\s+)?"
        rf"(?P<kind_whole>{small}|\d+)\b{_ENDS_A_RATIO})|"
        rf"(?P<unit_half>\b(?:an?|one|two|three)\s+(?P<halved>{unit})\s+and\s+a\s+half\b)|"
        rf"(?P<part_unit>\b(?:(?:an?|one|(?P<unit_parts>two|three))[\s-])?(?P<unit_part>half|{part})"
        rf"(?:(?:\s+of)?\s+an?\s+|[\s-])(?P<parted>{unit}|point)(?!\w))|"
        rf"(?P<of_scale>\b(?:{article}\s+|one\s+|(?P<parts>two|three)[\s-])?"
        rf"(?P<scale_part>half|{part})\s+of\s+an?\s+(?P<scaled>{scale})\b)|"
        rf"(?P<and_half>(?P<wholes>{small}|(?<![\w.,/])\d{{1,9}})\s+and\s+(?:an?|three)[\s-]"
        rf"(?:half|quarters?)(?:\s+(?P<half_scale>{scale})\b)?(?!\w))|"
        rf"(?P<score>\b(?P<half_score>half\s+)?a\s+score(?:\s+or\s+more)?(?=\s+of\b))|"
        rf"(?P<couple>\ba\s+couple(?:\s+of)?\s+(?P<couple_scale>{scale})\b)|"
        rf"(?P<open>\b(?:{any_of(words.open_scales)})(?!\w))|"
        rf"(?P<first>(?<![\w.])[-−](?=\d)[\d.,]{{1,12}}(?=\s?(?:°|%|[CF]\b|per\s?cent|degrees))|"
        rf"{number})"
        rf"(?:(?:(?P<first_percent>\s?%)|(?:[\s-]|(?<=\d))(?P<first_unit>{unit})(?!\w))?"
        rf"(?P<to>\s*[-–—]\s*|\s+to\s+|\s+or\s+|\s+and\s+)"
        rf"(?P<second_sign>{signs})?(?P<second>{number}))?|"
        rf"(?P<half>\bhalf\b)"
    )


def _behind(language: str, unit: str) -> str:
    """Unit, currency and approximator behind the number."""
    words = amount_words(language)
    _, codes, spelled = _currency_words(language)
    after = any_of(word for word in words.after if word[0].isalpha())
    joined = "|".join(
        rf"{re.escape(word)}(?!\w)"
        for word in sorted(words.after, key=len, reverse=True)
        if not word[0].isalpha()
    )
    small = any_of(words.attached_money)
    attached = any_of(words.attached_units)
    return (
        rf"(?P<early>(?:{joined}|\s+or\s+(?:so|more))(?=[\s-](?:{unit}|{spelled})(?!\w)))?"
        rf"(?:(?P<percent>\s?%)|"
        rf"(?:\s+of\s+|[\s-]|(?<=\d))(?P<currency>{spelled}|{codes})(?![\w])|"
        rf"(?:[\s-])(?P<small>{any_of(words.small_money)})\b|"
        rf"(?(open)\s+of\s+|(?:[\s-]|(?<=\d)))(?P<unit>{unit})(?![\w])|"
        rf"(?<=\d)(?P<attached_small>(?-i:{small}))(?!\w)|"
        rf"(?<=\d)(?P<attached>(?-i:{attached}))(?!\w)|"
        rf"(?<=\d)\s(?P<metre>(?-i:m))\b(?!\.\w))?"
        rf"(?:\s+(?P<after>{after})(?!\w)|(?P<joined>{joined}))?"
    )


@cache
def amount_core(language: str) -> re.Pattern[str]:
    """A pattern for what every amount holds: a figure or a number word. Quick to look for."""
    words, numerals = amount_words(language), number_words(language)
    told = {phrase.split()[-1] for phrase in words.open_scales}
    told |= {*numerals.ones, *numerals.tens, *numerals.scales, *numerals.halves, "half", "score"}
    units = {unit for unit in words.units if unit != "%" and unit[0].isalpha()}
    parts = any_of(numerals.fraction_parts)
    return re.compile(
        rf"[\d½¼¾⅓⅔⅛]|\b(?:{any_of(told)}|{parts})\b|\ban?\s+(?:{any_of(units)})\s+and\b",
        re.IGNORECASE,
    )


@cache
def amount_pattern(language: str) -> re.Pattern[str]:
    """The pattern of an amount in a language, compiled once per process.

    Its groups are read by `firsthand.text.amounts`. Every repetition in it is bounded or is of
    characters that begin no other match, so that a search is linear in the text.
    """
    unit = any_of(one for one in amount_words(language).units if one != "%")
    return re.compile(
        rf"{_before(language)}(?P<number>{_value(language, unit)}){_behind(language, unit)}",
        re.IGNORECASE,
    )
