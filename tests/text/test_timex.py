from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import Precision
from firsthand.text.timex import add_months, day_of, interval, iso_week, nth_weekday, step

CASES = [
    ("2024-10-24", "2024-10-24", "2024-10-24", Precision.DAY),
    ("2024-10", "2024-10-01", "2024-10-31", Precision.MONTH),
    ("2024", "2024-01-01", "2024-12-31", Precision.YEAR),
    ("197", "1970-01-01", "1979-12-31", Precision.DECADE),
    ("2024-W43", "2024-10-21", "2024-10-27", Precision.WEEK),
    ("2024-W43-WE", "2024-10-26", "2024-10-27", Precision.WEEK),
    ("2024-Q3", "2024-07-01", "2024-09-30", Precision.SEASON),
    ("2024-WI", "2024-12-01", "2025-02-28", Precision.SEASON),
    ("2024-10-24T14:30", "2024-10-24T14:30", "2024-10-24T14:30", Precision.MINUTE),
    ("2024-10-24TNI", "2024-10-24T17:00", "2024-10-25T08:59", Precision.PART),
    ("2024-10-27/2024-10-28", "2024-10-27", "2024-10-28", Precision.DAY),
]


@pytest.mark.parametrize(("value", "earliest", "latest", "precision"), CASES)
def test_the_days_a_value_allows(
    value: str, earliest: str, latest: str, precision: Precision
) -> None:
    assert interval(value) == (earliest, latest, precision)


@pytest.mark.parametrize(
    "value",
    ["P2D", "PAST_REF", "XXXX-WXX-2", "2024-13", "2024-02-31", "2024-W60", "2024-10-28/2024-10-27"],
)
def test_values_without_days(value: str) -> None:
    assert interval(value) is None


def test_the_fourth_thursday_of_a_month() -> None:
    assert nth_weekday(2024, 11, 4, 4) == date(2024, 11, 28)


def test_a_shorter_month_ends_on_its_last_day() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-40, 40))
def test_a_step_is_as_precise_as_its_unit_and_holds_the_day_it_reaches(
    day: date, count: int
) -> None:
    assert day_of(step(day, "D", count)) == date.fromordinal(day.toordinal() + count)
    for unit in ("W", "M", "3M", "Y"):
        value = step(day, unit, 0)
        assert value is not None
        bounds = interval(value)
        assert bounds is not None
        assert bounds[0] <= day.isoformat() <= bounds[1]
    assert step(day, "W", 0) == iso_week(day)
