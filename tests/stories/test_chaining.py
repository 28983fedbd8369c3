from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from firsthand.stories import chaining
from firsthand.stories.alike import FEATURES, pairs
from firsthand.stories.chaining import chained, joined, seen_of
from firsthand.stories.told import Told, told_of_words


def mentions(*words: str) -> list[Told]:
    return [told_of_words(word, text=f"text {at}") for at, word in enumerate(words)]


def test_each_pair_has_every_column_and_equal_mentions_share_all() -> None:
    found = pairs(seen_of(mentions("collapse", "collapse", "vineyard")))
    both = dict(zip(FEATURES, found.columns[0].tolist(), strict=True))

    assert (found.first[0], found.second[0]) == (0, 1)
    assert found.columns.shape == (len(found.first), len(FEATURES))
    assert both["lemma"] == both["root"] == both["own_least"] == 1
    assert both["word"] == pytest.approx(1, abs=1e-3)
    assert both["doers_least"] == -1
    assert np.isfinite(found.columns).all()


def test_a_pair_is_measured_alike_from_either_side() -> None:
    told = [replace(one, sentence=at) for at, one in enumerate(mentions("raid", "raids", "attack"))]
    one, other = pairs(seen_of(told)), pairs(seen_of(told[::-1]))
    columns = {(a, b): row for a, b, row in zip(one.first, one.second, one.columns, strict=True)}
    turned = {
        (2 - b, 2 - a): row
        for a, b, row in zip(other.first, other.second, other.columns, strict=True)
    }

    assert set(columns) == set(turned)
    for pair, row in columns.items():
        assert row == pytest.approx(turned[pair], abs=1e-4)


def test_sets_are_joined_down_to_the_mean_asked_for() -> None:
    first, second = np.array([0, 0, 1]), np.array([1, 2, 2])
    odds = np.array([3.0, -1.0, -2.0])

    assert joined(4, first, second, odds, 0.0).tolist() == [0, 0, 2, 3]
    assert joined(4, first, second, odds, -1.6).tolist() == [0, 0, 0, 3]


def test_equal_mentions_of_equal_texts_are_one() -> None:
    one = told_of_words("collapse", text="same")

    assert chained([one, one], "event") == [0, 0]
    assert chained([], "event") == []
    assert chained([one], "entity") == [0]


def test_more_mentions_than_are_compared_at_once_still_meet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = [
        told_of_words(word, text=f"text {at}")
        for at in range(12)
        for word in ("collapse", "vineyard", "arrested")
    ]
    monkeypatch.setattr(chaining, "AT_ONCE", 8)
    found = chained(told, "event")

    assert len(set(found[0::3])) == len(set(found[1::3])) == len(set(found[2::3])) == 1
    assert len(set(found)) == 3


def test_a_very_long_window_and_odd_words_are_borne() -> None:
    long = replace(told_of_words("collapse", text="long"), window="word " * 5000 + "collapse")
    long = replace(long, within=(25_000, 25_008))
    found = chained([long, *mentions("", "\u200b", "💥", "collapse")], "event")

    assert len(found) == 5
    assert found[0] == found[4]
