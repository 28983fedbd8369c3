"""Messages between a run and its intake worker: a length, then the pickled message.

Pickle is safe here: both ends are this program, run by the same user with the same rights, over
pipes that nobody else holds.
"""

from __future__ import annotations

import pickle
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO

from firsthand.domain import Article, Capture, Fact, Rejected
from firsthand.plan import Extract

__all__ = ["At", "Broken", "Done", "Message", "Row", "Setting", "Task", "receive", "send"]

_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a worker is started with."""

    extract: Extract
    megabytes: int | None
    """Memory it may take beyond what it starts with, where the system can say; None: no limit."""

    seconds: float
    """Wall time that the run grants one item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One document to read and extract, or one capture to extract."""

    item: str
    path: str | None = None
    raw: bytes = b""
    url: str | None = None
    fetched_at: str | None = None
    facts: tuple[Fact, ...] = ()
    capture: Capture | None = None
    have: Mapping[str, int] = field(default_factory=dict)
    """Names of its rows that were received before a worker had to be replaced, with how many bear
    each. A plain count would not do: what is passed over gives no rows the second time."""

    passed_over: frozenset[str] = frozenset()
    """Names of documents and captures in it on which a worker was lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """The worker is about to work on the document or capture of this name."""

    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record: its capture and articles, or why there is none."""

    capture: Capture | None
    articles: tuple[Article, ...]
    rejected: Rejected | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The worker met an error that no reader foresees, and ends."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The task is finished."""


Message = Setting | Task | At | Row | Broken | Done


def send(stream: IO[bytes], message: Message) -> None:
    """Write one message.

    Raises:
        OSError: the other end is gone.
    """
    told = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(told)))
    stream.write(told)
    stream.flush()


def receive(stream: IO[bytes]) -> Message | None:
    """Read one message; None when the other end is gone, in the middle of one or between two."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    told = stream.read(length)
    if len(told) < length:
        return None
    message: Message = pickle.loads(told)  # noqa: S301 - both ends are this program, see above
    return message
