from __future__ import annotations

from firsthand.domain import ArticleId
from firsthand.settle.sightings import Finder, Sightings

FORMS = [
    "Ruiz",
    "Ana Ruiz",
    "House",
    "House Ferry Committee",
    "flood centre",
    "ICE",
    "U.S. Ferry Board",
]
TEXT = (
    "Ana Ruiz of the House ferry committee met the U.S. Ferry Board. Ruiz, of the Flood Centre, saw ice."
    " A ruiz. Ana\nRuiz. Ana, Ruiz."
)


def test_the_longest_form_is_found_at_each_place() -> None:
    found = [(span.of(TEXT), form) for span, form in Finder.of(FORMS).in_text(TEXT)]

    assert found == [
        ("Ana Ruiz", "Ana Ruiz"),
        ("House ferry committee", "House Ferry Committee"),
        ("U.S. Ferry Board", "U.S. Ferry Board"),
        ("Ruiz", "Ruiz"),
        ("Flood Centre", "flood centre"),
        ("Ana\nRuiz", "Ana Ruiz"),
        ("Ruiz", "Ruiz"),
    ]


def test_sightings_before_a_place_come_last_first() -> None:
    sightings = Sightings.of({ArticleId("a"): TEXT}, FORMS)
    at = TEXT.index("Flood")

    assert [one.form for one in sightings.before(ArticleId("a"), at)] == [
        "Ruiz",
        "U.S. Ferry Board",
        "House Ferry Committee",
        "Ana Ruiz",
    ]
