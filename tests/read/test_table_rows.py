"""Records of a table: values are taken apart as standard tables are, and mended where they are not."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.read.table_rows import Assembler, values_of

_CELLS = st.lists(st.text(alphabet='ab,"\n; é', max_size=8), min_size=2, max_size=5)


def _records(text: str, *, mark: str = ",", escaped: bool = False) -> list[list[str]]:
    assembler = Assembler(mark=mark, escaped=escaped)
    found = [assembler.add(line) for line in text.splitlines(keepends=True)]
    return [values_of(one, mark, escaped=escaped) for one in found if one is not None]


@given(st.lists(_CELLS, min_size=1, max_size=6))
def test_what_a_standard_writer_wrote_is_read_as_it_was(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)

    assert _records(out.getvalue()) == rows


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("a,b,c\n", ["a", "b", "c"]),
        ("a,,\n", ["a", "", ""]),
        ('"",""\n', ["", ""]),
        ('a,"b ""c"" d"\n', ["a", 'b "c" d']),
        ('a,5" pipe,c\n', ["a", '5" pipe', "c"]),
        # a quotation mark inside a value that somebody forgot to double
        ('a,"He said "no" to it",c\n', ["a", 'He said "no" to it', "c"]),
        ("a,b\r\n", ["a", "b"]),
        ("a", ["a"]),
    ],
)
def test_values_of_a_line(line: str, cells: list[str]) -> None:
    assert _records(line) == [cells]


def test_a_line_that_begins_like_the_next_is_not_swallowed() -> None:
    assembler = Assembler(mark=",", escaped=False)

    assert assembler.add('a,"never closed\n') is None
    assert assembler.add('b,"closed"\n') is None
    assert assembler.is_doubtful
