"""Tar archives, whatever they are compressed with, read from front to back twice."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import BinaryIO

from firsthand.errors import InputError
from firsthand.read.allowance import HELD_BYTES, MOST_MEMBERS
from firsthand.read.compressed import allowance_of
from firsthand.read.documents import Document
from firsthand.read.formats import Row, Sample
from firsthand.read.members import Member, Shelf
from firsthand.read.sidecar import ENDING

__all__ = ["is_tar", "read_tar"]

_BLOCK = 512
_LARGEST_HEADER = 2**20
"""Bytes that may stand between two members: names and attributes take a few kilobytes; headers that
claim gigabytes are made to fill the memory."""

_SIDECAR_BYTES = 65537
_KEPT = 2 * _BLOCK
_SKIP = 2**18
_KINDS = {
    tarfile.SYMTYPE: "is a link, not a file",
    tarfile.LNKTYPE: "is a link to another member",
    tarfile.CHRTYPE: "is a device, not a file",
    tarfile.BLKTYPE: "is a device, not a file",
    tarfile.FIFOTYPE: "is a pipe, not a file",
}


def is_tar(sample: Sample) -> bool:
    """Whether the sample begins with the header of a member, its checksum right."""
    header = sample.raw[:_BLOCK]
    if len(header) < _BLOCK or not header[0]:
        return False
    told = header[148:156].strip(b" \x00")
    if not told or not all(one in b"01234567" for one in told):
        return False
    return int(told, 8) == sum(header[:148]) + 8 * 32 + sum(header[156:])


class _Forwards(io.RawIOBase):
    """A stream that is only read forwards, made to look like one that can seek.

    The last kilobyte is kept, for the reader of tar files steps back one byte now and then.
    """

    def __init__(self, inner: BinaryIO, item: str, *, quick: bool) -> None:
        super().__init__()
        self._inner, self._item, self._quick = inner, item, quick
        self._at = 0
        self._kept = b""
        self._back = 0
        self.left = _LARGEST_HEADER
        """How many bytes may be read before the next member."""

    def read(self, size: int = -1, /) -> bytes:
        if size < 0 or size > self.left:
            raise InputError(
                self._item,
                "has headers of more than a megabyte, as archives made to do harm do",
                "unpack it yourself if you trust it, and hand in the folder",
            )
        raw = b""
        if self._back:
            raw = self._kept[-self._back :][:size]
            self._back -= len(raw)
        if len(raw) < size:
            fresh = self._inner.read(size - len(raw))
            self._at += len(fresh)
            self._kept = (self._kept + fresh)[-_KEPT:] if len(fresh) < _KEPT else fresh[-_KEPT:]
            raw += fresh
        self.left -= len(raw)
        return raw

    @property
    def ended(self) -> bool:
        """Whether the last block read is one of zeros, as stands at the end of an archive."""
        return self._kept[-_BLOCK:] == bytes(_BLOCK)

    def tell(self) -> int:
        return self._at - self._back

    def seek(self, offset: int, whence: int = 0, /) -> int:
        if whence != io.SEEK_SET:
            raise tarfile.ReadError("seeks from another place than the beginning")
        back = self._at - offset
        if back > len(self._kept):
            raise tarfile.ReadError("a member lies before its header")
        self._back = max(0, back)
        if self._quick and self._at < offset:
            self._at = self._inner.seek(offset)
            self._kept = b""
        while self._at < offset:
            fresh = self._inner.read(min(_SKIP, offset - self._at))
            if not fresh:
                break
            self._at += len(fresh)
            self._kept = fresh[-_KEPT:]
        return self.tell()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True


@contextmanager
def _opened(document: Document) -> Iterator[tuple[tarfile.TarFile, _Forwards]]:
    with document.open() as source:
        stream = _Forwards(source, document.item, quick=document.stream is None)
        try:
            archive = tarfile.TarFile(fileobj=stream, errors="surrogateescape")
        except _DAMAGE as error:
            raise _damaged(document, error) from error
        with archive:
            yield archive, stream


_DAMAGE = (
    tarfile.TarError,
    OSError,
    ValueError,
    EOFError,
    IndexError,
    OverflowError,
    RecursionError,
    TypeError,
    KeyError,
)
"""What the reader of tar files raises at damaged headers."""


def _damaged(document: Document, error: BaseException) -> InputError:
    why = f"is a damaged tar archive ({' '.join(str(error).split())[:100]})"
    return InputError(document.item, why, "fetch or copy it again")


def _infos(
    document: Document, archive: tarfile.TarFile, stream: _Forwards
) -> Iterator[tarfile.TarInfo]:
    """The entries, one after the other; what was read before damage is kept."""
    count = 0
    while True:
        stream.left = _LARGEST_HEADER
        try:
            info = archive.next()
        except _DAMAGE as error:
            raise _damaged(document, error) from error
        if info is None:
            if not stream.ended:
                why = "is a tar archive that breaks off, or is damaged from there on"
                raise InputError(document.item, why, "fetch or copy it again")
            return
        archive.members = []  # type: ignore[attr-defined] # it would remember all of them
        count += 1
        if count > MOST_MEMBERS:
            raise InputError(
                document.item,
                f"holds more than {MOST_MEMBERS:,} members; the rest is not read",
                "hand in its members in several archives or as a folder",
            )
        yield info


def read_tar(document: Document) -> Iterator[Row]:
    """The members of a tar archive, in their order.

    The first reading finds all names and sidecars, which may stand behind what they describe.

    Raises:
        InputError: the archive is damaged (what stands before the damage is read), holds nothing
            to read, or more than is read of one.
    """
    document = replace(document, allowance=allowance_of(document))
    names: set[str] = set()
    sidecars: dict[str, bytes] = {}
    broken_off: InputError | None = None
    try:
        with _opened(document) as (archive, stream):
            for info in _infos(document, archive, stream):
                names.add(_name(info))
                if info.isreg() and info.name.endswith(ENDING):
                    stream.left = _SIDECAR_BYTES + _KEPT
                    sidecars[_name(info)] = _bytes(archive, info, document, _SIDECAR_BYTES)
    except InputError as error:
        broken_off = error
    shelf = Shelf(
        document=document,
        format="tar",
        names=frozenset(names),
        sidecars=sidecars,
    )
    if names:
        with _opened(document) as (archive, stream):
            yield from shelf.rows(_members(document, archive, stream))
    if broken_off is not None:
        raise broken_off
    if not names:
        raise InputError(document.item, "is an archive without files", "hand in its files")


def _members(document: Document, archive: tarfile.TarFile, stream: _Forwards) -> Iterator[Member]:
    """The members; damage ends them, for the first reading has noted it."""
    try:
        for info in _infos(document, archive, stream):
            if info.isdir():
                continue
            yield _member(document, archive, stream, info)
    except InputError as error:
        if error.item != document.item:
            raise


def _member(
    document: Document, archive: tarfile.TarFile, stream: _Forwards, info: tarfile.TarInfo
) -> Member:
    fault = None
    if info.type in _KINDS:
        fault = (_KINDS[info.type], "put the file itself into the archive")
    elif not info.isreg() or info.issparse():
        fault = ("is an entry of a kind that is not read", "put an ordinary file into the archive")

    def opened() -> BinaryIO:
        stream.left = info.size + _KEPT
        if document.stream is None and info.size > HELD_BYTES:
            return _Part(document, info)
        return io.BytesIO(_bytes(archive, info, document, info.size))

    return Member(
        name=_name(info),
        size=info.size,
        fault=fault,
        open=None if fault else opened,
        again=document.stream is None and info.size > HELD_BYTES,
    )


class _Part(io.BufferedReader):
    """The bytes of one large member of a tar file that is not compressed."""

    def __init__(self, document: Document, info: tarfile.TarInfo) -> None:
        source = document.open()
        source.seek(info.offset_data)
        super().__init__(_Window(source, info.size))


class _Window(io.RawIOBase):
    def __init__(self, source: BinaryIO, size: int) -> None:
        super().__init__()
        self._source, self._left = source, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override] # any buffer
        raw = self._source.read(min(self._left, len(buffer)))
        self._left -= len(raw)
        buffer[: len(raw)] = raw
        return len(raw)

    def close(self) -> None:
        self._source.close()
        super().close()


def _bytes(archive: tarfile.TarFile, info: tarfile.TarInfo, document: Document, most: int) -> bytes:
    try:
        file = archive.extractfile(info)
        raw = file.read(min(info.size, most)) if file is not None else b""
    except _DAMAGE as error:
        raise _damaged(document, error) from error
    if len(raw) < min(info.size, most):
        why = "is a damaged tar archive (its last member is cut off)"
        raise InputError(document.item, why, "fetch or copy it again")
    return raw


def _name(info: tarfile.TarInfo) -> str:
    """The member's name; bytes that are no UTF-8 as Windows-1252, which has a sign for most."""
    raw = info.name.encode("utf-8", "surrogateescape")
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("cp1252", "replace")
    return name.removeprefix("./").lstrip("/")
