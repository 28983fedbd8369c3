"""The outlet that furniture names."""

from __future__ import annotations

import pytest

from firsthand.extract.imprints import imprinted_outlet


@pytest.mark.parametrize(
    ("role", "line", "outlet"),
    [
        (
            "promotion",
            "Catch all the news on Valley Gazette. Download the Valley Gazette App for alerts.",
            "Valley Gazette",
        ),
        ("promotion", "Be the first to know: get the Valley Gazette newsletter.", "Valley Gazette"),
        ("promotion", "Subscribe to the Skerry Herald from 1.80 a week", "Skerry Herald"),
        ("promotion", "Support the Skerry Herald with a few kroner a month", "Skerry Herald"),
        ("legal", "© 2021 Skerry Herald. All rights reserved.", "Skerry Herald"),
        (
            "syndication",
            "(This text has never passed the Skerry Herald newsroom.)",
            "Skerry Herald",
        ),
        ("navigation", "The Skerry Herald is published by Aune & Daughters.", "Skerry Herald"),
    ],
)
def test_one_line_with_an_outlet_s_name_names_it(role: str, line: str, outlet: str) -> None:
    assert imprinted_outlet([("navigation", "Home"), (role, line)]) == outlet


def test_a_name_without_outlet_s_word_needs_a_second_line() -> None:
    lines = [("promotion", "Subscribe to Hardangerfolk today")]

    assert imprinted_outlet(lines) is None
    assert imprinted_outlet([*lines, ("legal", "© 2021 Hardangerfolk")]) == "Hardangerfolk"


@pytest.mark.parametrize(
    "line",
    [
        "Follow Mara Feld on Instagram and get the newsletter",
        "Download the App from Google Play",
        "Follow us on Google News",
        "Get our WhatsApp updates",
        "Subscribe",
    ],
)
def test_people_and_platforms_are_no_outlets(line: str) -> None:
    assert imprinted_outlet([("promotion", line), ("promotion", line)]) is None


def test_two_names_with_equal_signs_name_nobody() -> None:
    lines = [
        ("promotion", "Subscribe to the Skerry Herald"),
        ("promotion", "Subscribe to the Valley Gazette"),
    ]

    assert imprinted_outlet(lines) is None
