import json
import re
from pathlib import Path

import jsonschema
import pytest

from firsthand.brief.schema import brief_schema
from tests.cli.conftest import Run

QUARRY = """Quarry wall falls on road near Larvik

Fjord Gazette
Monday, 5 January 2026, 10:15 CET
By Kari Tveit

LARVIK - A quarry wall collapsed on Sunday and buried a road south of Larvik, the county police said.

"We have found nobody under the stones, and nobody is missing," police superintendent Jonas Lie told reporters.

About 40 people were moved from their homes, said Lie.
"""
QUOTAS = """Iceland cuts cod quotas by a tenth

Reykjavik Observer
Tuesday, 17 February 2026, 14:00 GMT
By Ásta Pálsdóttir

Deputies in Reykjavik voted on Tuesday to cut cod quotas by 10 percent, the fisheries ministry said.

"It is a betrayal of every village on this coast," opposition deputy Birna Jónsdóttir told parliament.
"""


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    folder = tmp_path / "coverage"
    folder.mkdir()
    (folder / "quarry.txt").write_text(QUARRY, encoding="utf-8")
    (folder / "quotas.txt").write_text(QUOTAS, encoding="utf-8")
    return folder


def test_two_events_give_two_briefs_in_one_object(coverage: Path, run: Run) -> None:
    ended = run("brief", str(coverage), "--format", "json", "--as-of", "2026-03-01", "-q")
    briefs = json.loads(ended.out)["briefs"]

    assert ended.code == 0
    assert len(briefs) == 2
    for brief in briefs:
        jsonschema.Draft202012Validator(brief_schema()).validate(brief)
        text = brief["articles"][0]["text"]
        spans = [m for claim in brief["claims"] for m in claim["mentions"]]
        assert spans
        assert all(m["quote"] == text[m["start"] : m["end"]] for m in spans)


def test_one_story_can_be_asked_for(coverage: Path, run: Run) -> None:
    both = json.loads(run("brief", str(coverage), "--format", "json", "-q").out)["briefs"]
    story = both[1]["story"]["id"]
    one = json.loads(run("brief", str(coverage), "--format", "json", "--story", story, "-q").out)

    assert one["story"]["id"] == story


@pytest.mark.parametrize(
    ("form", "opening"), [("md", r"^#"), ("html", r"^<!doctype html>"), ("text", r"^\w")]
)
def test_standard_output_is_the_format_and_nothing_else(
    coverage: Path, run: Run, form: str, opening: str
) -> None:
    ended = run("brief", str(coverage / "quarry.txt"), "--format", form, "-q")

    assert ended.code == 0
    assert re.match(opening, ended.out, flags=re.IGNORECASE)
    assert "Jonas Lie" in ended.out
    assert "\x1b[" not in ended.out


def test_a_folder_takes_each_brief_in_every_format(
    coverage: Path, run: Run, tmp_path: Path
) -> None:
    ended = run("brief", str(coverage), "-o", str(tmp_path / "out"), "-q")
    written = sorted((tmp_path / "out").iterdir())

    assert ended.code == 0
    assert len(written) == 8
    assert {path.suffix for path in written} == {".txt", ".json", ".html", ".md"}
    assert all(str(path) in ended.err for path in written if path.suffix == ".html")


def test_coverage_is_kept_and_found_again(coverage: Path, run: Run, tmp_path: Path) -> None:
    db = str(tmp_path / "desk.db")
    first = run("add", str(coverage / "quarry.txt"), "--db", db, "-q")
    again = run("add", str(coverage), "--db", db, "-q")
    listed = run("stories", "--db", db)
    story = listed.out.splitlines()[0].split()[0]

    assert (first.code, again.code) == (0, 0)
    assert "1 added" in first.out
    assert "1 added, 1 known already" in again.out
    assert len(listed.out.splitlines()) == 2
    assert json.loads(run("show", story, "--db", db).out)["story"]["id"] == story
    assert run("show", "t0", "--db", db).code == 2
    assert "2 captures" in run("verify", "--db", db).out


def test_a_store_that_is_not_there_is_not_made_by_looking(run: Run, tmp_path: Path) -> None:
    db = tmp_path / "typo.db"
    for command in (["stories"], ["verify"], ["show", "t0"]):
        ended = run(*command, "--db", str(db))
        assert ended.code == 2
        assert "typo.db" in ended.err
    assert not db.exists()


def test_a_folder_that_cannot_be_made_is_told_before_any_work(
    coverage: Path, run: Run, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    ended = run("brief", str(coverage / "nowhere.txt"), "-o", str(blocked), "-q")

    assert ended.code == 2
    assert "cannot write" in ended.err
    assert "rejected" not in ended.err


def test_a_file_name_cannot_steer_the_terminal(coverage: Path, run: Run) -> None:
    (coverage / "\x1b[2Jempty.txt").write_bytes(b"")
    ended = run("brief", str(coverage), "-q")

    assert ended.code == 1
    assert "\x1b" not in ended.err + ended.out
