"""Transcripts: recognised strictly, turns one a line, the head's lines as facts."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import Capture, Field, Form
from firsthand.extract import articles_from
from firsthand.read import captures_from


def capture(text: str) -> Capture:
    (row,) = captures_from("a.txt", text.encode())
    assert isinstance(row, Capture), row
    return row


BRIEFING = """FOR IMMEDIATE RELEASE
Department of Fisheries
Press Briefing by Press Secretary Mara Feld
March 4, 2024
Harbour Room
1:05 P.M. EST

MS. FELD:  Good afternoon, everyone.  Thank you for coming.

I have one announcement: the ferry will be
towed tomorrow.

(Laughter.)

With that, I will take questions.

Q    Was anybody hurt?

MS. FELD:  Three people.  One thing: they are well.

Q    (Off-mic.)  And the captain?

MR. LUND:  No comment.

QUESTION (via interpreter):  Will there be an inquiry?

MS. FELD:  Yes.

### END ###

1:15 P.M. EST
"""


def test_a_briefing_becomes_turns_with_the_head_as_facts() -> None:
    found = capture(BRIEFING)

    assert found.form is Form.TURNS
    assert found.format == "transcript"
    assert [(one.field, one.value) for one in found.facts] == [
        (Field.OUTLET, "Department of Fisheries"),
        (Field.TITLE, "Press Briefing by Press Secretary Mara Feld"),
        (Field.PUBLISHED, "2024-03-04T13:05:00-05:00"),
    ]
    assert [line for line in found.text.split("\n") if ": " in line] == [
        (
            "MS. FELD: Good afternoon, everyone. Thank you for coming. I have one announcement:"
            " the ferry will be towed tomorrow."
        ),
        "MS. FELD: With that, I will take questions.",
        "Q: Was anybody hurt?",
        "MS. FELD: Three people. One thing: they are well.",
        "Q: (Off-mic.) And the captain?",
        "MR. LUND: No comment.",
        "QUESTION (via interpreter): Will there be an inquiry?",
        "MS. FELD: Yes.",
    ]
    assert ("sound", "(Laughter.)") in [(m.role, m.span.of(found.text)) for m in found.marks]
    assert "announcement" in [mark.role for mark in found.marks]


def test_a_briefing_becomes_an_article() -> None:
    (found,) = articles_from(capture(BRIEFING))
    zones = [(zone.kind.value, zone.span.of(found.text)) for zone in found.zones]

    assert zones[0] == ("headline", "Press Briefing by Press Secretary Mara Feld")
    assert zones[1][1].startswith("MS. FELD: Good afternoon")
    assert found.published == "2024-03-04T13:05:00-05:00"
    assert {one.role for one in found.furniture} >= {"label", "timestamp", "sound"}


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        (
            "SRS FELD: Guten Tag.\nFRAGE HOLM: Wann?\nSRS FELD: Bald.\nZUSATZ HOLM: Ja?\nSRS FELD: Ja.",
            ["SRS FELD: Guten Tag.", "FRAGE HOLM: Wann?", "SRS FELD: Bald."],
        ),
        (
            (
                "Speaker 1 (00:12):\nHello there.\n\nSpeaker 2 (00:15):\nHi.\n\nSpeaker 1 (01:02:03):\nSo.\n"
                "Speaker 2 (1:20):\nYes.\nSpeaker 1 (1:25):\nGood."
            ),
            ["Speaker 1: Hello there.", "Speaker 2: Hi.", "Speaker 1: So."],
        ),
        (
            "В.Фельд: Добрый день.\nВопрос: Когда?\nВ.Фельд: Скоро.\nВопрос: Где?\nВ.Фельд: Там.",
            ["В.Фельд: Добрый день.", "Вопрос: Когда?", "В.Фельд: Скоро."],
        ),
        (
            (
                "Moderator: Welcome.\nMara Feld, Harbour Gazette: Why?\nModerator: Minister?\n"
                "Tor Lund: Because.\nModerator: Thanks.\nTor Lund: Sure."
            ),
            ["Moderator: Welcome.", "Mara Feld, Harbour Gazette: Why?", "Moderator: Minister?"],
        ),
    ],
)
def test_labels_in_all_their_writings(turns: str, lines: list[str]) -> None:
    found = capture(turns)

    assert found.form is Form.TURNS
    assert found.text.split("\n")[: len(lines)] == lines


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ferry hits pier\n\nA ferry hit the pier.\n\nContact: Mara Feld\nPhone: 123\nEmail: a@b.example\n"
            "Contact: Tor Lund\nPhone: 456\nEmail: c@d.example\n"
        ),
        "Weather\n\nMonday: rain.\nTuesday: sun.\nLarvik: wet.\nOslo: dry.\nBergen: rain.\nVoss: fog.",
        "Turku: ferry delayed.\n"
        + "The ship was late again on Monday, police said in town.\n" * 30,
        "He said: it was late.\nShe said: it was not.\nHe said: really?\nShe said: yes.\nHe said: no.",
        "\n".join(f"{hour}:{minute:02d} A ferry left." for hour in range(3) for minute in range(9)),
    ],
)
def test_prose_and_lists_are_no_transcripts(text: str) -> None:
    assert capture(text).format == "text"


def test_a_very_long_transcript_is_read_in_some_seconds() -> None:
    text = "".join(f"MS. FELD: Number {n}.\nQ: Why {n}?\n" + "A: b\n" for n in range(20_000))
    start = time.process_time()

    assert captures_from("a", text.encode())
    assert captures_from("a", b"MS. FELD: a\nQ: b\n" * 9 + b"A" * 1_000_000)
    assert captures_from("a", b"MS. FELD: a\nQ: b\n" * 9 + b"(A" * 500_000 + b"1:1")
    assert time.process_time() - start < 15


@given(
    st.lists(
        st.sampled_from(
            [
                "Q  a",
                "MS. B: c",
                "MS. B:",
                "(Laughter.)",
                "# # #",
                "4 March 2024",
                "x",
                "Q:",
                "1:05 PM",
            ]
        ),
        max_size=25,
    )
)
def test_any_lines_give_a_row_and_marks_within_it(lines: list[str]) -> None:
    for row in captures_from("a", "\n".join(["MS. B: c", "Q: d", *lines]).encode()):
        if isinstance(row, Capture):
            assert all(mark.span.end <= len(row.text) for mark in row.marks)
