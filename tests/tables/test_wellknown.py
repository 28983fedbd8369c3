"""Bodies by acronym and by what they do."""

from __future__ import annotations

import pytest

from firsthand.tables.wellknown import full_name, well_known

REFUGEES = "United Nations High Commissioner for Refugees"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("UNHCR", REFUGEES),
        ("U.N.H.C.R.", REFUGEES),
        ("the U.N. refugee agency", REFUGEES),
        ("who", None),  # the word, not the body
        ("WHO", "World Health Organization"),
        ("World Health Organisation", "World Health Organization"),
        ("Harbour Board", None),
    ],
)
def test_a_body_is_found_by_its_names(written: str, name: str | None) -> None:
    assert full_name(written) == name


def test_no_form_is_shared_and_every_short_form_is_an_acronym() -> None:
    table = well_known()

    assert all(short[:1].isupper() for short in table.by_short)
    assert set(table.by_short.values()) <= set(table.by_form.values())
