from __future__ import annotations

import subprocess
import sys
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.tables.countries import countries, country_of_name
from firsthand.tables.gazetteer import KINDS, folded_name, gazetteer, name_digest
from firsthand.tables.regions import area_of_people, region_of_postal_code, region_of_word, regions


def test_it_opens_at_once_and_answers_fast() -> None:
    gazetteer.cache_clear()
    began = time.perf_counter()
    found = gazetteer()
    opened = time.perf_counter() - began
    found.named("Ghent")
    began = time.perf_counter()
    for _ in range(100):
        found.named("Springfield")
    looked_up = (time.perf_counter() - began) / 100
    assert opened < 0.3
    assert looked_up < 0.005


def test_the_packed_files_are_consistent() -> None:
    packed = gazetteer()
    assert len(packed.keys) == len(packed.owners)
    assert bool(np.all(packed.keys[1:] >= packed.keys[:-1]))
    assert int(packed.rows["kind"].max()) < len(KINDS)
    assert int((packed.owners & np.uint32(0x7FFFFFFF)).max()) < len(packed.rows)
    ends = packed.rows["name"].astype(np.int64) + packed.rows["length"]
    assert int(ends.max()) == len(packed.names)
    assert len(np.unique(packed.rows["id"])) == len(packed.rows)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Ghent", "city", "BE"),
        ("Kiev", "city", "UA"),
        ("Kyiv", "city", "UA"),
        ("U.S.", "country", "US"),
        ("North Korea", "country", "KP"),
        ("Kursk region", "region", "RU"),
        ("Donbas", "area", "UA"),
        ("Black Sea", "water", ""),
        ("ST. LOUIS", "city", "US"),
        ("Malmo", "city", "SE"),
    ],
)
def test_a_name_in_the_news_is_found(name: str, kind: str, country: str) -> None:
    assert (kind, country) in {(place.kind, place.country) for place in gazetteer().named(name)}


def test_an_unknown_name_and_an_empty_one_give_nothing() -> None:
    assert gazetteer().named("Qwrtzvania") == ()
    assert gazetteer().named(" — ") == ()


def test_own_names_come_before_other_names() -> None:
    found = gazetteer().named("Saint Louis")
    assert [place.alternate for place in found] == sorted(place.alternate for place in found)


def test_a_region_is_found_by_its_code() -> None:
    texas = gazetteer().division("US.TX")
    assert texas is not None
    assert (texas.name, texas.kind, texas.country) == ("Texas", "region", "US")
    assert gazetteer().division("US.QQ") is None
    assert gazetteer().country("QQ") is None


@given(st.text(max_size=40))
def test_folding_a_folded_name_changes_nothing(name: str) -> None:
    once = folded_name(name)
    assert folded_name(once) == once
    assert 0 <= name_digest(once) < 2**64


@given(st.text(max_size=30))
def test_a_look_up_never_fails(name: str) -> None:
    for place in gazetteer().named(name):
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180


def test_every_country_but_antarctica_is_in_the_gazetteer() -> None:
    missing = [one.code for one in countries() if gazetteer().country(one.code) is None]
    assert missing == ["AQ"]


def test_countries_have_names_and_codes_are_unique() -> None:
    codes = [country.code for country in countries()]
    assert codes == sorted(set(codes))
    assert len(codes) > 193
    assert all(country.names and len(country.code) == 2 for country in countries())


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("the Kremlin", ("RU", "metonym")),
        ("Ukrainians", ("UA", "demonym")),
        ("Seoul", ("KR", "capital")),
        ("US", ("US", "name")),
        ("us", None),
        ("RUSSIA", ("RU", "name")),
        ("the Netherlands", ("NL", "name")),
        ("Downing Street", ("GB", "metonym")),
        ("table", None),
    ],
)
def test_a_word_names_a_country(word: str, expected: tuple[str, str] | None) -> None:
    assert country_of_name(word) == expected


def test_regions_are_known_by_abbreviation_people_and_post() -> None:
    assert region_of_word("Tex.") == ("US.TX", "name")
    assert region_of_word("Texans") == ("US.TX", "demonym")
    assert region_of_word("Man") is None
    assert region_of_postal_code("OH") == "US.OH"
    assert area_of_people("Londoners") == "London"
    assert all(gazetteer().division(region.code) is not None for region in regions())


def test_importing_the_package_does_not_open_it() -> None:
    code = (
        "import firsthand, firsthand.annotate, firsthand.tables.gazetteer as g; "
        "assert g.gazetteer.cache_info().currsize == 0"
    )

    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [("CA", 60, -96), ("AU", -25, 134), ("JP", 36, 138), ("MX", 23, -102), ("MA", 32, -6)],
)
def test_a_country_stands_at_its_middle(code: str, latitude: float, longitude: float) -> None:
    country = gazetteer().country(code)

    assert country is not None
    assert abs(country.lat - latitude) < 1
    assert abs(country.lon - longitude) < 1


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Kharkiv region", "region", "UA"),
        ("Aleppo region", "region", "SY"),
        ("Raqqa", "city", "SY"),
        ("Hodeidah", "city", "YE"),
        ("Brittany", "region", "FR"),
        ("Middle East", "continent", ""),
        ("Mekong Delta", "area", "VN"),
        ("Lake Titicaca", "water", ""),
    ],
)
def test_a_place_has_the_name_that_news_gives_it(name: str, kind: str, country: str) -> None:
    own = {(place.kind, place.country) for place in gazetteer().named(name) if not place.alternate}

    assert (kind, country) in own
