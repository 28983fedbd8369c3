"""Dumps of pages are no transcripts and no Markdown, whatever stands in their text."""

from __future__ import annotations

import pytest

from firsthand.domain import Capture, Form
from firsthand.read import captures_from

MENU = "Home\nNews\nSport\nCulture\nPodcasts\nShop\nAbout us\nContact\nSign in"
TALK = "\n".join(
    f"{name}: {words}"
    for name, words in [
        ("Q", "When will the bridge at Ghent open again?"),
        ("A", "In the autumn, if the steel comes in time."),
        ("Q", "And who pays for it?"),
        ("A", "The region pays two thirds, the city the rest."),
        ("Q", "Is that final?"),
        ("A", "It was voted last week."),
    ]
)
LIST = "\n".join(
    f"{name}\nOverview: A ferry line between two towns.\nSeats: Two hundred.\nBest for: Families."
    for name in ["Fjord Express", "Harbour Line", "Island Cat"]
)
MANUAL = (
    "Every page of the harbour's handbook is written in plain marks, the office says.\n\n"
    "## Tides\n\nThe table stands [here](https://harbour.example/tides).\n\n### Berths\n\nTen."
)


def read(text: str) -> Capture:
    (found,) = captures_from("in.txt", text.encode())
    assert isinstance(found, Capture)
    return found


def form(text: str) -> Form:
    return read(text).form


def test_a_talk_is_a_transcript_but_the_dump_of_its_page_is_not() -> None:
    assert form(TALK) is Form.TURNS
    assert form(f"{MENU}\n{TALK}") is Form.TEXT


def test_fields_that_come_round_in_one_order_are_no_speakers() -> None:
    assert form(LIST) is Form.TEXT


@pytest.mark.parametrize(("above", "read_as"), [("", "markdown"), (f"{MENU}\n\n", "text")])
def test_marks_far_below_a_menu_do_not_make_a_page_markdown(above: str, read_as: str) -> None:
    assert read(above + MANUAL).format == read_as
