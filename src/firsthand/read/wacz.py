"""WACZ: web archives in a ZIP file, with a list of the pages in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace

import msgspec

from firsthand.domain import Fact, Field
from firsthand.errors import InputError
from firsthand.read.compressed import allowance_of, unpacked
from firsthand.read.documents import MAX_BYTES, Document
from firsthand.read.formats import Row
from firsthand.read.members import clean_name, rejected
from firsthand.read.warc import PageFacts, warc_rows
from firsthand.read.zip_members import member_stream

__all__ = ["is_wacz", "read_wacz"]

_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_LONGEST_TITLE = 1000


class _Page(msgspec.Struct):
    url: str = ""
    title: str | None = None


def is_wacz(names: frozenset[str]) -> bool:
    """Whether a ZIP file with members of these names is a web archive."""
    return "datapackage.json" in names and any(name.startswith("archive/") for name in names)


def read_wacz(document: Document, archive: zipfile.ZipFile) -> Iterator[Row]:
    """The pages of a WACZ file.

    Where its list of pages names any, records of other addresses are parts of pages (frames,
    advertisements) and are passed over. The list's titles are facts.

    Args:
        document: The ZIP file; its allowance is set.
        archive: The same, opened.

    Raises:
        InputError: its directory cannot be used.
    """
    document = replace(document, allowance=allowance_of(document))
    assert document.allowance is not None
    infos = {info.filename: info for info in archive.infolist()}

    def opened(name: str) -> Document:
        return document.inside(
            clean_name(name),
            b"",
            container="wacz",
            stream=member_stream(document, archive, infos[name], document.allowance, name),  # type: ignore[arg-type] # set above
        )

    pages: dict[str, tuple[Fact, ...]] = {}
    for name in _LISTS:
        if name in infos:
            try:
                pages.update(_pages(opened(name)))
            except InputError as error:
                yield rejected(error)
    seen = False
    for name in sorted(infos):
        if not name.startswith("archive/") or name.endswith("/"):
            continue
        seen = True
        try:
            yield from _rows(opened(name), _facts_by(pages))
        except InputError as error:
            yield rejected(error)
    if not seen:
        raise InputError(document.item, "holds no web archive", "record the pages again")


def _rows(inner: Document, facts_of: PageFacts) -> Iterator[Row]:
    packed = not inner.head(16).startswith(b"WARC/")
    inner = unpacked(inner) if packed else inner
    with inner.open() as stream:
        yield from warc_rows(inner, stream, facts_of)


def _facts_by(pages: dict[str, tuple[Fact, ...]]) -> Callable[[str], tuple[Fact, ...] | None]:
    def facts_of(url: str) -> tuple[Fact, ...] | None:
        return pages.get(url.partition("#")[0]) if pages else ()

    return facts_of


def _pages(listed: Document) -> dict[str, tuple[Fact, ...]]:
    """Address to facts; lines that are no pages, as the first is, are passed over."""
    found: dict[str, tuple[Fact, ...]] = {}
    for line in listed.whole(MAX_BYTES).splitlines():
        try:
            page = msgspec.json.decode(line, type=_Page)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
        if page.url:
            title = " ".join((page.title or "").split())[:_LONGEST_TITLE]
            facts = (Fact(field=Field.TITLE, value=title, source="wacz"),) if title else ()
            found[page.url.partition("#")[0]] = facts
    return found
