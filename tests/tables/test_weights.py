from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from firsthand.errors import PlanError
from firsthand.tables import weights


def test_a_damaged_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "toy"
    folder.mkdir()
    (folder / "card.json").write_text(
        '{"name":"toy","version":"1","origin":"","licence":"Apache-2.0","method":"",'
        '"measured":"","sha256":{"model.bin":"'
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
        '"}}'
    )
    monkeypatch.setattr(weights, "_DATA", tmp_path)
    weights.card.cache_clear()
    (folder / "model.bin").write_bytes(b"test")
    assert weights.checked("toy", "model.bin") == folder / "model.bin"
    (folder / "model.bin").write_bytes(b"tesu")
    with pytest.raises(PlanError, match="damaged"):
        weights.checked("toy", "model.bin")
    with pytest.raises(PlanError, match="missing"):
        weights.checked("toy", "other.bin")
    weights.card.cache_clear()


def test_unknown_weights_are_a_plan_error() -> None:
    with pytest.raises(PlanError, match="no weights named"):
        weights.card("nonesuch")


def test_a_small_model_is_refused_when_it_is_not_the_one_of_its_card(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    np.savez(tmp_path / "toy.npz", one=np.arange(3))
    right = sha256((tmp_path / "toy.npz").read_bytes()).hexdigest()
    monkeypatch.setattr(weights, "_DATA", tmp_path)
    (tmp_path / "toy.json").write_text(json.dumps({"name": "toy", "sha256": right}))
    assert weights.arrays("toy")["one"].tolist() == [0, 1, 2]

    (tmp_path / "toy.json").write_text(json.dumps({"name": "toy", "sha256": "0" * 64}))
    with pytest.raises(PlanError, match="damaged"):
        weights.arrays("toy")


@pytest.mark.parametrize("name", ["line_roles", "page_lines"])
def test_shipped_small_models_are_those_of_their_cards(name: str) -> None:
    assert weights.arrays(name)
