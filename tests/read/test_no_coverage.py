"""What is text and no coverage is rejected by its kind; coverage that talks of it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.domain import Capture, Rejected
from firsthand.read.no_coverage import code_share, log_share
from tests.read.reading import rows_of

PYTHON = Path(code_share.__code__.co_filename).read_bytes()
SCRIPT = b"""'use strict';
const fs = require('fs');

// Reads the list of ferries.
function ferries(path) {
  const raw = fs.readFileSync(path);
  return JSON.parse(raw).ferries;
}

module.exports = { ferries };
"""
STYLE = b"body { margin: 0; }\n\n.menu > a:hover {\n  color: #fff;\n  padding: 0 1em;\n}\n" * 3
LOG = b"".join(
    b"2026-03-03 10:00:%02d,120 INFO [ferry] request %d took 12 ms\n" % (n, n) for n in range(20)
)
ACCESS = b"".join(
    b'10.0.0.%d - - [03/Mar/2026:10:00:00 +0100] "GET /ferry HTTP/1.1" 200 512\n' % n
    for n in range(20)
)
CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Ferry board\r\n"
    b"DESCRIPTION:The board meets to talk about the ferry that ran aground.\r\nEND:VEVENT\r\n"
    b"END:VCALENDAR\r\n"
)
CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ingrid Solheim\r\nORG:Larvik Harbour\r\nEND:VCARD\r\n"
FEEDS = b"""<?xml version="1.0"?>
<opml version="2.0"><head><title>Papers</title></head><body>
<outline text="Harbour Gazette" type="rss" xmlUrl="https://gazette.example/rss"/>
</body></opml>"""
STORY = """The ferry ran aground off Larvik on Monday, and the operator blamed the program that steers
it, of which it showed a few lines to reporters on the quay before the inquiry opened in the town hall.
""".replace("\n", " ")


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (PYTHON, "a program"),
        (SCRIPT, "a program"),
        (STYLE, "a program"),
        (b"[ferry]\nname = Aurora\nport = Larvik\n\n[crew]\nmaster = Solheim\nmates = 3\n", "settings"),
        (LOG, "a log"),
        (ACCESS, "a log"),
        (CALENDAR, "a calendar"),
        (CARD, "a visiting card"),
        (FEEDS, "a list of feeds"),
    ],
)  # fmt: skip
def test_each_kind_is_named(raw: bytes, kind: str) -> None:
    (row,) = rows_of(raw)

    assert isinstance(row, Rejected)
    assert kind in row.reason
    assert row.hint


def test_an_article_that_shows_a_program_is_read() -> None:
    text = f"How the ferry was steered\n\n{STORY}\n\n{STORY}\n\n{SCRIPT.decode()}\n\n{STORY}\n"

    (row,) = rows_of(text.encode())

    assert code_share(text) > 0.35
    assert isinstance(row, Capture)


def test_a_live_blog_is_no_log() -> None:
    lines = [f"2026-03-03 10:{n:02d} The ferry is {n} metres off the rocks." for n in range(20)]

    (row,) = rows_of("\n".join(lines).encode())

    assert log_share("\n".join(lines)) == 0
    assert isinstance(row, Capture)


def test_prose_about_programs_has_no_line_of_code() -> None:
    assert code_share("Import duties rose.\nClass sizes fell:\nReturn to Larvik; then on.\n") == 0
