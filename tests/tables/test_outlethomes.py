from __future__ import annotations

from firsthand.tables.gazetteer import gazetteer
from firsthand.tables.outlethomes import home_of_host, outlet_homes


def test_every_home_is_a_town_the_gazetteer_has_there() -> None:
    missing = [
        home.host
        for home in outlet_homes()
        if not any(
            home.division in {place.division, place.country}
            for place in gazetteer().named(home.town)
        )
    ]

    assert missing == []


def test_hosts_are_sorted_and_named_once() -> None:
    hosts = [home.host for home in outlet_homes()]

    assert hosts == sorted(set(hosts))
    assert len(hosts) > 900


def test_a_subdomain_has_the_home_of_its_parent() -> None:
    home = home_of_host("sports.tulsaworld.com")

    assert home is not None
    assert (home.town, home.division) == ("Tulsa", "US.OK")
    assert home_of_host("nowhere.example") is None
