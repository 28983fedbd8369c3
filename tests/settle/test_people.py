"""Which names can be one person's; each pair says why it is here."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.settle.people import Bearers, is_short, join_people, same_person

ONE = [
    ("Will Roe", "William P. Roe"),  # a short form of the given name
    ("K. Michael Roe", "Mike Roe"),  # goes by the second given name
    ("Oleksiy Kovalenskyy", "Oleksii Kovalensky"),  # endings of a transliteration
    ("Volodymyr Horenko", "Vladimir Gorenko"),  # one name through two languages
    ("Serhii Lysenko", "Sergey Lysenko"),
    ("Kim Jong-su", "Kim Jong Su"),  # a hyphen or none
    ("Yoon Min-seo", "Min-seo Yoon"),  # surname first or last
    ("Ana Ruiz", "Ana Ruiz Vega"),  # the second surname left out
    ("Robert S. Adler III", "Robert Adler"),  # a generation left out
    ("Mohammed al-Sharif", "Mohammad Al-Sharif"),
    ("A. Ruiz", "Ana Ruiz"),
]
TWO = [
    ("Maria Ruiz", "Marta Ruiz"),  # alike, and two names
    ("Alexandra Lind", "Alexander Lind"),  # a woman's name of a man's
    ("Paul Roe", "Paula Roe"),
    ("Daniel Roe", "Danielle Roe"),
    ("Julia Roe", "Julian Roe"),
    ("Olena Kovalenska", "Oleh Kovalensky"),  # husband and wife bear two forms of one surname
    ("John A. Roe", "John B. Roe"),  # middle initials that differ
    ("Otto Brandt", "Otto Brandt Jr."),  # father and son
    ("Kim Jong-su", "Kim Yo-jong"),
    ("Jean-Paul Roe", "Jean Roe"),  # a double name is not cut short
    ("Ana Ruiz", "Pablo Ruiz"),
    ("Jo Adler II", "Jo Adler III"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_names_of_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


@pytest.mark.parametrize(
    ("form", "short"),
    [("Ruiz", True), ("von der Aue", True), ("Ana Ruiz", False), ("Von Aue", False)],
)
def test_a_surname_with_its_particles_is_short(form: str, short: bool) -> None:
    assert is_short(form) is short


def test_a_form_that_two_people_can_bear_joins_neither() -> None:
    found = join_people(Counter({"Ana Ruiz": 2, "Alba Ruiz": 2, "A. Ruiz": 1}))

    assert found == {"Ana Ruiz": ["Ana Ruiz"], "Alba Ruiz": ["Alba Ruiz"]}


def test_a_surname_with_particles_finds_its_bearer() -> None:
    assert Bearers(["Ida von der Aue", "Per Lind"]).of("von der Aue") == (
        ("Ida von der Aue",),
        True,
    )


def test_a_given_name_counts_only_where_nobody_bears_it_as_surname() -> None:
    assert Bearers(["Grant Adler", "Ida Grant"]).of("Grant") == (("Ida Grant",), True)
    assert Bearers(["Grant Adler"]).of("Grant") == (("Grant Adler",), False)


@given(st.permutations([name for pair in ONE + TWO for name in pair]))
def test_joining_never_depends_on_order(names: list[str]) -> None:
    assert join_people(Counter(names)) == join_people(Counter(sorted(names)))
