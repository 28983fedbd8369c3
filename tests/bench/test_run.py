"""The benchmark runner: what comes with the project is measured without the data beside it."""

import json
from pathlib import Path

import pytest

from bench import run
from bench.measures import MEASURES


def test_data_that_lies_beside_the_project_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(["--shared", str(tmp_path), "--only", "plover"]) == 2
    assert "name its parent with --shared" in capsys.readouterr().err


def test_our_own_gold_is_measured_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "bench"
    half = here / "quantities"
    half.mkdir(parents=True)
    for name in ("dev.jsonl", "held_out.jsonl"):
        lines = (run.HERE / "quantities" / name).read_text(encoding="utf-8").splitlines()
        (half / name).write_text("\n".join(lines[:3]) + "\n", encoding="utf-8")
    for name in ("quantities/score.py", "predict.py", "doors", "floors.json"):
        (here / name).symlink_to(run.HERE / name)
    monkeypatch.setattr(run, "HERE", here)
    monkeypatch.setattr(run, "RESULTS", tmp_path / "results.json")
    monkeypatch.setattr(run, "_stamp", lambda: {"date": "2026-01-05", "commit": "0000000"})

    assert run.main(["--shared", str(tmp_path / "none"), "--only", "quantities"]) == 0

    known = json.loads((tmp_path / "results.json").read_text())
    assert set(known) == {"quantities, dev", "quantities, held out"}
    assert known["quantities, dev"]["figures"]["value, approximator, noun F1"] > 0


def test_our_measures_find_their_data_and_scorer() -> None:
    ours = [measure for measure in MEASURES if measure.ours]

    assert ours
    for measure in ours:
        assert (run.HERE / measure.source).is_file()
        assert all((run.HERE / score.call[0]).is_file() for score in measure.scores)
