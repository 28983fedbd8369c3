"""Office documents: roles from styles, tracked changes, properties; damage and harm."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.domain import Capture, Field, Form, Rejected
from firsthand.extract import articles_from
from firsthand.read import captures_from
from tests.read.office_files import ODF, WORD, docx, odt, para, zipped

SENTENCE = "A ferry hit the pier on Monday, police said."


def capture(raw: bytes) -> Capture:
    (row,) = captures_from("a.bin", raw)
    assert isinstance(row, Capture), row
    return row


def refused(raw: bytes) -> Rejected:
    (row,) = captures_from("a.bin", raw)
    assert isinstance(row, Rejected), row
    return row


def roles(found: Capture) -> list[tuple[str, str]]:
    marks = {mark.span.start: mark.role for mark in found.marks}
    at, rows = 0, []
    for line in found.text.split("\n"):
        rows.append((marks.get(at, ""), line))
        at += len(line) + 1
    return rows


def test_the_styles_of_a_word_document_give_roles() -> None:
    found = capture(
        docx(
            para("Ferry hits pier", "PMTitel")
            + para("What is known so far", "Untertitel")
            + para("By Mara Feld")
            + para(SENTENCE)
            + para("Three hurt", "berschrift2")
            + para("The pier. (Photo: Ada Nyberg)", "Beschriftung")
            + para("Nobody knew why it had happened.")
        )
    )

    assert found.form is Form.PARAGRAPHS
    assert found.format == "docx"
    assert roles(found) == [
        ("headline", "Ferry hits pier"),
        ("standfirst", "What is known so far"),
        ("", "By Mara Feld"),
        ("", SENTENCE),
        ("subhead", "Three hurt"),
        ("caption", "The pier. (Photo: Ada Nyberg)"),
        ("", "Nobody knew why it had happened."),
    ]
    assert {(one.field, one.value) for one in found.facts} == {
        (Field.TITLE, "Ferry hits pier"),
        (Field.AUTHOR, "Mara Feld"),
        (Field.PUBLISHED, "2024-03-04T10:15:00+00:00"),
        (Field.UPDATED, "2024-03-05T08:00:00+00:00"),
        (Field.LANGUAGE, "en-GB"),
    }


def test_a_word_document_becomes_an_article() -> None:
    (found,) = articles_from(
        capture(docx(para("Ferry hits pier", "Titel") + para("By Ada Nyberg") + para(SENTENCE)))
    )

    assert found.title == "Ferry hits pier"
    assert found.authors == ("Ada Nyberg",)
    assert found.published == "2024-03-04T10:15:00+00:00"
    assert [zone.kind.value for zone in found.zones] == ["headline", "body"]


def test_inserted_words_count_and_deleted_and_hidden_ones_do_not() -> None:
    body = (
        "<w:p><w:r><w:t>A </w:t></w:r><w:del><w:r><w:delText>big </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>small </w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr>"
        "<w:t>secret </w:t></w:r><w:r><w:t>fer</w:t><w:softHyphen/><w:t>ry</w:t>"
        "<w:noBreakHyphen/><w:t>boat</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:commentReference w:id='1'/></w:r></w:p>"
    )

    assert capture(docx(body + para(SENTENCE))).text == f"A small ferry-boat\n{SENTENCE}"


def test_boxes_are_read_once_and_table_labels_are_no_text() -> None:
    box = f"<w:txbxContent>{para('In a box it says so.')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}"
        "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Outside.</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{para('Dead')}</w:tc><w:tc>{para(SENTENCE)}</w:tc></w:tr></w:tbl>"
    )

    assert roles(capture(docx(body))) == [
        ("", "Outside."),
        ("", "In a box it says so."),
        ("table", "Dead"),
        ("", SENTENCE),
    ]


def test_footnotes_heads_and_comments_are_not_the_text() -> None:
    found = capture(
        docx(
            para(SENTENCE),
            word__footnotes_xml=f"<w:footnotes {WORD}><w:footnote w:type='separator'>{para('-')}"
            f"</w:footnote><w:footnote w:id='1'>{para('See the report.')}</w:footnote>"
            "</w:footnotes>",
            word__header1_xml=f"<w:hdr {WORD}>{para('Harbour Office')}</w:hdr>",
            word__header2_xml=f"<w:hdr {WORD}>{para('Harbour Office')}</w:hdr>",
            word__comments_xml=f"<w:comments {WORD}>{para('Check this!')}</w:comments>",
        )
    )

    assert roles(found) == [
        ("", SENTENCE),
        ("footnote", "See the report."),
        ("navigation", "Harbour Office"),
    ]


def test_an_opendocument_text_is_read_likewise() -> None:
    body = (
        "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>"
        '<text:p text:style-name="P1">Ferry hits pier</text:p>'
        '<text:p>A ferry<text:s text:c="2"/>hit the <text:span>pier</text:span>'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>See the report.</text:p></text:note-body></text:note> there.</text:p>"
        '<text:h text:outline-level="2">Three hurt</text:h>'
        "<table:table><table:table-cell><text:p>Dead</text:p></table:table-cell></table:table>"
    )
    head = "<style:header><text:p>Harbour Office</text:p></style:header>"
    found = capture(odt(body, styles=head))

    assert found.format == "odt"
    assert roles(found) == [
        ("headline", "Ferry hits pier"),
        ("", "A ferry hit the pier there."),
        ("subhead", "Three hurt"),
        ("table", "Dead"),
        ("footnote", "See the report."),
        ("navigation", "Harbour Office"),
    ]
    assert (Field.AUTHOR, "Mara Feld") in {(one.field, one.value) for one in found.facts}


def test_a_flat_opendocument_text_is_read() -> None:
    raw = (
        f'<?xml version="1.0"?><office:document {ODF}><office:body><office:text>'
        f"<text:h>Ferry</text:h><text:p>{SENTENCE}</text:p></office:text></office:body>"
        "</office:document>"
    ).encode()

    assert capture(raw).text == f"Ferry\n{SENTENCE}"


def test_rich_text_is_read_with_its_properties() -> None:
    raw = (
        b"{\\rtf1\\ansi\\ansicpg1252{\\info{\\title Ferry hits pier}{\\author Mara Feld}"
        b"{\\creatim\\yr2024\\mo3\\dy4\\hr10\\min15}}{\\fonttbl{\\f0 Arial;}}\\f0"
        b"{\\b Ferry hits pier}\\par A ferry hit the pier, M\\'fcller said.\\par"
        b" \\u8220?Bad,\\u8221? he added.\\par}"
    )
    found = capture(raw)

    assert found.format == "rtf"
    assert "A ferry hit the pier, Müller said.\n“Bad,” he added." in found.text
    assert [one.value for one in found.facts] == [
        "Ferry hits pier",
        "Mara Feld",
        "2024-03-04T10:15:00",
    ]


REFUSED = {
    "an old Word document": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
        ".doc",
    ),
    "an encrypted one": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    "a spreadsheet": (zipped({"[Content_Types].xml": "<T/>", "xl/workbook.xml": "<w/>"}), "spread"),
    "a presentation": (zipped({"[Content_Types].xml": "<T/>", "ppt/slides.xml": "<w/>"}), "presen"),
    "a book": (zipped({"mimetype": "application/epub+zip", "a.xhtml": "<p/>"}), "book"),
    "an OpenDocument spreadsheet": (odt("", kind="spreadsheet"), "spreadsheet"),
    "nothing": (docx(para(" ")), "without text"),
    "an empty part": (docx("", word__document_xml=b""), "empty"),
    "entities": (
        docx(
            "",
            word__document_xml="<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><w>&b;</w>",
        ),
        "entities",
    ),
    "no XML": (docx("", word__document_xml=b"\x00\x01\x02 rubbish"), "binary|well-formed|damaged"),
    "a bomb": (docx("", word__document_xml=b" " * (40 * 2**20)), "unpacks to over"),
    "cut off": (docx(para(SENTENCE))[:300], "damaged"),
    "broken rich text": (b"{\\rtf1\\ansi\\u}\\uc\\u99999999999 x", "damaged|without text"),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_holds_no_article_is_rejected_with_a_remedy(name: str) -> None:
    raw, why = REFUSED[name]
    row = refused(raw)

    assert any(part in row.reason for part in why.split("|")), row.reason
    assert row.hint


def test_a_document_that_ends_too_soon_gives_what_it_holds_and_says_so() -> None:
    broken = f"<w:document {WORD}><w:body>{para(SENTENCE)}<w:p><w:r><w:t>And"
    rows = captures_from("a.docx", docx("", word__document_xml=broken))

    assert isinstance(rows[0], Capture)
    assert SENTENCE in rows[0].text
    assert isinstance(rows[1], Rejected)
    assert "damaged" in rows[1].reason


def test_ten_thousand_elements_in_one_another_do_no_harm() -> None:
    deep = "<w:r>" * 10_000 + "<w:t>x</w:t>" + "</w:r>" * 10_000
    rows = captures_from("a.docx", docx(para(SENTENCE) + f"<w:p>{deep}</w:p>"))

    assert any(isinstance(row, Rejected) for row in rows)


def test_external_targets_are_not_followed() -> None:
    rels = (
        '<Relationships><Relationship Type="x/officeDocument" TargetMode="External"'
        ' Target="http://a.example/evil.xml"/></Relationships>'
    )
    parts = {
        "[Content_Types].xml": "<T/>",
        "_rels/.rels": rels,
        "word/document.xml": f"<w:document {WORD}>{para(SENTENCE)}</w:document>",
    }
    rows = captures_from("a.docx", zipped(dict(parts)))

    assert rows


@settings(max_examples=80)
@given(
    st.sampled_from(
        [docx(para("Head", "Titel") + para(SENTENCE)), odt("<text:p>It was.</text:p>")]
    ),
    st.lists(st.tuples(st.integers(0, 3000), st.binary(min_size=1, max_size=5)), max_size=5),
    st.integers(0, 400),
)
def test_damage_gives_captures_or_rejections(
    raw: bytes, harm: list[tuple[int, bytes]], cut: int
) -> None:
    broken = bytearray(raw)
    for place, other in harm:
        broken[place % len(raw) : place % len(raw) + len(other)] = other
    rows = captures_from("a", bytes(broken[: len(broken) - cut]))

    assert rows
    assert zlib.crc32(raw)
