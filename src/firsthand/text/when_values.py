"""Say what the words of an atom mean, in codes that are the same for every language.

A pattern finds words; whatever is decided later is decided on codes: a month is ``"10"``, a weekday
``"1"`` to ``"7"`` (Monday first), a unit its TIMEX3 letters, a count ``"2.5"`` or ``"X"`` where the
words leave it open, "last" and "next" their English words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from firsthand.text.numbers import number_of, ordinal_of
from firsthand.text.when_words import WhenWords

__all__ = ["UNKNOWN_COUNT", "values_of"]

UNKNOWN_COUNT = "X"
"""The count of "several weeks", as TIMEX3 writes it."""

_VARIANT = "__"
"""What follows it in a piece's name only keeps apart two places for the same piece."""

_AS_NEAR = {"week": "near", "owner": "near"}
"""Pieces whose words mean what those of ``near`` mean."""


def values_of(found: dict[str, str], words: WhenWords) -> dict[str, str] | None:
    """The meaning of each piece of an atom by piece name.

    Args:
        found: Lower-cased words by the name of the pattern's group.
        words: The language they are in.

    Returns:
        A code a piece, as the module says; None where a piece means nothing ("tenth-tenth"). A unit
        in the plural adds the piece ``plural``.
    """
    values: dict[str, str] = {}
    for group, written in found.items():
        piece = group.partition(_VARIANT)[0]
        read = _READERS.get(piece)
        value = read(written, words) if read else words.coded(_AS_NEAR.get(piece, piece), written)
        if value is None:
            return None
        values[piece] = value
        if piece == "unit" and words.unit_of(written)[1]:
            values["plural"] = "plural"
    return values


def _month(written: str, words: WhenWords) -> str | None:
    number = {**words.short_months, **words.months}.get(written.rstrip("."))
    return str(number) if number else written if written.isdigit() else None


def _weekday(written: str, words: WhenWords) -> str | None:
    number = {**words.short_weekdays, **words.weekdays}.get(written.rstrip("."))
    return str(number) if number else None


def _unit(written: str, words: WhenWords) -> str | None:
    return words.unit_of(written)[0] or written


def _part(written: str, words: WhenWords) -> str | None:
    return words.parts.get(written)


def _season(written: str, words: WhenWords) -> str | None:
    return words.seasons.get(written)


def _point(written: str, words: WhenWords) -> str | None:
    return words.points.get(written)


def _zone(written: str, words: WhenWords) -> str | None:
    return str(words.zones[written.upper()])


def _holiday(written: str, words: WhenWords) -> str | None:
    return words.holidays.get(written.replace("’", "'"))


def _set(written: str, words: WhenWords) -> str | None:
    return words.sets.get(written)


def _reference(written: str, words: WhenWords) -> str | None:
    return words.references.get(written)


def _count(written: str, words: WhenWords) -> str | None:
    written = written.replace("-", " ")
    word = words.counts.get(written) or words.codes.get("count", {}).get(written)
    if word:
        return word
    whole = next((w for w in words.and_half if written.endswith(w)), "")
    value = number_of(written.removesuffix(whole), words.numbers)
    if value is None:
        return UNKNOWN_COUNT
    return f"{value + (0.5 if whole else 0.0)!r}".removesuffix(".0")


def _number(written: str, words: WhenWords) -> str | None:
    digits = re.match(r"\d+", written)
    if digits:
        return str(int(digits.group()))
    if written in words.codes.get("ordinal", {}):
        return words.codes["ordinal"][written]
    number = ordinal_of(written, words.numbers)
    if number is None:
        value = number_of(written, words.numbers)
        number = None if value is None else int(value)
    return None if number is None else str(number)


def _year(written: str, words: WhenWords) -> str | None:
    hundreds, oh, ones = written.replace("-", " ").partition(" oh ")
    if oh:
        high = number_of(hundreds, words.numbers) or 0
        return f"{int(high) * 100 + int(number_of(ones, words.numbers) or 0):04d}"
    value = number_of(written, words.numbers)
    if value is None:
        return None
    year = int(value)
    if len(written) == 2 and written.isdigit():
        year += 2000 if year < 50 else 1900
    return f"{year:04d}"


def _decade(written: str, words: WhenWords) -> str | None:
    """Three figures of a decade whose century is named ("198"), one of another ("8")."""
    digits = re.sub(r"\D", "", written)
    if len(digits) == 4:
        return digits[:3]
    return digits[0] if digits else words.decades.get(written)


def _about(written: str, words: WhenWords) -> str | None:
    return words.abouts.get(written)


_READERS: dict[str, Callable[[str, WhenWords], str | None]] = {
    "month": _month,
    "weekday": _weekday,
    "unit": _unit,
    "part": _part,
    "season": _season,
    "point": _point,
    "zone": _zone,
    "holiday": _holiday,
    "set": _set,
    "reference": _reference,
    "about": _about,
    "count": _count,
    "day": _number,
    "last": _number,
    "ordinal": _number,
    "hour": _number,
    "year": _year,
    "decade": _decade,
}
