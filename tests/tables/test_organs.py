from __future__ import annotations

import pytest

from firsthand.tables.givenforms import forms_of_one_name
from firsthand.tables.organs import organs
from firsthand.tables.scraps import scraps
from firsthand.tables.titleclasses import gender_of_title, grades_in, post_word, title_class


@pytest.mark.parametrize(
    ("one", "other"),
    [("the Pentagon", "Defense Department"), ("F.B.I.", "FBI"), ("U.N.", "United Nations"), ("Élysée", "Elysee Palace")],
)  # fmt: skip
def test_names_of_one_body_stand_in_one_row(one: str, other: str) -> None:
    assert organs().row(one) is not None
    assert organs().row(one) == organs().row(other)


@pytest.mark.parametrize("word", ["ice", "who", "fed", "Meridian"])
def test_a_word_is_no_acronym(word: str) -> None:
    assert organs().row(word) is None


def test_forms_of_a_given_name() -> None:
    assert forms_of_one_name("bill", "william")
    assert not forms_of_one_name("maria", "marta")


def test_titles_tell_callings_and_genders_apart() -> None:
    assert title_class("Judge") == "bench"
    assert title_class("Mr.") is None
    assert gender_of_title("Mrs.") == "she"
    assert gender_of_title("Dr.") is None


def test_posts_are_compared_by_one_word_and_their_grade() -> None:
    assert post_word("chairwoman") == post_word("chair") == "chairman"
    assert grades_in("the Deputy Press Secretary") == {"deputy"}


def test_times_and_months_that_are_names() -> None:
    assert "friday" in scraps().times
    assert "may" in scraps().names
