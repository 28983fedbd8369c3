"""Unpacked bytes, counted, with what is wrong with them said of the input by name."""

from __future__ import annotations

import io
import lzma
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from firsthand.errors import InputError

__all__ = ["CHUNK", "Metered", "Reading", "Unpacking", "broken"]

CHUNK = 2**18
"""Bytes that are unpacked at once."""


class Reading(Protocol):
    """What unpacks."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes that come next; none at the end."""

    def close(self) -> None:
        """Let go of what it holds."""


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
        inner: Reading,
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
            raw = self._inner.read(min(len(buffer), CHUNK))
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
        super().__init__(metered, CHUNK)
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
                part = self.read1(min(left, CHUNK))
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
