"""PDF: the text layer, in reading order, with words that lines divide made whole.

Read with PDFium, the reader of the Chromium browser: it is fuzzed by its makers without pause,
knows where each character stands, and is far faster than readers written in Python. Nothing is
drawn, no script is run, nothing attached is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from firsthand.domain import Capture, Fact, Field, Form, Marked, Rejected, Span
from firsthand.errors import InputError
from firsthand.read.document_facts import document_facts
from firsthand.read.documents import Document
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.office_roles import form_by_headline
from firsthand.read.pdf_forms import check_forms
from firsthand.read.pdf_glyphs import glyphs_of_page, runs_of
from firsthand.read.pdf_order import Row as PrintedRow
from firsthand.read.pdf_order import columns_of
from firsthand.read.pdf_paragraphs import PRINTED, Paragraph, body_size, paragraphs_of
from firsthand.read.pdf_roles import roles_of
from firsthand.read.pdf_streams import check_streams

__all__ = ["FORMATS", "MOST_PAGES"]

MOST_PAGES = 200
"""Pages that are read of one file: the thickest weekend newspapers have 150."""

_LARGEST = 64 * 1024 * 1024
"""Bytes of a file: pictures make a PDF larger than any text."""

_MOST_GLYPHS = 60_000
"""Characters that are read of one page: a full broadsheet page has 30,000."""

_MOST_GLYPHS_IN_ALL = 1_000_000
_HEADER = re.compile(rb"%PDF-\d")
_HEADER_WITHIN = 1024
"""Where the header may stand: readers accept rubbish before it."""

_PASSWORD = 4
_BROWSERS = re.compile(
    r"Mozilla/|Chrom(?:e|ium)|Skia/PDF|Firefox|wkhtmltopdf|Safari|Edg(?:e|/)|WeasyPrint|PrinceXML",
    re.IGNORECASE,
)
_MOMENT = re.compile(
    r"(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?\s*(?:(Z)|([+-])(\d{2})'?(\d{2})?)?"
)
_LONGEST_VALUE = 500


def _matches(sample: Sample) -> bool:
    return _HEADER.search(sample.raw[:_HEADER_WITHIN]) is not None and not sample.start.startswith(
        ("<", "{", "[")
    )


def _read(document: Document) -> Iterator[Row]:
    import pypdfium2  # noqa: PLC0415 - only who hands in a PDF pays for it

    raw = document.whole(_LARGEST)
    check_streams(document.item, raw)
    check_forms(document.item, raw)
    try:
        file: Any = pypdfium2.PdfDocument(raw)  # type: ignore[no-untyped-call]
    except pypdfium2.PdfiumError as error:
        raise _unreadable(document.item, error.err_code) from error
    try:
        read = _pages(file)
        yield _capture(document, raw, file, read)
        if read.broken:
            yield _left_out(document, read.broken[0], "is damaged", "save or download it again")
        if read.until < len(file):
            why = f"and those behind it are not read: the PDF has {len(file)}"
            yield _left_out(document, read.until, why, "hand in the pages of the article alone")
    finally:
        file.close()


def _unreadable(item: str, code: int | None) -> InputError:
    if code == _PASSWORD:
        return InputError(
            item, "is a PDF that asks for a password", "save it without a password first"
        )
    return InputError(item, "is a damaged PDF file", "save or download it again")


def _left_out(document: Document, number: int, why: str, hint: str) -> Rejected:
    page = f"page {number + 1}"
    return Rejected(
        item=f"{document.item}#page-{number + 1}", stage="read", reason=f"{page} {why}", hint=hint
    )


@dataclass(slots=True)
class _Pages:
    """The pages of a file, as far as they are read."""

    columns: list[list[list[PrintedRow]]] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    """Numbers of those that cannot be read; 0 is the first."""

    until: int = 0
    """Number of the first page that is not looked at."""

    pictures: bool = False
    """Whether a page without text shows a picture."""


def _pages(file: Any) -> _Pages:
    import pypdfium2  # noqa: PLC0415 - as above

    read, left = _Pages(), _MOST_GLYPHS_IN_ALL
    while read.until < min(len(file), MOST_PAGES) and left > 0:
        number = read.until
        read.until += 1
        try:
            page = file.get_page(number)
        except pypdfium2.PdfiumError:
            read.broken.append(number)
            continue
        try:
            glyphs = glyphs_of_page(page, limit=min(_MOST_GLYPHS, left))
            read.pictures = read.pictures or (not glyphs and _has_picture(page))
        except pypdfium2.PdfiumError:
            read.broken.append(number)
            continue
        finally:
            page.close()
        left -= len(glyphs)
        read.columns.append(columns_of(runs_of(glyphs)))
    return read


def _capture(document: Document, raw: bytes, file: Any, read: _Pages) -> Capture:
    meta = {key: _property(file, key) for key in _KEYS}
    printed = _BROWSERS.search(f"{meta['Creator']} {meta['Producer']}") is not None
    paragraphs = paragraphs_of(read.columns, printed=printed)
    if all(one.running for one in paragraphs):
        paragraphs = [replace(one, running=False) for one in paragraphs]
    if not paragraphs:
        damaged = len(read.broken) == read.until
        raise _without_text(document.item, pictures=read.pictures, damaged=damaged)
    facts = document_facts(
        "pdf",
        title=meta["Title"],
        author=meta["Author"],
        made=_moment(meta["CreationDate"]) or "",
        changed=_moment(meta["ModDate"]) or "",
    )
    if printed:
        return _printed_page(document, raw, paragraphs, facts)
    text, marks = _set_out(paragraphs, roles_of(paragraphs, body=body_size(read.columns)))
    return document.capture(
        text,
        form_by_headline(marks),
        format="pdf",
        raw=raw,
        encoding="pdf",
        facts=facts,
        marks=marks,
    )


_KEYS = ("Title", "Author", "CreationDate", "ModDate", "Creator", "Producer")


def _without_text(item: str, *, pictures: bool, damaged: bool) -> InputError:
    if damaged:
        return InputError(item, "is a damaged PDF file", "save or download it again")
    if pictures:
        return InputError(
            item,
            "holds pictures of pages only, no text",
            "run a text recognition (OCR) over it, as ocrmypdf does, and hand in the outcome",
        )
    return InputError(item, "is a PDF without text", "hand in one with the article's text")


def _has_picture(page: Any) -> bool:
    """Whether a picture is drawn on the page; the first objects are looked at."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - as above

    shown = min(pdfium.FPDFPage_CountObjects(page), 1000)
    drawn = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, index)) in drawn
        for index in range(shown)
    )


