import sqlite3
from pathlib import Path

import pytest

from firsthand.domain import Capture
from firsthand.errors import StoreError
from firsthand.read import capture_from
from firsthand.store import KeptBrief, open_store


def _capture(words: str) -> Capture:
    return capture_from(f"{words[:5]}.txt", (words + "\n").encode() * 3)


def test_captures_are_kept_once_by_their_bytes(tmp_path: Path) -> None:
    reader, writer = open_store(str(tmp_path / "desk.db"))
    one, two = _capture("A quarry wall fell in Larvik."), _capture("Nobody was hurt, police said.")

    assert writer.add([one, two], at="2026-01-02") == (2, 0)
    assert writer.add([two], at="2026-01-03") == (0, 1)
    kept = list(reader.captures())
    assert [k.raw for k in kept] == [c.raw for c in sorted((one, two), key=lambda c: c.item)]
    assert reader.damaged() == ()


def test_a_changed_byte_is_found(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    reader, writer = open_store(str(path))
    capture = _capture("A quarry wall fell in Larvik.")
    writer.add([capture], at="2026-01-02")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE captures SET raw = x'00'")

    assert reader.damaged() == (capture.sha256,)


def test_briefs_are_replaced_together_and_reopened(tmp_path: Path) -> None:
    path = str(tmp_path / "desk.db")
    _, writer = open_store(path)
    brief = KeptBrief(
        story="t1", title="Quarry", articles=2, first=None, last="2026-01-02", as_of="x", json="{}"
    )
    writer.replace_briefs([brief])
    reader, writer = open_store(path)

    assert reader.brief("t1") == brief
    assert [one.story for one in reader.stories()] == ["t1"]
    writer.replace_briefs([])
    assert reader.brief("t1") is None


@pytest.mark.parametrize("name", ["", "missing/desk.db"])
def test_a_folder_or_a_path_without_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(tmp_path / name))


def test_a_file_that_is_no_store_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database, however long this line may be, and it is quite long\n" * 40)

    with pytest.raises(StoreError, match=r"notes\.txt"):
        open_store(str(path))
