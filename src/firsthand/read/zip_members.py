"""Members of ZIP archives: their names, their faults, and the streams of their bytes."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO

from firsthand.errors import InputError
from firsthand.read.allowance import Allowance
from firsthand.read.documents import Document
from firsthand.read.members import Member, clean_name
from firsthand.read.metered import Metered, Unpacking

__all__ = ["member_of", "member_stream"]

_ENCRYPTED = 0x1
_UTF8 = 0x800
_READABLE = frozenset([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
_LINK = 0o120000
_KIND = 0o170000
_UNICODE_PATH = 0x7075


def member_of(
    document: Document, archive: zipfile.ZipFile, info: zipfile.ZipInfo, allowance: Allowance
) -> Member:
    """The member that `info` tells of, with its fault where it cannot be read at all.

    Args:
        document: The archive.
        archive: The same, opened.
        info: The member's entry.
        allowance: What the outermost input may still unpack to.
    """
    name = _name(info)
    fault = None
    if info.flag_bits & _ENCRYPTED:
        fault = ("is encrypted", "unpack it with its password first")
    elif info.compress_type not in _READABLE:
        fault = ("is compressed by a method that is not read here", "unpack the archive first")
    elif info.create_system == 3 and (info.external_attr >> 16) & _KIND == _LINK:
        fault = ("is a link, not a file", "put the file itself into the archive")
    return Member(
        name=name,
        size=info.file_size,
        fault=fault,
        open=None if fault else member_stream(document, archive, info, allowance, name),
    )


def member_stream(
    document: Document,
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    allowance: Allowance,
    name: str,
) -> Callable[[], BinaryIO]:
    """What opens one member, its bytes counted.

    Args:
        document: The archive.
        archive: The same, opened.
        info: The member's entry; it is not encrypted.
        allowance: What the outermost input may still unpack to.
        name: The member's name, for messages; it is shown cleaned.
    """
    item = f"{document.item}/{clean_name(name)}"
    seen = [0]

    def stream() -> BinaryIO:
        try:
            inner = archive.open(info)
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            EOFError,
            NotImplementedError,
            RuntimeError,
            struct.error,
            zlib.error,
        ) as error:
            why = f"is damaged in the archive ({' '.join(str(error).split())[:100]})"
            raise InputError(item, why, "fetch or copy the archive again") from error
        return Unpacking(_ZipMember(inner, item=item, spend=allowance.spend, seen=seen))

    return stream


class _ZipMember(Metered):
    """A member's bytes; what the ZIP reader raises is said of the member."""

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override] # any buffer
        try:
            return super().readinto(buffer)
        except (zipfile.BadZipFile, struct.error) as error:
            why = f"is damaged in the archive ({' '.join(str(error).split())[:100]})"
            raise InputError(self._item, why, "fetch or copy the archive again") from error


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name: as UTF-8 where its bytes are that, whatever the flag says."""
    name = _unicode_path(info.extra)
    if name is None and info.flag_bits & _UTF8 == 0:
        try:
            name = info.orig_filename.encode("cp437").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = info.orig_filename
    return (name or info.filename).replace("\\", "/").lstrip("/")


def _unicode_path(extra: bytes) -> str | None:
    """The name that packers add in UTF-8 where the main one is in an older encoding."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == _UNICODE_PATH and length > 5:
            try:
                return extra[at + 9 : at + 4 + length].decode("utf-8")
            except UnicodeDecodeError:
                return None
        at += 4 + length
    return None
