from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import fromstring

from firsthand.brief.outlines import rings
from firsthand.brief.svg_map import drawn_map, nearby
from firsthand.brief.svg_words import width_of
from firsthand.domain import ArticleId, Candidate, Passage, PlaceEntry, Span
from tests.brief.ferry_story import ferry_brief


def _place(name: str, lat: float, lon: float, *, kind: str = "city") -> PlaceEntry:
    found = Candidate(geonameid=1, name=name, kind=kind, country="HR", lat=lat, lon=lon, score=1.0)
    return PlaceEntry(name=name, place=found, mentions=(Passage(ArticleId("a1"), Span(0, 1)),))


def _root(svg: str) -> Any:
    return fromstring(svg)


points = st.lists(
    st.tuples(st.floats(-85, 85, allow_nan=False), st.floats(-180, 180, allow_nan=False)),
    min_size=1,
    max_size=12,
)


@given(points)
@settings(max_examples=8, deadline=None)
def test_every_place_has_its_dot_inside_and_no_labels_overlap(
    found: list[tuple[float, float]],
) -> None:
    root = _root(drawn_map([_place(f"Place {i}", lat, lon) for i, (lat, lon) in enumerate(found)]))
    _, _, width, height = map(float, root.get("viewBox").split())
    dots = [(float(one.get("cx")), float(one.get("cy"))) for one in root.iter("circle")]

    assert len(dots) == len(found)
    assert all(0 <= x <= width and 0 <= y <= height for x, y in dots)
    labels = [
        (float(one.get("x")), float(one.get("y")), width_of(one.text, 12, bold=True))
        for one in root.iter("text")
        if one.get("class") == "place"
    ]
    for index, (x, y, w) in enumerate(labels):
        for ox, oy, ow in labels[index + 1 :]:
            assert x + w <= ox or ox + ow <= x or abs(y - oy) >= 12


def test_land_and_neighbours_are_drawn_around_a_town() -> None:
    svg = drawn_map([_place("Split", 43.51, 16.44)])
    root = _root(svg)

    assert "Croatia" in svg
    assert len(root.xpath("//path[@class='land']")[0].get("d")) > 100


def test_a_story_across_the_date_line_is_drawn_in_one_piece() -> None:
    root = _root(drawn_map([_place("Suva", -18.14, 178.44), _place("Apia", -13.83, -171.76)]))
    suva, apia = (float(one.get("cx")) for one in root.iter("circle"))

    assert suva < apia


def test_a_cluster_gets_a_map_of_its_own() -> None:
    near = nearby(ferry_brief().places)

    assert [place.name for place in near] == ["Vis", "Split", "Ancona", "Hvar", "Rijeka"]


def test_places_that_one_map_shows_well_need_no_second() -> None:
    assert (
        nearby(
            [_place("A", 43, 16), _place("B", 43.5, 17), _place("C", 42.5, 15), _place("D", 43, 18)]
        )
        == ()
    )
    assert nearby([]) == ()


def test_no_places_no_map() -> None:
    assert drawn_map([]) == ""


def test_areas_and_towns_have_different_dots() -> None:
    svg = drawn_map([_place("Istria", 45.2, 13.9, kind="region"), _place("Pula", 44.9, 13.8)])

    assert svg.count('class="dot wide"') == 1
    assert svg.count('class="dot"') == 1


@pytest.mark.parametrize(
    ("country", "lon", "lat"),
    [("Croatia", 16.0, 45.6), ("Japan", 138.5, 36.3), ("Chile", -70.7, -33.4)],
)
def test_outlines_lie_where_the_countries_are(country: str, lon: float, lat: float) -> None:
    around = [
        ring
        for ring in rings()
        if ring.country == country and ring.west < lon < ring.east and ring.south < lat < ring.north
    ]

    assert around
    assert all(len(ring.points) > 3 and ring.points[0] == ring.points[-1] for ring in around)


def test_the_outlines_cover_the_world() -> None:
    assert len({ring.country for ring in rings()}) > 230
    assert {"HR", "IT", "XK", "TW"} <= {ring.code for ring in rings()}


def test_no_outline_leaps_over_the_date_line() -> None:
    for ring in rings():
        if ring.country != "Antarctica":
            steps = [abs(a[0] - b[0]) for a, b in pairwise(ring.points)]
            assert max(steps) < 60, ring.country


def test_a_country_is_shaded_and_does_not_widen_the_map() -> None:
    town = drawn_map([_place("Split", 43.51, 16.44)])
    both = drawn_map([_place("Split", 43.51, 16.44), _place("Croatia", 45.2, 15.5, kind="country")])

    assert _root(town).get("viewBox") == _root(both).get("viewBox")
    assert 'class="land told"' in both
    assert 'class="land told"' not in town
    assert both.count("<circle") == 1
