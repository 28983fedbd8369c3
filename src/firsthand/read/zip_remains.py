"""What is left of a ZIP archive that breaks off: its members, one behind the other, without directory."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

from firsthand.errors import InputError
from firsthand.read.allowance import MOST_MEMBERS, Allowance
from firsthand.read.documents import MAX_BYTES
from firsthand.read.members import Member

__all__ = ["remains_of"]

_LOCAL = struct.Struct("<4s5H3L2H")
_MAGIC = b"PK\x03\x04"
_ENCRYPTED, _SIZE_BEHIND, _UTF8 = 0x1, 0x8, 0x800
_STORED, _DEFLATED = 0, 8
_HINT = "fetch or copy the archive again"


def remains_of(item: str, raw: bytes, allowance: Allowance) -> Iterator[Member]:
    """The members that stand whole in `raw`, up to the first that does not.

    Args:
        item: The archive's name.
        raw: Its bytes, from the first member on.
        allowance: What the outermost input may still unpack to.

    Yields:
        Members that are stored or deflated; others as faults.
    """
    at = 0
    count = 0
    while raw[at : at + 4] == _MAGIC and len(raw) - at > _LOCAL.size and count < MOST_MEMBERS:
        _, _, flags, method, _, _, crc, packed, size, length, extra = _LOCAL.unpack_from(raw, at)
        start = at + _LOCAL.size + length + extra
        name = raw[at + _LOCAL.size : at + _LOCAL.size + length].decode(
            "utf-8" if flags & _UTF8 else "cp437", "replace"
        )
        if flags & _ENCRYPTED or method not in {_STORED, _DEFLATED} or flags & _SIZE_BEHIND:
            return
        at = start + packed
        if at > len(raw):
            return
        count += 1
        if name.endswith("/"):
            continue
        opened = _opener(f"{item}/{name}", raw[start:at], method, (crc, size), allowance)
        yield Member(name=name.replace("\\", "/").lstrip("/"), size=size, open=opened)


def _opener(
    item: str, packed: bytes, method: int, claimed: tuple[int, int], allowance: Allowance
) -> Callable[[], BinaryIO]:
    def opened() -> BinaryIO:
        body = packed
        if method == _DEFLATED:
            try:
                body = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, MAX_BYTES + 1)
            except zlib.error as error:
                raise InputError(item, "is damaged in the archive", _HINT) from error
        allowance.spend(len(body))
        if len(body) <= MAX_BYTES and (zlib.crc32(body), len(body)) != claimed:
            raise InputError(item, "is damaged in the archive", _HINT)
        return io.BytesIO(body)

    return opened
