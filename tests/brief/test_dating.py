from __future__ import annotations

import pytest

from firsthand.brief.dating import order_of, shown

CASES = [
    (None, "undated"),
    ("2024", "2024"),
    ("2024-10", "Oct 2024"),
    ("2024-10-28", "28 Oct 2024"),
    ("2024-10-28T17:55:00+05:30", "28 Oct 2024 12:25 UTC"),
    ("2024-10-28T17:55", "28 Oct 2024 17:55 (no time zone given)"),
    ("2024-13", "2024-13"),
    ("last week", "last week"),
]


@pytest.mark.parametrize(("date", "printed"), CASES)
def test_a_date_is_printed_no_more_precise_than_it_is(date: str | None, printed: str) -> None:
    assert shown(date) == printed


def test_times_are_ordered_by_the_moment_not_the_characters() -> None:
    dates = ["2024-10-28T01:00:00+05:30", "2024-10-27T23:00:00+00:00", "2024-10", "2024-10-27"]

    assert sorted(dates, key=order_of) == [
        "2024-10",
        "2024-10-27",
        "2024-10-28T01:00:00+05:30",
        "2024-10-27T23:00:00+00:00",
    ]
