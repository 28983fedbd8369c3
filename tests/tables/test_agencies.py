"""The table of agencies is whole, and its rows are found by every form they list."""

from __future__ import annotations

import pytest

from firsthand.tables.agencies import agencies, agency_named, agency_of_host, printed_name


@pytest.mark.parametrize("agency", agencies(), ids=lambda agency: str(agency.name))
def test_every_row_is_found_by_each_of_its_forms(agency: object) -> None:
    row = next(one for one in agencies() if one is agency)
    for form in (row.name, row.name.upper(), f"({row.name})", *row.short, *row.forms):
        found = agency_named(form)

        assert found is not None, form
        assert found.name == row.name, form


def test_hosts_are_distinct() -> None:
    hosts = [host for one in agencies() for host in (one.host, *one.hosts)]

    assert len(hosts) == len(set(hosts))


@pytest.mark.parametrize("name", ["Reuters witness", "ap", "aa", "Valley Gazette", "", "The"])
def test_what_is_no_agency_is_not_found(name: str) -> None:
    assert agency_named(name) is None


@pytest.mark.parametrize(
    ("name", "printed"),
    [("AP", "Associated Press (AP)"), ("Reuters", "Reuters"), ("ANI", "ANI"), ("dpa", "dpa")],
)
def test_the_printed_name_carries_the_abbreviation(name: str, printed: str) -> None:
    agency = agency_named(name)

    assert agency is not None
    assert printed_name(agency) == printed


def test_an_agency_is_known_by_its_host() -> None:
    found = agency_of_host("www.uk.reuters.com")

    assert found is not None
    assert found.name == "Reuters"
    assert agency_of_host("notreuters.com") is None


def test_an_agency_is_known_by_an_older_host_of_its_own() -> None:
    found = agency_of_host("hosted.ap.org")

    assert found is not None
    assert found.name == "Associated Press"


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Jordan News Agency (Petra)", "Jordan News Agency"),
        ("KUNA", "Kuwait News Agency"),
        ("TNS", "Tribune News Service"),
        ("AP Sports", "Associated Press"),
        ("Xinhuanet", "Xinhua"),
    ],
)
def test_editions_and_abbreviations_lead_to_the_agency(name: str, canonical: str) -> None:
    found = agency_named(name)

    assert found is not None
    assert found.name == canonical
