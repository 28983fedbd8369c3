"""Which format a document is in, and who reads it.

A format is recognised by its content, never by a file's name. A reader takes a document and
yields captures, rejected records, and documents that lie inside, which are judged in their turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from firsthand.domain import Capture, Rejected
from firsthand.errors import InputError
from firsthand.read.documents import Document

__all__ = ["Format", "Row", "Sample", "captures_of", "formats"]

Row = Capture | Rejected | Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The beginning of a document, from which its format is judged."""

    raw: bytes
    """At most 64 KB."""

    text: str
    """`raw` as characters: by its byte order mark, or as UTF-8 with what is broken replaced."""

    @property
    def start(self) -> str:
        """The text without the white space it opens with."""
        return self.text.lstrip("\ufeff \t\r\n\x0c")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One file format."""

    name: str
    matches: Callable[[Sample], bool]
    read: Callable[[Document], Iterator[Row]]
    """May raise `InputError` for the document as a whole, at any moment; what it yielded stays."""


_MODULES = (
    "archives",
    "warc",
    "office",
    "pdf",
    "mail",
    "feeds",
    "sitemaps",
    "newsml",
    "nitf",
    "json_records",
    "telegram_pages",
    "subtitles",
    "tables",
    "no_coverage",
    "markdown",
    "transcripts",
    "pages",
)
"""In the order in which they are asked. Each module lists its formats, most particular first, in
`FORMATS`; `pages` takes whatever is left: HTML, MHTML having been mail, and plain text."""


@cache
def formats() -> tuple[Format, ...]:
    """All formats that are known, in the order in which they are asked."""
    found: list[Format] = []
    for name in _MODULES:
        found += import_module(f"firsthand.read.{name}").FORMATS
    return tuple(found)


def captures_of(document: Document) -> Iterator[Capture | Rejected]:
    """Every record of `document`, and of the documents inside it.

    Yields:
        A capture for each record that can be read and a rejection for each that cannot; at least
        one row, unless `on_item` had the document passed over.
    """
    if document.on_item is not None and not document.on_item(document.item):
        return
    seen = False
    try:
        for row in _rows(document):
            seen = True
            if isinstance(row, Document):
                yield from captures_of(row)
                document.going_on()
            else:
                yield row
    except InputError as error:
        seen = True
        yield Rejected(item=error.item, stage="read", reason=error.why, hint=error.hint)
    if not seen:
        yield Rejected(
            item=document.item,
            stage="read",
            reason="holds no articles",
            hint="hand in a file that holds some",
        )


def _rows(document: Document) -> Iterator[Row]:
    sample = sample_of(document)
    for one in formats():
        if one.matches(sample):
            yield from one.read(document)
            return


def sample_of(document: Document) -> Sample:
    """The beginning of `document`."""
    raw = document.head()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw[: len(raw) // 2 * 2].decode("utf-16", "replace")
    else:
        text = raw.decode("utf-8", "replace")
    return Sample(raw=raw, text=text)
