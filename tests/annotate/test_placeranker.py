from __future__ import annotations

import json
from importlib.resources import files

import numpy as np

from firsthand.annotate.locating import measure, weigh
from firsthand.annotate.placeclues import Clue
from firsthand.annotate.placeranker import FEATURES, place_weights
from firsthand.tables.gazetteer import gazetteer


def clue(name: str, **more: object) -> Clue:
    return Clue(options=gazetteer().named(name)[:30], name=name, **more)  # type: ignore[arg-type]


def test_there_is_a_weight_for_each_measure_and_the_rules_count_once() -> None:
    weights = place_weights()

    assert weights.shape == (len(FEATURES),)
    assert weights[0] == 1.0


def test_the_card_tells_data_figures_and_the_measures_of_the_weights() -> None:
    text = files("firsthand.tables").joinpath("data/place_ranker.json").read_text(encoding="utf-8")
    card = json.loads(text)

    assert tuple(card["features"]) == FEATURES
    assert card["trained_on"]
    assert card["measured"]["held out"]["lgl"] > card["measured"]["rules alone"]["lgl"]


def test_every_place_is_measured() -> None:
    measured = measure([clue("Springfield"), clue("Illinois")])

    assert measured is not None
    assert measured.measures.shape == (len(measured.places), len(FEATURES))
    assert np.isfinite(measured.measures).all()


def test_a_town_has_company_where_its_region_is_named() -> None:
    alone = weigh([clue("Peoria")])[0][0]
    together = weigh([clue("Peoria"), clue("Illinois")])[0][0]

    assert alone.company == 0.0
    assert together.company > 0.3
    assert together.place.division == "US.IL"


def test_the_outlets_town_draws_its_own_name() -> None:
    (town,) = [place for place in gazetteer().named("London") if place.division == "US.KY"]
    home = Clue(options=(town,), count=2.0)
    found = weigh([clue("London", home=town.geonameid), home])[0][0]

    assert found.place.geonameid == town.geonameid


def test_names_in_one_list_are_of_one_kind() -> None:
    names = ("Oregon", "Washington", "Idaho")
    clues = [
        clue(name, beside=tuple(other for other in range(3) if other != at))
        for at, name in enumerate(names)
    ]

    assert [scored[0].place.kind for scored in weigh(clues)] == ["region"] * 3
