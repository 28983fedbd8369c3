"""The costs of merges and splits add up to what BCubed lacks."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from bench.partition_errors.partitions import merges, splits


def test_a_merge_names_the_two_true_sets_the_larger_first() -> None:
    gold = {"a": 1, "b": 1, "c": 2, "d": 3}
    found = {"a": 9, "b": 9, "c": 9, "d": 8}
    (only,) = merges(gold, found)
    assert (only.one, only.other) == (("a", "b"), ("c",))
    assert only.cost == pytest.approx(100 / 3)
    assert splits(gold, found) == ()


def test_a_split_names_the_two_found_parts_of_one_true_set() -> None:
    gold = {"a": 1, "b": 1, "c": 1}
    found = {"a": 5, "b": 5}
    (only,) = splits(gold, found)
    assert (only.one, only.other) == (("a", "b"), ("c",))
    assert merges(gold, found) == ()


def _lacking(parts: dict[str, int], wholes: dict[str, int]) -> float:
    """1 minus BCubed precision of the sets `wholes`, by its definition, in percentage points."""
    shares = []
    for one, part in parts.items():
        together = [other for other in parts if wholes[other] == wholes[one]]
        right = [other for other in together if parts[other] == part]
        shares.append(len(right) / len(together))
    return 100 * (1 - sum(shares) / len(shares))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=14))
def test_costs_sum_to_what_precision_and_recall_lack(labels: list[tuple[int, int]]) -> None:
    gold = {f"d{at:02}": pair[0] for at, pair in enumerate(labels)}
    found = {f"d{at:02}": pair[1] for at, pair in enumerate(labels)}
    assert sum(one.cost for one in merges(gold, found)) == pytest.approx(_lacking(gold, found))
    assert sum(one.cost for one in splits(gold, found)) == pytest.approx(_lacking(found, gold))
