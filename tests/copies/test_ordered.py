from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.copies.retold.ordered import Likenesses, in_any_order, in_order


def likenesses(single: list[list[float]], joined: float = 0.0) -> Likenesses:
    table = np.array(single, dtype=np.float64)
    rows, columns = table.shape
    return Likenesses(
        table, np.full((rows - 1, columns), joined), np.full((rows, columns - 1), joined)
    )


@st.composite
def tables(draw: st.DrawFn) -> Likenesses:
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    share = st.floats(0, 1, allow_nan=False)
    cells = [
        [[draw(share) for _ in range(columns - more)] for _ in range(rows - less)]
        for less, more in ((0, 0), (1, 0), (0, 1))
    ]
    shapes = ((rows, columns), (rows - 1, columns), (rows, columns - 1))
    one, two, three = (
        np.array(cell, dtype=np.float64).reshape(shape)
        for cell, shape in zip(cells, shapes, strict=True)
    )
    return Likenesses(one, two, three)


@settings(max_examples=80, deadline=None)
@given(tables())
def test_beads_ascend_in_both_texts_and_share_no_sentence(table: Likenesses) -> None:
    rows, columns = table.single.shape

    beads = in_order(table, [5.0] * rows, [5.0] * columns, least=0.4)

    for before, after in itertools.pairwise(beads):
        assert before.a_end <= after.a
        assert before.b_end <= after.b
    assert all(bead.likeness >= 0.4 for bead in beads)


def test_the_same_text_is_aligned_sentence_by_sentence() -> None:
    beads = in_order(likenesses(np.eye(4).tolist()), [6.0] * 4, [6.0] * 4, least=0.5)

    assert [(bead.a, bead.a_end, bead.b, bead.b_end) for bead in beads] == [
        (i, i + 1, i, i + 1) for i in range(4)
    ]


def test_a_sentence_cut_in_two_corresponds_to_both_halves() -> None:
    single = np.array([[0.55, 0.5], [0.0, 0.0]])
    table = Likenesses(single, np.zeros((1, 2)), np.array([[0.9], [0.0]]))

    (bead,) = in_order(table, [10.0, 4.0], [5.0, 5.0], least=0.4)

    assert (bead.a, bead.a_end, bead.b, bead.b_end) == (0, 1, 0, 2)


def test_sentences_in_another_order_are_left_out() -> None:
    table = likenesses([[0.0, 0.9], [0.9, 0.0]])

    beads = in_order(table, [6.0, 6.0], [6.0, 6.0], least=0.5)

    assert len(beads) == 1
    assert in_any_order(table, least=0.5) == ((0, 1), (1, 0))
