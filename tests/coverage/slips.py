"""What goes wrong on the way: numbers, names and days that change, letters that are misread."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.coverage.drafts import Change, Line
from tests.coverage.grammar import Draw
from tests.coverage.loose import number_word
from tests.coverage.slots import WEEKDAYS

__all__ = ["changed", "slipped"]

_NUMBER = re.compile(r"(?<![\w.,:-])(?!(?:19|20)\d\d\b)\d{1,3}(?:,\d{3})*(?![\w%:-]|[.,]\d)")
_NAME = re.compile(
    r"(?<=[a-z,] )[A-Z][a-zà-öø-ÿ]{4,}(?= (?:said|told|denied|confirmed|declined)|,|’s)"
)
_DAY = re.compile("|".join(f"{day}" for day in WEEKDAYS))
_MISREAD = (
    ("rn", "m"),
    ("m", "rn"),
    ("l", "1"),
    ("o", "0"),
    ("e", "c"),
    ("h", "li"),
    ("i", "l"),
    ("t", "f"),
)


def slipped(line: Line, kind: str, draw: Draw) -> Line | None:
    """The line with one mistake of a kind in it; None where there is nothing to mistake.

    Args:
        line: As it should be.
        kind: number, name, date or letters.
        draw: Chance.
    """
    pattern = {"number": _NUMBER, "name": _NAME, "date": _DAY}.get(kind)
    if pattern is None:
        return _noisy(line, draw)
    spots = list(pattern.finditer(line.text))
    if not spots:
        return None
    spot = spots[int(draw() * len(spots))]
    before = spot.group()
    if kind == "number":
        after = _other_number(before, draw)
    elif kind == "name":
        after = _other_name(before, draw)
    else:
        after = WEEKDAYS[(WEEKDAYS.index(before) + (1 if draw() < 0.5 else 6)) % 7]
    return changed(line, spot.start(), spot.end(), after, kind)


def changed(line: Line, start: int, end: int, after: str, kind: str) -> Line:
    """The line with a stretch replaced, and a note of it; values of claims follow."""
    before = line.text[start:end]
    text = line.text[:start] + after + line.text[end:]
    told = line.told
    if kind == "number":
        value = int(after.replace(",", ""))
        told = tuple(
            replace(one, value=value)
            if one.value is not None and number_word(one.value) == before
            else one
            for one in told
        )
    shift = len(after) - (end - start)
    kept = [
        Change(one.start + shift, one.end + shift, one.before, one.after, one.kind)
        if one.start >= end
        else one
        for one in line.changes
        if one.end <= start or one.start >= end
    ]
    kept.append(Change(start, start + len(after), before, after, kind))
    quoted = line.quoted
    if quoted and (at := line.text.find(quoted)) >= 0 and at <= start and end <= at + len(quoted):
        quoted = text[at : at + len(quoted) + shift]
    return Line(
        text, told, line.quote, quoted, line.again, tuple(sorted(kept, key=lambda one: one.start))
    )


def _other_number(before: str, draw: Draw) -> str:
    number = int(before.replace(",", ""))
    if number >= 20 and draw() < 0.4:
        digits = str(number)
        turned = int(digits[1] + digits[0] + digits[2:])
        if turned >= 10 and turned != number:
            return f"{turned:,}"
    step = max(1, round(number * (0.1 + 0.4 * draw())))
    other = number + step if number < 14 or draw() < 0.6 else number - step
    return (
        f"{max(10, other + (other == number)):,}" if max(10, other) != number else f"{number + 3:,}"
    )


def _other_name(before: str, draw: Draw) -> str:
    at = 1 + int(draw() * (len(before) - 3))
    if before[at] != before[at + 1]:
        return before[:at] + before[at + 1] + before[at] + before[at + 2 :]
    return before[:at] + before[at + 1 :]


def _noisy(line: Line, draw: Draw) -> Line | None:
    """Letters as a scanner misreads them, up to three."""
    found = line
    for _ in range(1 + int(draw() * 3)):
        wrong, right = _MISREAD[int(draw() * len(_MISREAD))]
        spots = [spot.start() for spot in re.finditer(wrong, found.text)]
        if spots:
            at = spots[int(draw() * len(spots))]
            found = changed(found, at, at + len(wrong), right, "letters")
    return found if found is not line else None
