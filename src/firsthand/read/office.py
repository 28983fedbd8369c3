"""Office documents: which kind a file is, and what to do with those that hold no article."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.errors import InputError
from firsthand.read.documents import Document
from firsthand.read.docx import main_part, read_docx
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.odt import read_odt
from firsthand.read.office_parts import Parts
from firsthand.read.rtf import is_rtf, read_rtf
from firsthand.read.xml_trees import root_name, tree_of
from firsthand.read.zipped import is_archive, read_zip

__all__ = ["FORMATS"]

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_TEXTS = ("text", "text-template", "text-master", "text-web")
_AS_TEXT = "save it as a text document, HTML or plain text"
_OLD = (
    ("EncryptedPackage", "is an office document with a password", "save it without the password"),
    ("__substg1.0_", "is a message of Outlook (.msg)", "save it as .eml or as text"),
    ("WordDocument", "is an old Word document (.doc)", "save it as .docx, .odt or text"),
    ("Workbook", "is an old spreadsheet (.xls)", "save it as CSV"),
    ("PowerPoint Document", "is an old presentation (.ppt)", "save it as text"),
)
"""Names of streams in a compound file, and what a file with them is."""


def _is_zipped(sample: Sample) -> bool:
    return sample.raw.startswith(_ZIP) and not is_archive(sample)


def _read_zipped(document: Document) -> Iterator[Row]:
    parts = Parts(document)
    main = main_part(parts)
    if main is not None:
        yield from read_docx(document, parts, main)
        return
    kind = parts.bytes_of("mimetype")[:100].decode("ascii", "replace").strip()
    if kind.startswith(_OPEN_DOCUMENT):
        yield from _read_open_document(document, parts, kind.removeprefix(_OPEN_DOCUMENT))
    elif kind == "application/epub+zip":
        hint = "hand in its chapters as HTML or text"
        raise InputError(document.item, "is an electronic book", hint)
    elif any(name.startswith("xl/") for name in parts.names):
        raise InputError(document.item, "is a spreadsheet", "save it as CSV")
    elif any(name.startswith("ppt/") for name in parts.names):
        raise InputError(document.item, "is a presentation", _AS_TEXT)
    else:
        yield from read_zip(document)


def _read_open_document(document: Document, parts: Parts, kind: str) -> Iterator[Row]:
    if kind not in _TEXTS:
        named = {"spreadsheet": "a spreadsheet", "presentation": "a presentation"}
        remedy = "save it as CSV" if kind == "spreadsheet" else _AS_TEXT
        raise InputError(document.item, f"is {named.get(kind, 'a drawing')}", remedy)
    manifest = parts.bytes_of("META-INF/manifest.xml")
    if b"encryption-data" in manifest:
        _, why, hint = _OLD[0]
        raise InputError(document.item, why, hint)
    content = parts.root_of("content.xml")
    if content is None:
        raise InputError(document.item, "is an empty document", "hand in one with text")
    styles, meta = parts.optional("styles.xml"), parts.optional("meta.xml")
    yield from read_odt(
        document, parts.raw, content=content, styles=styles, meta=meta, damage=parts.damage
    )


def _is_flat(sample: Sample) -> bool:
    return (
        "urn:oasis:names:tc:opendocument:xmlns:office" in sample.text
        and root_name(sample.text) == "document"
    )


def _read_flat(document: Document) -> Iterator[Row]:
    raw = document.whole()
    tree = tree_of(document.item, raw)
    meta = next(tree.root.iter("{*}meta"), None)
    yield from read_odt(
        document, raw, content=tree.root, styles=tree.root, meta=meta, damage=tree.damage
    )


def _is_old(sample: Sample) -> bool:
    return sample.raw.startswith(_OLE)


def _refuse_old(document: Document) -> Iterator[Row]:
    raw = document.whole()
    for name, why, hint in _OLD:
        if name.encode("utf-16-le") in raw:
            raise InputError(document.item, why, hint)
    raise InputError(document.item, "is an old office file", _AS_TEXT)
    yield  # a reader is an iterator, also one that always refuses


FORMATS = (
    Format(name="office document", matches=_is_zipped, read=_read_zipped),
    Format(name="flat OpenDocument", matches=_is_flat, read=_read_flat),
    Format(name="rtf", matches=is_rtf, read=read_rtf),
    Format(name="old office file", matches=_is_old, read=_refuse_old),
)
