"""``--link``: identifiers beside people and bodies, bad registers and bad rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import firsthand
from firsthand.errors import UsageError
from tests.cli.conftest import Run

QUARRY = """Quarry wall falls on road near Larvik

Fjord Gazette
Monday, 5 January 2026, 10:15 CET

LARVIK - A quarry wall collapsed on Sunday south of Larvik, the county police said.

"Nobody is missing," police superintendent Jonas Lie told reporters. Lie said the road stays closed.
"""


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "quarry.txt"
    path.write_text(QUARRY, encoding="utf-8")
    return str(path)


def register(folder: Path, *rows: str) -> str:
    path = folder / "ours.csv"
    path.write_text("\n".join(("id,name,kind", *rows)), encoding="utf-8")
    return str(path)


def test_a_linked_person_has_the_identifier_and_the_rule_is_told(
    article: str, tmp_path: Path, run: Run
) -> None:
    path = register(tmp_path, 'P7,"LIE, Jonas",person', "P8,Jonas Lien,person")
    brief = json.loads(run("brief", article, "--link", path, "--format", "json", "-q").out)
    found = {one["name"]: one["ids"] for one in brief["actors"] if one["ids"]}

    assert found == {"Jonas Lie": ["P7"]}
    assert any(
        rule.startswith(f"link actors r1 ({path}, sha256 ") for rule in brief["made_with"]["rules"]
    )


def test_linking_changes_no_judgement(article: str, tmp_path: Path) -> None:
    path = register(tmp_path, "P7,Jonas Lie,person")
    bare = firsthand.analyse(article, as_of="2026-02-01").briefs[0]
    linked = firsthand.analyse(article, as_of="2026-02-01", registers=[path]).briefs[0]

    assert linked.findings == bare.findings
    assert [one.name for one in linked.settled.actors] == [one.name for one in bare.settled.actors]


def test_a_row_that_cannot_be_read_is_named_and_counted(
    article: str, tmp_path: Path, run: Run
) -> None:
    path = register(tmp_path, "P7,Jonas Lie,person", "P9,,person")
    ended = run("brief", article, "--link", path, "--format", "json", "-q")

    assert ended.code == 1
    assert "line 3" in ended.err
    assert "has no name" in ended.err
    assert [one["stage"] for one in json.loads(ended.out)["rejected"]] == ["link"]


@pytest.mark.parametrize("name", ["none.csv", "letter.txt"])
def test_a_register_that_is_none_stops_the_run_with_a_remedy(
    article: str, tmp_path: Path, run: Run, name: str
) -> None:
    (tmp_path / "letter.txt").write_text("Dear all,\nplease find the list enclosed.\n")
    ended = run("brief", article, "--link", str(tmp_path / name), "-q")

    assert ended.code == 2
    assert name in ended.err
    assert ended.out == ""


def test_a_missing_register_is_told_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match=r"nowhere\.csv: cannot be read: .*No such file"):
        firsthand.analyse("no/such/coverage", as_of="2026-02-01", registers=["nowhere.csv"])
