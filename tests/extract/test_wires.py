"""Credit lines, notices, and the agency behind an abbreviation."""

from __future__ import annotations

import pytest

from firsthand.extract.wires import (
    credit_of,
    expanded,
    notice_of,
    repeatedly_credited,
    same_house,
)


@pytest.mark.parametrize(
    ("line", "names", "whole"),
    [
        ("(XYZ)", ("XYZ",), True),
        ("(Reuters)", ("Reuters",), True),
        ("Mit Material der dpa", ("dpa",), False),
        ("(Mit Agenturmaterial)", (), False),
        ("(Avec AFP)", ("AFP",), False),
        ("Con información de EFE", ("EFE",), False),
        ("Com informações da Lusa", ("Lusa",), False),
        ("С использованием материалов ТАСС", ("ТАСС",), False),
        ("Źródło: PAP", ("PAP",), True),
        ("(Northern Wire)", ("Northern Wire",), True),
        ("— AP", ("AP",), True),
        ("AFP", ("AFP",), True),
        ("Source: Reuters", ("Reuters",), True),
        ("(AP/Reuters)", ("AP", "Reuters"), True),
        ("(With inputs from agencies)", (), False),
        ("With inputs from ANI", ("ANI",), False),
        ("The Associated Press contributed to this report.", ("The Associated Press",), False),
    ],
)
def test_a_credit_line_names_whom_it_credits(
    line: str, names: tuple[str, ...], whole: bool
) -> None:
    credit = credit_of(line)

    assert credit is not None
    assert (credit.names, credit.whole) == (names, whole)


@pytest.mark.parametrize(
    "line", ["Council remarks", "(which sank)", "Source: Company filing", "(Mara Feld)", "Ferry"]
)
def test_other_short_lines_are_no_credit(line: str) -> None:
    assert credit_of(line) is None


def test_a_notice_names_the_outlet_that_prints_the_text() -> None:
    notice = notice_of(
        "(Except for the headline, this story has not been edited by Hillside Today staff and is"
        " published from a syndicated feed.)"
    )

    assert notice is not None
    assert (notice.outlet, notice.origins, notice.by_agency) == ("Hillside Today", (), False)


def test_a_notice_may_name_the_agency() -> None:
    notice = notice_of(
        "This report was taken from a news agency feed - PTI, and published without alterations by"
        " the desk of The Valley Gazette."
    )

    assert notice is not None
    assert (notice.outlet, notice.origins, notice.by_agency) == (
        "The Valley Gazette",
        ("PTI",),
        True,
    )


@pytest.mark.parametrize(
    "line",
    [
        "The staff wrote the headline.",
        "The council published the feed of its camera.",
        "Ferry sinks",
    ],
)
def test_a_sentence_about_staff_or_feeds_is_no_notice(line: str) -> None:
    assert notice_of(line) is None


def test_an_abbreviation_is_expanded_from_the_text() -> None:
    text = "The ferry sank, Northern Lakes Press (NLP) reported."

    assert expanded("NLP", text) == "Northern Lakes Press (NLP)"
    assert expanded("Northern Lakes Press", text) == "Northern Lakes Press (NLP)"
    assert expanded("XYZ", text) == "XYZ"
    assert expanded("The Associated Press") == "Associated Press (AP)"


def test_brackets_that_do_not_abbreviate_expand_nothing() -> None:
    assert expanded("SPD", "Olaf Berg (SPD) spoke.") == "SPD"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("NLP", "Northern Lakes Press (NLP)", True),
        ("Northern", "Northern Wire", True),
        ("AP", "The Associated Press", True),
        ("AP", "AFP", False),
        ("SMP", "Sunnhordland Morning Post", True),
        ("LKW", "Lakeland Wire", True),
        ("SLP", "Sunnhordland Post", True),
        ("MPS", "Sunnhordland Morning Post", False),
        ("SMPX", "Sunnhordland Morning Post", False),
        ("AP", "Arendal Press", False),
        ("The Valley Gazette", "Northern Wire", False),
    ],
)
def test_names_of_one_house_are_recognised(one: str, other: str, same: bool) -> None:
    assert same_house(one, other) is same
    assert same_house(other, one) is same


def test_the_outlet_credited_again_and_again_is_found() -> None:
    text = (
        "The ferry sank, Lake Radio reported.",
        'Ole Moen, the captain, said: "We are safe," as reported by Lake Radio.',
        "Moen said that he was tired. The mayor said so too.",
    )

    assert repeatedly_credited(text) == "Lake Radio"
    assert repeatedly_credited(text[:1]) is None
    assert repeatedly_credited(text[2:]) is None


@pytest.mark.parametrize(
    "line",
    [
        "Mit Material der Firma wurde der Damm gebaut.",
        "Con información de los vecinos, la policía actuó.",
        "Con El Niño llega la lluvia.",
    ],
)
def test_a_sentence_that_opens_like_a_credit_is_none(line: str) -> None:
    assert credit_of(line) is None
