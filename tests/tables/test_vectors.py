from __future__ import annotations

import numpy as np

from firsthand.tables import weights
from firsthand.tables.vectors import WIDTH, encoder

TEXTS = [
    "The harbour master of Oostende closed the eastern lock on Friday.",
    "On Friday the eastern lock at Oostende was shut, its harbour master said.",
    "A recipe for apricot jam needs less sugar than you think.",
]


def test_rows_are_unit_length_and_as_many_as_the_texts() -> None:
    rows = encoder().encode(TEXTS)
    assert rows.shape == (3, WIDTH)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)


def test_a_paraphrase_is_nearer_than_another_subject() -> None:
    near, far = encoder().encode(TEXTS)[1:] @ encoder().encode(TEXTS)[0]
    assert near > 0.7
    assert far < 0.3


def test_the_vector_of_a_text_does_not_depend_on_its_neighbours() -> None:
    alone = encoder().encode(TEXTS[:1])[0]
    among = encoder().encode([TEXTS[2] * 30, TEXTS[0], TEXTS[1], TEXTS[0]])
    assert np.array_equal(alone, among[1])
    assert np.array_equal(alone, among[3])


def test_no_texts_give_no_rows() -> None:
    assert encoder().encode([]).shape == (0, WIDTH)


def test_the_label_names_model_and_digest() -> None:
    assert "MiniLM" in weights.card("minilm").label()
    assert weights.card("minilm").sha256["model.onnx"][:12] in weights.card("minilm").label()
