"""Labels of a sequence: the best under the rules, and stretches read off it."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.attribute.labelling import allowed, best_paths, shares, stretches


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 5))
def test_no_labelling_sums_higher(seed: int, length: int) -> None:
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=(2, length, 3)).astype(np.float32)
    steps = chance.normal(size=(4, 3)).astype(np.float32)

    paths = best_paths(scores, steps)

    def worth(row: int, path: tuple[int, ...]) -> float:
        moves = steps[3, path[0]] + sum(steps[one, following] for one, following in pairwise(path))
        return float(moves + sum(scores[row, at, label] for at, label in enumerate(path)))

    for row in range(2):
        best = max(worth(row, path) for path in product(range(3), repeat=length))
        assert abs(worth(row, tuple(paths[row].tolist())) - best) < 1e-4


def test_inside_never_stands_without_its_beginning() -> None:
    scores = np.zeros((1, 4, 5), dtype=np.float32)
    scores[0, :, 4] = 9  # every piece wants to be inside a content

    path = best_paths(scores, allowed(2))[0]

    assert path[0] != 4
    assert stretches(path, 3) == [(0, 4)]


def test_a_new_beginning_parts_two_stretches() -> None:
    assert stretches(np.array([1, 2, 1, 0, 2]), 1) == [(0, 2), (2, 3)]


def test_shares_sum_to_one_however_large_the_scores() -> None:
    made = shares(np.array([[1000.0, 999.0, -1000.0]], dtype=np.float32))

    assert np.isclose(made.sum(), 1)
    assert made[0, 0] > made[0, 1] > made[0, 2]
