"""Weigh what is said about the days of publication and update."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone

from firsthand.domain import Fact, Field, Standing
from firsthand.extract.metadata_weighing import Weighed, ranked
from firsthand.text.timestamps import iso_moment, timestamps_in

__all__ = ["dates_of", "day_in_address", "stamp_facts"]

_DAY = 10
_MINUTE = 16
_IN_PATH = re.compile(
    r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\Z)"
    r"|[-_/]((?:19|20)\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=[/_.-]|\Z)"
)
_WIDEST_OFFSET_HOURS = 14
_BROKEN_OFFSETS = frozenset({-210, -150, 210, 270, 330, 345, 390, 570, 630})
"""Offsets in use that are no whole hours, in minutes."""

_BARE_TIMES = frozenset({"00:00", "12:00"})
"""Clock times that systems fill in where only a day is known."""


def day_in_address(address: str | None) -> str | None:
    """The day in the path of an address ("/2026/11/02/"), ISO 8601; None where it has none."""
    match = _IN_PATH.search(address or "")
    if match is None:
        return None
    return iso_moment("-".join(part for part in match.groups() if part))


def stamp_facts(lines: Sequence[str], *, day_first: bool = True) -> tuple[Fact, ...]:
    """The printed days of publication and update, as facts.

    Days labelled as published go before those without label; among these the first counts, or one
    of the same day that also has a clock time. Days of another kind ("Next review") are left out.

    Args:
        lines: Timestamp lines, those nearest to the headline first.
        day_first: How 4/5/2024 is read.
    """
    stamps = [stamp for line in lines for stamp in timestamps_in(line, day_first=day_first)]
    published = _finest([one.value for one in stamps if one.label == "published"])
    plain = _finest([one.value for one in stamps if not one.label])
    changed = _finest([one.value for one in stamps if one.label == "updated"])
    if published and plain and plain[:_DAY] == published[:_DAY]:
        published = max(published, plain, key=len)
    found = []
    if published or plain:
        found.append((Field.PUBLISHED, published or plain))
    if changed:
        found.append((Field.UPDATED, changed))
    return tuple(
        Fact(field=field, value=value, source="visible") for field, value in found if value
    )


def _finest(values: Sequence[str]) -> str | None:
    if not values:
        return None
    return max((value for value in values if value[:_DAY] == values[0][:_DAY]), key=len)


def dates_of(facts: Sequence[Fact]) -> tuple[Weighed, Weighed]:
    """Publication and update, each from the most trusted source that states it.

    A winner without clock time, or with one that only fills the field, takes that of a less trusted
    source that gives the same day; a moment in UTC is set in the offset of the place where another
    source gives the same instant or prints the local clock.
    """
    return _weigh(facts, Field.PUBLISHED), _weigh(facts, Field.UPDATED)


def _weigh(facts: Sequence[Fact], field: Field) -> Weighed:
    found = ranked(facts, field)
    read = {fact: moment for fact in found if (moment := iso_moment(fact.value)) is not None}
    if not read:
        return Weighed(standings=tuple((fact, Standing.PASSED_OVER) for fact in found))
    won = next(fact for fact in found if fact in read)
    if field is Field.PUBLISHED and _restated(won, read[won], facts):
        won = _printed_before(read, read[won]) or won
    finer = next((fact for fact in read if _is_finer(read[fact], read[won])), won)
    value = _in_local_time(read[finer], [read[fact] for fact in read if fact is not finer])
    return Weighed(
        value=value,
        standings=tuple((fact, _standing(fact, finer, read, value)) for fact in found),
    )


def _restated(won: Fact, value: str, facts: Sequence[Fact]) -> bool:
    """Whether a source gives the moment of publication again as that of the last change.

    Systems that date an article anew write both fields; an article that was never changed has them
    equal too, but then prints the same day.
    """
    moment = _moment(value)
    others = [
        _moment(again)
        for fact in facts
        if fact.field is Field.UPDATED
        and fact.source == won.source
        and (again := iso_moment(fact.value)) is not None
    ]
    return moment is not None and any(
        other is not None
        and (other.tzinfo is None) == (moment.tzinfo is None)
        and abs(other - moment) <= _SAME_SAVING
        for other in others
    )


_SAME_SAVING = timedelta(minutes=1)


def _printed_before(read: Mapping[Fact, str], value: str) -> Fact | None:
    """The printed day of publication, where it is earlier than `value`.

    A printed clock is left out: it is another moment's. The day before counts only where `value` is
    in UTC: there the same evening may have the next day's date.
    """
    printed = next((fact for fact in read if fact.source == "visible"), None)
    if printed is None or not _is_bare(read[printed]):
        return None
    gap = date.fromisoformat(value[:_DAY]) - date.fromisoformat(read[printed][:_DAY])
    moment = _moment(value)
    universal = moment is not None and moment.utcoffset() == timedelta(0)
    return printed if gap > timedelta(days=0 if universal else 1) else None


def _standing(fact: Fact, won: Fact, read: Mapping[Fact, str], value: str) -> Standing:
    if fact is won:
        return Standing.WON
    if fact not in read:
        return Standing.PASSED_OVER
    return Standing.AGREES if _agree(read[fact], value) else Standing.DISAGREES


def _agree(one: str, other: str) -> bool:
    """Whether two moments are the same as far as both are stated; offsets are compared."""
    if one[:_DAY] == other[:_DAY]:
        return True
    first, second = _moment(one), _moment(other)
    if first is None or second is None or first.tzinfo is None or second.tzinfo is None:
        return False
    return abs(first - second) <= timedelta(minutes=1)


def _is_finer(one: str, other: str) -> bool:
    """Whether `one` tells the clock time of the day that `other` gives."""
    return _is_bare(other) and not _is_bare(one) and one[:_DAY] == other[:_DAY]


def _is_bare(value: str) -> bool:
    return len(value) <= _DAY or value[_DAY + 1 : _MINUTE] in _BARE_TIMES


def _moment(value: str) -> datetime | None:
    return datetime.fromisoformat(value) if len(value) > _DAY else None


def _in_local_time(value: str, others: Sequence[str]) -> str:
    """`value`, where it is in UTC, in the offset that another source shows it to have there."""
    moment = _moment(value)
    if moment is None:
        return value
    if moment.tzinfo is None:
        return _with_offset(value, moment, others)
    if moment.utcoffset() != timedelta(0):
        return value
    for other in others:
        local = _moment(other)
        if local is None or local.tzinfo is not None:
            if local is not None and local == moment and local.utcoffset() != timedelta(0):
                return other
            continue
        gap = local.replace(second=0) - moment.replace(second=0, tzinfo=None)
        minutes = round(gap.total_seconds() / 60)
        whole = minutes % 60 == 0 and abs(minutes) <= 60 * _WIDEST_OFFSET_HOURS
        if minutes and (whole or minutes in _BROKEN_OFFSETS):
            return moment.astimezone(timezone(timedelta(minutes=minutes))).isoformat()
    return value


def _with_offset(value: str, moment: datetime, others: Sequence[str]) -> str:
    """A moment without offset, with that of another source that gives the same local clock."""
    for other in others:
        same = _moment(other)
        if same is not None and same.tzinfo is not None:
            local = same.replace(tzinfo=None)
            if abs(local - moment) <= timedelta(minutes=1):
                return other
    return value
