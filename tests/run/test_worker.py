"""The worker says where it is at any moment, and never outlives the run for long."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from firsthand.plan import Extract
from firsthand.read import Document, captures_of
from firsthand.run.frames import At, Done, Message, Row, Setting, Task, receive, send
from tests.read.containers import zipped

STORY = "The ferry ran aground off Larvik on Monday. Nobody was hurt by it at all."
TABLE = f"title,text\nFerry one,{STORY}\nFerry two,{STORY} It floats.\n".encode()
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and pipes of Unix")


def answers_to(*tasks: Task, seconds: float = 60.0) -> list[Message]:
    """What a worker process says to `tasks`."""
    told = io.BytesIO()
    send(told, Setting(extract=Extract(), megabytes=800, seconds=seconds))
    for task in tasks:
        send(told, task)
    done = subprocess.run(
        [sys.executable, "-m", "firsthand.run.worker"],
        input=told.getvalue(),
        stdout=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 0
    answers = io.BytesIO(done.stdout)
    found: list[Message] = []
    while (message := receive(answers)) is not None:
        found.append(message)
    return found


def shown(messages: list[Message]) -> list[str]:
    """Messages in words."""
    words = []
    for one in messages:
        if isinstance(one, At):
            words.append(f"at {one.item}")
        elif isinstance(one, Row):
            words.append(f"row {one.capture.item if one.capture else one.rejected}")
        else:
            words.append(type(one).__name__)
    return words


def test_behind_a_record_the_worker_is_at_the_document_again() -> None:
    found = shown(answers_to(Task(item="t", raw=TABLE)))

    at_first = found.index("row t#1")
    assert found[at_first - 1] == "at t#1"
    assert found[at_first + 1 : at_first + 3] == ["at t", "at t#2"]
    assert found[-2:] == ["at t", "Done"]


def test_rows_that_the_run_has_are_not_sent_again_but_give_a_sign_of_life() -> None:
    found = answers_to(Task(item="t", raw=TABLE, have={"t#1": 1}), Task(item="u", raw=TABLE))

    rows = [one.capture.item for one in found if isinstance(one, Row) and one.capture]
    assert rows == ["t#2", "u#1", "u#2"]
    assert shown(found)[:3] == ["at t", "at t", "at t"]
    assert isinstance(found[-1], Done)


def test_records_that_are_passed_over_give_signs_of_life() -> None:
    signs: list[str] = []

    def at(item: str) -> bool:
        signs.append(item)
        return True

    record = (
        b"WARC/1.0\r\nWARC-Type: request\r\nWARC-Record-ID: <urn:uuid:%032x>\r\n"
        b"WARC-Date: 2026-03-02T10:00:00Z\r\nContent-Length: 2\r\n\r\nab\r\n\r\n"
    )
    raw = b"".join(record % number for number in range(1000))

    rows = list(captures_of(Document(item="w", raw=raw, on_item=at)))

    assert len(rows) == 1
    assert signs.count("w") > 3


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_worker_whose_run_was_ended_ends_too(tmp_path: Path, how: signal.Signals) -> None:
    script = tmp_path / "run.py"
    script.write_text(
        "import re, sys\n"
        "from firsthand.read import Document\n"
        "from firsthand.run import Intake\n"
        "from tests.run.test_intake import Treacherous\n"
        "intake = Intake(extract=Treacherous(), seconds=2)\n"
        "rows = intake.taken([Document(item=i, raw=i.encode()) for i in ('first', 'sleep')])\n"
        "next(rows)\n"
        "print(intake._worker._process.pid, flush=True)\n"
        "next(rows)\n"
    )
    run = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert run.stdout is not None
    pid = int(run.stdout.readline())
    run.send_signal(how)
    run.wait()
    run.stdout.close()

    for _ in range(200):
        if not _is_running(pid):
            return
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    pytest.fail("the worker goes on without its run")


def _is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_rows_behind_a_container_that_is_passed_over_are_not_lost() -> None:
    archive = zipped({"a.csv": TABLE, "b.csv": TABLE, "c.csv": TABLE})
    have = {"z/a.csv#1": 1, "z/b.csv#1": 1, "z/a.csv#2": 1}

    found = answers_to(Task(item="z", raw=archive, have=have, passed_over=frozenset(["z/b.csv"])))

    rows = [one.capture.item for one in found if isinstance(one, Row) and one.capture]
    assert rows == ["z/c.csv#1", "z/c.csv#2"]
