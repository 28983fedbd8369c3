"""Single files that are compressed: gzip, bzip2, xz, Zstandard."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from firsthand.errors import InputError
from firsthand.read.allowance import Allowance
from firsthand.read.documents import DEEPEST, Document
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.metered import CHUNK, Metered, Reading, Unpacking, broken

__all__ = ["FORMATS", "allowance_of", "unpacked"]

_GZIP, _BZIP2, _XZ, _ZSTD = b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd"
_BLOCK = b"1AY&SY"
_EMPTY_BLOCK = b"\x17rE8P\x90"
_SKIPPED = 0x184D2A50
"""First of sixteen numbers that open a frame to be skipped; .warc.zst files begin with one."""

_XZ_MEMORY = 128 * 2**20
"""The highest preset of xz asks for 65 MB; a stream may ask for 4 GB."""

_ZSTD_WINDOW = 2**27
"""128 MB, what ``zstd --long`` asks for; a frame may ask for terabytes."""


def allowance_of(document: Document) -> Allowance:
    """What the outermost archive may still unpack to; a new one if `document` is that archive."""
    if document.allowance is not None:
        return document.allowance
    if document.path is None:
        return Allowance(item=document.item, packed=len(document.raw))
    try:
        return Allowance(item=document.item, packed=document.path.stat().st_size)
    except OSError as error:
        why = f"cannot be read: {error.strerror}"
        raise InputError(document.item, why, "check permissions") from error


def unpacked(document: Document) -> Document:
    """What is compressed in `document`, under the same name.

    Raises:
        InputError: it lies in too many containers.
    """
    name = _name_of(document.head(16))
    if document.depth >= DEEPEST:
        why = f"lies in more than {DEEPEST} archives"
        raise InputError(document.item, why, "unpack the outer archives first")
    allowance = allowance_of(document)
    seen = [0]

    def stream() -> BinaryIO:
        outer = document.open()
        with broken(document.item):
            inner = _OPENERS[name](outer)
        metered = Metered(inner, item=document.item, spend=allowance.spend, seen=seen, outer=outer)
        return Unpacking(metered)

    return replace(
        document,
        path=None,
        raw=b"",
        stream=stream,
        depth=document.depth + 1,
        container=f"{document.container} {name}".strip(),
        allowance=allowance,
    )


class _Stepwise:
    """A file of the standard library, read so that data before damage are given."""

    def __init__(self, file: gzip.GzipFile | bz2.BZ2File) -> None:
        self._file = file

    def read(self, size: int) -> bytes:
        return self._file.read1(size)

    def close(self) -> None:
        self._file.close()


class _Bounded:
    """Streams of xz, one after the other, unpacked within a bound of memory."""

    def __init__(self, outer: BinaryIO) -> None:
        self._outer = outer
        self._work: lzma.LZMADecompressor | None = None
        self._rest = b""

    def read(self, size: int) -> bytes:
        while True:
            if self._work is None:
                self._rest = (self._rest or self._outer.read(CHUNK)).lstrip(b"\x00")
                if not self._rest:
                    return b""
                self._work = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)
            fresh = b""
            if self._work.needs_input:
                fresh = self._rest or self._outer.read(CHUNK)
                self._rest = b""
                if not fresh:
                    raise EOFError
            raw = self._work.decompress(fresh, size)
            if self._work.eof:
                self._rest, self._work = self._work.unused_data, None
            if raw:
                return raw

    def close(self) -> None:
        """Nothing of its own."""


class _Frames:
    """Frames of Zstandard, one after the other; a cut one is noticed."""

    def __init__(self, outer: BinaryIO) -> None:
        import zstandard  # noqa: PLC0415 - start-up time; few inputs need it

        self._library = zstandard
        self._outer = outer
        self._make = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
        self._work: Any = None
        self._rest = outer.read(_BITE)
        self._ready = memoryview(b"")
        self._take_dictionary()

    def read(self, size: int) -> bytes:
        while not self._ready:
            if self._work is None:
                self._rest = self._rest or self._outer.read(_BITE)
                if not self._rest:
                    return b""
                self._work = self._make.decompressobj()
            fresh = self._rest or self._outer.read(_BITE)
            self._rest = b""
            if not fresh:
                raise EOFError
            self._ready = memoryview(self._work.decompress(fresh))
            if self._work.eof:
                self._rest, self._work = self._work.unused_data, None
        raw, self._ready = bytes(self._ready[:size]), self._ready[size:]
        return raw

    def _take_dictionary(self) -> None:
        """Web archives put the dictionary of their frames into a frame to be skipped."""
        if len(self._rest) < 8 or int.from_bytes(self._rest[:4], "little") & ~0xF != _SKIPPED:
            return
        length = int.from_bytes(self._rest[4:8], "little")
        if length > _LARGEST_DICTIONARY:
            raise ValueError("its dictionary is too large")
        frame = self._rest[8:] + self._outer.read(max(0, length - len(self._rest) + 8))
        self._rest, frame = frame[length:], frame[:length]
        if frame.startswith(_ZSTD):
            plain = self._library.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
            frame = plain.stream_reader(frame).read(_LARGEST_DICTIONARY)
        if frame.startswith(_TRAINED):
            self._make = self._library.ZstdDecompressor(
                dict_data=self._library.ZstdCompressionDict(frame), max_window_size=_ZSTD_WINDOW
            )

    def close(self) -> None:
        """Drop what is left."""
        self._ready = memoryview(b"")


_BITE = 2048
"""Compressed bytes given to Zstandard at once: 4 bytes may stand for 128 KB, so that 64 MB may come
back."""

_LARGEST_DICTIONARY = 16 * 2**20
_TRAINED = b"\x37\xa4\x30\xec"


def _name_of(raw: bytes) -> str:
    if raw.startswith(_GZIP):
        return "gzip"
    if raw.startswith(_BZIP2):
        return "bzip2"
    return "xz" if raw.startswith(_XZ) else "zstd"


_OPENERS: dict[str, Callable[[BinaryIO], Reading]] = {
    "gzip": lambda outer: _Stepwise(gzip.GzipFile(fileobj=outer, mode="rb")),
    "bzip2": lambda outer: _Stepwise(bz2.BZ2File(outer)),
    "xz": _Bounded,
    "zstd": _Frames,
}


def _is_gzip(sample: Sample) -> bool:
    return sample.raw.startswith(_GZIP)


def _is_bzip2(sample: Sample) -> bool:
    return sample.raw.startswith(_BZIP2) and sample.raw[4:10] in {_BLOCK, _EMPTY_BLOCK}


def _is_xz(sample: Sample) -> bool:
    return sample.raw.startswith(_XZ)


def _is_zstd(sample: Sample) -> bool:
    """Whether it opens with a frame, or with the dictionary that web archives put before theirs."""
    skipped = int.from_bytes(sample.raw[:4], "little") & ~0xF == _SKIPPED
    return sample.raw.startswith(_ZSTD) or (
        skipped and len(sample.raw) > 12 and sample.raw[8:12] in {_ZSTD, _TRAINED}
    )


def _read(document: Document) -> Iterator[Row]:
    yield unpacked(document)


FORMATS = (
    Format(name="gzip", matches=_is_gzip, read=_read),
    Format(name="bzip2", matches=_is_bzip2, read=_read),
    Format(name="xz", matches=_is_xz, read=_read),
    Format(name="zstd", matches=_is_zstd, read=_read),
)
