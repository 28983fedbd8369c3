from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate import Annotator
from firsthand.annotate.locating import weigh
from firsthand.annotate.outlethome import home_of_outlet
from firsthand.annotate.placeclues import Clue
from firsthand.domain import Where
from firsthand.extract import plain_article
from firsthand.tables.gazetteer import gazetteer


@cache
def located(text: str) -> tuple[Where, ...]:
    return Annotator().read(plain_article(text, item="invented")).places


def the(text: str, name: str) -> Where:
    found = [where for where in located(text) if where.name == name]
    assert found, [where.name for where in located(text)]
    return found[0]


def chosen(text: str, name: str) -> tuple[str, str, str]:
    where = the(text, name)
    assert where.chosen is not None
    return where.chosen.name, where.chosen.kind, where.chosen.country


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The ferry left Dover for Calais on Monday.", "Calais", ("Calais", "city", "FR")),
        ("A barn burned down in Paris, Texas, on Friday.", "Paris", ("Paris", "city", "US")),
        ("The minister flew to Paris on Friday.", "Paris", ("Paris", "city", "FR")),
        (
            "The bridge in Athens, Georgia, reopened. Drivers from Macon and Savannah cheered.",
            "Athens",
            ("Athens", "city", "US"),
        ),
        (
            "Tbilisi residents lined up for bread. Elections in Georgia are due, and Batumi votes first.",
            "Georgia",
            ("Georgia", "country", "GE"),
        ),
        (
            "Farmers in Georgia, Alabama and Florida lost their peaches to the frost.",
            "Georgia",
            ("Georgia", "region", "US"),
        ),
        (
            "Floods hit the Kursk region of Russia on Sunday.",
            "Kursk",
            ("Kursk Oblast", "region", "RU"),
        ),
        ("A tram derailed in Kursk on Sunday.", "Kursk", ("Kursk", "city", "RU")),
        ("Fighting in Donbas went on, Ukraine said.", "Donbas", ("Donbas", "area", "UA")),
        (
            "Fires burned across Victoria, Australia, and reached Geelong and Ballarat.",
            "Victoria",
            ("State of Victoria", "region", "AU"),
        ),
        ("A tanker ran aground in the Black Sea.", "Black Sea", ("Black Sea", "water", "")),
    ],
)
def test_a_name_is_located_by_what_stands_around_it(
    text: str, name: str, expected: tuple[str, str, str]
) -> None:
    assert chosen(text, name) == expected


def test_a_dateline_names_a_city_even_where_a_state_has_its_name() -> None:
    text = "WASHINGTON — Senators met.\n\nFarmers from Seattle and Spokane came to listen."
    assert chosen(text, "WASHINGTON") == ("Washington", "city", "US")


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("Moscow warned its neighbours on Tuesday.", "Moscow", True),
        ("Seoul will continue its close consultations with allies.", "Seoul", True),
        ("A bakery burned down in Moscow on Tuesday.", "Moscow", False),
        ("Belgium has sent two ships to Poland.", "Belgium", True),
        ("Belgium has sent two ships to Poland.", "Poland", False),
    ],
)
def test_a_government_is_an_actor_and_still_has_a_place(text: str, name: str, actor: bool) -> None:
    where = the(text, name)
    assert where.actor is actor
    assert where.chosen is not None


def test_a_people_is_an_actor_at_its_country() -> None:
    text = "Dozens of Belgian firemen came to help."
    where = the(text, "Belgium")
    assert where.actor
    assert where.span.of(text) == "Belgian"


def test_a_body_gives_its_town_but_a_newspaper_does_not() -> None:
    text = "Rotterdam Police closed the road, the Houston Chronicle reported."
    assert the(text, "Rotterdam").actor
    assert "Houston" not in [where.name for where in located(text)]


def test_a_person_is_no_place() -> None:
    text = "Jordan Hamilton said the storm was over. Hamilton spoke to reporters."
    assert located(text) == ()


def test_an_unknown_place_is_unresolved_and_said_to_lie_in_the_next() -> None:
    text = "The convoy stopped in Vrestovik, Ukraine, before dawn. It then went to Kharkiv."
    where = the(text, "Vrestovik")
    assert where.chosen is None
    assert where.within == "Ukraine"


def test_a_namesake_far_away_is_no_answer() -> None:
    text = "Ghent, Antwerp, Leuven and Brussels sent firemen to Lisbon Falls."
    assert all(where.chosen is None or where.chosen.country == "BE" for where in located(text))


def test_the_host_of_an_outlet_tells_its_home() -> None:
    article = plain_article("x", item="x", url="https://www.thechesterpost.co.uk/a")
    homes = home_of_outlet(article)
    assert ("United Kingdom",) in [tuple(place.name for place in home) for home in homes]
    assert any(place.name == "Chester" for home in homes for place in home)
    assert {
        place.name
        for home in home_of_outlet(plain_article("x", item="x", outlet="Chester Post"))
        for place in home
    } == {"Chester"}
    assert home_of_outlet(plain_article("x", item="x", outlet="The Daily Mail")) == ()


def test_every_place_carries_reasons_and_spans_of_its_own_text() -> None:
    text = "Crews from Ghent and Antwerp, both in Belgium, arrived in Rotterdam."
    for where in located(text):
        assert where.reasons
        assert where.span.of(text)
        assert where.chosen is None or where.chosen == where.candidates[0]
        assert len(where.candidates) <= 5


def test_a_text_without_places_gives_nothing() -> None:
    assert located("Nobody came, and nothing happened.") == ()


TOWNS = ("Springfield", "Richmond", "Columbus", "Ghent", "Texas", "Ohio", "Belgium", "Georgia")


@settings(max_examples=30, deadline=None)
@given(st.permutations(TOWNS))
def test_the_order_of_names_never_changes_a_choice(order: list[str]) -> None:
    def choices(names: list[str]) -> dict[str, int]:
        weighed = weigh([Clue(options=gazetteer().named(name)[:20], name=name) for name in names])
        return {
            name: scored[0].place.geonameid for name, scored in zip(names, weighed, strict=True)
        }

    assert choices(order) == choices(list(TOWNS))


def test_clues_without_places_are_allowed() -> None:
    assert weigh([]) == []
    assert weigh([Clue(options=())]) == [[]]


def test_a_text_with_thousands_of_names_stays_within_memory() -> None:
    options = gazetteer().named("Springfield")
    weighed = weigh([Clue(options=options, name="Springfield")] * 2_000)
    assert len(weighed) == 2_000
    assert len(weighed[0]) == 1
    assert weighed[-1] == []
