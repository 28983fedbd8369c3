from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.stories.linkage import average_linkage


def linked(count: int, scores: dict[tuple[int, int], float], threshold: float = 0.0) -> list[int]:
    pairs = sorted(scores)
    labels: list[int] = average_linkage(
        count,
        np.array([i for i, _ in pairs], dtype=np.int64),
        np.array([j for _, j in pairs], dtype=np.int64),
        np.array([scores[pair] for pair in pairs], dtype=np.float32),
        threshold=threshold,
        floor=-4.0,
    ).tolist()
    return labels


def test_a_chain_of_likenesses_does_not_join_its_ends() -> None:
    assert linked(4, {(0, 1): 5, (1, 2): 1, (2, 3): 5}) == [0, 0, 2, 2]


def test_a_weak_pair_does_not_break_up_what_the_rest_holds_together() -> None:
    assert linked(3, {(0, 1): 5, (1, 2): 5, (0, 2): -1}) == [0, 0, 0]


def test_no_pairs_no_sets() -> None:
    assert linked(3, {}) == [0, 1, 2]
    assert linked(0, {}) == []


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(-3.9, 6),
        max_size=28,
    ),
    st.permutations(range(8)),
)
def test_sets_do_not_depend_on_the_order_of_items(
    scores: dict[tuple[int, int], float], order: list[int]
) -> None:
    # Distinct scores, so that no tie has to be broken by index.
    scores = {pair: value + 0.001 * at for at, (pair, value) in enumerate(sorted(scores.items()))}
    moved = {
        (min(order[i], order[j]), max(order[i], order[j])): value
        for (i, j), value in scores.items()
    }
    one, other = linked(8, scores), linked(8, moved)
    for i in range(8):
        for j in range(8):
            assert (one[i] == one[j]) == (other[order[i]] == other[order[j]])


def test_a_part_too_large_to_lay_out_is_cut_where_its_links_are_weakest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("firsthand.stories.linkage.LARGEST", 4)
    strong = {(0, 1): 5.0, (1, 2): 5.0, (0, 2): 5.0, (3, 4): 5.0, (4, 5): 5.0, (3, 5): 5.0}

    assert linked(8, {**strong, (2, 3): 0.1, (6, 7): 2.0}) == [0, 0, 0, 3, 3, 3, 6, 6]


def test_a_part_too_large_that_no_cut_divides_is_one_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.stories.linkage.LARGEST", 3)

    assert linked(6, {(i, j): 1.2 for j in range(6) for i in range(j)}) == [0] * 6
