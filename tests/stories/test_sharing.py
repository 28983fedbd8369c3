from __future__ import annotations

from firsthand.stories.cards import card
from firsthand.stories.sharing import reasons
from tests.stories.test_telling_apart import (
    LOWER_FLOOD,
    MONDAY_SHOOTING,
    OTHER_TOWN,
    THURSDAY_SHOOTING,
    UPPER_FLOOD,
)

UPPER, LOWER, MONDAY, THURSDAY, ELSEWHERE = (
    [card(one) for one in event]
    for event in (UPPER_FLOOD, LOWER_FLOOD, MONDAY_SHOOTING, THURSDAY_SHOOTING, OTHER_TOWN)
)


def test_what_is_shared_is_named() -> None:
    told = {reason.feature: reason.score for reason in reasons(UPPER[:1], UPPER[1:2])}

    assert any("Marek Olszak" in feature for feature in told)
    assert any("Wojnicz" in feature and feature.startswith("both tell") for feature in told)
    assert any(feature.startswith("published 1 day apart") for feature in told)
    assert all(-1 <= score <= 1 for score in told.values())


def test_other_towns_and_names_speak_against() -> None:
    told = {reason.feature: reason.score for reason in reasons(MONDAY, ELSEWHERE)}
    (towns,) = (feature for feature in told if feature.startswith("other towns"))

    assert "Dayton" in towns
    assert "Toledo" in towns
    assert told[towns] < 0


def test_whole_stories_are_told_apart_by_what_runs_through_them() -> None:
    features = " | ".join(reason.feature for reason in reasons(UPPER, LOWER))

    assert "Tarnow" in features
    assert "Trencin" in features


def test_reasons_do_not_depend_on_the_order_of_articles() -> None:
    assert reasons(UPPER, LOWER) == reasons(UPPER[::-1], LOWER[::-1])


def test_the_weightiest_reason_comes_first() -> None:
    scores = [abs(reason.score) for reason in reasons(MONDAY, THURSDAY)]

    assert scores == sorted(scores, reverse=True)
