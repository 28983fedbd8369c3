"""The intake worker: a process of its own that reads and extracts, and may be killed at it.

Started as ``python -m firsthand.run.worker``; speaks over standard input and output.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from firsthand.domain import Article, Capture, Rejected
from firsthand.errors import InputError
from firsthand.run.frames import At, Broken, Done, Message, Row, Setting, Task, receive, send

__all__ = ["main"]

_HELD_ON = 3
"""Times the limit of the run after which the worker ends itself: the run had its chance."""


def main() -> int:
    """Serve tasks until standard input ends."""
    # What a library prints must not get between the messages.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    tasks = sys.stdin.buffer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run decides what an interruption means
    setting = receive(tasks)
    if not isinstance(setting, Setting):
        return 2
    extract = setting.extract.open()
    _limit(setting.megabytes)
    told = _Answers(answers, seconds=_HELD_ON * setting.seconds)
    while isinstance(task := receive(tasks), Task):
        try:
            for row in _rows(task, extract, told):
                told.send(row)
        except BrokenPipeError:
            return 1  # the run is gone
        except MemoryError:
            told.send(Broken(why=f"needs more than {setting.megabytes} MB of memory"))
            return 1
        except Exception as error:  # noqa: BLE001 - the boundary: whatever a parser raises costs one item, not the run
            told.send(Broken(why=f"cannot be read: {type(error).__name__}: {error}"[:300]))
            return 1
        told.send(Done())
        told.rest()
    return 0


class _Answers:
    """The way to the run. Between two answers a clock runs that ends this process.

    The run stops a worker that takes too long, unless it has itself been killed; then nobody
    would. An alarm of the system ends even code that never comes back to the interpreter.
    """

    def __init__(self, stream: BinaryIO, *, seconds: float) -> None:
        self._stream = stream
        self._seconds = seconds
        if hasattr(signal, "SIGALRM"):
            signal.signal(signal.SIGALRM, signal.SIG_DFL)

    def send(self, message: Message) -> None:
        """Hand `message` over, however long the run takes to accept it."""
        self.rest()
        send(self._stream, message)
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, self._seconds)

    def rest(self) -> None:
        """Stop the clock: it is the run's turn."""
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


def _limit(megabytes: int | None) -> None:
    """Bound what may be taken on top of what is taken now, on systems that can.

    The limit is on address space, which every system that has limits enforces; one on data
    alone is not enforced everywhere.
    """
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return
    if megabytes is not None:
        limit = pages * resource.getpagesize() + megabytes * 2**20
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _rows(
    task: Task, extract: Callable[[Capture], Iterable[Article]], answers: _Answers
) -> Iterator[Row]:
    """The rows of a task behind those that the run has already."""
    document = task.item
    answers.send(At(item=document))

    def at(item: str) -> bool:
        nonlocal document
        if item in task.passed_over:
            return False
        document = item
        answers.send(At(item=item))
        return True

    have = dict(task.have)
    for found in _found(task, at):
        if have.get(found.item, 0):
            have[found.item] -= 1
            answers.send(At(item=document))  # a sign of life
        elif isinstance(found, Rejected):
            yield Row(capture=None, articles=(), rejected=found)
        else:
            answers.send(At(item=found.item))
            yield _extracted(found, extract)
            answers.send(At(item=document))  # what follows is no fault of the record before


def _found(task: Task, at: Callable[[str], bool]) -> Iterator[Capture | Rejected]:
    if task.capture is not None:
        found: Iterable[Capture | Rejected] = (task.capture,)
    else:
        from firsthand.read import Document, captures_of  # noqa: PLC0415 - not for kept captures

        found = captures_of(
            Document(
                item=task.item,
                path=Path(task.path) if task.path is not None else None,
                raw=task.raw,
                url=task.url,
                fetched_at=task.fetched_at,
                facts=task.facts,
                on_item=at,
            )
        )
    return (row for row in found if isinstance(row, Rejected) or row.item not in task.passed_over)


def _extracted(capture: Capture, extract: Callable[[Capture], Iterable[Article]]) -> Row:
    try:
        articles = tuple(extract(capture))
    except InputError as error:
        rejected = Rejected(item=error.item, stage="extract", reason=error.why, hint=error.hint)
        return Row(capture=capture, articles=(), rejected=rejected)
    return Row(capture=capture, articles=articles, rejected=None)


if __name__ == "__main__":
    sys.exit(main())
