"""ZIP archives: their directory, their members, and what is a ZIP file but no archive."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import BinaryIO

from firsthand.errors import InputError
from firsthand.read.allowance import HELD_BYTES, MOST_MEMBERS, Allowance
from firsthand.read.compressed import allowance_of
from firsthand.read.documents import Document
from firsthand.read.formats import Row, Sample
from firsthand.read.members import Member, Shelf
from firsthand.read.sidecar import ENDING
from firsthand.read.zip_members import member_of
from firsthand.read.zip_remains import remains_of

__all__ = ["first_names", "is_archive", "opened", "read_zip"]

_LOCAL = struct.Struct("<4s5H3L2H")
_LARGEST_READ = 20 * 2**20
"""Most bytes of the directory, which is read at once; 100,000 members take about 17 MB."""

_SIDECAR_BYTES = 65537
_END = b"PK\x05\x06"
_END_WITHIN = 65558
"""Bytes from the end within which a directory's end stands, behind it a comment at most."""

_OFFICE_FOLDERS = ("word/", "xl/", "ppt/", "docProps/", "customXml/")


def first_names(raw: bytes) -> tuple[str, ...]:
    """Names of the members that a ZIP file begins with, as far as `raw` shows them.

    Args:
        raw: The beginning of the file. Members whose size is told only behind them end the list.
    """
    names = []
    at = 0
    while len(raw) - at >= _LOCAL.size:
        magic, _, flags, _, _, _, _, packed, _, length, extra = _LOCAL.unpack_from(raw, at)
        if magic != b"PK\x03\x04":
            break
        start = at + _LOCAL.size
        names.append(raw[start : start + length].decode("utf-8", "replace"))
        if flags & 0x8 and not packed:
            break
        at = start + length + extra + packed
    return tuple(names)


def is_archive(sample: Sample) -> bool:
    """Whether the sample begins a ZIP file that is no office document or book."""
    if not sample.raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    names = first_names(sample.raw)
    return not names or not (names[0] == "mimetype" or _is_office(names))


def _is_office(names: tuple[str, ...]) -> bool:
    return "[Content_Types].xml" in names or any(
        name == "_rels/.rels"
        or (name.startswith(_OFFICE_FOLDERS) and name.endswith((".xml", ".rels")))
        for name in names
    )


class _Careful(io.RawIOBase):
    """The archive's file, of which no more than the directory's limit is read at once."""

    def __init__(self, inner: BinaryIO, item: str) -> None:
        super().__init__()
        self._inner, self._item = inner, item

    def read(self, size: int = -1, /) -> bytes:
        if size < 0:
            size = _LARGEST_READ + 1
        raw = self._inner.read(min(size, _LARGEST_READ + 1))
        if len(raw) > _LARGEST_READ:
            raise InputError(
                self._item,
                f"has a directory of more than {MOST_MEMBERS:,} members",
                "hand in its members in several archives or as a folder",
            )
        return raw

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._inner.seek(offset, whence)

    def tell(self) -> int:
        return self._inner.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True


@contextmanager
def opened(document: Document) -> Iterator[zipfile.ZipFile]:
    """The ZIP file that `document` is.

    Raises:
        InputError: it is damaged, or too large to be read inside another archive.
    """
    # Its directory stands at the end: a stream that is read forwards only has to be held.
    source = document.open() if document.stream is None else io.BytesIO(document.whole(HELD_BYTES))
    with source:
        try:
            archive = zipfile.ZipFile(_Careful(source, document.item))
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            EOFError,
            NotImplementedError,
            struct.error,
            IndexError,
            OverflowError,
        ) as error:
            why = f"is a damaged ZIP file ({' '.join(str(error).split())[:100]})"
            raise InputError(document.item, why, "fetch or copy it again") from error
        with archive:
            yield archive


def read_zip(document: Document) -> Iterator[Row]:
    """The members of a ZIP archive, in the order of its directory.

    Raises:
        InputError: the archive is damaged, holds nothing to read, or more than is read of one.
    """
    allowance = allowance_of(document)
    document = replace(document, allowance=allowance)
    if not _has_directory(document):
        yield from _remains(document, allowance)
    with opened(document) as archive:
        from firsthand.read.wacz import is_wacz, read_wacz  # noqa: PLC0415 - it reads ZIP files itself

        infos = archive.infolist()
        if {"[Content_Types].xml", "word/document.xml"} <= set(archive.namelist()):
            # Its first member is a large picture, so that its beginning did not show what it is.
            yield from _word_document(document)
            return
        if len(infos) > MOST_MEMBERS:
            raise InputError(
                document.item,
                f"holds more than {MOST_MEMBERS:,} members",
                "hand in its members in several archives or as a folder",
            )
        if is_wacz(frozenset(info.filename for info in infos)):
            yield from read_wacz(document, archive)
            return
        members = [
            member_of(document, archive, info, allowance)
            for info in infos
            if not info.filename.endswith("/")
        ]
        shelf = Shelf(
            document=document,
            format="zip",
            names=frozenset(member.name for member in members),
            sidecars={
                member.name: _small(member) for member in members if member.name.endswith(ENDING)
            },
        )
        yield from shelf.rows(members)


def _has_directory(document: Document) -> bool:
    """Whether a directory's end stands near the end of the file; True if it cannot be looked at."""
    if document.path is None:
        return document.stream is not None or _END in document.raw[-_END_WITHIN:]
    with document.open() as stream:
        stream.seek(0, io.SEEK_END)
        stream.seek(max(0, stream.tell() - _END_WITHIN))
        return _END in stream.read(_END_WITHIN)


def _remains(document: Document, allowance: Allowance) -> Iterator[Row]:
    """The members of an archive that breaks off; that it does is said by who opens it."""
    with document.open() as stream:
        raw = stream.read(HELD_BYTES)
    members = list(remains_of(document.item, raw, allowance))
    if members:
        names = frozenset(member.name for member in members)
        sidecars = {
            member.name: _small(member) for member in members if member.name.endswith(ENDING)
        }
        shelf = Shelf(document=document, format="zip", names=names, sidecars=sidecars)
        yield from shelf.rows(members)


def _word_document(document: Document) -> Iterator[Row]:
    from firsthand.read.docx import main_part, read_docx  # noqa: PLC0415 - it reads ZIP files itself
    from firsthand.read.office_parts import Parts  # noqa: PLC0415 - likewise

    parts = Parts(document)
    yield from read_docx(document, parts, main_part(parts) or "word/document.xml")


def _small(member: Member) -> bytes:
    """A sidecar's bytes; those of one that cannot be read are no TOML, which is then said."""
    if member.open is None:
        return b"\xff"
    try:
        with member.open() as stream:
            return stream.read(_SIDECAR_BYTES) + stream.read(1)
    except InputError:
        return b"\xff"
