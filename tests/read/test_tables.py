"""Tables: marks and encodings are found out, each row is an article or says why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from firsthand.domain import Capture, Field, Form, Rejected
from firsthand.read import read_paths
from tests.read.reading import (
    articles_of,
    captures_of_rows,
    only_rejected,
    rejected_of_rows,
    rows_of,
    sample,
    values,
)

_TEXT = "Two tugs are on their way to the ferry."


def test_semicolons_in_a_western_encoding_with_line_ends_in_values() -> None:
    first, bare, long, last = rows_of(sample("table/semicolon-cp1252.csv"))

    assert isinstance(first, Capture)
    assert (first.form, first.format, first.item) == (Form.PARAGRAPHS, "table", "in#1")
    assert first.text.splitlines() == [
        "Eine Fähre mit 212 Menschen ist am Samstag auf Grund gelaufen; verletzt wurde niemand.",
        "",
        'Der Hafen sprach von "dichtem Nebel".',
    ]
    assert values(first, Field.AUTHOR) == ["Jörg Lüders"]
    assert values(first, Field.PUBLISHED) == ["2026-03-14T18:20:00"]
    assert json.loads(first.raw)["Zeitung"] == "Elbkurier"
    assert isinstance(bare, Rejected)
    assert bare.item == "in#2"
    assert isinstance(long, Rejected)
    assert "9 values where the header names 8" in long.reason
    assert isinstance(last, Capture)


def test_tabs() -> None:
    first, second = captures_of_rows(rows_of(sample("table/mediacloud.tsv")))

    assert values(first, Field.OUTLET) == ["Skagerrak Courier"]
    assert values(second, Field.PUBLISHED) == ["2026-03-15T08:00:00"]


def test_a_mark_that_is_never_closed_costs_one_row() -> None:
    rows = rows_of(sample("table/unclosed.csv"))

    assert [type(row).__name__ for row in rows] == ["Capture", "Rejected", "Capture"]
    assert "never closed" in rejected_of_rows(rows)[0].reason


def test_a_mark_that_is_never_closed_does_not_swallow_the_next_row() -> None:
    raw = f'title,text,date\nA,"{_TEXT}",\nB,"Never closed,2026\nC,"{_TEXT} Now.",2026\n'.encode()
    rows = rows_of(raw)

    assert [values(one, Field.TITLE) for one in captures_of_rows(rows)] == [["A"], ["C"]]
    assert [one.item for one in rejected_of_rows(rows)] == ["in#2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_any_mark_in_any_encoding(mark: str, encoding: str) -> None:
    lines = [["title", "text", "date"], ["Fähre", f'"{_TEXT}{mark} sagt Jörg"', "2026-03-14"]]
    raw = "\r\n".join(mark.join(line) for line in lines).encode(encoding)
    capture = captures_of_rows(rows_of(raw))[0]

    assert capture.text == f"{_TEXT}{mark} sagt Jörg"
    assert values(capture, Field.TITLE) == ["Fähre"]


def test_an_encoding_that_shows_late_is_found() -> None:
    row = f"Ferry,{_TEXT} {'x ' * 200},2026-03-14\n"
    raw = (
        "title,text,date\n" + row * 400
    ).encode() + "Fähre,Jörg sah die Fähre am Abend.,\n".encode("cp1252")

    assert captures_of_rows(rows_of(raw))[-1].text == "Jörg sah die Fähre am Abend."


def test_quotation_marks_written_with_a_backslash() -> None:
    raw = b'title,text,date\nTugs,"He said \\"two tugs, no more\\" on Monday.",2026-03-14\n'

    assert captures_of_rows(rows_of(raw))[0].text == 'He said "two tugs, no more" on Monday.'


def test_a_table_without_text_lists_its_columns_and_the_names_understood() -> None:
    rejected = only_rejected(
        b"id\turl\tdate\n1\thttp://a.example/1\t20260314\n2\thttp://a.example/2\t20260314\n"
    )

    assert "without a column of text; its columns are id, url, date" in rejected.reason
    assert '"text"' in rejected.hint


def test_a_table_without_a_header_is_refused() -> None:
    raw = "\n".join("\t".join(str(a * b) for a in range(1, 28)) for b in range(1, 6)).encode()

    assert "names no columns" in only_rejected(raw).reason


def test_a_table_with_a_header_alone_is_rejected() -> None:
    raw = b"title,text,url,date\n" + b"\n" * 3

    assert rows_of(raw)


def test_html_in_a_column_is_markup() -> None:
    raw = (
        f'url,title,content\nhttps://a.example/1,Ferry,"<p>{_TEXT}</p><p>So it is.</p>"\n'.encode()
    )

    assert captures_of_rows(rows_of(raw))[0].form is Form.FRAGMENT


def test_from_a_table_to_an_article() -> None:
    article = articles_of(sample("table/semicolon-cp1252.csv"))[0]

    assert article.title == "Fähre auf Grund"
    assert article.authors == ("Jörg Lüders",)
    assert article.language == "de"
    assert article.outlet == "Elbkurier"


@pytest.mark.parametrize(
    "text",
    [
        "Title, text and date were late, he said.\nThe ferry, which was late, sank.\nIt sank, too.",
        "Harbour Gazette\nFerry runs aground, late\nThe ferry, which was late, sank.\nIt sank, he said.",
        "Brann, Viking, Molde\nThe three clubs, he said, are late.\nThat is so.\nNobody, not one, knew.",
        "| a | b |\n|---|---|\n| title | text |\n",
        "Date: 14 March\nTo: all | from: desk | re: ferry\nThe ferry is late.",
    ],
)
def test_prose_with_commas_is_no_table(text: str) -> None:
    assert all(
        not isinstance(row, Capture) or row.format != "table" for row in rows_of(text.encode())
    )
    assert all("table" not in row.reason for row in rejected_of_rows(rows_of(text.encode())))


def test_a_large_table_is_read_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    row = f'Ferry,"{_TEXT * 200}",2026-03-14\n'
    with path.open("w") as file:
        file.write("title,text,date\n")
        for _ in range(2_500):
            file.write(row)
    assert path.stat().st_size > 16 * 2**20
    count = sum(isinstance(one, Capture) for one in read_paths([str(path)]))

    # the same bytes again are copies of the first
    assert count == 1


def test_a_row_over_the_limit_is_rejected_and_the_next_is_read() -> None:
    raw = (
        b'title,text,date\nOne,"'
        + b"ferry " * 3_000_000
        + b'",2026-03-14\nTwo,'
        + _TEXT.encode()
        + b",\n"
    )
    rows = rows_of(raw)

    assert [capture.text for capture in captures_of_rows(rows)] == [_TEXT]
    assert rejected_of_rows(rows)
