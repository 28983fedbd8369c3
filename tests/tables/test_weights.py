from __future__ import annotations

from pathlib import Path

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
