from __future__ import annotations

import pytest

from firsthand.copies.times import earlier, granularity, interval
from firsthand.extract.plain import plain_article


@pytest.mark.parametrize(
    ("a", "b", "first"),
    [
        ("2031-10-03T08:00", "2031-10-03T08:01", True),
        ("2031-10-03", "2031-10-03T23:00", False),  # the day may end after the minute
        ("2031-10-03", "2031-10-04", True),
        ("2031-10", "2031-10-31", False),
        ("2031-10-03T09:00+02:00", "2031-10-03T08:30+01:00", True),
        ("2031-10-03T08:30+01:00", "2031-10-03T09:00+02:00", False),
        ("2031-10-03T08:00", "2031-10-03T18:00+02:00", False),  # the first one's zone is not known
        ("2031-10-03T08:00", "2031-10-04T18:00+02:00", True),
        (None, "2031-10-04", False),
        ("some day", "2031-10-04", False),
    ],
)
def test_one_stamp_is_before_another_only_beyond_doubt(
    a: str | None, b: str | None, first: bool
) -> None:
    one = plain_article("One.", item="a", published=a)
    other = plain_article("Other.", item="b", published=b)
    assert earlier(one, other) is first
    if first:
        assert not earlier(other, one)


def test_what_is_not_iso_has_no_interval() -> None:
    assert interval("Friday") is None


@pytest.mark.parametrize(
    ("stamp", "name"),
    [
        ("2031", "year"),
        ("2031-10", "month"),
        ("2031-10-03", "day"),
        ("2031-10-03T08:00", "minute"),
        ("Friday", "unknown"),
        (None, "unknown"),
    ],
)
def test_a_stamp_is_as_precise_as_it_is_long(stamp: str | None, name: str) -> None:
    assert granularity(stamp) == name
