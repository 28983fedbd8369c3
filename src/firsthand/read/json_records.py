"""JSON documents: what each of their records is decides how it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from firsthand.domain import Rejected
from firsthand.errors import InputError
from firsthand.read.documents import Document
from firsthand.read.exports import HINT, export_capture, has_article_keys
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.json_feed import JSON_FEED
from firsthand.read.json_ld import JSON_LD
from firsthand.read.json_values import Record, looks_like_json, records_of, shown_keys
from firsthand.read.ninjs import NINJS
from firsthand.read.record_shapes import Shape
from firsthand.read.telegram import TELEGRAM
from firsthand.read.x_posts import X_POST

__all__ = ["FORMATS"]

_SHAPES: tuple[Shape, ...] = (JSON_FEED, TELEGRAM, X_POST, NINJS, JSON_LD)
"""Asked in this order; what none of them claims is read by the names of its fields."""

_LOOKED_AT = 20
"""Records among which one has to be an article's: further ones may lack their text."""

_TOLD_EVERY = 256
"""Records between two signs that a document is being read."""


def _matches(sample: Sample) -> bool:
    return looks_like_json(sample.text)


def _read(document: Document) -> Iterator[Row]:
    rows = records_of(document)
    first: list[Record | Rejected] = []
    for row in rows:
        first.append(row)
        if len(first) >= _LOOKED_AT or (isinstance(row, Record) and _is_known(row)):
            break
    known = [row for row in first if isinstance(row, Record)]
    if known and not any(_is_known(row) for row in known):
        raise InputError(
            document.item,
            f"is JSON without articles; its keys are {shown_keys(known[0].value)}",
            HINT,
        )
    for number, row in enumerate(chain(first, rows), start=1):
        if number % _TOLD_EVERY == 0:
            document.going_on()  # most messages of a chat may be pictures
        if isinstance(row, Rejected):
            yield replace(row, item=document.item + row.item)
        else:
            yield from _rows(document, row)


def _is_known(record: Record) -> bool:
    return any(shape.matches(record) for shape in _SHAPES) or has_article_keys(record.value)


def _rows(document: Document, record: Record) -> Iterator[Row]:
    for shape in _SHAPES:
        if shape.matches(record):
            yield from shape.rows(document, record)
            return
    yield export_capture(
        document,
        record.label,
        record.value,
        raw=record.raw,
        source="export",
        envelope=record.envelope,
    )


FORMATS: tuple[Format, ...] = (Format(name="json", matches=_matches, read=_read),)
