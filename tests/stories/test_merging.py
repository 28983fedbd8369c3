from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from firsthand.stories.cards import Card, card
from firsthand.stories.closing import closed
from firsthand.stories.linking import link_scores, scored
from firsthand.stories.merging import FEATURES, joined, measured, summary, together
from tests.stories.test_telling_apart import LOWER_FLOOD, SHOOTINGS, UPPER_FLOOD

EVENTS = [[card(one) for one in event] for event in (UPPER_FLOOD, LOWER_FLOOD, *SHOOTINGS)]
CARDS = sorted((one for event in EVENTS for one in event), key=lambda one: one.article)


def column(name: str) -> int:
    return FEATURES.index(name)


def test_sums_do_not_depend_on_how_they_were_added() -> None:
    upper = [summary(one) for one in EVENTS[0]]
    other = summary(EVENTS[1][0])
    rows = [
        measured(joined([joined(order[:2]), joined(order[2:])]), [other])
        for order in permutations(upper)
    ]

    assert all((row == rows[0]).all() for row in rows)


def test_the_score_is_symmetric_and_knows_nothing_of_the_other_sets() -> None:
    wholes = [joined([summary(one) for one in event]) for event in EVENTS]
    table = np.stack([together(one, wholes) for one in wholes])

    np.testing.assert_array_equal(table, table.T)
    assert together(wholes[0], [wholes[3]])[0] == table[0, 3]
    assert together(wholes[0], []).shape == (0,)


def test_halves_of_events_find_each_other_and_nothing_else() -> None:
    halves = [joined([summary(one) for one in event[:1]]) for event in EVENTS]
    rests = [joined([summary(one) for one in event[1:]]) for event in EVENTS]
    table = np.stack([together(one, rests) for one in halves])

    assert (table.argmax(axis=1) == np.arange(len(EVENTS))).all()
    assert (np.diag(table) > 0).all()
    assert (table[~np.eye(len(EVENTS), dtype=bool)] < 0).all()


def test_reports_in_the_same_words_of_other_people_in_another_town_are_apart() -> None:
    # "Man, 34, shot dead outside Dayton car wash", "Man, 36, shot dead outside Toledo gas station".
    dayton, toledo = EVENTS[2], EVENTS[4]

    assert all((link_scores(one, toledo) < -1).all() for one in dayton)
    assert link_scores(dayton[0], dayton[1:])[0] > 1
    assert link_scores(toledo[0], toledo[1:])[0] > 1


def test_days_between_are_counted_from_the_nearest_ends() -> None:
    early = joined([summary(one) for one in EVENTS[2]])
    late = joined([summary(one) for one in EVENTS[3]])
    gap = measured(early, [late])[0, column("days between")]

    assert gap == pytest.approx(np.log1p(2), abs=1e-4)
    assert measured(early, [early])[0, column("days between")] == 0


def test_sets_in_other_towns_are_apart() -> None:
    dayton, toledo = (joined([summary(one) for one in EVENTS[at]]) for at in (2, 4))

    assert measured(dayton, [toledo])[0, column("towns, apart")] > 0
    assert measured(dayton, [dayton])[0, column("towns, apart")] == 0


def test_articles_without_words_or_vectors_in_common_are_not_one_event() -> None:
    nothing = Card(
        article=CARDS[0].article, headline="", day=None, short=True, terms=(), names=(),
        headline_terms=(), lead=bytes(768), title=bytes(768),
    )  # fmt: skip
    assert (link_scores(nothing, CARDS[1:]) < 0).all()


def test_the_order_of_what_is_compared_does_not_change_the_events() -> None:
    pairs = scored(CARDS)
    found = closed(CARDS, pairs.first, pairs.second, pairs.odds)
    at = np.arange(len(pairs.odds))[::-1]
    again = closed(CARDS, pairs.first[at], pairs.second[at], pairs.odds[at])

    np.testing.assert_array_equal(found, again)
    assert len(set(found.tolist())) == len(EVENTS)


def test_what_no_pair_leads_to_is_never_compared() -> None:
    pairs = scored(CARDS)
    none = pairs.odds < -9
    found = closed(CARDS, pairs.first[none], pairs.second[none], pairs.odds[none])

    np.testing.assert_array_equal(found, np.arange(len(CARDS)))
