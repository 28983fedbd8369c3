"""Nothing that an input does to its reader ends the run: each loss is one named rejection."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from firsthand.domain import Article, ArticleId, Capture, Rejected
from firsthand.plan import Extract
from firsthand.read import Document, documents
from firsthand.run import Intake, Taken

STORY = "The ferry ran aground off Larvik on Monday.\n\nNobody was hurt, police said.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Treacherous(Extract):
    """An extractor that does what the text tells it to do."""

    name: ClassVar[str] = "extract"

    def open(self) -> Callable[[Capture], Iterable[Article]]:
        return _obeyed


def _obeyed(capture: Capture) -> Iterable[Article]:
    if "print" in capture.text:
        print("not an answer" * 1000)
        os.write(1, b"nor is this")
    if "sleep" in capture.text:
        time.sleep(600)
    if "die" in capture.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "swell" in capture.text:
        hoard = [bytearray(2**20) for _ in range(4000)]
        raise AssertionError(len(hoard))
    if "raise" in capture.text:
        raise KeyError("odd")
    article = Article(
        id=ArticleId(f"a{capture.sha256[:12]}"),
        item=capture.item,
        text=str(os.getpid()) if "pid" in capture.text else capture.text,
        zones=(),
        raw_text=capture.text,
        sha256=capture.sha256,
    )
    return (article,)


def taken(*texts: str, seconds: float = 60.0, megabytes: int = 150) -> list[Taken | Rejected]:
    intake = Intake(extract=Treacherous(), seconds=seconds, megabytes=megabytes)
    found = [Document(item=f"{number}.txt", raw=text.encode()) for number, text in enumerate(texts)]
    return list(intake.taken(found))


def test_articles_come_out_in_order_and_rejections_with_them() -> None:
    rows = taken(STORY, "", STORY + "More.")

    assert [type(row).__name__ for row in rows] == ["Taken", "Rejected", "Taken"]
    assert isinstance(rows[0], Taken)
    assert rows[0].articles[0].text == STORY
    assert isinstance(rows[1], Rejected)
    assert rows[1].item == "1.txt"
    assert "empty" in rows[1].reason


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ("sleep", "took longer than 8 seconds"),
        ("die", "signal 9"),
        ("swell", "memory"),
        ("raise", "KeyError"),
    ],
)
def test_an_item_that_breaks_its_reader_is_named_and_the_rest_goes_on(order: str, why: str) -> None:
    rows = taken(STORY, f"{order} now", STORY + "More.", seconds=8)

    assert [type(row).__name__ for row in rows] == ["Taken", "Rejected", "Taken"]
    assert isinstance(rows[1], Rejected)
    assert rows[1].item == "1.txt"
    assert why in rows[1].reason
    assert rows[1].hint


def test_the_same_bytes_count_once() -> None:
    rows = taken(STORY, STORY)

    assert isinstance(rows[1], Rejected)
    assert "copy of 0.txt" in rows[1].reason


def test_the_shipped_extractor_runs_in_the_child(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORY)
    (tmp_path / "one.txt.meta.toml").write_text('outlet = "Harbour Gazette"\n')

    (row,) = Intake().taken(documents([str(tmp_path)]))

    assert isinstance(row, Taken)
    assert row.capture.facts[0].value == "Harbour Gazette"
    assert "Nobody was hurt" in row.articles[0].text


def test_each_row_of_a_table_comes_once_though_two_of_them_kill_their_reader() -> None:
    words = {7: "die", 20: "raise"}
    lines = [f"Ferry {n},The ferry ran aground {n} times: {words.get(n, 'ok')}" for n in range(30)]
    document = Document(item="t", raw="\n".join(["title,text", *lines]).encode())

    rows = list(Intake(extract=Treacherous(), megabytes=150).taken([document]))

    names = [row.item if isinstance(row, Rejected) else row.capture.item for row in rows]
    lost = [row.item for row in rows if isinstance(row, Rejected)]
    assert names == [f"t#{n}" for n in range(1, 31)]
    assert lost == ["t#8", "t#21"]


def test_what_an_extractor_prints_does_not_get_between_the_answers() -> None:
    rows = taken(f"print {STORY}", STORY)

    assert [type(row).__name__ for row in rows] == ["Taken", "Taken"]


def test_a_run_that_is_given_up_leaves_no_process() -> None:
    intake = Intake(extract=Treacherous())
    rows = intake.taken([Document(item=name, raw=f"pid {name}".encode()) for name in "ab"])
    first = next(iter(rows))
    assert isinstance(first, Taken)
    process = int(first.articles[0].text)
    os.kill(process, 0)

    rows.close()  # type: ignore[attr-defined] # it is a generator

    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_no_module_is_taken_from_the_folder_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "email.py").write_text("raise SystemExit('not the library')\n")
    monkeypatch.chdir(tmp_path)

    (row,) = Intake().taken([Document(item="a", raw=STORY.encode())])

    assert isinstance(row, Taken)
