"""Outlets are found by host and by name."""

from __future__ import annotations

from firsthand.tables.outlets import outlet_named, outlet_of_host, outlets


def test_every_row_is_found_by_its_host_and_has_a_country() -> None:
    for outlet in outlets():
        assert outlet_of_host(outlet.host) == outlet
        assert outlet_of_host("www." + outlet.host) == outlet
        assert outlet_named(outlet.name) is not None
        assert len(outlet.country) == 2


def test_the_longest_fitting_host_wins() -> None:
    found = outlet_of_host("economictimes.indiatimes.com")

    assert found is not None
    assert found.name == "The Economic Times"


def test_an_unlisted_host_and_name_give_nothing() -> None:
    assert outlet_of_host("valley-gazette.example") is None
    assert outlet_of_host("com") is None
    assert outlet_named("The Valley Gazette") is None


def test_case_and_article_do_not_count() -> None:
    assert outlet_named("new york times") == outlet_named("The New York Times")
