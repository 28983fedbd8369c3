"""Numbers, years and trades that nobody keeps an account of, drawn from a story's number."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

__all__ = ["DATA", "LOOSE", "mixed", "number_word", "spelled"]

DATA = Path(__file__).parent / "data"
_MASK = 0xFFFFFFFFFFFFFFFF
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_TRADES = [
    job.replace("-", " ")
    for job in tomllib.loads((DATA / "phrases.toml").read_text())["people"]["jobs"].split()
]


def mixed(story: int, place: int) -> int:
    """A number that follows from both and looks like chance (Steele's SplitMix64)."""
    number = (story * 0x9E3779B97F4A7C15 + place * 0xD1B54A32D192ED03) & _MASK
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    return (number ^ (number >> 27)) >> 8


@cache
def spelled(number: int) -> str:
    """A number below a thousand in words ("one hundred and four")."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        ten, one = divmod(number, 10)
        return _TENS[ten - 2] + (f"-{_ONES[one]}" if one else "")
    hundred, rest = divmod(number, 100)
    return f"{_ONES[hundred]} hundred" + (f" and {spelled(rest)}" if rest else "")


def number_word(number: int) -> str:
    """As news prints it: words below ten, then figures, thousands divided by a comma."""
    return _ONES[number] if 0 <= number < 10 else f"{number:,}"


_TALK = tomllib.loads((DATA / "talk.toml").read_text())


def _listed(name: str) -> list[str]:
    return [one.replace("\n", "").strip() for one in str(_TALK[name]).split("|")]


def _sum(chance: int) -> str:
    return f"{2 + chance % 97}{('.' + str(chance // 97 % 10)) if chance % 3 == 0 else ''} million"


LOOSE: dict[str, Callable[[int], str]] = {
    "few": lambda chance: number_word(2 + chance % 8),
    "years": lambda chance: number_word(11 + chance % 79),
    "year": lambda chance: str(1951 + chance % 70),
    "recent": lambda chance: str(2014 + chance % 10),
    "job": lambda chance: _TRADES[chance % len(_TRADES)],
    "job2": lambda chance: _TRADES[chance % len(_TRADES)],
    "hour": lambda chance: f"{number_word(1 + chance % 12)} o’clock",
    "calls": lambda chance: number_word(12 + chance % 880),
    "number": lambda chance: str(1 + chance % 240),
    "sum": _sum,
    "metres": lambda chance: f"{1 + chance % 4}.{1 + chance // 4 % 9}",
    "few2": lambda chance: number_word(2 + chance % 8),
    "staff": lambda chance: number_word(14 + chance % 1900),
    "hurt": lambda chance: number_word(2 + chance % 60),
    "age1": lambda chance: str(19 + chance % 63),
    "age2": lambda chance: str(19 + chance % 63),
}
"""Slot → what makes its value."""


def _one_of(options: list[str]) -> Callable[[int], str]:
    return lambda chance: options[chance % len(options)]


def _plural(word: str) -> str:
    """Of a trade or a thing: "boxes", "postmen", "florists"; a compound ends in its last word."""
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith(("s", "x", "ch", "sh")):
        return word if word.endswith(("boxes", "blinds", "shutters", "beehives")) else f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeo" else f"{word}s"


for _name in ("things", "kin", "doing", "felt", "seen", "wish"):
    _made = _one_of(_listed(_name))
    _slot = "thing" if _name == "things" else _name
    LOOSE[_slot] = LOOSE[f"{_slot}2"] = _made

for _slot, _many in (
    ("job", [_plural(one) for one in _TRADES]),
    ("thing", [_plural(one) for one in _listed("things")]),
):
    LOOSE[f"{_slot}s"] = LOOSE[f"{_slot}s2"] = _one_of(_many)
