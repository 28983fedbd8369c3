from __future__ import annotations

import pytest

from firsthand.stories.particulars import Particulars, particulars


def of(text: str, published: str | None = "2031-05-08") -> Particulars:
    return particulars(text, published=published)


def test_names_of_two_words_are_taken_from_running_text() -> None:
    found = of(
        "Harbour officer Jernej Koritnik met Alenka Prijatelj. Then Koritnik left for Ancona."
    )

    assert {"jernej koritnik", "alenka prijatelj"} <= set(found.full)


def test_a_headline_in_capitals_names_nobody() -> None:
    assert not of("Tugs Fail To Free Stranded Ferry Near Slovenian Port").full


def test_initials_join_a_name() -> None:
    assert "fred larue" in of("They buried Fred LaRue beside J. Edgar Brandt on Sunday.").full


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("A man was shot dead in Larvik on Monday.", "larvik"),
        ("The lorry overturned near Kokomo, Ind., at dawn.", "kokomo"),
        ("DAYTON, Ohio — A car wash burnt down.", "dayton"),
        ("Police in Mountain View , Mo. , found the van .", "mountain view"),
    ],
)
def test_towns_are_those_that_something_is_told_to_be_in(text: str, town: str) -> None:
    assert town in of(text).towns


def test_a_person_called_like_a_town_is_no_town() -> None:
    assert not of("Jackson said that Reid had not paid Houston.").towns


def test_a_month_is_no_town_and_a_state_is_a_region() -> None:
    found = of("The hearing in June was moved from California to May.")

    assert "june" not in found.towns
    assert "california" not in found.towns
    assert "US.CA" in found.regions


def test_a_town_with_its_state_weighs_more_than_one_in_passing() -> None:
    found = of("The van left Toledo, Ohio, and was seen in Dayton.")

    assert found.towns["toledo"] > found.towns["dayton"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Four people were hurt.", "4 people"),
        ("4 people were hurt.", "4 people"),
        ("A 34-year-old man died.", "34 year-old"),
        ("Some 1,200 households were without power.", "1200 households"),
    ],
)
def test_numbers_come_with_what_they_count(text: str, number: str) -> None:
    assert number in of(text).numbers


def test_years_and_ones_are_no_numbers() -> None:
    assert not of("One man said in 2009 that 1 would do.").numbers


def test_days_are_resolved_against_the_day_of_publication() -> None:
    found = of("The bridge fell on Monday. It had been built in 1987.")

    assert set(found.days) == {"2031-05-05"}
    assert set(found.weekdays) == {"1"}
    assert set(found.years) == {"1987"}


def test_without_a_day_of_publication_the_weekday_is_still_known() -> None:
    found = of("The bridge fell on Monday.", published=None)

    assert not found.days
    assert set(found.weekdays) == {"1"}
    assert found.told is None


def test_the_latest_day_told_is_never_after_the_publication() -> None:
    found = of("The trial began on May 2, 2031, and is to end on June 3, 2031.", "2031-05-08")

    assert found.told is not None
    assert found.told == of("The trial began on May 2, 2031.").told


def test_an_empty_text_holds_nothing() -> None:
    found = of("")

    assert not any((found.full, found.towns, found.numbers, found.days))
