"""Moments as machines write them: ISO 8601 long and basic, mail dates, counted seconds."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from firsthand.text.timestamps import iso_moment, offset_text

__all__ = ["moment_of"]

_BASIC = re.compile(
    r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?",
    re.IGNORECASE,
)
_POST = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) (?:([+-]\d{4}|UTC|GMT) )?(\d{4})"
)
"""How posts of X were dated: ``Wed Oct 10 20:20:20 +0000 2018``."""

_COUNTED = re.compile(r"\d{9,16}(?:\.\d+)?")
_FIRST_SECOND, _LAST_SECOND = 315_532_800, 4_102_444_800
"""1980 to 2100 in seconds since 1970: a count outside is some other number."""

_LONGEST = 64
_FIRST_YEAR, _LAST_YEAR = 1800, 2100


def moment_of(value: object) -> str | None:
    """Read a date or a moment in any of the forms in which exports and feeds write it.

    Understood: ISO 8601 in the long and the basic form (``20260314T182000Z``), the same without
    marks (``20260314182000``), the date of a mail or a feed (RFC 2822), of a post, counted seconds,
    milli- or microseconds since 1970 (a number or digits; given in UTC), and what a page might
    print with day, month and year. Midnight without a zone is how programs fill in a clock time
    that they do not know: it counts as a date.

    Args:
        value: A string or a number; anything else is no moment.

    Returns:
        ISO 8601, a date or a moment to the second, with an offset only where one is given; None
        when it is nothing of the kind.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _counted(value)
    if not isinstance(value, str):
        return None
    bare = " ".join(value[: 4 * _LONGEST].split())
    if not bare or len(bare) > _LONGEST:
        return None
    for pattern in (_LONG, _BASIC):
        match = pattern.fullmatch(bare)
        if match is not None:
            return _built(match)
    if _COUNTED.fullmatch(bare):
        return _counted(float(bare))
    return _post(bare) or _mail(bare) or iso_moment(bare)


def _counted(number: float) -> str | None:
    """A count of seconds since 1970, or of thousandths or millionths of them."""
    for unit in (1, 1_000, 1_000_000):
        if _FIRST_SECOND <= number / unit < _LAST_SECOND:
            return datetime.fromtimestamp(number // unit, tz=UTC).isoformat()
    return None


def _built(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
            return None
        on = date(int(year), int(month), int(day))
        if hour is None:
            return on.isoformat()
        moment = datetime.fromisoformat(
            f"{on.isoformat()}T{int(hour):02d}:{minute}:{second or '00'}{offset_text(zone)}"
        )
    except ValueError:
        return None
    return _shown(moment)


def _shown(moment: datetime) -> str:
    if moment.tzinfo is None and (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds")


def _post(text: str) -> str | None:
    match = _POST.fullmatch(text)
    if match is None:
        return None
    month, day, clock, zone, year = match.groups()
    return _mail(f"{day} {month} {year} {clock} {zone or '+0000'}")


def _mail(text: str) -> str | None:
    if ":" not in text:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None and text[-1].isalpha():
        return iso_moment(text) or _shown(moment)
    return _shown(moment) if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None
