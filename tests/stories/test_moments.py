from __future__ import annotations

import pytest

from firsthand.extract.plain import plain_article
from firsthand.stories.moments import day_of_publication, interval, order_of_publication


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2031-10-03T00:30+02:00", "2031-10-02"),
        ("2031-10-03T23:30-05:00", "2031-10-04"),
        ("2031-10-03T23:30", "2031-10-03"),
        ("2031-10-03", "2031-10-03"),
        ("2031-10", None),
        (None, None),
    ],
)
def test_the_day_is_that_of_utc_and_none_where_it_is_not_known(
    stamp: str | None, day: str | None
) -> None:
    assert day_of_publication(plain_article("Words.", item="n", published=stamp)) == day


def test_what_is_no_date_has_no_interval() -> None:
    assert interval("yesterday") is None
    assert interval("9999-12-31") is None


def test_the_undated_come_last() -> None:
    dated = plain_article("One.", item="a", published="2031-10-03")
    undated = plain_article("Two.", item="b")

    assert sorted([undated, dated], key=order_of_publication) == [dated, undated]
