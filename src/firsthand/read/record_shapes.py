"""What kinds of record a JSON document may hold: each tells its own records and reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from firsthand.read.documents import Document
from firsthand.read.formats import Row
from firsthand.read.json_values import Record

__all__ = ["Shape"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One kind of record."""

    name: str
    matches: Callable[[Record], bool]
    rows: Callable[[Document, Record], Iterator[Row]]
    """At least one row, unless the record is one that the kind passes over by a documented rule."""
