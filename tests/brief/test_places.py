from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from firsthand.brief.places import _shown, places
from firsthand.domain import Candidate, PlaceEntry, Span, Where
from tests.brief.ferry_story import ferry_brief

PLACE = Candidate(
    geonameid=1, name="Ghent", kind="city", country="BE", lat=51.0, lon=3.7, score=1.0
)


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ({"Ghent": 2, "Gent": 1}, "Ghent"),
        ({"GHENT": 3}, "Ghent"),
        ({"Wash.": 1, "Washington State": 1}, "Washington State"),
        ({"Gent": 1, "Ghent city": 1}, "Ghent city"),
        ({"U.S.": 5}, "Ghent"),
    ],
)
def test_an_entry_is_called_what_it_is_mostly_called(names: dict[str, int], shown: str) -> None:
    assert _shown(Counter(names), PLACE) == shown


def _placed(*named: tuple[str, bool]) -> tuple[PlaceEntry, ...]:
    """The places of a story whose first article names Ghent so, each as an actor or not."""
    settled = ferry_brief().settled
    wheres = tuple(
        Where(
            span=Span(10 * at, 10 * at + len(name)),
            name=name,
            chosen=PLACE,
            candidates=(PLACE,),
            actor=actor,
        )
        for at, (name, actor) in enumerate(named)
    )
    first = replace(settled.readings[0], places=wheres)
    rest = tuple(replace(one, places=()) for one in settled.readings[1:])
    return places(replace(settled, readings=(first, *rest)))


def test_what_is_only_an_actor_is_no_place_of_the_story() -> None:
    assert _placed(("Ghent", True), ("Ghent", True)) == ()


def test_only_what_names_it_as_a_place_is_among_its_mentions() -> None:
    (entry,) = _placed(("Gent", True), ("Gent", True), ("Ghent", False))

    assert entry.name == "Ghent"
    assert [one.span.start for one in entry.mentions] == [20]
