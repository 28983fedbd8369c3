"""Compile a language's patterns for the smallest time expressions, a clock time, a weekday, a year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from firsthand.text.number_words import alternatives
from firsthand.text.numbers import words_pattern
from firsthand.text.when_words import WhenWords

__all__ = ["KINDS", "LETTERS", "PIECES", "Pattern", "beginnings", "compiled", "patterns_of"]

KINDS = frozenset(
    {
        "ago", "century", "clock", "day-month", "day-word", "decade", "duration", "edge",
        "every-unit", "fiscal", "half", "holiday", "iso", "later-in", "military", "month",
        "month-day", "near-unit", "open-span", "part", "point", "quarter", "reference", "season",
        "set", "slash", "span-of", "this-quarter", "units", "event-unit", "weekday", "weekdays", "weekend",
        "year", "year-span",
    }
)  # fmt: skip
"""What a pattern can find; each is resolved in its own way, the same for every language."""

PIECES = frozenset(
    {
        "about", "count", "day", "decade", "every", "first", "fiscal", "half", "half_day", "holiday",
        "hour", "hour24", "last", "lead", "local", "low", "mark", "minute", "minute24", "mod",
        "month", "near", "or", "ordinal", "owner", "part", "plural", "point", "reference", "season",
        "second", "set", "that", "the", "time", "told", "unit", "week", "weekday", "weekend", "word",
        "year", "zone",
    }
)  # fmt: skip
"""The groups a pattern may name; ``__`` and anything may follow ("hour__clock")."""

_PLACE = re.compile(r"\{([a-z][a-z_.]*)\}")
_DEEPEST = 12
"""Fragments within fragments at most; a fragment that holds itself cannot hang us."""

LETTERS = 3
"""Words are told apart by so many letters before a pattern is tried: compounds ("Montagabend") and
inflected forms begin as their first word does."""

_WORD = re.compile(r"[^\W\d_]+")

_CAPITAL = re.compile(r"\\.|\(\?P[<=]|[^\W\d_]", re.DOTALL)
"""A letter, escapes and the marks of groups apart."""

_DIGITS = "{digits}"
_TABLES = (
    "months", "short_months", "weekdays", "short_weekdays", "seasons", "parts", "points", "units",
    "unit_plurals", "abouts", "counts", "decades", "holidays", "references", "sets", "zones",
)  # fmt: skip
_NUMBER_TABLES = ("ones", "tens", "scales", "ordinals")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One pattern of a language."""

    kind: str
    find: re.Pattern[str]
    """For a text in lower case, where `case` does not hold."""

    case: bool
    """Whether capitals matter to it."""

    give: dict[str, str]
    """Pieces that the words mean without saying them."""

    needs: frozenset[str]
    """Beginnings of words, and "0" for a figure, one of which any match's sentence has; empty where
    the pattern is always to be tried."""


@cache
def patterns_of(words: WhenWords) -> tuple[Pattern, ...]:
    """The patterns in order of trust; where two fit equally long stretches, the earlier wins.

    Raises:
        ValueError: A pattern's kind, piece or placeholder is not known, or it does not compile.
    """
    return tuple(_pattern(number, entry, words) for number, entry in enumerate(words.patterns, 1))


def _pattern(number: int, entry: dict[str, Any], words: WhenWords) -> Pattern:
    where = f"when_{words.language}.toml, pattern {number}"
    kind, needs = str(entry.get("kind")), entry.get("needs", ())
    if kind not in KINDS:
        message = f"{where}: unknown kind “{kind}”; known are {sorted(KINDS)}"
        raise ValueError(message)
    case = entry.get("case") is True
    find = compiled(str(entry.get("find")), words, where=where, case=case, lower=not case)
    pieces = {group.partition("__")[0] for group in (*find.groupindex, *entry.get("give", {}))}
    if unknown := sorted(pieces - PIECES):
        message = f"{where}: unknown piece {unknown}; known are {sorted(PIECES)}"
        raise ValueError(message)
    starts: set[str] = set()
    for need in needs:
        if need == _DIGITS:
            starts.add("0")
        else:
            starts |= beginnings(_table(need[1:-1], words) if need[0] == "{" else [need])
    return Pattern(
        kind=kind, find=find, case=case, give=entry.get("give", {}), needs=frozenset(starts)
    )


def beginnings(names: Iterable[str]) -> set[str]:
    """The first letters of the last word of each name."""
    return {_WORD.findall(name.lower())[-1][:LETTERS] for name in names}


def compiled(
    template: str, words: WhenWords, *, where: str, case: bool = False, lower: bool = False
) -> re.Pattern[str]:
    """A regular expression of a language's file, its placeholders filled; blanks mean nothing.

    Args:
        template: The expression as written, with ``{months}`` and ``{fragment}``.
        words: The language.
        where: What to call the expression in an error.
        case: Whether capitals matter.
        lower: Whether it will be tried on text in lower case only, which is three times as fast.

    Raises:
        ValueError: A placeholder is not known, or the expression does not compile.
    """
    flags = re.VERBOSE | (re.NOFLAG if case or lower else re.IGNORECASE)
    try:
        filled = _filled(template, words)
        return re.compile(_CAPITAL.sub(_lowered, filled) if lower else filled, flags)
    except (re.error, KeyError, RecursionError) as error:
        message = f"{where}: {error}"
        raise ValueError(message) from error


def _lowered(found: re.Match[str]) -> str:
    return found.group() if found.group()[0] in "\\(" else found.group().lower()


def _filled(template: str, words: WhenWords, depth: int = 0) -> str:
    if depth > _DEEPEST:
        message = f"fragments within fragments: {template}"
        raise RecursionError(message)

    def put(found: re.Match[str]) -> str:
        name = found.group(1)
        if name in words.fragments:
            return f"(?:{_filled(words.fragments[name], words, depth + 1)})"
        if name == "numbers":
            return words_pattern(words.numbers)
        return f"(?:{alternatives(_table(name, words))})"

    return _PLACE.sub(put, template)


def _table(name: str, words: WhenWords) -> Iterable[str]:
    """The words of a table, by its name in a placeholder ("months", "codes.near").

    Raises:
        KeyError: There is no such table.
    """
    table, _, piece = name.partition(".")
    if table == "codes" and piece in words.codes:
        return words.codes[piece]
    if name in _TABLES:
        return [one.replace("'", "’") for one in getattr(words, name)] + list(getattr(words, name))
    if name in _NUMBER_TABLES:
        return dict.fromkeys(getattr(words.numbers, name))
    message = f"no table or fragment is called {name}"
    raise KeyError(message)
