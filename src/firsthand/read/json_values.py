"""JSON to records: one object, an array, one object a line, or an array inside an object."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from firsthand.domain import Rejected
from firsthand.errors import InputError
from firsthand.read.decoding import decoded
from firsthand.read.documents import MAX_BYTES, Document
from firsthand.read.json_streams import Broken, streamed
from firsthand.tables.recordkeys import record_keys

__all__ = ["Record", "as_bytes", "found_in", "looks_like_json", "records_of", "shown_keys"]

_OBJECT = re.compile(r'\{\s*(?:\}|"(?:[^"\\]|\\.){0,400}"\s*:)')
_ARRAY = re.compile(r'\[\s*(?:\]|\{\s*(?:\}|"(?:[^"\\]|\\.){0,400}"\s*:)|\[\s*["\[{\d-])')
_SCRIPT = re.compile(r"(?:window\.)?[\w.$]{1,100}\s*=\s*(?=[\[{])")
"""What stands before the data in files that are scripts: ``window.YTD.tweets.part0 = [``."""

_DEEPEST_ENVELOPE = 3
_LONGEST_PREFIX = 200
_SHOWN_KEYS = 12
_HINT = "mend it, or write one object a line (JSONL)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One object of a JSON document."""

    label: str
    """``#3`` where it is the third of several, else empty."""

    value: Mapping[str, Any]
    raw: bytes | None
    """Its own bytes; None: it is the whole document."""

    envelope: Mapping[str, Any] = field(default_factory=dict)
    """What stands beside the array that it is in."""


def looks_like_json(text: str) -> bool:
    """Whether `text`, the beginning of a document, opens as JSON objects do, or as such a script."""
    start = text.lstrip("\ufeff \t\r\n")
    script = _SCRIPT.match(start)
    start = start[script.end() :] if script else start
    return (_OBJECT.match(start) or _ARRAY.match(start)) is not None


def records_of(document: Document) -> Iterator[Record | Rejected]:
    """Every record, in order.

    A document of lines is read line by line, one beyond `MAX_BYTES` is streamed; neither is held
    in memory. Where JSON breaks off, what stands before is read and a rejection says so.

    Raises:
        InputError: it is no JSON from its first record on, or nested without end.
    """
    if _is_lines(document):
        yield from _lines(document)
        return
    if len(document.head(MAX_BYTES + 1)) > MAX_BYTES:
        yield from _of_stream(document)
        return
    text, _ = decoded(document.item, document.whole())
    script = _SCRIPT.match(text.lstrip())
    text = text.lstrip()[script.end() :].rstrip(" ;\n\t") if script else text
    try:
        value = json.loads(text)
    except RecursionError:
        raise InputError(document.item, "is nested too deep", _HINT) from None
    except ValueError as error:
        yield from _salvaged(document, text, str(error))
        return
    yield from found_in(value)


def found_in(value: object) -> Iterator[Record | Rejected]:
    """The records in a value: itself, its elements, or those of an array within it."""
    if isinstance(value, dict):
        inside = _array_in(value, {}, _DEEPEST_ENVELOPE)
        if inside is None:
            yield Record(label="", value=value, raw=None)
            return
        elements, envelope = inside
    else:
        elements, envelope = (value if isinstance(value, list) else []), {}
    yield from _numbered(elements, envelope)


def _numbered(elements: list[Any], envelope: Mapping[str, Any]) -> Iterator[Record | Rejected]:
    several = len(elements) > 1
    for number, element in enumerate(elements, 1):
        label = f"#{number}" if several else ""
        if isinstance(element, dict):
            yield Record(label=label, value=element, raw=as_bytes(element), envelope=envelope)
        else:
            yield Rejected(
                item=label, stage="read", reason="is no JSON object", hint="hand in objects"
            )


def as_bytes(value: object) -> bytes:
    """A value written as JSON, keys in their order; the same value gives the same bytes."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _array_in(
    value: Mapping[str, Any], outer: Mapping[str, Any], depth: int
) -> tuple[list[Any], Mapping[str, Any]] | None:
    """The array of records in an object that is no record itself, and what stands beside it.

    A text beside the array makes the object a record: an article may list its pictures or tags.
    """
    keys = record_keys()
    if any(
        keys.field_of(name) in {"text", "html"} and isinstance(one, str)
        for name, one in value.items()
    ):
        return None
    beside = {**outer, **{name: one for name, one in value.items() if not isinstance(one, list)}}
    arrays = {
        name: one
        for name, one in value.items()
        if isinstance(one, list) and one and isinstance(one[0], dict)
    }
    for name in sorted(arrays, key=keys.rank_of_container):
        if keys.is_container(name):
            others = {other: one for other, one in value.items() if other != name}
            return arrays[name], {**beside, **others}
    if depth:
        for name, one in value.items():
            if isinstance(one, dict) and keys.is_container(name):
                found = _array_in(one, {**outer, **value}, depth - 1)
                if found is not None:
                    return found
    return None


def _is_lines(document: Document) -> bool:
    """Whether the first line is a whole object and another follows.

    What follows a whole object makes the document no JSON, so that each line stands for itself,
    damaged ones included. Where the first itself is damaged, the next has to begin as objects do.
    """
    if document.head(2) in {b"\xff\xfe", b"\xfe\xff"}:
        return False
    with document.open() as stream:
        first = _line(stream)
        if first is None or not first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
            return False
        second = _line(stream)
        if second is None:
            return False
    try:
        return isinstance(json.loads(first.removeprefix(b"\xef\xbb\xbf")), dict)
    except (ValueError, RecursionError):
        return second.lstrip().startswith(b"{") and _closes(first)


def _closes(line: bytes) -> bool:
    """Whether a line that is no JSON still looks like one object: the damage is within it."""
    return line.rstrip().endswith(b"}") and line.count(b'":') > 0


def _line(stream: BinaryIO) -> bytes | None:
    """The next line that is not blank; None at the end, or where it is over the limit."""
    while line := stream.readline(MAX_BYTES + 1):
        if len(line) > MAX_BYTES:
            return None
        if line.strip():
            return line
    return None


def _lines(document: Document) -> Iterator[Record | Rejected]:
    with document.open() as stream:
        number = at = 0
        while line := stream.readline(MAX_BYTES + 1):
            at += 1
            if not line.strip(b"\xef\xbb\xbf \t\r\n"):
                continue
            number += 1
            label = f"#{number}"
            if len(line) > MAX_BYTES:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(MAX_BYTES)
                yield _rejected(
                    label, f"is over the limit of {MAX_BYTES // 2**20} MB", "shorten it"
                )
                continue
            yield _of_line(document, label, line.strip().removeprefix(b"\xef\xbb\xbf"), at)


def _of_line(document: Document, label: str, line: bytes, at: int) -> Record | Rejected:
    """The record of a line, the document's `at`-th."""
    try:
        text, _ = decoded(document.item + label, line)
        value = json.loads(text)
    except InputError as error:
        return _rejected(label, error.why, error.hint)
    except RecursionError:
        return _rejected(label, "is nested too deep", "hand in flat records")
    except json.JSONDecodeError as error:
        why = f"is no JSON: {error.msg} at column {error.colno} of line {at}"
        return _rejected(label, why, "mend the line")
    except ValueError as error:
        return _rejected(label, f"is no JSON: {error} in line {at}", "mend the line")
    if not isinstance(value, dict):
        return _rejected(label, f"is no JSON object, line {at}", "hand in one object a line")
    return Record(label=label, value=value, raw=line)


def _salvaged(document: Document, text: str, why: str) -> Iterator[Record | Rejected]:
    """The records before the place where JSON breaks off."""
    number = 0
    for one in streamed(document.item, io.BytesIO(text.encode("utf-8", "replace"))):
        if isinstance(one, Broken):
            break
        number += 1
        yield Record(
            label=f"#{number}", value=one.value, raw=as_bytes(one.value), envelope=one.envelope
        )
    if not number:
        raise InputError(document.item, f"is no valid JSON: {why}", _HINT)
    yield _rejected(f"#{number + 1}", f"is damaged or cut off: {why}", _HINT)


def _of_stream(document: Document) -> Iterator[Record | Rejected]:
    number = 0
    head = document.head(_LONGEST_PREFIX).decode("latin-1")
    script = _SCRIPT.match(head)
    with document.open() as stream:
        stream.read(script.end() if script else 3 * head.startswith("\xef\xbb\xbf"))
        for one in streamed(document.item, stream):
            if isinstance(one, Broken):
                if not number:
                    raise InputError(document.item, one.why, _HINT)
                yield _rejected(f"#{number + 1}", one.why, _HINT)
                return
            number += 1
            yield Record(
                label=f"#{number}", value=one.value, raw=as_bytes(one.value), envelope=one.envelope
            )
    if not number:
        raise InputError(document.item, "is over the limit and holds no array of records", _HINT)


def _rejected(label: str, reason: str, hint: str) -> Rejected:
    """A row whose item is a label; whoever reads the records sets the document's name before it."""
    return Rejected(item=label, stage="read", reason=reason, hint=hint)


def shown_keys(value: Mapping[str, Any]) -> str:
    """The names of a record's fields, for messages."""
    names = [name[:40] for name in value][: _SHOWN_KEYS + 1]
    return ", ".join(names[:_SHOWN_KEYS]) + (", …" if len(names) > _SHOWN_KEYS else "")
