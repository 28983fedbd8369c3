from __future__ import annotations

import pytest

from firsthand.settle.spelling import key, well_formed


@pytest.mark.parametrize(
    "name", ["Earlier Friday", "Monday", "Of the people", "said Ana Ruiz", "I", "2031", ""]
)
def test_scraps_of_sentences_are_no_names(name: str) -> None:
    assert not well_formed(name)


@pytest.mark.parametrize("name", ["May", "Ana Ruiz", "Friday Harbour Club", "WHO", "flood centre"])
def test_names_are(name: str) -> None:
    assert well_formed(name)


def test_a_country_is_looked_up_in_one_form() -> None:
    assert key("the U.S. Ferry & Coast Board") == key("United States Ferry and Coast Board")
