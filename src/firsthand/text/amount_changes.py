"""Tell a change from a range: "from 31 to 38" and "fell $1.20 to $71.15" are two amounts each."""

from __future__ import annotations

import re
from functools import cache

from firsthand.text.amount_words import amount_words
from firsthand.text.number_words import alternatives

__all__ = ["is_move", "is_step_and_level", "tells_change"]

_LOOK_BACK = 60
"""Characters before an amount in which the words that tell may stand."""

_STEEP = 3.0
"""A step this many times smaller than what follows "to" is no range: "rose 3 to 4 percent" is one
and seldom reaches twice its beginning, while a price or a count is many times its own change."""

_STEEP_IN_ONE_UNIT = 10.0
"""The same where one unit stands behind both: "by 2 to 9 degrees" may still be a range."""


@cache
def _ranging(language: str) -> re.Pattern[str]:
    words = alternatives(amount_words(language).ranging)
    return re.compile(rf"(?:^|[.;:,(\n“\"]|\b(?:{words}))\s*$", re.IGNORECASE)


@cache
def _changed(language: str) -> re.Pattern[str]:
    """A word of change straight before a number, "by" or an approximator in between.

    Its group "weak" holds a word that tells a change of money only, or with "by": a team is
    "up 3 to 1" and has "lost 2 to 7".
    """
    words = amount_words(language)
    between = alternatives([*words.approximators, *words.change_fillers])
    weak = alternatives(words.weakly_changed)
    return re.compile(
        rf"\b(?:{alternatives(words.changed)}|(?P<weak>{weak}))"
        rf"(?P<between>(?:\s+(?:{between})){{0,2}})(?:\s+[\d.,]+\s+to)?\s+$",
        re.IGNORECASE,
    )


@cache
def _foreseen(language: str) -> re.Pattern[str]:
    """A word before a verb after which it tells no past: "could have fallen 3 to 12"."""
    words = alternatives(amount_words(language).foreseeing)
    return re.compile(rf"\b(?:{words})\s+(?:\w+\s+)?$")  # "May" is a month


def is_move(found: re.Match[str], language: str) -> bool:
    """Whether "from 12 to 20" tells what was and what is; "ranged from 12 to 20" is one range.

    Args:
        found: A match of `amount_pattern` that begins with "from".
        language: Whose words it was made of.
    """
    start = found.start("between")
    before = found.string[max(0, start - _LOOK_BACK) : start]
    return _ranging(language).search(before) is None


def is_step_and_level(found: re.Match[str], first: float, second: float, language: str) -> bool:
    """Whether "$1.20 to $71.15" is a step and the level it led to.

    It is behind a word of change that tells what happened, unless the second number is near the
    first, as the ends of a range are.

    Args:
        found: A match of `amount_pattern` with two numbers.
        first: The value of the first, above zero to be a step.
        second: The value of the second.
        language: Whose words it was made of.
    """
    if (found["to"] or "").strip().lower() != "to" or not first > 0:
        return False
    start = found.start()
    before = found.string[max(0, start - _LOOK_BACK) : start].rstrip() + " "
    if not tells_change(before, language, money=bool(found["sign"])):
        return False
    shared = not found["sign"] and bool(found["percent"] or found["unit"])
    return second >= (_STEEP_IN_ONE_UNIT if shared else _STEEP) * first


def tells_change(before: str, language: str = "en", *, money: bool = False) -> bool:
    """Whether the words before a number tell that it is a step, or the level behind a step.

    Args:
        before: What stands before it, at least a few words; "fell by " and "fell by 12 to ".
        language: Whose words they are.
        money: Whether a currency's sign is written on to the number.
    """
    told = _changed(language).search(before)
    if told is None or _foreseen(language).search(before[: told.start()]):
        return False
    return told["weak"] is None or money or "by" in told["between"].lower().split()
