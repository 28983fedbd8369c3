"""Subtitles: cues joined, rolling lines said once, speakers told apart, sounds kept out."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import Capture, Field, Form, Rejected
from firsthand.extract import articles_from
from firsthand.read import captures_from


def capture(text: str) -> Capture:
    (row,) = captures_from("a.txt", text.encode())
    assert isinstance(row, Capture), row
    return row


SRT = """1
00:00:01,000 --> 00:00:03,200
<i>A ferry hit the pier</i>

2
00:00:03,300 --> 00:00:05,000
{\\an8}of Larvik on Monday.

3
00:00:05,100 --> 00:00:06,000
(Musik)

4
00:00:09,000 --> 00:00:11,500
Three people were hurt, the mayor said,
2024

5
00:00:11,600 --> 00:00:13,000
and two of them went home &amp; slept.
"""


def test_cues_become_sentences_and_pauses_paragraphs() -> None:
    found = capture(SRT)

    assert found.format == "srt"
    assert found.form is Form.PARAGRAPHS
    assert found.text.split("\n") == [
        "A ferry hit the pier of Larvik on Monday.",
        "(Musik)",
        "Three people were hurt, the mayor said, 2024 and two of them went home & slept.",
    ]
    assert [(mark.role, mark.span.of(found.text)) for mark in found.marks] == [("sound", "(Musik)")]


def test_line_ends_of_any_system_and_a_byte_order_mark_do_no_harm() -> None:
    raw = b"\xef\xbb\xbf" + SRT.replace("\n", "\r\n").encode()
    (row,) = captures_from("a", raw)

    assert isinstance(row, Capture)
    assert row.text == capture(SRT).text


ROLLING = """WEBVTT
Kind: captions
Language: en-GB

00:00:00.000 --> 00:00:02.000 align:start position:0%
BLANK
a<00:00:00.400><c> ferry</c><00:00:00.800><c> hit</c>

00:00:02.000 --> 00:00:02.010 align:start position:0%
a ferry hit
BLANK

00:00:02.010 --> 00:00:04.000 align:start position:0%
a ferry hit
the<00:00:02.400><c> pier</c>

00:00:04.000 --> 00:00:04.010 align:start position:0%
the pier
BLANK

00:00:04.010 --> 00:00:06.000 align:start position:0%
the pier
on<00:00:04.400><c> monday</c>

00:00:06.000 --> 00:00:06.010 align:start position:0%
on monday
""".replace("BLANK", " ")


def test_rolling_captions_are_said_once() -> None:
    found = capture(ROLLING)

    assert found.text == "a ferry hit the pier on monday"
    assert [(one.field, one.value) for one in found.facts] == [(Field.LANGUAGE, "en-GB")]


def test_what_is_said_twice_stays_where_captions_do_not_roll() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.\n"

    assert capture(text).text == "No. No."


VOICES = """WEBVTT - a talk

STYLE
::cue { color: red }

NOTE made by hand
for a test

intro
00:00:01.000 --> 00:00:04.000
<v Mara Feld>A ferry hit
the pier.

00:00:04.200 --> 00:00:05.000
<v.loud Tor Lund>No comment.</v>

NOTE the end
00:00
"""


def test_voices_become_turns() -> None:
    found = capture(VOICES)

    assert found.form is Form.TURNS
    assert found.text == "Mara Feld: A ferry hit the pier.\nTor Lund: No comment."


@pytest.mark.parametrize(
    ("cues", "lines"),
    [
        (
            [">> MARA FELD: Was it fast?", ">> No.", ">> MARA FELD: How fast?"],
            ["MARA FELD: Was it fast?", "No.", "MARA FELD: How fast?"],
        ),
        (["- Was it fast?\n- No."], ["Was it fast?", "No."]),
        (
            ["Feld: Was it fast?", "Lund: No.", "Feld: Why?", "Lund: Note: wet."],
            ["Feld: Was it fast?", "Lund: No.", "Feld: Why?", "Lund: Note: wet."],
        ),
        (["One thing: it was fast.", "It was."], ["One thing: it was fast. It was."]),
    ],
)
def test_speakers_are_told_apart(cues: list[str], lines: list[str]) -> None:
    text = "".join(
        f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{cue}\n\n"
        for number, cue in enumerate(cues, 1)
    )

    assert capture(text).text.split("\n") == lines


def test_the_other_forms_are_read() -> None:
    sbv = "0:00:01.000,0:00:03.000\nA ferry hit\nthe pier.\n\n0:00:03.000,0:00:04.000\nBad.\n"
    ttml = (
        '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"'
        ' xmlns:ttm="http://www.w3.org/ns/ttml#metadata"><head><metadata>'
        "<ttm:title>Ferry hits pier</ttm:title></metadata></head><body><div>"
        '<p begin="00:00:01.000" end="3s">A <span>ferry</span> hit<br/>the pier.</p>'
        '<p begin="3s" end="4s">Bad.</p></div></body></tt>'
    )

    assert capture(sbv).text == capture(ttml).text == "A ferry hit the pier. Bad."
    assert [one.value for one in capture(ttml).facts] == ["Ferry hits pier", "en"]


def test_subtitles_become_an_article_without_its_sounds() -> None:
    (found,) = articles_from(capture(SRT))

    assert [zone.kind.value for zone in found.zones] == ["body", "body"]
    assert [one.role for one in found.furniture] == ["sound"]


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT was invented in 2010, she said. It is a format of subtitles for the web.",
        "1\n\nA ferry hit the pier on Monday.\n\n2\n\nIt was 00:00:01 --> too late, he said.",
        "At 0:00:01.000,0:00:03.000 nothing happened, police said on Monday there.",
    ],
)
def test_prose_about_times_is_no_subtitles(text: str) -> None:
    assert capture(text).format == "text"


@pytest.mark.parametrize("text", ["WEBVTT\n", "1\n00:00:01,000 --> 00:00:03,200\n[MUSIC]\n"])
def test_subtitles_without_words_are_refused(text: str) -> None:
    (row,) = captures_from("a", text.encode())

    assert isinstance(row, Rejected)
    assert "without words" in row.reason


def test_forty_thousand_cues_are_read_in_some_seconds() -> None:
    text = "WEBVTT\n\n" + "".join(
        f"00:00:0{n % 9}.000 --> 00:00:0{n % 9 + 1}.000\n>> a: {n % 7}\n\n" for n in range(40_000)
    )
    start = time.process_time()

    assert captures_from("a", text.encode())
    assert time.process_time() - start < 15


@given(
    st.lists(
        st.sampled_from(
            [
                "00:01.000 --> 00:02.000",
                "00:00:02,000 --> 00:00:01,000",
                "99:99.999 --> 1:00:00.5",
                "",
                "NOTE x",
                "7",
                ">> A B: c",
                ">>",
                "- x",
                "[NO]",
                "<v A>b",
                "♪",
                "Dr. Who: yes.",
                "\u200b",
            ]
        ),
        max_size=20,
    )
)
def test_any_cues_give_a_row_and_marks_within_it(lines: list[str]) -> None:
    for row in captures_from("a", ("WEBVTT\n\n" + "\n".join(lines)).encode()):
        if isinstance(row, Capture):
            assert all(mark.span.end <= len(row.text) for mark in row.marks)
