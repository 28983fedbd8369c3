"""Which site an address belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extract.metadata_hosts import site_of


@pytest.mark.parametrize(
    ("address", "host", "shown_by"),
    [
        ("https://www.fjord.example/a", "fjord.example", None),
        ("https://m.fjord.example/a", "fjord.example", None),
        ("https://amp.www2.fjord.example/a", "fjord.example", None),
        ("https://user:secret@www.fjord.example:8443/a", "fjord.example", None),
        ("https://fjord.example@evil.example/a", "evil.example", None),
        ("https://web.archive.org/web/2026/https://fjord.example/a", "fjord.example", "web.archive.org"),
        ("https://archive.ph/2026/http://www.fjord.example/a", "fjord.example", "archive.ph"),
        ("https://archive.ph/AbCdE", "archive.ph", None),
        ("https://m.example", "m.example", None),
    ],
)  # fmt: skip
def test_devices_are_dropped_and_archives_seen_through(
    address: str, host: str, shown_by: str | None
) -> None:
    site = site_of(address)

    assert site is not None
    assert (site.host, site.shown_by) == (host, shown_by)


def test_letters_of_other_scripts_are_noticed() -> None:
    disguised = site_of("https://xn--fjrd-loa.example/a")
    plain = site_of("https://fjord.example/a")

    assert disguised is not None
    assert disguised.disguised
    assert plain is not None
    assert not plain.disguised


@pytest.mark.parametrize("address", [None, "", "ferry.html", "file:///tmp/a.html", "mailto:a@b.c"])
def test_what_is_no_web_address_has_no_site(address: str | None) -> None:
    assert site_of(address) is None


@given(st.text(max_size=60))
def test_any_address_is_answered(rest: str) -> None:
    site_of("https://web.archive.org/web/" + rest)
    site_of(rest)
