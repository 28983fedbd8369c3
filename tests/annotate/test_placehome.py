from __future__ import annotations

import pytest

from firsthand.annotate.placehome import home_of_text


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("It owes £12m. The Crown Court fined it £2m.", "GB"),
        ("He paid £12m in all, and she £5m.", "GB"),
        ("He paid £12m in all.", None),
        ("It paid £12m to the NHS, but $4m and a fine after the FBI and the U.S. Attorney sued.", None),
        ("The panchayat spent ₹4 crore on the road.", "IN"),
        ("The mine was sold for A$40 million, the ASX was told at 9 a.m. AEST.", "AU"),
        ("They meet at 9:30 a.m. EDT; the GOP is split.", "US"),
        ("They want ET to phone and CT to scan.", None),
        ("The ship sank. PT Samudra, its owner, spoke from ET Hall and MT House.", None),
        ("Fields were sown in spring.", None),
    ],
)  # fmt: skip
def test_signs_tell_the_country_where_they_agree(text: str, country: str | None) -> None:
    assert home_of_text(text) == country
