"""Bad input never ends a run: each item is named with a remedy, and the counts add up."""

import io
import json
import os
import re
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

REPORT = """Quarry wall falls on road near Larvik

Fjord Gazette
Monday, 5 January 2026, 10:15 CET
By Kari Tveit

LARVIK - A quarry wall collapsed on Sunday and buried a road south of Larvik, the county police said.

"We have found nobody under the stones, and nobody is missing," police superintendent Jonas Lie told reporters.

About 40 people were moved from their homes, said Lie.
"""


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    folder = tmp_path / "coverage"
    folder.mkdir()
    (folder / "good.txt").write_text(REPORT, encoding="utf-8")
    return folder


def _rejected(err: str) -> dict[str, str]:
    found = re.findall(r"^firsthand: rejected: (.*?): (.*)$", err, flags=re.MULTILINE)
    return {Path(item).name: why for item, why in found}


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("empty.txt", b""),
        ("blank.html", b"  \n\n "),
        ("picture.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40),
        ("tangled.txt", b"\x00\x01\x02\x03" * 500),
        (
            "shell.html",
            b"<html><head><title>x</title></head><body><script>1</script></body></html>",
        ),
        ("long.txt", b"a" * 50_000_000),
    ],
)
def test_an_unusable_file_is_named_with_a_remedy_and_the_rest_is_read(
    coverage: Path, run: Run, name: str, raw: bytes
) -> None:
    (coverage / name).write_bytes(raw)
    ended = run("brief", str(coverage), "--format", "json", "-q")

    assert ended.code == 1
    rejected = _rejected(ended.err)
    assert list(rejected) == [name]
    assert re.search(r"\(.{10,}\)$", rejected[name]), "no remedy in brackets"
    brief = json.loads(ended.out)
    assert [Path(a["file"]).name for a in brief["articles"]] == ["good.txt"]
    assert [Path(r["item"]).name for r in brief["rejected"]] == [name]
    assert "2 inputs, 1 articles, 1 rejected, 1 stories" in ended.err


def test_a_page_in_a_wrong_encoding_is_still_read(coverage: Path, run: Run) -> None:
    page = "<html><head><meta charset='utf-8'></head><body><h1>Café fire</h1>" + "".join(
        f"<p>The café owner Zoë Åkerström said on Sunday that fire number {n} was out.</p>"
        for n in range(6)
    )
    (coverage / "latin.html").write_bytes(page.encode("cp1252"))
    ended = run("brief", str(coverage), "--format", "json", "-q")

    assert ended.code == 0
    assert "Zoë Åkerström" in ended.out


def test_a_page_cut_in_the_middle_gives_what_it_holds(coverage: Path, run: Run) -> None:
    page = "<html><body><article><h1>Bridge closed in Porto</h1>" + "".join(
        f"<p>The city said on Monday that lane {n} of the bridge was closed for repairs.</p>"
        for n in range(9)
    )
    (coverage / "cut.html").write_text(page[: len(page) // 2], encoding="utf-8")
    ended = run("brief", str(coverage), "--format", "json", "-q")

    assert ended.code == 0
    assert "lane 2 of the bridge" in ended.out


def test_the_same_file_twice_is_read_once_and_the_copy_is_named(coverage: Path, run: Run) -> None:
    (coverage / "twin.txt").write_text(REPORT, encoding="utf-8")
    ended = run("brief", str(coverage), "--format", "json", "-q")

    assert ended.code == 1
    assert "good.txt" in _rejected(ended.err)["twin.txt"]
    assert len(json.loads(ended.out)["articles"]) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_named(coverage: Path, run: Run) -> None:
    closed = coverage / "closed.txt"
    closed.write_text(REPORT.replace("Larvik", "Moss"), encoding="utf-8")
    closed.chmod(0)
    ended = run("brief", str(coverage), "-q")

    assert ended.code == 1
    assert "closed.txt" in _rejected(ended.err)


def test_a_file_the_system_will_not_open_is_named(
    coverage: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (coverage / "closed.txt").write_text(REPORT.replace("Larvik", "Moss"), encoding="utf-8")
    opened = io.open

    def guarded(file: object, *args: object, **kwargs: object) -> object:
        if str(file).endswith("closed.txt"):
            raise PermissionError(13, "Permission denied", str(file))
        return opened(file, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(io, "open", guarded)
    monkeypatch.setattr("builtins.open", guarded)
    ended = run("brief", str(coverage), "-q")

    assert ended.code == 1
    assert "ermission" in _rejected(ended.err)["closed.txt"]


def test_a_folder_without_a_readable_file_gives_nothing_usable(tmp_path: Path, run: Run) -> None:
    ended = run("brief", str(tmp_path), "-q")

    assert ended.code == 3
    assert ended.out == ""
    assert tmp_path.name in ended.err


def test_a_missing_path_gives_nothing_usable(tmp_path: Path, run: Run) -> None:
    ended = run("brief", str(tmp_path / "nowhere.txt"), "-q")

    assert ended.code == 3
    assert "nowhere.txt" in _rejected(ended.err)


def test_pasted_text_is_read_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    ended = run("brief", "-", "--format", "json", "-q")

    assert ended.code == 0
    assert json.loads(ended.out)["articles"][0]["file"] == "standard input"


def test_wrong_usage_is_told_apart_from_bad_input(coverage: Path, run: Run) -> None:
    assert run("brief").code == 2
    assert run("brief", str(coverage), "--format", "sonnet").code == 2
    assert run("brief", str(coverage), "--as-of", "soon").code == 2
    assert run("brief", str(coverage), "--story", "t0", "-q").code == 2
    assert run("brief", str(coverage), "--model", "no_such_model", "-q").code == 2


def test_an_earlier_version_is_counted_apart(tmp_path: Path, run: Run) -> None:
    page = (
        "<html lang='en'><head><title>Wall falls, {0} hurt</title><link rel='canonical' "
        "href='https://fjordgazette.example/2026/wall-falls-larvik'><meta "
        "property='article:modified_time' content='2026-01-0{1}T08:00:00Z'></head><body><article>"
        "<h1>Wall falls, {0} hurt</h1><p>A wall above the harbour road in Larvik fell on Sunday and "
        "hurt {0} people, the county police said.</p><p>The road stays closed, the town's engineer "
        "Per Solberg told reporters at the town hall.</p></article></body></html>"
    )
    (tmp_path / "sunday.html").write_text(page.format(14, 4), encoding="utf-8")
    (tmp_path / "monday.html").write_text(page.format(17, 5), encoding="utf-8")
    ended = run("brief", str(tmp_path), "-q")

    assert ended.code == 0
    assert "2 inputs, 1 articles, 1 earlier version, 0 rejected, 1 stories" in ended.err
    assert "14 → 17" in ended.out
