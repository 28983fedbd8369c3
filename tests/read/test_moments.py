"""Moments in the forms in which machines write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.read.moments import moment_of


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-03-14T18:20:00+01:00", "2026-03-14T18:20:00+01:00"),
        ("2026-03-14T18:20:00.123456Z", "2026-03-14T18:20:00+00:00"),
        ("2026-03-14 18:20", "2026-03-14T18:20:00"),
        ("2026-03-14 18:20:00 UTC", "2026-03-14T18:20:00+00:00"),
        ("2026-03-14T18:20:00+0530", "2026-03-14T18:20:00+05:30"),
        ("2026-03-14", "2026-03-14"),
        ("2026-3-4", "2026-03-04"),
        ("20260314", "2026-03-14"),
        ("20260314T182000Z", "2026-03-14T18:20:00+00:00"),
        ("20260314T182000+0100", "2026-03-14T18:20:00+01:00"),
        ("20260314182000", "2026-03-14T18:20:00"),
        ("Sat, 14 Mar 2026 18:20:00 +0100", "2026-03-14T18:20:00+01:00"),
        ("Sat, 14 Mar 2026 18:20:00 GMT", "2026-03-14T18:20:00+00:00"),
        ("14 Mar 2026 18:20:00 EST", "2026-03-14T18:20:00-05:00"),
        ("Sat Mar 14 18:20:00 +0000 2026", "2026-03-14T18:20:00+00:00"),
        ("14.03.2026", "2026-03-14"),
        ("March 14, 2026", "2026-03-14"),
        (1773508800, "2026-03-14T17:20:00+00:00"),
        ("1773508800", "2026-03-14T17:20:00+00:00"),
        (1773508800000, "2026-03-14T17:20:00+00:00"),
        (1773508800.25, "2026-03-14T17:20:00+00:00"),
        ("1773508800000000", "2026-03-14T17:20:00+00:00"),
        # midnight without a zone is a clock time that a program filled in
        ("2026-03-14 00:00:00", "2026-03-14"),
        ("2026-03-14T00:00:00+01:00", "2026-03-14T00:00:00+01:00"),
    ],
)
def test_a_moment_is_read(written: object, read: str) -> None:
    assert moment_of(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "", "yesterday", "2026-02-30", "2026-03-14T25:00:00", "99999999", "None", "12", 12, True, None, float("nan"),
        float("inf"), -5, 10**30, "1" * 100, [], {}, "20261399", "0001-01-01", "9" * 16, "T" * 5000, "Sat, 99 Mar 2026 18:20:00 GMT",
    ],
)  # fmt: skip
def test_what_is_no_moment_is_none(written: object) -> None:
    assert moment_of(written) is None


@given(st.text(max_size=80) | st.floats() | st.integers())
def test_anything_gives_a_moment_that_can_be_read_again_or_none(written: object) -> None:
    found = moment_of(written)

    assert found is None or moment_of(found) == found


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1)))  # noqa: DTZ001
def test_seconds_and_thousandths_are_one_moment(moment: datetime) -> None:
    seconds = int(moment.replace(tzinfo=UTC).timestamp())

    assert moment_of(seconds) == moment_of(seconds * 1000) == moment_of(str(seconds))
