"""Which forms can begin with a line's first letter."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extract.openings import ANY, LETTERS, forms_from, opening_of
from firsthand.tables.pagewords import page_words

_FORMS = (
    "read more",
    "Tap here",
    "rea?d on",
    r"\d+ comments",
    "(?:see|hear) also",
    "so|on",
    "čtěte",
)


@pytest.mark.parametrize(
    ("text", "opening"),
    [("Read", "r"), ("émile", "é"), ("Читать", "é"), ("7 days", ANY), ("", ANY), ("ſo", ANY)],
)
def test_lines_open_with_a_letter_or_one_of_two_classes(text: str, opening: str) -> None:
    assert opening_of(text) == opening
    assert opening in LETTERS


def test_forms_of_another_letter_are_left_out() -> None:
    unsure = [r"\d+ comments", "(?:see|hear) also", "so|on"]

    assert forms_from(_FORMS, "t") == ["Tap here", *unsure]
    assert forms_from(_FORMS, "r") == ["read more", "rea?d on", *unsure]
    assert forms_from(_FORMS, "é") == [*unsure, "čtěte"]
    assert forms_from(_FORMS, ANY) == list(_FORMS)


def test_a_letter_that_may_be_missing_leaves_its_form_in() -> None:
    assert forms_from(["e?mail", "x{0,2}y"], "m") == ["e?mail", "x{0,2}y"]


@given(
    st.text(max_size=30)
    | st.sampled_from(["Read more", "İlgili haberler", "ſhare this", "Čtěte také", "© 2026 Fjord"])
)
def test_no_form_is_left_out_that_matches(line: str) -> None:
    for forms in page_words().furniture.values():
        matching = [one for one in forms if re.match(one, line, re.IGNORECASE)]
        kept = forms_from(forms, opening_of(line))
        assert all(one in kept for one in matching)
