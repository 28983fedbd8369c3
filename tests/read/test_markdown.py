"""Markdown: strict recognition, front matter, roles, dumps of pages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import Capture, Fact, Field, Form, Rejected
from firsthand.extract import articles_from
from firsthand.read import captures_from

FERRY = """---
title: "Ferry hits pier"
date: 2024-03-04 10:15:00 +0100
authors:
  - name: Mara Feld
  - dpa
categories: [Local, Sea]
canonical_url: https://gazette.example/ferry
---

![The pier (Photo: Ada Nyberg)](pier.jpg)
*The pier on Monday.*

A **ferry** hit the [pier](https://gazette.example/pier) on Monday,
police said.[^1]

## Three hurt

- One person is in hospital, the mayor said.

[^1]: See the report.

| Dead | 0 |
|---|---|
| Hurt | 3 |
"""


def capture(text: str) -> Capture:
    (row,) = captures_from("a.txt", text.encode())
    assert isinstance(row, Capture), row
    return row


def facts(found: Capture) -> list[tuple[Field, str]]:
    return [(one.field, one.value) for one in found.facts]


def roles(found: Capture) -> list[tuple[str, str]]:
    marks = {mark.span.start: mark.role for mark in found.marks}
    at, rows = 0, []
    for line in found.text.split("\n"):
        rows.append((marks.get(at, ""), line))
        at += len(line) + 1
    return rows


def test_front_matter_and_marks_are_read() -> None:
    found = capture(FERRY)

    assert found.format == "markdown"
    assert found.form is Form.PARAGRAPHS
    assert found.url is None
    assert facts(found) == [
        (Field.TITLE, "Ferry hits pier"),
        (Field.AUTHOR, "Mara Feld"),
        (Field.WIRE, "dpa"),
        (Field.PUBLISHED, "2024-03-04T10:15:00+01:00"),
        (Field.URL, "https://gazette.example/ferry"),
        (Field.SECTION, "Local"),
    ]
    assert roles(found)[:5] == [
        ("caption", "The pier (Photo: Ada Nyberg)"),
        ("caption", "The pier on Monday."),
        ("", "A ferry hit the pier on Monday, police said."),
        ("subhead", "Three hurt"),
        ("", "One person is in hospital, the mayor said."),
    ]
    assert ("footnote", "See the report.") in roles(found)
    assert ("table", "Hurt") in roles(found)


def test_a_markdown_file_becomes_an_article() -> None:
    (found,) = articles_from(capture(FERRY))

    assert found.title == "Ferry hits pier"
    assert found.authors == ("Mara Feld",)
    assert found.wire == "dpa"
    assert found.published == "2024-03-04T10:15:00+01:00"
    assert found.section == "Local"
    assert found.credits == ("Ada Nyberg",)


@pytest.mark.parametrize(
    "head",
    [
        '+++\ntitle = "Ferry"\ndate = 2024-03-04T10:15:00+01:00\n[params]\nauthor = "Mara Feld"\n+++',
        "---\ntitle: Ferry\nauthor: Mara Feld\ndate: 2024-03-04T10:15:00+01:00\n---",
        "---\ntitle: Ferry\nauthor: [Mara Feld]\nbroken: a: b\n: c\ndate: 2024-03-04T10:15:00+01:00\n---",
        "\ufeff---\r\nTitle: Ferry\r\nAuthor: Mara Feld\r\npubDate: 2024-03-04T10:15:00+01:00\r\n---",
    ],
)
def test_front_matter_in_all_its_writings(head: str) -> None:
    found = facts(capture(head + "\n\nA ferry hit the pier on Monday.\n"))

    assert (Field.TITLE, "Ferry") in found
    assert (Field.PUBLISHED, "2024-03-04T10:15:00+01:00") in found
    assert any(field is Field.AUTHOR and "Mara Feld" in value for field, value in found)


def test_a_page_turned_to_markdown_keeps_its_menus_for_the_tagger() -> None:
    menu = "\n".join(f"* [Part {number}](https://gazette.example/{number})" for number in range(9))
    found = capture(
        "Title: Ferry hits pier\n\nURL Source: https://gazette.example/f\n\n"
        f"Published Time: 2024-03-04T10:15:00Z\n\nMarkdown Content:\n{menu}\n\n"
        "# Ferry hits pier\n\nA ferry hit the pier on Monday, police said.\n"
    )

    assert found.form is Form.TEXT
    assert (Field.URL, "https://gazette.example/f") in facts(found)
    assert found.text.startswith("Part 0\nPart 1")


@pytest.mark.parametrize(
    "text",
    [
        "He paid 5*3 dollars * and left. It was [sic] so.\n\nAnd # 1 too, he said on Monday.",
        "PRESS RELEASE\n\nA ferry hit the pier on Monday, police said.\n\n# # #\n",
        "---\nFerry hits pier\n---\nA ferry hit the pier on Monday, police said.",
        "A ferry hit the pier. #news #ferry\n\n#larvik Nobody knew why it happened there.",
        "Dear all,\n\n> A ferry hit the pier.\n\nIs this true? - Jo\n",
    ],
)
def test_prose_is_no_markdown(text: str) -> None:
    assert capture(text).format == "text"


@pytest.mark.parametrize(
    "text",
    ["[" * 60_000, "# A\n\n" + "![](" * 30_000, "---\ntitle: " + "[" * 5000 + "\n---\nText."],
)
def test_what_slows_parsers_ends_soon(text: str) -> None:
    start = time.process_time()
    rows = captures_from("a.md", text.encode())

    assert rows
    assert time.process_time() - start < 20


def test_a_book_in_markdown_is_refused() -> None:
    (row,) = captures_from("a.md", b"# Book\n\n" + b"A [word](https://a.example/b) is. " * 20_000)

    assert isinstance(row, Rejected)
    assert "too long" in row.reason


@given(st.text(alphabet="-+\n#*[](): aA1|>`<&\"'=\u2028", max_size=120))
def test_any_text_gives_a_row_and_marks_within_it(text: str) -> None:
    for row in captures_from("a", ("---\ntitle: x\n---\n# A\n" + text).encode()):
        if isinstance(row, Capture):
            assert all(mark.span.end <= len(row.text) for mark in row.marks)
            assert all(isinstance(fact, Fact) for fact in row.facts)
