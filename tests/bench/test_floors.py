"""Floors on judgement quality, checked where the hand-made audits lie beside the project."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import run

PROJECT = Path(__file__).parents[2]
SHARED = PROJECT.parent / "shared"


@pytest.mark.slow
def test_the_audits_do_not_fall_below_their_floors(tmp_path: Path) -> None:
    if not (SHARED / "bench" / "audit" / "score.py").is_file():
        pytest.skip("the hand-made audits do not lie beside the project")
    floors = json.loads((PROJECT / "bench" / "floors.json").read_text())
    found = run.audits(SHARED.resolve(), tmp_path)

    wanted = {name: floor for name, floor in floors.items() if name.startswith("audit, ")}
    assert wanted
    low = [
        (name, figure, found[name]["figures"][figure], least)
        for name, figures in wanted.items()
        for figure, least in figures.items()
        if found[name]["figures"][figure] < least
    ]
    assert low == []


def test_every_floor_stands_on_a_measured_figure() -> None:
    floors = json.loads((PROJECT / "bench" / "floors.json").read_text())
    results = json.loads((PROJECT / "bench" / "results.json").read_text())

    assert floors
    for name, figures in floors.items():
        for figure, least in figures.items():
            assert results[name]["figures"][figure] >= least, f"{name}, {figure}"


def test_the_benchmark_says_when_its_data_is_not_there(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.run", "--shared", str(tmp_path)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "not there" in done.stderr


def test_speed_is_passed_over_where_its_pages_are_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.speeds(tmp_path, "speed") == {}
    assert "skipped" in capsys.readouterr().out
