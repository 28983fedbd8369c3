"""Tables of articles: values between commas, semicolons, tabs or bars, one article a row."""

from __future__ import annotations

import codecs
import io
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from firsthand.domain import Rejected
from firsthand.errors import InputError
from firsthand.read.decoding import decoded
from firsthand.read.documents import MAX_BYTES, Document
from firsthand.read.exports import HINT, export_capture
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.json_values import as_bytes
from firsthand.read.table_dialects import Dialect, dialect_of
from firsthand.read.table_rows import Assembler, values_of
from firsthand.tables.recordkeys import record_keys

__all__ = ["FORMATS"]

_SAMPLE = 65536
_CHUNK = 1 << 20
_LONGEST_ROW_LINES = 20_000
"""Lines in one value from which its quotation mark is taken to be one that was never closed; as many
as an article may have."""

_CHEAP_LINES = 100
_MOST_REPAIRS = 20
"""Rows with a stray quotation mark that are passed over one by one where that costs reading more
than `_CHEAP_LINES`, and up to `_LONGEST_ROW_LINES`, again."""

_SHOWN = 15


def _matches(sample: Sample) -> bool:
    if sample.start[:1] in {"<", "{", "["}:
        return False
    text = sample.text.replace("\r\n", "\n").replace("\r", "\n")
    return dialect_of(text, whole=len(sample.raw) < _SAMPLE) is not None


def _read(document: Document) -> Iterator[Row]:
    head = document.head()
    encoding = _encoding_of(document)
    text = head.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
    dialect = dialect_of(text, whole=len(head) < _SAMPLE)
    if dialect is None or not dialect.header:
        raise InputError(document.item, "is a table whose first row names no columns", HINT)
    header = dialect.header
    fields = {record_keys().field_of(name) for name in header}
    if not fields & {"text", "html", "standfirst"}:
        shown = ", ".join(header[:_SHOWN]) + (", …" if len(header) > _SHOWN else "")
        raise InputError(
            document.item, f"is a table without a column of text; its columns are {shown}", HINT
        )
    number = 0
    for row in _rows(document, encoding, dialect):
        number += 1
        label = f"#{number}"
        if isinstance(row, Rejected):
            yield Rejected(
                item=document.item + label, stage="read", reason=row.reason, hint=row.hint
            )
        else:
            yield _article(document, label, header, row)
    if not number:
        yield Rejected(
            item=document.item,
            stage="read",
            reason="is a table without rows",
            hint="hand in one article a row",
        )


def _article(document: Document, label: str, header: Sequence[str], row: Sequence[str]) -> Row:
    if len(row) > len(header):
        return Rejected(
            item=document.item + label,
            stage="read",
            reason=f"has {len(row)} values where the header names {len(header)} columns",
            hint="set values that hold the dividing mark in quotation marks",
        )
    value: dict[str, Any] = dict(zip(header, row, strict=False))
    return export_capture(document, label, value, raw=as_bytes(value), source="table")


def _encoding_of(document: Document) -> str:
    """The encoding of the whole: UTF-8 if all of it is, else judged where it first is not."""
    head = document.head()
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    with document.open() as stream:
        while chunk := stream.read(_CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                near = chunk[max(0, error.start - _SAMPLE) : error.start + _SAMPLE]
                name = decoded(document.item, near)[1]
                return name.split(" ", 1)[0]
    return "utf-8-sig"


def _rows(document: Document, encoding: str, dialect: Dialect) -> Iterator[list[str] | Rejected]:
    """The values of each row behind the header."""
    stream = io.TextIOWrapper(document.open(), encoding=encoding, errors="replace", newline=None)
    with stream:
        records = _records(stream, dialect)
        for _ in range(dialect.skipped + 1):
            next(records, None)
        for record in records:
            if isinstance(record, Rejected):
                yield record
                continue
            yield values_of(record, dialect.mark, escaped=dialect.escaped)


def _records(stream: io.TextIOWrapper, dialect: Dialect) -> Iterator[str | Rejected]:
    """Each record as written, blank lines left out.

    A value whose quotation mark is never closed would swallow all that follows: its first line is
    rejected and reading goes on behind it.
    """
    assembler = Assembler(mark=dialect.mark, escaped=dialect.escaped)
    again: deque[str] = deque()
    repairs = 0
    while True:
        line = again.popleft() if again else stream.readline(MAX_BYTES)
        if len(line) >= MAX_BYTES and not line.endswith("\n"):
            assembler.taken()
            while line and not line.endswith("\n"):
                line = stream.readline(MAX_BYTES)
            yield _rejected(f"is over the limit of {MAX_BYTES // 2**20} MB")
            continue
        if line and not line.strip() and not assembler.is_open:
            continue
        if line:
            record = assembler.add(line)
            if record is not None:
                yield record
                continue
        too_long = assembler.size > MAX_BYTES or len(assembler.lines) > _LONGEST_ROW_LINES
        if assembler.lines and (too_long or assembler.is_doubtful or not line):
            repairs += len(assembler.lines) > _CHEAP_LINES
            again.extendleft(reversed(assembler.lines[1:]))
            assembler.taken()
            if repairs > _MOST_REPAIRS:
                yield _rejected(
                    f"and all behind it: more than {_MOST_REPAIRS} rows have a quotation mark that "
                    "is never closed"
                )
                return
            yield _rejected("has a quotation mark that is never closed, or is cut off")
        elif not line:
            return


def _rejected(reason: str) -> Rejected:
    return Rejected(
        item="", stage="read", reason=reason, hint="double quotation marks that stand in a value"
    )


FORMATS: tuple[Format, ...] = (Format(name="table", matches=_matches, read=_read),)
