"""A mail's envelope says whose article it holds; what mail programs add is no article text."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.domain import Capture, Field, Rejected
from firsthand.extract import articles_from
from firsthand.read import captures_from

SAMPLES = Path(__file__).parent / "samples" / "mail"
HEAD = (
    b"From: Coast Post <news@coastpost.example>\nSubject: Ferry towed\n"
    b"Date: Fri, 13 Mar 2026 18:00:00 +0100\nMessage-ID: <1@coastpost.example>\nMIME-Version: 1.0\n"
)
BODY = b"The ferry that ran aground off Larvik on Monday was towed to Horten on Friday.\n"


def _rows(name: str) -> list[Capture | Rejected]:
    return captures_from(name, (SAMPLES / name).read_bytes())


def _one(raw: bytes) -> Capture:
    (row,) = captures_from("m.txt", raw)
    assert isinstance(row, Capture), row
    return row


def _values(capture: Capture, field: Field) -> list[str]:
    return [fact.value for fact in capture.facts if fact.field is field]


def test_a_newsletter_becomes_an_article_without_its_furniture() -> None:
    (capture,) = _rows("newsletter.eml")
    assert isinstance(capture, Capture)

    (article,) = articles_from(capture)

    assert article.title == "Ferry pilot was warned of fog – letter shows"
    assert article.outlet == "Harbour Gazette"
    assert article.authors == ("Mira Solberg",)
    assert article.published == "2026-03-14T07:12:31+01:00"
    assert article.text.endswith("that no warning had reached the bridge.")
    for words in ("browser", "Unsubscribe", "Kai 3", "sailed all the same"):
        assert words not in article.text


def test_the_web_version_is_claimed_where_it_is_the_sender_s_own() -> None:
    (capture,) = _rows("newsletter.eml")

    assert isinstance(capture, Capture)
    assert _values(capture, Field.URL) == ["https://harbourgazette.example/n/7781"]
    assert capture.url is None


def test_of_a_forwarded_release_the_inner_sender_is_the_outlet() -> None:
    (capture,) = _rows("press_release_forwarded.eml")
    assert isinstance(capture, Capture)

    (article,) = articles_from(capture)

    assert _values(capture, Field.OUTLET)[0].startswith("Hafenamt Emden")
    assert article.published == "2026-03-13T15:02:11+01:00"
    assert article.title == "Hafenamt eröffnet Untersuchung"
    assert "der Havarie vom Montag eröffnet." in article.text
    assert "Zur Kenntnis" not in article.text


def test_a_mailbox_gives_a_row_or_more_for_each_message() -> None:
    rows = _rows("box.mbox")

    items = [row.item.removeprefix("box.mbox") for row in rows]
    assert items == ["#1", "#2#1", "#2#2", "#3", "#4/rfc822", "#4/über story.html", "#5"]
    assert isinstance(rows[0], Rejected)
    assert "lists articles" in rows[0].reason
    assert all(isinstance(row, Capture) for row in rows[1:])


def test_a_letter_with_two_stories_is_parted_at_their_linked_headings() -> None:
    one, two = [row for row in _rows("box.mbox") if row.item.startswith("box.mbox#2")]

    assert isinstance(one, Capture)
    assert isinstance(two, Capture)
    assert _values(one, Field.TITLE) == ["Ferry company hires a new captain"]
    assert _values(two, Field.URL) == ["https://fjordletter.example/p/9-school"]
    assert _values(two, Field.AUTHOR) == ["Ida Moen"]
    assert _values(two, Field.OUTLET) == ["Fjord Letter"]


def test_wrapped_lines_are_put_together_and_quoted_froms_restored() -> None:
    row = next(row for row in _rows("box.mbox") if row.item == "box.mbox#3")

    assert isinstance(row, Capture)
    assert "aground of the ferry" not in row.text
    assert "grounding of the ferry on Friday. Its head" in row.text
    assert "\nFrom the bridge no call" in row.text
    roles = {mark.role: mark.span.of(row.text) for mark in row.marks}
    assert roles["legal"].startswith("Unsubscribe")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (b"Fwd: AW: [Press] Ferry towed", "Ferry towed"),
        (b"=?utf-8?B?RsOkaHJl?=\n =?utf-8?Q?_gesunken?=", "Fähre gesunken"),
        ("Fähre gesunken".encode("latin-1"), "Fähre gesunken"),
        (b"=?klingon?Q?x?= ferry", "=?klingon?Q?x?= ferry"),
    ],
)
def test_subjects_are_read_as_meant(written: bytes, title: str) -> None:
    capture = _one(HEAD.replace(b"Ferry towed", written) + b"\n" + BODY)

    assert _values(capture, Field.TITLE) == [title]


@pytest.mark.parametrize(
    ("sender", "outlet", "author"),
    [
        (b"Ida Moen from Fjord Letter <a@b.example>", ["Fjord Letter"], ["Ida Moen"]),
        (b"Coast Post via Listmaker <a@b.example>", ["Coast Post"], []),
        (b"Ministry of Ports, Press Office <a@b.example>", ["Ministry of Ports"], []),
        (b"a@b.example", [], []),
    ],
)
def test_the_sender_s_name_holds_the_outlet(
    sender: bytes, outlet: list[str], author: list[str]
) -> None:
    head = HEAD.replace(b"Coast Post <news@coastpost.example>", sender)

    capture = _one(head + b"\n" + BODY)

    assert _values(capture, Field.OUTLET) == outlet
    assert _values(capture, Field.AUTHOR) == author


def test_prose_that_looks_like_a_header_is_no_mail() -> None:
    text = b"From: the ministry\nDate: 14 March 2026\nSubject: the ferry\n\n" + BODY

    assert _one(text).format == "text"
    assert _one(b"From Monday 2026 on at 10:00 the ferry sails.\n" + BODY).format == "text"


def test_an_attachment_is_read_by_its_own_format() -> None:
    parts = (
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nSee below.\n'
        b'--b\nContent-Type: application/octet-stream; name="../a.html"\n'
        b"Content-Disposition: attachment\n\n<html><body><p>The ferry was towed.</p></body></html>\n"
        b"--b\nContent-Type: image/png; name=b.png\n\n\x89PNG\n--b--\n"
    )

    capture = _one(HEAD + parts)

    assert (capture.item, capture.format) == ("m.txt/a.html", "mail html")


@pytest.mark.parametrize(
    ("rest", "word"),
    [
        (b"\n\n", "without text"),
        (b"Content-Type: multipart/encrypted; boundary=b\n\n--b\n\n", "encrypted"),
        (b"\n" + b"\n" * 1_100_000, "lines"),
        (b"\n" + b"word\n\n" * 30_000, "lines"),
        (
            b"".join(
                b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n)
                for n in range(10_000)
            ),
            "parts",
        ),
        (b"Content-Type: message/rfc822\n\n" * 5000 + BODY, "nested"),
    ],
)
def test_what_holds_no_text_or_does_harm_is_refused(rest: bytes, word: str) -> None:
    (row,) = captures_from("m.eml", HEAD + rest)

    assert isinstance(row, Rejected)
    assert word in row.reason
    assert row.hint


def test_long_headers_take_no_long_time() -> None:
    raw = HEAD + b"To: " + b"a@b.example, " * 200_000 + b'\nContent-Type: text/plain; a="b;' * 1
    raw += b'"b;"' * 100_000 + b"\n\n" + BODY

    assert "towed to Horten" in _one(raw).text
