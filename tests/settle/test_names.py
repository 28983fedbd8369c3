from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.settle.names import names_of

PERSONS = ["Ana Ruiz", "Ruiz", "Ana M. Ruiz", "Per Lind", "Lind", "A. Ruiz"]
BODIES = ["Northern Ferries", "Northern", "Coastal Safety Board", "Safety Board", "CSB"]


def test_the_fullest_form_names_a_person() -> None:
    names = names_of(PERSONS, [])

    assert {form: names.canonical(form) for form in PERSONS} == {
        "Ana Ruiz": "Ana M. Ruiz",
        "Ruiz": "Ana M. Ruiz",
        "Ana M. Ruiz": "Ana M. Ruiz",
        "Per Lind": "Per Lind",
        "Lind": "Per Lind",
        "A. Ruiz": "Ana M. Ruiz",
    }


def test_spellings_of_one_transliterated_name_are_one() -> None:
    names = names_of(["Oleksiy Kovalenskyy", "Oleksii Kovalensky", "Kovalenskiy"], [])

    assert len(names.people) == 1


def test_a_surname_that_two_people_bear_stays_as_it_is() -> None:
    names = names_of(["Ana Ruiz", "Pablo Ruiz", "Ruiz"], [])

    assert names.canonical("Ruiz") in {None, "Ruiz"}


def test_a_son_is_another_person_and_the_bare_surname_the_elders() -> None:
    names = names_of(["Otto Brandt", "Otto Brandt Jr.", "Brandt"], [])

    assert names.canonical("Brandt") == "Otto Brandt"
    assert names.canonical("Otto Brandt Jr.") != "Otto Brandt"


def test_a_short_form_that_ends_one_body_is_that_body() -> None:
    names = names_of([], ["regional flood centre", "flood centre"])

    assert names.canonical("the flood centre") == "regional flood centre"


def test_a_short_form_that_could_be_two_bodies_is_neither() -> None:
    names = names_of([], ["North Fire Service", "South Fire Service", "Fire Service"])

    assert names.canonical("Fire Service") == "Fire Service"


def test_a_place_is_no_short_form_of_a_body_that_begins_with_it() -> None:
    names = names_of([], ["Gdynia Harbour Office", "Gdynia"], places=["Gdynia"])

    assert names.canonical("Gdynia") == "Gdynia"


def test_an_acronym_that_the_texts_prefer_becomes_the_name() -> None:
    names = names_of([], ["Coastal Safety Board", *["CSB"] * 5])

    assert names.canonical("Coastal Safety Board") == "CSB"


def test_a_common_first_word_is_no_short_form() -> None:
    names = names_of([], ["House Ferry Committee", "House"])

    assert names.canonical("House") == "House"


@given(st.permutations(PERSONS), st.permutations(BODIES))
def test_the_order_of_forms_never_matters(persons: list[str], bodies: list[str]) -> None:
    assert names_of(persons, bodies) == names_of(PERSONS, BODIES)
