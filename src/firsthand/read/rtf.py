"""Rich text (RTF): its words with striprtf, its properties from the group that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.domain import Form
from firsthand.errors import InputError
from firsthand.read.document_facts import document_facts
from firsthand.read.documents import Document
from firsthand.read.formats import Row, Sample
from firsthand.read.paragraphs import Paragraphs

__all__ = ["is_rtf", "read_rtf"]

_LARGEST = 4 * 1024 * 1024
"""Bytes of a file without its pictures; striprtf looks at each sign by itself."""

_PICTURE = re.compile(rb"(?:[0-9a-fA-F]{2}\s*){200,}")
_MOST_GROUPS = 200_000
_PROPERTY = re.compile(
    r"\{\\(title|author|operator)\s+([^{}\\]{1,300}(?:\\'[0-9a-f]{2}[^{}\\]{0,300}){0,60})\}"
)
_HEX = re.compile(r"\\'([0-9a-f]{2})")
_MADE = re.compile(
    r"\{\\creatim\s*\\yr(\d{4})\s*\\mo(\d{1,2})\s*\\dy(\d{1,2})(?:\s*\\hr(\d{1,2})\s*\\min(\d{1,2}))?"
)
_INFO = 65536


def is_rtf(sample: Sample) -> bool:
    """Whether the document opens as rich text does."""
    return sample.raw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf")


def read_rtf(document: Document) -> Iterator[Row]:
    """Read a rich-text file.

    Raises:
        InputError: it is damaged, too long, or holds no text.
    """
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - only who hands in such a file

    raw = document.whole()
    slim = _PICTURE.sub(b" ", raw)
    source = slim.decode("latin-1")
    if len(slim) > _LARGEST or source.count("{") > _MOST_GROUPS:
        raise InputError(document.item, "is too long for a rich-text article", "save it as text")
    try:
        text = rtf_to_text(source, encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, LookupError, OverflowError) as error:
        hint = "save it again, or save it as text"
        raise InputError(document.item, "is a damaged rich-text file", hint) from error
    lines = Paragraphs()
    for line in text.replace("\r", "\n").replace("\x0c", "\n").split("\n"):
        lines.add(line)
    if not lines.lines:
        hint = "hand in one with the article's text"
        raise InputError(document.item, "is a rich-text file without text", hint)
    told = {name: _plain(value) for name, value in _PROPERTY.findall(source[:_INFO])}
    made = _MADE.search(source[:_INFO])
    moment = ""
    if made is not None:
        year, month, day, hour, minute = made.groups()
        clock = f"T{int(hour):02d}:{int(minute):02d}" if hour else ""
        moment = f"{year}-{int(month):02d}-{int(day):02d}{clock}"
    yield document.capture(
        lines.text,
        Form.TEXT,
        format="rtf",
        raw=raw,
        facts=document_facts(
            "rtf", title=told.get("title", ""), author=told.get("author", ""), made=moment
        ),
    )


def _plain(value: str) -> str:
    return _HEX.sub(lambda match: bytes([int(match[1], 16)]).decode("cp1252", "replace"), value)
