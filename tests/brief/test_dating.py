from __future__ import annotations

import pytest

from firsthand.brief.dating import order_of, shown

CASES = [
    (None, "undated"),
    ("2022", "2022"),
    ("2022-02", "Feb 2022"),
    ("2022-02-17", "17 Feb 2022"),
    ("2022-02-17T19:45:00+05:30", "17 Feb 2022 14:15 UTC"),
    ("2022-02-17T19:45", "17 Feb 2022 19:45 (no time zone given)"),
    ("2022-13", "2022-13"),
    ("last week", "last week"),
]


@pytest.mark.parametrize(("date", "printed"), CASES)
def test_a_date_is_printed_no_more_precise_than_it_is(date: str | None, printed: str) -> None:
    assert shown(date) == printed


def test_times_are_ordered_by_the_moment_not_the_characters() -> None:
    dates = ["2022-02-17T01:00:00+05:30", "2022-02-16T23:00:00+00:00", "2022-02", "2022-02-16"]

    assert sorted(dates, key=order_of) == [
        "2022-02",
        "2022-02-16",
        "2022-02-17T01:00:00+05:30",
        "2022-02-16T23:00:00+00:00",
    ]
