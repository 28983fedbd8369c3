"""Publication timestamps as pages print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.timestamps import iso_moment, timestamps_in, without_stamps

CASES = [
    ("Updated3 Mar 2021, 05:55 PM IST", "2021-03-03T17:55:00+05:30", "updated"),
    ("First Published:3 Mar 2021, 05:55 AM IST", "2021-03-03T05:55:00+05:30", "published"),
    ("3 March 2021, 15.20", "2021-03-03T15:20:00", ""),
    ("Wednesday, March 3, 2021, 5:10 PM CEST", "2021-03-03T17:10:00+02:00", ""),
    ("Wednesday 3 March 2021", "2021-03-03", ""),
    ("Published 3:15 p.m. ET March 3, 2021", "2021-03-03T15:15:00-05:00", "published"),
    ("Last updated on Oct 3, 2020 5 pm GMT+2", "2020-10-03T17:00:00+02:00", "updated"),
    ("Publié le 3 mars 2021 à 10h15", "2021-03-03T10:15:00", "published"),
    ("30. Juni 2021, 15:59 Uhr", "2021-06-30T15:59:00", ""),
    ("Do 25.04.24 | 14:07 Uhr", "2024-04-25T14:07:00", ""),
    ("2021-03-03T17:55:00.123Z", "2021-03-03T17:55:00+00:00", ""),
    ("12:00 am 3 March 2021", "2021-03-03T00:00:00", ""),
]


@pytest.mark.parametrize(("line", "value", "label"), CASES)
def test_a_printed_timestamp_is_read(line: str, value: str, label: str) -> None:
    (stamp,) = timestamps_in(line)

    assert (stamp.value, stamp.label) == (value, label)


@pytest.mark.parametrize(
    "line", ["On Wednesday the ferry sank", "3 March", "31 February 2021", "10.5.3", "at 5:10 PM"]
)
def test_what_is_no_full_date_gives_nothing(line: str) -> None:
    assert list(timestamps_in(line)) == []


def test_two_stamps_of_one_line_keep_their_labels() -> None:
    found = list(timestamps_in("Published: 3 March 2021 | Updated: 4 March 2021 10:00 GMT"))

    assert [(one.value, one.label) for one in found] == [
        ("2021-03-03", "published"),
        ("2021-03-04T10:00:00+00:00", "updated"),
    ]


def test_a_count_behind_a_date_is_no_clock_time() -> None:
    (stamp,) = timestamps_in("On 3 March 2021 10,000 people marched")

    assert stamp.value == "2021-03-03"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021-03-03T17:55:00+0530", "2021-03-03T17:55:00+05:30"),
        ("2021-03-03 17:55", "2021-03-03T17:55:00"),
        ("2021-03-03", "2021-03-03"),
        ("Wed, 03 Mar 2021 17:55:00 GMT", "2021-03-03T17:55:00+00:00"),
        ("2021-13-03", None),
        ("soon", None),
    ],
)
def test_machine_written_dates_are_read(text: str, value: str | None) -> None:
    assert iso_moment(text) == value


def test_what_stands_beside_a_stamp_is_left() -> None:
    assert without_stamps("By Mara Feld | 3 March 2021") == "By Mara Feld"


@given(st.text(max_size=80))
def test_stamps_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for stamp in timestamps_in(text):
        assert end <= stamp.span.start < stamp.span.end <= len(text)
        end = stamp.span.end


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("March 3, 2026 4:05 p.m. ET", "2026-03-03T16:05:00-05:00"),
        ("July 3, 2026 4:05 PM PT", "2026-07-03T16:05:00-07:00"),
        ("April 3, 2005 4:05 PM ET", "2005-04-03T16:05:00-04:00"),
        ("March 8, 2026 1:59 AM ET", "2026-03-08T01:59:00"),
        ("November 1, 2026 12:30 AM CT", "2026-11-01T00:30:00-05:00"),
        ("July 3, 1985 4:05 PM ET", "1985-07-03T16:05:00"),
    ],
)
def test_an_american_zone_follows_the_calendar_of_summer_times(text: str, value: str) -> None:
    (stamp,) = timestamps_in(text)

    assert stamp.value == value


def test_a_zone_may_stand_behind_the_date_in_capitals_only() -> None:
    (stamp,) = timestamps_in("Updated At : 03:10 PM Mar 03, 2026 IST")
    (french,) = timestamps_in("Le 3 mars 2026 est un mardi")

    assert stamp.value == "2026-03-03T15:10:00+05:30"
    assert french.value == "2026-03-03"
