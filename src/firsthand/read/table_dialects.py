"""Whether a text is a table of values set apart by marks, and which mark that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.read.table_rows import Assembler, values_of
from firsthand.tables.recordkeys import record_keys

__all__ = ["Dialect", "dialect_of"]

_MARKS = "\t;,|"
_NAMED = re.compile(r"\s*sep=(.)\s*$", re.IGNORECASE)
"""The line by which Excel tells a table's mark (``sep=;``)."""

_COLUMN = re.compile(r"[^\W\d_][^\n\r<>{}\[\]!?\"]{0,59}")
_LONGEST_NAME_WORDS = 5
_ROWS = 12
_TELLING = frozenset(["text", "html", "title", "url", "standfirst"])
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 3
_TAB_COLUMNS = 5
"""Columns between tabs from which rows of one length are a table even without a header."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a table is written."""

    mark: str
    """What stands between values."""

    escaped: bool
    """Whether quotation marks in values are written ``\\"``, not doubled."""

    skipped: int
    """Lines before the header: Excel's own."""

    header: tuple[str, ...]
    """Names of the columns; empty where the first row holds values."""


def dialect_of(text: str, *, whole: bool) -> Dialect | None:
    """Judge the beginning of a document.

    A table opens with a row of short names, most of which nobody would take for prose, and its rows
    have as many values as there are names. Two names that exports use for what belongs to an
    article are enough with one such row; otherwise three rows of three values are asked for.

    Args:
        text: The beginning.
        whole: Whether there is nothing behind it.

    Returns:
        None when it is no table.
    """
    text = text.lstrip("\ufeff")
    named = _NAMED.match(text.split("\n", 1)[0])
    rest = text.split("\n", 1)[1] if named and "\n" in text else text
    marks = named[1] if named else _MARKS
    escaped = '\\"' in rest and '""' not in rest
    found = [
        (weight, dialect)
        for mark in marks
        for weight, dialect in [_weighed(rest, mark, escaped, int(named is not None), whole)]
        if dialect is not None
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _weighed(
    text: str, mark: str, escaped: bool, skipped: int, whole: bool
) -> tuple[tuple[int, int], Dialect | None]:
    rows = _first_rows(text, mark, escaped, whole)
    header = rows[0] if rows else []
    width = len(header)
    if width < 2:
        return (0, 0), None
    same = [len(row) == width for row in rows[1:]]
    names = [one.strip() for one in header]
    fields = {record_keys().field_of(name) for name in names} - {""}
    is_header = _is_header(names, mark)
    cut = not whole and len(rows) == 1
    known = is_header and len(fields) > 1 and bool(fields & _TELLING) and (any(same) or cut)
    even = sum(same) >= 0.8 * max(1, len(same))
    plain = is_header and even and len(same) >= _FEWEST_ROWS - 1 and width >= _FEWEST_COLUMNS
    bare = mark == "\t" and even and bool(same) and width >= _TAB_COLUMNS
    if not (known or plain or bare):
        return (0, 0), None
    dialect = Dialect(
        mark=mark,
        escaped=escaped,
        skipped=skipped,
        header=tuple(names) if is_header else (),
    )
    return (len(fields) if known else 0, width), dialect


def _is_header(names: Sequence[str], mark: str) -> bool:
    """Whether all are short names and no two are the same; an index column may have none."""
    first = 0 if names[0] or mark == "|" else 1
    given = names[first:]
    return len(set(given)) == len(given) and all(
        _COLUMN.fullmatch(name)
        and not name.endswith(".")
        and len(name.split()) <= _LONGEST_NAME_WORDS
        for name in given
    )


def _first_rows(text: str, mark: str, escaped: bool, whole: bool) -> list[list[str]]:
    lines = text.split("\n")
    if not whole:
        lines = lines[:-1] or lines
    rows: list[list[str]] = []
    assembler = Assembler(mark=mark, escaped=escaped)
    for line in lines:
        if not line.strip() and not assembler.is_open:
            continue
        record = assembler.add(line + "\n")
        if record is not None:
            rows.append(values_of(record, mark, escaped=escaped))
        if len(rows) > _ROWS:
            break
    return rows
