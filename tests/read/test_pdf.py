"""PDF: reading order, mended words, roles, and files that are damaged or made to harm."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.domain import Capture, Field, Form, Rejected
from firsthand.extract import articles_from
from firsthand.read import captures_from
from firsthand.read.pdf_glyphs import Glyph, runs_of
from tests.read.pdf_files import Set, assembled, column, pdf

BODY = (
    "LARVIK, Norway (AP) - A ferry with ninety passengers hit the pier on Monday morning, and the"
    " government said that three people were hurt, one of them seriously.\n"
    "“We heard a loud noise and everything shook,” said Agnete Holtrup, a passenger from"
    " Sandefjord, who was on her way to a so-called recreation week.\n"
    "The shipping company Havn & Fjord declined to comment on the circumstances. It said only that"
    " an independent investigation had been commissioned on the same afternoon.\n"
    "Mayor Tor Lund told reporters that the municipality would examine the long-term consequences"
    " for the harbour. The government has not yet decided whether traffic can resume this week."
)


def newspaper() -> bytes:
    """Two pages: masthead, headline over two columns, divided words, caption, foot, margin note."""
    rows = column(BODY, x=50, y=600, measure=235, hyphens=True)
    half = len(rows) // 2
    up = 600 - rows[half].y
    right = [replace(row, x=row.x + 260, y=row.y + up) for row in rows[half:]]
    first = [
        Set(x=50, y=800, text="THE HARBOUR GAZETTE", size=30, bold=True),
        Set(x=50, y=720, text="Ferry with ninety people aboard hits", size=22, bold=True),
        Set(x=50, y=695, text="the pier of Larvik in calm weather", size=22, bold=True),
        Set(x=50, y=665, text="Three people were hurt; the cause is not known", size=13),
        Set(x=50, y=640, text="By Mara Feld", size=9),
        Set(x=50, y=625, text="4 March 2024, 10:15 GMT", size=8),
        *rows[:half],
        *right,
        Set(x=50, y=300, text="The pier on Monday. (Photo: Ada Nyberg/Norlicht)", size=8),
        Set(x=580, y=300, text="All rights are with the Gazette", size=7, turned=True),
        Set(x=50, y=30, text="Harbour Gazette 4 March 2024 Page 1", size=8),
    ]
    second = [
        Set(x=50, y=800, text="The mayor's office said later that the ferry would be towed."),
        Set(x=50, y=788, text="It will stay in Sandefjord for two weeks at least."),
        Set(x=50, y=30, text="Harbour Gazette 4 March 2024 Page 2", size=8),
    ]
    info = {"Title": "Microsoft Word - ferry_v3.docx", "Author": "mfeld01"}
    return pdf([first, second], info=info, pack=True)


def only(raw: bytes) -> Capture | Rejected:
    (row,) = captures_from("a.pdf", raw)
    return row


def text_of(raw: bytes) -> list[str]:
    row = only(raw)
    assert isinstance(row, Capture)
    return row.text.split("\n")


def test_columns_are_read_one_after_the_other_and_divided_words_are_whole() -> None:
    lines = text_of(newspaper())

    assert [line for line in BODY.split("\n") if line not in lines] == []


def test_a_newspapers_page_becomes_an_article() -> None:
    capture = only(newspaper())
    assert isinstance(capture, Capture)
    (found,) = articles_from(capture)
    roles = {one.role: one.span.of(found.raw_text) for one in found.furniture}

    assert capture.form is Form.PARAGRAPHS
    assert capture.format == "pdf"
    assert found.title == (
        "Ferry with ninety people aboard hits the pier of Larvik in calm weather"
    )
    assert [zone.kind.value for zone in found.zones[:3]] == ["headline", "standfirst", "body"]
    assert found.authors == ("Mara Feld",)
    assert found.published == "2024-03-04T10:15:00+00:00"
    assert found.wire == "Associated Press (AP)"
    assert found.credits == ("Ada Nyberg", "Norlicht")
    assert roles["masthead"] == "THE HARBOUR GAZETTE"
    assert roles["navigation"] == "Harbour Gazette 4 March 2024 Page 2"
    assert "All rights" not in found.raw_text


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = [*column("One two three.", x=50, y=700, measure=300)]
    first += [Set(x=50, y=688, text="The ferry hit the pier on Monday morning in calm wea-")]
    second = [Set(x=50, y=800, text="ther, police said."), Set(x=50, y=788, text="Nobody knew.")]

    assert any(
        "morning in calm weather, police said." in line for line in text_of(pdf([first, second]))
    )


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("It was a long-", "term plan.", "It was a long-term plan."),
        ("The govern-", "ment said so.", "The government said so."),
        ("The US-", "Präsident kam.", "The US-Präsident kam."),
        ("Die Vor-", "und Nachteile.", "Die Vor- und Nachteile."),
        ("In 2019-", "2020 it rained.", "In 2019-2020 it rained."),
        ("Die Bundesre-", "gierung schwieg.", "Die Bundesregierung schwieg."),
    ],
)
def test_hyphens_at_the_ends_of_lines(upper: str, lower: str, whole: str) -> None:
    page = [
        Set(x=50, y=700, text="The long and the short term of it were known to all of us."),
        Set(x=50, y=688, text=upper),
        Set(x=50, y=676, text=lower),
    ]

    assert whole in " ".join(text_of(pdf([page])))


def test_the_letters_of_a_ligature_stand_together() -> None:
    def glyph(char: str, left: float, right: float) -> Glyph:
        return Glyph(char=char, left=left, right=right, base=700, size=10, bold=False)

    glyphs = [glyph("a", 0, 5), glyph("f", 8, 13.5), glyph("i", 8, 13.5), glyph("n", 13.5, 19)]

    assert [run.text for run in runs_of(glyphs)] == ["a fin"]


def test_each_point_of_a_list_is_a_paragraph() -> None:
    rows = ["• One point of all", "• Two points that go on", "and on.", "• Three"]
    page = [Set(x=50, y=700 - 12 * at, text=row) for at, row in enumerate(rows)]

    assert text_of(pdf([page])) == [
        "• One point of all",
        "• Two points that go on and on.",
        "• Three",
    ]


def test_a_short_title_is_no_masthead_of_the_headings_below_it() -> None:
    page = [
        Set(x=50, y=780, text="Ferry hits pier", size=26),
        Set(x=50, y=740, text="1. What is known of it so far", size=14),
        Set(x=50, y=720, text="A ferry hit the pier on Monday, police said there."),
        Set(x=50, y=708, text="Nobody knew why it had happened in calm weather."),
    ]
    capture = only(pdf([page]))
    assert isinstance(capture, Capture)

    assert [(mark.role, mark.span.of(capture.text)) for mark in capture.marks] == [
        ("headline", "Ferry hits pier"),
        ("standfirst", "1. What is known of it so far"),
    ]


def test_the_marks_of_footnotes_are_no_figures_of_the_text() -> None:
    page = [
        Set(x=50, y=700, text="Police said so"),
        Set(x=115.6, y=704, text="3", size=6),
        Set(x=119.5, y=700, text=" on Monday."),
    ]

    assert text_of(pdf([page])) == ["Police said so on Monday."]


def test_what_the_document_says_of_itself_is_a_fact_unless_it_names_a_file() -> None:
    info = {
        "Title": "Ferry hits pier",
        "Author": "Mara Feld",
        "CreationDate": "D:20240304101500+01'00'",
    }
    capture = only(pdf([[Set(x=50, y=700, text="A ferry hit the pier.")]], info=info))
    plain = only(newspaper())
    assert isinstance(capture, Capture)
    assert isinstance(plain, Capture)

    assert {(one.field, one.value) for one in capture.facts} == {
        (Field.TITLE, "Ferry hits pier"),
        (Field.AUTHOR, "Mara Feld"),
        (Field.PUBLISHED, "2024-03-04T10:15:00+01:00"),
    }
    assert plain.facts == ()


def test_a_property_that_is_no_text_is_passed_over() -> None:
    raw = pdf([[Set(x=50, y=700, text="A ferry hit the pier.")]], info={"Title": "Ferry there"})
    broken = raw.replace("Ferry".encode("utf-16-be").hex().encode(), b"D800" * 5)

    assert broken != raw
    assert text_of(broken) == ["A ferry hit the pier."]


def test_a_page_printed_by_a_browser_is_a_dump_of_a_page() -> None:
    page = [
        Set(x=50, y=820, text="3/4/24, 10:15 Ferry hits pier - Harbour Gazette", size=7),
        Set(x=50, y=700, text="A ferry hit the pier on Monday, police said."),
        Set(x=50, y=20, text="https://gazette.example/ferry 1/1", size=7),
    ]
    capture = only(pdf([page], info={"Producer": "Skia/PDF m120"}))
    assert isinstance(capture, Capture)

    assert capture.form is Form.TEXT
    assert capture.url is None
    assert [one.value for one in capture.facts] == ["https://gazette.example/ferry"]


BASE = {
    1: b"<< /Type /Catalog /Pages 2 0 R >>",
    3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
}
PAGE = {
    2: b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
    5: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R"
    b" /Resources << /XObject << /F 7 0 R >> >> >>",
}


def _forms(last: int, draws: bytes, back: int | None) -> bytes:
    objects = {**BASE, **PAGE, 6: b"<< /Length 5 >>\nstream\n/F Do\nendstream"}
    for number in range(7, last + 1):
        inner = draws if number < last or back else b"BT /F1 9 Tf (ha) Tj ET"
        target = back if number == last and back else number + 1
        objects[number] = (
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject"
            b" << /F %d 0 R >> /Font << /F1 3 0 R >> >> /Length %d >>\nstream\n%s\nendstream"
        ) % (target, len(inner), inner)
    return assembled(objects)


def _bomb(times: int) -> bytes:
    body = b" " * (1 << 27)
    for _ in range(times):
        body = zlib.compress(body)
    kinds = b"/FlateDecode " * times
    packed = b"<< /Filter [%s] /Length %d >>\nstream\n%s\nendstream" % (kinds, len(body), body)
    return assembled({**BASE, **PAGE, 6: packed})


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a tree of pages that holds itself": (
        lambda: assembled({**BASE, 2: b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"}),
        "damaged|without text",
    ),
    "two branches that hold each other": (
        lambda: assembled(
            {
                **BASE,
                2: b"<< /Type /Pages /Kids [5 0 R] /Count 1000000 >>",
                5: b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 5 0 R] /Count 1000000 >>",
            }
        ),
        "damaged|without text",
    ),
    "a drawing that draws itself": (lambda: _forms(7, b"/F Do /F Do", 7), "without end"),
    "twenty drawings, three times each": (
        lambda: _forms(27, b"/F Do /F Do /F Do", None),
        "without end",
    ),
    "a bomb": (lambda: _bomb(1), "unpacks to over"),
    "a bomb in a bomb": (lambda: _bomb(2), "unpacks to over"),
    "brackets": (lambda: b"%PDF-1.4\n1 0 obj\n" + b"[" * 500_000 + b"\nendobj", "damaged"),
    "rubbish": (lambda: b"%PDF-1.4\n" + b"x" * 1000, "damaged"),
    "cut off": (lambda: newspaper()[:900], "damaged|without text"),
    "nothing": (lambda: pdf([[]]), "without text"),
    "pictures": (lambda: pdf([[]], picture=True), "pictures of pages only"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_what_cannot_be_read_is_rejected_by_name_and_soon(name: str) -> None:
    make, why = HOSTILE[name]
    raw = make()
    start = time.process_time()
    row = only(raw)

    assert isinstance(row, Rejected)
    assert row.item == "a.pdf"
    assert row.hint
    assert any(part in row.reason for part in why.split("|"))
    assert time.process_time() - start < 10


def test_a_table_of_places_that_leads_back_to_itself_ends() -> None:
    raw = pdf([[Set(x=50, y=700, text="A ferry hit the pier.")]])
    at = raw.rindex(b"xref\n0")
    raw = raw.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % at)

    assert isinstance(only(raw), Capture)


def test_a_damaged_page_is_named_and_the_others_are_read() -> None:
    pages = [[Set(x=50, y=700, text=f"Sentence {number} of all.")] for number in range(3)]
    raw = pdf(pages)
    capture, rest = captures_from("a.pdf", raw.replace(b" 12 0 R", b" 99 0 R"))

    assert isinstance(capture, Capture)
    assert capture.text == "Sentence 0 of all.\nSentence 2 of all."
    assert isinstance(rest, Rejected)
    assert (rest.item, rest.reason) == ("a.pdf#page-2", "page 2 is damaged")


def test_pages_beyond_the_limit_are_named() -> None:
    pages = [[Set(x=50, y=700, text=f"Sentence {number} of all.")] for number in range(250)]
    capture, rest = captures_from("a.pdf", pdf(pages))

    assert isinstance(capture, Capture)
    assert "Sentence 199" in capture.text
    assert isinstance(rest, Rejected)
    assert rest.item == "a.pdf#page-201"
    assert "250" in rest.reason


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 4000), st.binary(min_size=1, max_size=6)), max_size=6))
def test_a_damaged_file_gives_captures_or_rejections(harm: list[tuple[int, bytes]]) -> None:
    raw = bytearray(newspaper())
    for place, other in harm:
        raw[place % len(raw) : place % len(raw) + len(other)] = other
    rows = captures_from("a.pdf", bytes(raw))

    assert rows
    for row in rows:
        if isinstance(row, Capture):
            assert all(mark.span.end <= len(row.text) for mark in row.marks)