def _set_out(
    paragraphs: list[Paragraph], roles: list[str | None]
) -> tuple[str, tuple[Marked, ...]]:
    pieces, marks, at = [], [], 0
    for one, role in zip(paragraphs, roles, strict=True):
        text = one.text.rstrip("\u00ad")
        if not text:
            continue
        if role is not None:
            marks.append(Marked(span=Span(at, at + len(text)), role=role))
        pieces.append(text)
        at += len(text) + 1
    return "\n".join(pieces), tuple(marks)


def _printed_page(
    document: Document, raw: bytes, paragraphs: list[Paragraph], facts: tuple[Fact, ...]
) -> Capture:
    """A page that a browser printed: it has the page's furniture, to be found by its words.

    The browser's own heads and feet (title, address) stand at the end, once each; an address
    among them is a fact. The time of printing is no time of the page: it is when it was saved.
    """
    heads = (PRINTED.sub("", one.text).strip() for one in paragraphs if one.running)
    running = [one for one in dict.fromkeys(heads) if one]
    saved = next((one.value for one in facts if one.field is Field.PUBLISHED), None)
    facts = tuple(one for one in facts if one.field not in {Field.PUBLISHED, Field.UPDATED})
    address = next((word for text in running for word in text.split() if "://" in word), None)
    if address is not None and address.startswith(("http://", "https://")):
        facts = (*facts, Fact(field=Field.URL, value=address.rstrip("…"), source="pdf"))
    body = [one.text.rstrip("\u00ad") for one in paragraphs if not one.running]
    return document.capture(
        "\n".join((*body, *running)),
        Form.TEXT,
        format="pdf",
        raw=raw,
        encoding="pdf",
        facts=facts,
        fetched_at=document.fetched_at or saved,
    )


def _property(file: Any, key: str) -> str:
    """One of the document's properties; empty where it is none or no text."""
    try:
        value = str(file.get_metadata_value(key))
    except UnicodeDecodeError:
        return ""
    shown = "".join(one if one.isprintable() else " " for one in value)
    return " ".join(shown.split())[:_LONGEST_VALUE]


def _moment(stamp: str) -> str | None:
    """ISO 8601 for "D:20240304101500+01'00'", as precise as it is; None when it is no moment."""
    match = _MOMENT.match(stamp)
    if match is None:
        return None
    year, month, day, hour, minute, second, zulu, sign, offset, minutes = match.groups()
    if not (month and day and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    moment = f"{year}-{month}-{day}"
    if hour and minute and int(hour) < 24 and int(minute) < 60:
        moment += f"T{hour}:{minute}:{second or '00'}"
        moment += "+00:00" if zulu else f"{sign}{offset}:{minutes or '00'}" if sign else ""
    return moment


FORMATS = (Format(name="pdf", matches=_matches, read=_read),)
