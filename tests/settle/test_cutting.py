"""Names cut to size: what headlines, titles and lists put into them goes, a name that stands alone stays."""

from __future__ import annotations

import pytest

from firsthand.settle.cutting import Cutter, in_capitals
from tests.settle.stories import article

RUNNING = {
    "ana ruiz": 6, "per lind": 4, "meridian ferries": 5, "meridian": 6, "herons": 4, "storks": 4,
    "meridian security alliance": 2, "ravna gmbh": 2, "coastal safety board": 3, "grant adler": 2,
}  # fmt: skip
CUTTER = Cutter.of(
    RUNNING, ["she quits and beats engineer coroner giant movie called the launches new"]
)


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("Ana Ruiz", ("Ana Ruiz",)),
        ("Ana Ruiz Quits", ("Ana Ruiz",)),
        ("Coroner Ana Ruiz", ("Ana Ruiz",)),
        ("Danish Ana Ruiz", ("Ana Ruiz",)),
        ("police Ana Ruiz", ("Ana Ruiz",)),
        ("CEO Ana Ruiz", ("Ana Ruiz",)),
        ("movie called “The Ana Ruiz", ("Ana Ruiz",)),
        ("Ana Ruiz and Per Lind", ("Ana Ruiz", "Per Lind")),
        ("Ana Ruiz Vega", ("Ana Ruiz Vega",)),
        ("Maria Ana Ruiz", ("Maria Ana Ruiz",)),
        ("Ola Kos Quits", ("Ola Kos Quits",)),
    ],
)
def test_people(form: str, names: tuple[str, ...]) -> None:
    assert CUTTER.person(form) == names


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("Meridian Ferries", ("Meridian Ferries",)),
        ("Meridian Launches", ("Meridian",)),
        ("giant Meridian Ferries", ("Meridian Ferries",)),
        ("Herons Beats Storks", ("Herons", "Storks")),
        ("Ravna GmbH of Lohn", ("Ravna GmbH",)),
        ("Ravna GmbH RVN", ("Ravna GmbH",)),
        ("Co Inc", ()),
        ("Herons and Storks", ("Herons", "Storks")),
        ("Ministry of Health and Labour", ("Ministry of Health and Labour",)),
        ("Meridian Security Alliance", ("Meridian Security Alliance",)),
        ("Coastal Safety Board (CSB)", ("Coastal Safety Board (CSB)",)),
    ],
)
def test_bodies(form: str, names: tuple[str, ...]) -> None:
    assert CUTTER.body(form) == names


def test_a_line_set_like_a_headline_is_seen() -> None:
    reading = article(
        "a", "Ana Ruiz Quits Harbour Board Today\nShe quits the board, Ana Ruiz said."
    )

    assert [span.of(reading.article.text) for span in in_capitals(reading)] == [
        "Ana Ruiz Quits Harbour Board Today"
    ]
