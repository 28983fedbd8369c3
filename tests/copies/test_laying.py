from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.copies.laying import brief, lay
from firsthand.text.shingles import shingles

texts = st.lists(
    st.lists(st.sampled_from([f"w{number}" for number in range(40)]), max_size=60),
    min_size=2,
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(texts, st.lists(st.sampled_from([f"s{number}" for number in range(30)]), max_size=40))
def test_runs_lie_in_both_texts_apart_from_each_other(
    bodies: list[list[str]], shared: list[str]
) -> None:
    bodies = [
        [*body, *shared] if place % 2 else [*shared, *body] for place, body in enumerate(bodies)
    ]
    codes = [shingles(body) for body in bodies]
    edges = np.cumsum([0, *(len(one) for one in codes)])
    first, second = np.triu_indices(len(bodies), 1)
    found = lay(brief(np.concatenate(codes)), (edges[:-1], edges[1:]), first, second)

    for pair, (i, j) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        low, high = np.searchsorted(found.pair, [pair, pair + 1]).tolist()
        runs = found.of(low, high)
        alone = lay(
            brief(np.concatenate([codes[i], codes[j]])),
            (
                np.array([0, len(codes[i])]),
                np.array([len(codes[i]), len(codes[i]) + len(codes[j])]),
            ),
            np.array([0]),
            np.array([1]),
        )
        assert runs == alone.of(0, len(alone.pair))
        for run in runs:
            assert 7 <= run.equal <= min(run.a_end - run.a, run.b_end - run.b)
            assert run.a_end <= len(bodies[i])
            assert run.b_end <= len(bodies[j])
        for one, other in itertools.pairwise(runs):
            assert one.a_end <= other.a
        by_b = sorted(runs, key=lambda run: run.b)
        assert all(one.b_end <= other.b for one, other in itertools.pairwise(by_b))


def test_an_edit_stays_inside_a_run_and_a_long_gap_parts_two() -> None:
    words = [f"w{number}" for number in range(40)]
    edited = [*words[:12], "new", *words[13:20], *(f"x{n}" for n in range(9)), *words[20:]]
    codes = [shingles(words), shingles(edited)]
    edges = np.cumsum([0, *(len(one) for one in codes)])
    found = lay(brief(np.concatenate(codes)), (edges[:-1], edges[1:]), np.array([0]), np.array([1]))

    assert [(run.a, run.a_end, run.b, run.b_end, run.equal) for run in found.of(0, 9)] == [
        (0, 20, 0, 20, 19),
        (20, 40, 29, 49, 20),
    ]
