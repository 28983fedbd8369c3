"""A capture as the columns of a row, and back."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

import msgspec

from firsthand.domain import Capture, Fact, Form, Marked
from firsthand.errors import InputError
from firsthand.read import capture_from, decoded

__all__ = ["capture_of", "columns_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """What of a capture is neither its bytes nor made from them alone."""

    form: Form
    format: str
    encoding: str
    fetched_at: str | None = None
    facts: tuple[Fact, ...] = ()
    marks: tuple[Marked, ...] = ()


def columns_of(capture: Capture) -> dict[str, Any]:
    """The columns of `capture`, but for the moment it was added.

    The characters are kept only where decoding the bytes does not give them: a record of a feed,
    the text of a PDF.
    """
    record = _Record(
        form=capture.form,
        format=capture.format,
        encoding=capture.encoding,
        fetched_at=capture.fetched_at,
        facts=capture.facts,
        marks=capture.marks,
    )
    return {
        "sha256": capture.sha256,
        "item": capture.item,
        "url": capture.url,
        "size": len(capture.raw),
        "raw": zlib.compress(capture.raw),
        "record": msgspec.json.encode(record).decode(),
        "text": None if _told_by_bytes(capture) else zlib.compress(capture.text.encode()),
    }


def _told_by_bytes(capture: Capture) -> bool:
    try:
        return decoded(capture.item, capture.raw)[0] == capture.text
    except InputError:
        return False


def capture_of(row: Any) -> Capture:
    """The capture that `row` keeps.

    Raises:
        InputError: the row is older than this program and its bytes can no longer be read.
    """
    raw = zlib.decompress(row.raw)
    if row.record is None:
        return capture_from(row.item, raw, url=row.url)
    record = msgspec.json.decode(row.record, type=_Record)
    text = decoded(row.item, raw)[0] if row.text is None else zlib.decompress(row.text).decode()
    return Capture(
        item=row.item,
        raw=raw,
        form=record.form,
        sha256=row.sha256,
        text=text,
        encoding=record.encoding,
        url=row.url,
        fetched_at=record.fetched_at,
        format=record.format,
        facts=record.facts,
        marks=record.marks,
    )
