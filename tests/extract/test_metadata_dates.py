"""Publication and update: whom to believe, how fine, in whose clock."""

from __future__ import annotations

import pytest

from firsthand.domain import Fact, Field, Standing
from firsthand.extract.metadata_dates import dates_of, day_in_address, stamp_facts


def published(*rows: tuple[str, str]) -> tuple[str | None, list[Standing]]:
    facts = [Fact(field=Field.PUBLISHED, value=value, source=source) for source, value in rows]
    found, _ = dates_of(facts)
    return found.value, [standing for _, standing in found.standings]


def test_the_most_trusted_source_decides_and_the_others_stay_visible() -> None:
    value, standings = published(
        ("visible", "2026-11-03"), ("json-ld", "2026-11-02T09:15:00+01:00"), ("url", "2026-11-02")
    )

    assert value == "2026-11-02T09:15:00+01:00"
    assert standings == [Standing.WON, Standing.DISAGREES, Standing.AGREES]


def test_a_bare_day_takes_the_clock_of_a_source_that_gives_the_same_day() -> None:
    assert published(("json-ld", "2026-11-02"), ("visible", "2026-11-02T09:15:00"))[0] == (
        "2026-11-02T09:15:00"
    )


def test_midnight_that_fills_a_field_is_no_clock() -> None:
    value, _ = published(
        ("json-ld", "2026-11-02T00:00:00+00:00"), ("open-graph", "2026-11-02T09:15:00+01:00")
    )

    assert value == "2026-11-02T09:15:00+01:00"


def test_a_moment_in_utc_is_set_in_the_offset_that_the_printed_clock_shows() -> None:
    assert published(("json-ld", "2026-11-03T02:25:54Z"), ("visible", "2026-11-02T21:25:00"))[
        0
    ] == ("2026-11-02T21:25:54-05:00")


@pytest.mark.parametrize("printed", ["2026-11-02T21:17:00", "2026-11-01T02:25:00", "2026-11-02"])
def test_another_printed_clock_moves_nothing(printed: str) -> None:
    assert published(("json-ld", "2026-11-03T02:25:00Z"), ("visible", printed))[0] == (
        "2026-11-03T02:25:00+00:00"
    )


def test_a_clock_without_offset_takes_that_of_the_same_clock_elsewhere() -> None:
    value, _ = published(("json-ld", "2026-11-02T09:15:00"), ("meta", "2026-11-02T09:15:00+01:00"))

    assert value == "2026-11-02T09:15:00+01:00"


def test_what_is_no_moment_is_passed_over() -> None:
    assert published(("json-ld", "yesterday")) == (None, [Standing.PASSED_OVER])


def test_labels_tell_publication_from_update_and_from_other_days() -> None:
    facts = stamp_facts(
        ["Next review: 3 March 2029", "Updated 4 March 2026", "First published 2 March 2026, 10:05"]
    )

    assert [(one.field, one.value) for one in facts] == [
        (Field.PUBLISHED, "2026-03-02T10:05:00"),
        (Field.UPDATED, "2026-03-04"),
    ]


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://fjord.example/2026/11/02/ferry", "2026-11-02"),
        ("https://fjord.example/news/20261102/ferry.html", "2026-11-02"),
        ("https://fjord.example/ferry-2026-11-02.html", "2026-11-02"),
        ("https://fjord.example/2026/13/02/ferry", None),
        ("https://fjord.example/id/20261", None),
        (None, None),
    ],
)
def test_a_day_stands_in_the_path_of_an_address(address: str | None, day: str | None) -> None:
    assert day_in_address(address) == day


@pytest.mark.parametrize(
    ("stated", "printed", "held"),
    [
        ("2026-11-20T09:00:00+01:00", "2026-05-14", "2026-05-14"),
        ("2026-11-20T02:00:00+00:00", "2026-11-19", "2026-11-19"),
        ("2026-11-20T02:00:00+01:00", "2026-11-19", "2026-11-20T02:00:00+01:00"),
        ("2026-11-20T09:00:00+01:00", "2026-05-14T10:00:00", "2026-11-20T09:00:00+01:00"),
        ("2026-11-20T09:00:00+01:00", "2026-11-24", "2026-11-20T09:00:00+01:00"),
    ],
)
def test_an_article_dated_anew_keeps_the_day_that_it_prints(
    stated: str, printed: str, held: str
) -> None:
    found, _ = dates_of(
        [
            Fact(field=Field.PUBLISHED, value=stated, source="json-ld"),
            Fact(field=Field.UPDATED, value=stated, source="json-ld"),
            Fact(field=Field.PUBLISHED, value=printed, source="visible"),
        ]
    )

    assert found.value == held
