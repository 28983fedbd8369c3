from __future__ import annotations

import pytest

from firsthand.annotate.options import known_as, options_for, people_place


@pytest.mark.parametrize(
    ("name", "first", "kind", "region", "part"),
    [
        ("City of Ghent", "Ghent", "city", False, ""),
        ("Province of Liège", "Province de Liège", "district", True, ""),
        ("Krasnodar region", "Krasnodarskiy Kray", "region", False, ""),
        ("Idlib province", "Idlib Governorate", "region", True, ""),
        ("Eastern China", "China", "country", False, "eastern"),
        ("Greater Glasgow", "Greater Glasgow", "area", False, ""),
        ("W. Columbia", "West Columbia", "city", False, ""),
        ("Springfield Township", "Springfield", "city", False, ""),
    ],
)
def test_words_of_kind_and_direction_are_read_off(
    name: str, first: str, kind: str, region: bool, part: str
) -> None:
    known = known_as(name, after_comma=False)

    assert known.places
    assert (known.places[0].name, known.places[0].kind) == (first, kind)
    assert (known.region, known.part) == (region, part)


def test_a_name_that_means_nothing_has_no_places() -> None:
    assert known_as("Qwrtzvania", after_comma=False).places == ()
    assert known_as("Eastern Qwrtzvania", after_comma=False).places == ()


def test_a_postal_code_counts_after_a_comma_only() -> None:
    assert options_for("OH", after_comma=True)[0].name == "Ohio"
    assert not any(place.name == "Ohio" for place in options_for("OH", after_comma=False))


@pytest.mark.parametrize(
    ("people", "place"),
    [("Tuscan", "Toscana"), ("Bostonians", "Boston"), ("Uyghurs", None), ("Kenyan", "Kenya")],
)
def test_a_people_has_its_place(people: str, place: str | None) -> None:
    found = people_place(people)

    assert found is not None
    assert place is None or found.name == place
