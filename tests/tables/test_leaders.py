"""Who leads a state, and who only has a leader's surname."""

from __future__ import annotations

import pytest

from firsthand.tables.countries import countries
from firsthand.tables.leaders import _by_name, state_led_by


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Nicolas Sarkozy", "FR"),
        ("nicolas  sarkozy", "FR"),
        ("Putin", "RU"),
        ("Castro", None),  # of two countries
        ("Vladimir Rossiter", None),
        ("", None),
    ],
)
def test_a_surname_counts_where_one_country_has_it(name: str, country: str | None) -> None:
    assert state_led_by(name) == country


def test_every_leader_leads_a_country_of_the_table() -> None:
    known = {country.code for country in countries()}
    whole, last = _by_name()

    assert set(whole.values()) <= known
    assert all(codes <= known for codes in last.values())
