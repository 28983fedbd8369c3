"""Publication timestamps as pages print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.timestamps import (
    iso_moment,
    label_of,
    offset_text,
    timestamps_in,
    without_stamps,
)

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
    ("Veröffentlicht am: 5. Juni 2023, 14:05 Uhr", "2023-06-05T14:05:00", "published"),
    ("17 de noviembre de 2026", "2026-11-17", ""),
    ("Opublikowano: 3 października 2024, 12:10", "2024-10-03T12:10:00", "published"),
    ("Publikováno 4. září 2024 v 10:12", "2024-09-04T10:12:00", "published"),
    ("2020. 06. 04. 11:27", "2020-06-04T11:27:00", ""),
    ("2024. június 4. 11:27", "2024-06-04T11:27:00", ""),
    ("2024 m. kovo 31 d. 12:30", "2024-03-31T12:30:00", ""),
    ("4 июля 2024, 12:00", "2024-07-04T12:00:00", ""),
    ("5 липня 2024, 12:00", "2024-07-05T12:00:00", ""),
    ("5 Ιανουαρίου 2026, 10:22", "2026-01-05T10:22:00", ""),
    ("Güncelleme Tarihi: 4 Temmuz 2024 12:00", "2024-07-04T12:00:00", "updated"),
    ("13 जनवरी 2025, 10:45", "2025-01-13T10:45:00", ""),
    ("१३ जनवरी २०२५", "2025-01-13", ""),
    ("๑๓ มกราคม ๒๕๖๘", "2025-01-13", ""),
    ("13 ม.ค. 2568 10:30 น.", "2025-01-13T10:30:00", ""),
    ("٢٠ يناير/كانون الثاني 2026", "2026-01-20", ""),
    ("24 نيسان / أبريل 2020 09:22 مساءً", "2020-04-24T21:22:00", ""),
    ("۲۰ ژانویه ۲۰۲۶", "2026-01-20", ""),
    ("12 בינואר 2026", "2026-01-12", ""),
    ("2025年1月13日 10時05分", "2025-01-13T10:05:00", ""),
    ("2026년 1월 5일 오후 10:12", "2026-01-05T22:12:00", ""),
    ("13 tháng 1, 2025", "2025-01-13", ""),
    ("3 de mayo de 202621:25", "2026-05-03T21:25:00", ""),
    ("Next review due: 11 Jan 2029", "2029-01-11", "other"),
    (
        "originally published on 14 Nov 2021 at 6:40pm and put right since",
        "2021-11-14T18:40:00",
        "published",
    ),
]


@pytest.mark.parametrize(("line", "value", "label"), CASES)
def test_a_printed_timestamp_is_read(line: str, value: str, label: str) -> None:
    (stamp,) = timestamps_in(line)

    assert (stamp.value, stamp.label) == (value, label)


@pytest.mark.parametrize(
    "line",
    [
        "On Wednesday the ferry sank",
        "3 March",
        "31 February 2021",
        "10.5.3",
        "at 5:10 PM",
        "vor 3 Stunden",
        "il y a 2 heures",
        "2568",
    ],
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


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("20261102T110235Z", "2026-11-02T11:02:35+00:00"),
        ("20261102", "2026-11-02"),
        ("20261301", None),
        ("2026-11-02T10:00:5Z", "2026-11-02T10:00:05+00:00"),
        ("1604311355", None),
    ],
)
def test_compact_and_careless_machine_forms_are_read(text: str, moment: str | None) -> None:
    assert iso_moment(text) == moment


@pytest.mark.parametrize(
    ("text", "label"),
    [("Aktualisiert vor 3 Stunden", "updated"), ("Publié le", "published"), ("Ferry news", "")],
)
def test_a_label_is_told_without_a_date(text: str, label: str) -> None:
    assert label_of(text) == label


def test_thai_years_are_read_so_only_beside_thai_script() -> None:
    assert not list(timestamps_in("13 January 2568"))


@pytest.mark.parametrize(
    ("zone", "shown"),
    [(None, ""), ("Z", "+00:00"), ("gmt", "+00:00"), ("+01", "+01:00"), ("-0530", "-05:30")],
)
def test_zones_are_written_as_iso_8601_does(zone: str | None, shown: str) -> None:
    assert offset_text(zone) == shown


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Muskingum Sun, October 5, 2026", "Muskingum Sun"),
        ("Muskingum Sun, October 4, 2026", "Muskingum"),
        ("Sun, October 5, 2026", ""),
        ("Ferry aground | Sun, October 5, 2026", "Ferry aground"),
        ("Muskingum Sunday, October 5, 2026", "Muskingum"),
    ],
)
def test_a_name_s_last_word_is_no_weekday_that_the_date_is_not(line: str, left: str) -> None:
    (stamp,) = timestamps_in(line)

    assert stamp.value.startswith("2026-10-0")
    assert line[: stamp.span.start].strip(" ,|") == left
