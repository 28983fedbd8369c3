"""Who wrote it: people, not agencies, desks or outlets."""

from __future__ import annotations

import pytest

from firsthand.extract.bylines import byline_of, is_outlet_name, is_person_name, reporters_in


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Mara Feld", ("Mara Feld",)),
        ("By Mara Feld, Staff Writer", ("Mara Feld",)),
        ("By Mara Feld in Riga and Jonas Ried-Holm in Oslo", ("Mara Feld", "Jonas Ried-Holm")),
        ("By MARA FELD and JONAS O'DEA", ("Mara Feld", "Jonas O'Dea")),
        ("Von Änne Möller und Piet van der Berg", ("Änne Möller", "Piet van der Berg")),
        ("By Mara Feld | 3 March 2021", ("Mara Feld",)),
        ("By Our Correspondent", ()),
        ("By Reuters", ()),
    ],
)
def test_a_byline_names_people(line: str, people: tuple[str, ...]) -> None:
    byline = byline_of(line)

    assert byline is not None
    assert byline.people == people


@pytest.mark.parametrize(
    "line",
    [
        "By Friday evening the ferry had sunk.",
        "By the time help came it was over",
        "By Monday, police said so",
        "Mara Feld",
        "",
    ],
)
def test_what_is_no_byline_gives_none(line: str) -> None:
    assert byline_of(line) is None


def test_a_bare_name_is_a_byline_only_where_asked_for() -> None:
    bare = byline_of("Mara Feld", bare=True)

    assert bare is not None
    assert bare.people == ("Mara Feld",)
    assert byline_of("Harbour reopens", bare=True) is None


def test_an_agency_in_a_byline_is_no_person() -> None:
    byline = byline_of("By Mara Feld, Associated Press")

    assert byline is not None
    assert (byline.people, byline.agencies) == (("Mara Feld",), ("Associated Press",))


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("(Reporting by Mara Feld and Jonas Ried)", ("Mara Feld", "Jonas Ried")),
        (
            "Reporting by A. Feld in Riga; Additional reporting by Jo Ried; Editing by Dan Cole",
            ("A. Feld", "Jo Ried"),
        ),
        ("(Editing by Dan Cole)", ()),
    ],
)
def test_a_closing_credit_names_those_who_reported(line: str, people: tuple[str, ...]) -> None:
    assert reporters_in(line) == people


def test_a_sentence_is_no_closing_credit() -> None:
    assert reporters_in("The report by the council was late.") is None


@pytest.mark.parametrize(
    ("name", "person", "outlet"),
    [
        ("Mara Feld", True, False),
        ("Piet van der Berg", True, False),
        ("The Valley Gazette", False, True),
        ("Interlake Wire (ILW)", False, True),
        ("Northern Press", False, True),
        ("Opinion", False, False),
        ("Most Read", False, False),
        ("What the council says", False, False),
        ("Ferry sinks off Oslo", False, False),
    ],
)
def test_people_and_outlets_are_told_apart(name: str, person: bool, outlet: bool) -> None:
    assert is_person_name(name) is person
    assert is_outlet_name(name) is outlet
