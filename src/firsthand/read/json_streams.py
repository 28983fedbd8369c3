"""JSON that is too large to hold, or that breaks off: its records as they come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from firsthand.read.documents import MAX_BYTES
from firsthand.tables.recordkeys import record_keys

__all__ = ["Broken", "Streamed", "streamed"]

_DEEPEST = 200
"""Brackets in one another from which a document is refused: real records have under twenty."""

_PIECE = 1 << 20
_MOST_PARTS = 400_000
"""Values in one record: a post has fifty, an article with all its metadata a few thousand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Streamed:
    """A record and the plain values that stand around the array it is in, as far as they came."""

    value: Mapping[str, Any]
    envelope: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The stream cannot be read further."""

    why: str


@dataclass(slots=True)
class _Level:
    """An open bracket."""

    is_array: bool
    name: str
    """The key it stands under; that of the array for its elements."""

    key: str = ""
    plain: dict[str, Any] = field(default_factory=dict)
    """Plain values of an object that is no record."""


def streamed(item: str, stream: BinaryIO) -> Iterator[Streamed | Broken]:
    """Yield each object of the arrays that hold records, and of an outermost array.

    Memory holds one record at a time, which may have `MAX_BYTES` of text.

    Args:
        item: The document's name, for messages.
        stream: UTF-8.

    Yields:
        At most one `Broken`, as the last.
    """
    import ijson  # noqa: PLC0415 - only where it is needed
    from ijson.common import JSONError  # noqa: PLC0415

    try:
        watched = _Watched(stream)
        events = ijson.basic_parse(watched, use_float=True, buf_size=_PIECE)
        yield from _records(_watching(watched, events))
    except _Refused as error:
        yield Broken(why=str(error))
    except (JSONError, UnicodeDecodeError, ValueError, OverflowError) as error:
        yield Broken(
            why=f"is damaged or cut off: {str(error).splitlines()[0][:120] if str(error) else item}"
        )


class _Refused(Exception):  # noqa: N818 - says what is refused
    """The document is nested too deep or a record is too large."""


@dataclass(slots=True)
class _Watched:
    """A stream that refuses to go on where a single value does not end.

    The parser looks at an unfinished string again with each piece it is handed: without a limit
    its time would grow with the square of the string's length.
    """

    stream: BinaryIO
    since: int = 0
    """Bytes handed out since the last value was complete."""

    def read(self, size: int = -1) -> bytes:
        """The next piece."""
        piece = self.stream.read(size)
        self.since += len(piece)
        if self.since > MAX_BYTES + _PIECE:
            raise _Refused(f"has a value over the limit of {MAX_BYTES // 2**20} MB")
        return piece


def _watching(watched: _Watched, events: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    for event in events:
        watched.since = 0
        yield event


def _records(events: Iterator[tuple[str, Any]]) -> Iterator[Streamed]:
    keys = record_keys()
    levels: list[_Level] = []
    for event, value in events:
        if event == "map_key":
            levels[-1].key = value
        elif event in {"start_map", "start_array"}:
            above = levels[-1] if levels else None
            holds = (
                above is not None
                and above.is_array
                and (len(levels) == 1 or keys.is_container(above.name))
            )
            if event == "start_map" and holds:
                envelope = {name: one for level in levels for name, one in level.plain.items()}
                yield Streamed(value=_object(events), envelope=envelope)
                continue
            if len(levels) >= _DEEPEST:
                raise _Refused("is nested too deep")
            name = "" if above is None else above.name if above.is_array else above.key
            levels.append(_Level(is_array=event == "start_array", name=name))
        elif event in {"end_map", "end_array"}:
            levels.pop()
        elif levels and not levels[-1].is_array and len(levels[-1].plain) < 100:
            levels[-1].plain[levels[-1].key] = value


def _object(events: Iterator[tuple[str, Any]]) -> Mapping[str, Any]:
    """The object whose opening bracket has just been read."""
    made: dict[str, Any] = {}
    stack: list[Any] = [made]
    names: list[str] = [""]
    parts = size = 0
    for event, value in events:
        parts += 1
        size += len(value) if isinstance(value, str) else 8
        if parts > _MOST_PARTS or size > MAX_BYTES:
            raise _Refused(f"has a record over the limit of {MAX_BYTES // 2**20} MB")
        if event == "map_key":
            names[-1] = value
            continue
        if event in {"end_map", "end_array"}:
            stack.pop()
            names.pop()
            if not stack:
                return made
            continue
        new: Any = {} if event == "start_map" else [] if event == "start_array" else value
        if isinstance(stack[-1], list):
            stack[-1].append(new)
        else:
            stack[-1][names[-1]] = new
        if event in {"start_map", "start_array"}:
            if len(stack) >= _DEEPEST:
                raise _Refused("is nested too deep")
            stack.append(new)
            names.append("")
    raise _Refused("breaks off within a record")
