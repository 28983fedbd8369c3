"""Read and extract in a process that can be stopped: no input may hang, crash or drown a run."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from queue import Empty, Queue
from threading import Thread
from typing import IO

from firsthand.domain import Article, Capture, Rejected
from firsthand.plan import Extract
from firsthand.read import Document, Duplicates
from firsthand.run.frames import At, Broken, Done, Message, Row, Setting, Task, receive, send

__all__ = ["Intake", "Taken"]

_STARTING = 120.0
"""Seconds a worker may take to import what it needs on a loaded machine: about one, as a rule."""

_MOST_LOSSES = 20
"""Workers lost on one file after which the rest of it is given up."""

_ROWS_AHEAD = 4
"""Rows that a worker may be ahead of the run: the memory they take is bounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A capture and the articles found in it."""

    capture: Capture
    articles: tuple[Article, ...]
    rejected: Rejected | None = None
    """Why there is no article; None where there is one."""


@dataclass(slots=True, kw_only=True)
class Intake:
    """Reads documents and extracts their articles in a child process.

    An item that takes too long is stopped by killing the process, which works whatever it is
    doing; so is one that crashes it or asks for too much memory. Each such item becomes a
    rejection that names it, a new process goes on behind it.
    """

    extract: Extract = field(default_factory=Extract)
    seconds: float = 60.0
    """Wall time for one item: 30 times what the longest of 710 real pages takes, for machines are
    busy. One item is a page, a message, a PDF, a member of an archive."""

    megabytes: int | None = 800
    """Memory that the process may take beyond the 100 MB or so it has when it starts."""

    _worker: _Worker | None = None

    def taken(self, found: Iterable[Document | Capture | Rejected]) -> Iterator[Taken | Rejected]:
        """Read and extract `found`, in order.

        Yields:
            A row for each record: what it holds, or why it cannot be used. The same bytes from
            the same address are taken once.
        """
        duplicates = Duplicates()
        try:
            for one in found:
                if isinstance(one, Rejected):
                    yield one
                    continue
                for row in self._rows(one):
                    if isinstance(row, Taken):
                        first = duplicates.first_or_rejected(row.capture)
                        yield first if isinstance(first, Rejected) else row
                    else:
                        yield row
        finally:
            self.close()

    def close(self) -> None:
        """End the child process, if there is one."""
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    def _rows(self, one: Document | Capture) -> Iterator[Taken | Rejected]:
        task = _task(one)
        have: Counter[str] = Counter()
        for _ in range(_MOST_LOSSES):
            lost: Rejected | None = None
            for row in self._attempt(task):
                if isinstance(row, _Lost):
                    lost = row.rejected
                    break
                have[row.item if isinstance(row, Rejected) else row.capture.item] += 1
                yield row
            if lost is None:
                return
            inside = (f"{lost.item}#", f"{lost.item}/")
            if any(name.startswith(inside) for name in have):
                hint = "hand in its records one by one"
                lost = replace(lost, reason=f"{lost.reason}; the rest is not read", hint=hint)
            yield lost
            if lost.item == task.item:
                return
            task = replace(task, have=dict(have), passed_over=task.passed_over | {lost.item})
        yield Rejected(
            item=task.item,
            stage="read",
            reason=f"broke off {_MOST_LOSSES} times; the rest of it was not read",
            hint="hand in its records one by one",
        )

    def _attempt(self, task: Task) -> Iterator[Taken | Rejected | _Lost]:
        """The rows of `task`, ended by `_Lost` if the worker had to be given up."""
        worker = self._worker or _Worker(
            Setting(extract=self.extract, megabytes=self.megabytes, seconds=self.seconds)
        )
        self._worker = worker
        at = task.item
        worker.give(task)
        while True:
            message = worker.next()
            if isinstance(message, At):
                at = message.item
            elif isinstance(message, Row):
                if message.capture is None:
                    assert message.rejected is not None
                    yield message.rejected
                else:
                    yield Taken(
                        capture=message.capture,
                        articles=message.articles,
                        rejected=message.rejected,
                    )
            elif isinstance(message, Done):
                return
            else:
                self.close()
                why = message if isinstance(message, str) else "cannot be read"
                yield _Lost(
                    rejected=Rejected(
                        item=at,
                        stage="read",
                        reason=why,
                        hint="hand in the text of the article by itself",
                    )
                )
                return


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lost:
    rejected: Rejected


def _task(one: Document | Capture) -> Task:
    if isinstance(one, Capture):
        return Task(item=one.item, capture=one)
    return Task(
        item=one.item,
        path=None if one.path is None else str(one.path),
        raw=one.raw,
        url=one.url,
        fetched_at=one.fetched_at,
        facts=one.facts,
    )


class _Worker:
    """The child process, and a thread that takes its answers from the pipe."""

    def __init__(self, setting: Setting) -> None:
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            # One thread: the work is one item at a time, and thread pools reserve memory.
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        }
        self._process = subprocess.Popen(
            # Without -P a module of the user's folder, say email.py, would stand for the library's.
            [sys.executable, "-P", "-m", "firsthand.run.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        self._setting: Setting | None = setting
        self._seconds = setting.seconds
        self._wait = max(setting.seconds, _STARTING)
        self._answered = False
        self._answers: Queue[Message | None] = Queue(maxsize=_ROWS_AHEAD)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._tasks = self._process.stdin
        Thread(target=_pump, args=(self._process.stdout, self._answers.put), daemon=True).start()

    def give(self, task: Task) -> None:
        with contextlib.suppress(OSError):  # it has ended; `next` says how
            if self._setting is not None:
                send(self._tasks, self._setting)
                self._setting = None
            send(self._tasks, task)

    def next(self) -> At | Row | Done | str:
        """Its next answer; words that say what went wrong when there is none.

        Raises:
            RuntimeError: the process ended before it took up any work: a fault of the program.
        """
        try:
            message = self._answers.get(timeout=self._wait)
        except Empty:
            return f"took longer than {self._seconds:g} seconds and was stopped"
        if message is None and not self._answered:
            code = self._process.wait()
            raise RuntimeError(f"the process that reads files does not start (status {code})")
        self._wait, self._answered = self._seconds, True
        if isinstance(message, Broken):
            return message.why
        if message is None or isinstance(message, Setting | Task):
            code = self._process.wait()
            how = f"signal {-code}" if code < 0 else f"status {code}"
            return f"ended the process that read it ({how})"
        return message

    def stop(self) -> None:
        self._process.kill()
        while self._process.poll() is None or not self._answers.empty():
            try:
                self._answers.get(timeout=0.05)  # lets the thread come to its end
            except Empty:
                continue
        for pipe in (self._tasks, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def _pump(stream: IO[bytes], put: Callable[[Message | None], None]) -> None:
    """Move messages from the pipe to the queue until it ends; None says that it has."""
    message: Message | None = None
    while True:
        try:
            message = receive(stream)
        except (OSError, ValueError):
            message = None
        put(message)
        if message is None:
            return
