"""Grouping: means decide, forbidden pairs stay apart, order does not matter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.groups import grouped

_PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6))
    .filter(lambda p: p[0] != p[1])
    .map(lambda p: (min(p), max(p))),
    st.floats(0, 1),
    max_size=15,
)


def test_one_strong_link_does_not_chain_two_groups() -> None:
    likely = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.6}

    assert grouped(4, likely=likely, join=0.5) == ((0, 1), (2, 3))


def test_a_forbidden_pair_keeps_its_groups_apart() -> None:
    likely = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}

    assert grouped(3, likely=likely, cannot=[(0, 2)], join=0.4) == ((0, 1), (2,))


def test_a_copy_is_joined_though_its_number_was_changed() -> None:
    assert grouped(2, likely={}, must=[(0, 1)], cannot=[(0, 1)], join=0.5) == ((0, 1),)


def test_two_alone_must_be_surer_than_a_member_of_a_group() -> None:
    assert grouped(2, likely={(0, 1): 0.3}, join=0.2, seed=0.4) == ((0,), (1,))
    assert grouped(3, likely={(0, 1): 0.9, (0, 2): 0.3, (1, 2): 0.3}, join=0.2, seed=0.4) == (
        (0, 1, 2),
    )


@given(_PAIRS, st.floats(0.05, 1))
def test_every_item_is_in_exactly_one_group(
    likely: dict[tuple[int, int], float], join: float
) -> None:
    groups = grouped(7, likely=likely, join=join)

    assert sorted(i for group in groups for i in group) == list(range(7))


@given(_PAIRS, _PAIRS)
def test_forbidden_pairs_are_never_in_one_group(
    likely: dict[tuple[int, int], float], forbidden: dict[tuple[int, int], float]
) -> None:
    for group in grouped(7, likely=likely, cannot=forbidden, join=0.1):
        assert not any(a in group and b in group for a, b in forbidden)
