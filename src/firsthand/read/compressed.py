"""Single files that are compressed: gzip, bzip2, xz, Zstandard."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, Protocol

from firsthand.errors import InputError
from firsthand.read.allowance import Allowance
from firsthand.read.documents import DEEPEST, Document
from firsthand.read.formats import Format, Row, Sample

__all__ = ["FORMATS", "Metered", "Unpacking", "allowance_of", "broken", "unpacked"]

_GZIP, _BZIP2, _XZ, _ZSTD = b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd"
_BLOCK = b"1AY&SY"
_EMPTY_BLOCK = b"\x17rE8P\x90"
_SKIPPED = 0x184D2A50
"""First of sixteen numbers that open a frame to be skipped; .warc.zst files begin with one."""

_XZ_MEMORY = 128 * 2**20
"""The highest preset of xz asks for 65 MB; a stream may ask for 4 GB."""

_ZSTD_WINDOW = 2**27
"""128 MB, what ``zstd --long`` asks for; a frame may ask for terabytes."""

_CHUNK = 2**18


class _Reading(Protocol):
    def read(self, size: int, /) -> bytes: ...
    def close(self) -> None: ...


class Metered(io.RawIOBase):
    """A stream of unpacked bytes: counts them, and says of the input what is wrong with it.

    Args:
        inner: What unpacks.
        item: The input, for messages.
        spend: Told of bytes that were not read before.
        seen: Holds in its only place how far the bytes were read before, by whatever stream.
        outer: Closed with this stream.
    """

    def __init__(
        self,
        inner: _Reading,
        *,
        item: str,
        spend: Callable[[int], None],
        seen: list[int],
        outer: BinaryIO | None = None,
    ) -> None:
        super().__init__()
        self._inner, self._item, self._spend, self._seen = inner, item, spend, seen
        self._outer = outer
        self._at = 0

    def readable(self) -> bool:
        """It is; for reading only."""
        return True

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override] # any buffer
        """Fill `buffer` with what comes next.

        Raises:
            InputError: the data are damaged, or more than may be unpacked.
        """
        with broken(self._item):
            raw = self._inner.read(min(len(buffer), _CHUNK))
        self._at += len(raw)
        if self._at > self._seen[0]:
            self._spend(self._at - self._seen[0])
            self._seen[0] = self._at
        buffer[: len(raw)] = raw
        return len(raw)

    def close(self) -> None:
        """Close what it reads from, too."""
        with suppress(OSError, EOFError, ValueError):
            self._inner.close()
        if self._outer is not None:
            self._outer.close()
        super().close()


class Unpacking(io.BufferedReader):
    """A metered stream, buffered; what stands before damage is given before the damage is told."""

    def __init__(self, metered: Metered) -> None:
        super().__init__(metered, _CHUNK)
        self._error: InputError | None = None

    def read(self, size: int | None = -1, /) -> bytes:
        """The next `size` bytes; fewer before the end and before damage.

        Raises:
            InputError: the data are damaged from here on.
        """
        left = sys.maxsize if size is None or size < 0 else size
        if left and self._error is not None:
            raise self._error
        parts: list[bytes] = []
        while left > 0:
            try:
                part = self.read1(min(left, _CHUNK))
            except InputError as error:
                if not parts:
                    raise
                self._error = error
                break
            if not part:
                break
            parts.append(part)
            left -= len(part)
        return b"".join(parts)


@dataclass(frozen=True, slots=True)
class broken:  # noqa: N801 - reads as a statement: with broken(item)
    """Turn what the unpackers of the standard library and Zstandard raise into an `InputError`."""

    item: str

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Translate `error` if it is one of theirs."""
        if error is None or isinstance(error, InputError):
            return
        hint = "fetch or copy it again"
        if isinstance(error, EOFError):
            why = "breaks off: what is compressed in it is cut short"
            raise InputError(self.item, why, hint) from error
        if isinstance(error, OSError | zlib.error | lzma.LZMAError | ValueError) or (
            type(error).__name__ == "ZstdError"
        ):
            text = " ".join(str(error).split())[:120]
            why = f"is damaged: what is compressed in it cannot be unpacked ({text})"
            raise InputError(self.item, why, hint) from error


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
                self._rest = (self._rest or self._outer.read(_CHUNK)).lstrip(b"\x00")
                if not self._rest:
                    return b""
                self._work = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)
            fresh = b""
            if self._work.needs_input:
                fresh = self._rest or self._outer.read(_CHUNK)
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


_OPENERS: dict[str, Callable[[BinaryIO], _Reading]] = {
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
