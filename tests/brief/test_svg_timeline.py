from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml.etree import fromstring

from firsthand.brief.citing import citing
from firsthand.brief.svg_timeline import drawn_timeline
from firsthand.domain import Brief, DateBasis
from tests.brief.ferry_story import ferry_brief


def _drawn(brief: Brief) -> Any:
    return fromstring(drawn_timeline(brief, citing(brief)))


def test_events_and_reports_have_a_lane_each() -> None:
    root = _drawn(ferry_brief())

    assert [one.text for one in root.xpath("//text[@class='lane-name']")] == ["Events", "Reports"]
    assert len(root.xpath("//circle[@class='mark']")) == 5
    assert len(root.xpath("//rect[@class='mark square']")) == 3


def test_days_stand_in_order() -> None:
    root = _drawn(ferry_brief())
    ticks = root.xpath("//text[@class='tick']")

    assert [one.text for one in ticks] == ["11 Mar", "12 Mar", "14 Mar"]
    assert [float(one.get("x")) for one in ticks] == sorted(float(one.get("x")) for one in ticks)


def test_a_conceded_claim_has_a_ribbon_that_names_its_states() -> None:
    root = _drawn(ferry_brief())

    words = [one.text for one in root.xpath("//text[@class='state-name']")]
    assert words == ["reported, then denied", "acknowledged"]


def test_many_marks_on_one_day_are_counted() -> None:
    full = ferry_brief()
    root = _drawn(replace(full, timeline=full.timeline[:1] * 9))

    assert [one.text for one in root.xpath("//text[@class='more']")] == ["+3"]


def test_dates_of_years_and_months_find_a_place() -> None:
    full = ferry_brief()
    old = (
        replace(full.timeline[0], date="1998", precision="year"),
        replace(full.timeline[0], date="2024-10", precision="month"),
    )
    root = _drawn(replace(full, timeline=(*old, *full.timeline)))

    assert [one.text for one in root.xpath("//text[@class='tick']")][:2] == ["1998", "Oct 2024"]


def test_nothing_dated_no_drawing() -> None:
    full = ferry_brief()
    undated = tuple(
        replace(
            one,
            article=replace(
                one.article, published=None, published_basis=DateBasis.UNKNOWN, updated=None
            ),
        )
        for one in full.settled.readings
    )
    bare = replace(
        full,
        timeline=(),
        settled=replace(full.settled, readings=undated),
        findings=replace(full.findings, claims=()),
    )

    assert drawn_timeline(bare, citing(bare)) == ""
