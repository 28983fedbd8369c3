from __future__ import annotations

import pytest

from firsthand.copies.credits import credited, same_outlet
from firsthand.extract.plain import plain_article

BODY = "A ferry ran aground off Koper on Thursday, the harbour authority said."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"KOPER, Slovenia (Reuters) - {BODY}", "Reuters"),
        (f"{BODY}\n\nWith inputs from AFP", "AFP"),
        (f"{BODY}\n\n(dpa)\n\nRead our newsletter", "dpa"),
        (f"{BODY}\n\nThis article originally appeared in Karst Herald.", "Karst Herald"),
    ],
)
def test_a_credit_for_the_whole_text_is_found(text: str, name: str) -> None:
    assert name in credited(plain_article(text, item="x"))


def test_an_agency_named_inside_a_sentence_is_no_credit() -> None:
    text = f"{BODY} The captain told Reuters (the agency) that he was sorry.\n\nMore follows."
    assert credited(plain_article(text, item="x")) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Skerry Press (SKP)", "SKP", True),
        ("The Associated Press", "AP", True),
        ("Press Trust of India", "PTI", True),
        ("The Karst Herald", "karst herald", True),
        ("Karst Herald", "Coast Herald", False),
    ],
)
def test_outlets_are_recognised_by_name_bracket_and_initials(
    one: str, other: str, same: bool
) -> None:
    assert same_outlet(one, other) is same
    assert same_outlet(other, one) is same
