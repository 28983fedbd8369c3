"""Every file that is met gives one row, and nothing that is wrong with one ends the run."""

from __future__ import annotations

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from firsthand.domain import Capture, Rejected
from firsthand.read import read_paths


def test_a_folder_is_read_with_its_subfolders_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/d.txt"):
        (tmp_path / name).write_text(f"The ferry {name} sank.")
    (tmp_path / ".hidden").write_text("not read")

    rows = list(read_paths([str(tmp_path)]))

    assert [Path(row.item).name for row in rows] == ["a.txt", "d.txt", "c.txt"]
    assert all(isinstance(row, Capture) for row in rows)


def test_bad_inputs_are_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("The ferry sank.")
    (tmp_path / "copy.txt").write_text("The ferry sank.")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "empty").mkdir()
    named = [tmp_path / name for name in ("good.txt", "copy.txt", "empty.txt", "photo.txt")]

    rows = list(read_paths([*map(str, named), str(tmp_path / "none.txt"), str(tmp_path / "empty")]))

    reasons = {Path(row.item).name: row.reason for row in rows if isinstance(row, Rejected)}
    assert len(rows) == 6
    assert [row.item for row in rows if isinstance(row, Capture)] == [str(named[0])]
    assert "copy of" in reasons["copy.txt"]
    assert "empty" in reasons["empty.txt"]
    assert "picture" in reasons["photo.txt"]
    assert "does not exist" in reasons["none.txt"]
    assert "without files" in reasons["empty"]
    assert all(row.hint and row.stage == "read" for row in rows if isinstance(row, Rejected))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("The ferry sank.")
    path.chmod(0)

    (row,) = read_paths([str(path)])

    assert isinstance(row, Rejected)
    assert "may not be read" in row.reason


def test_a_device_is_no_article() -> None:
    (row,) = read_paths(["/dev/zero"])

    assert isinstance(row, Rejected)
    assert "ordinary file" in row.reason


def test_a_name_that_no_file_can_have_is_rejected() -> None:
    (row,) = read_paths(["a\x00b"])

    assert isinstance(row, Rejected)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = SimpleNamespace(buffer=io.BytesIO(b"The ferry sank."))
    monkeypatch.setattr("sys.stdin", stdin)

    (row,) = read_paths(["-"])

    assert isinstance(row, Capture)
    assert (row.item, row.text) == ("standard input", "The ferry sank.")
