"""Place and agency at the opening of a first paragraph."""

from __future__ import annotations

import pytest

from firsthand.extract.datelines import dateline_of

BODY = "The ferry sank."


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("RIGA, Latvia, March 3 (XYZ) - ", "RIGA, Latvia", "XYZ"),
        ("ODDA, Norway, 3 March (Northern) -- ", "ODDA, Norway", "Northern"),
        ("RIGA (XYZ) – ", "RIGA", "XYZ"),
        ("RIGA — ", "RIGA", None),
        ("(Reuters) - ", None, "Reuters"),
        ("(XYZ) -- ", None, "XYZ"),
        ("Riga (dpa) - ", "Riga", "dpa"),
        ("NEW DELHI, Oct 28 (PTI) ", "NEW DELHI", "PTI"),
        ("RIGA/OSLO, March 3 (Reuters) - ", "RIGA/OSLO", "Reuters"),
    ],
)
def test_a_dateline_is_read_to_its_dash(
    opening: str, place: str | None, agency: str | None
) -> None:
    found = dateline_of(opening + BODY)

    assert found is not None
    assert (found.place, found.agency, found.span.end) == (place, agency, len(opening))


@pytest.mark.parametrize(
    "paragraph",
    [
        "The ferry (built in 1998) - an old one - sank.",
        "Olaf Berg (SPD) - der Bürgermeister - kam.",
        "NATO – the alliance – met.",
        "NATO (the alliance) said so.",
        "Riga: a city on the sea.",
        "The ferry sank.",
        "",
    ],
)
def test_other_openings_are_no_dateline(paragraph: str) -> None:
    assert dateline_of(paragraph) is None


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("Odda [Norway], March 3 (NLP): A ferry ran aground.", "Odda [Norway]", "NLP"),
        ("Odda, Mar 3 (NLP) A ferry ran aground on Wednesday.", "Odda", "NLP"),
    ],
)
def test_a_country_in_brackets_belongs_to_the_place(text: str, place: str, agency: str) -> None:
    found = dateline_of(text)

    assert found is not None
    assert (found.place, found.agency) == (place, agency)
