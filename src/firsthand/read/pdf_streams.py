"""A look at a PDF's compressed streams before anything unpacks them: bombs are told apart here."""

from __future__ import annotations

import re
import zlib

from firsthand.errors import InputError

__all__ = ["MOST_UNPACKED", "check_streams"]

MOST_UNPACKED = 256 * 1024 * 1024
"""Bytes that all streams of a file may have together when unpacked. A 48-page newspaper has under
60 MB without its pictures, which are mostly packed in ways of their own and not counted."""

_MOST_OF_ONE = 64 * 1024 * 1024
_DEEPEST = 3
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_MOST_STREAMS = 100_000
_FIRST_CHUNK, _CHUNK = 1 << 12, 1 << 18
_HINT = "hand in a PDF made from the article alone"


def check_streams(item: str, raw: bytes) -> None:
    """Unpack every stream once, a chunk at a time, keeping none of it.

    Raises:
        InputError: a stream, or all of them, unpack to more than an article's file holds.
    """
    total = 0
    for count, match in enumerate(_STREAM.finditer(raw)):
        if count > _MOST_STREAMS:
            raise InputError(item, f"holds over {_MOST_STREAMS} streams", _HINT)
        size = _unpacked(raw, match.end(), 0, MOST_UNPACKED - total)
        total += size
        if size > _MOST_OF_ONE or total > MOST_UNPACKED:
            limit = (_MOST_OF_ONE if size > _MOST_OF_ONE else MOST_UNPACKED) >> 20
            raise InputError(item, f"holds a stream that unpacks to over {limit} MB", _HINT)


def _unpacked(raw: bytes, at: int, depth: int, left: int) -> int:
    """Size of the stream that begins at `at` when unpacked, or of one packed in it if larger."""
    unpacker = zlib.decompressobj()
    inner = zlib.decompressobj() if depth < _DEEPEST else None
    size = inside = 0
    feed = raw[at : at + _FIRST_CHUNK]
    at += len(feed)
    try:
        while feed and size <= min(_MOST_OF_ONE, left) and not unpacker.eof:
            made = unpacker.decompress(feed, _CHUNK)
            feed = unpacker.unconsumed_tail
            if not feed:
                feed = raw[at : at + _CHUNK]
                at += len(feed)
            size += len(made)
            if inner is not None and not inner.eof:
                try:
                    while made and inside <= _MOST_OF_ONE:
                        inside += len(inner.decompress(made, _CHUNK))
                        made = inner.unconsumed_tail
                except zlib.error:
                    inner = None
    except zlib.error:
        pass
    return max(size, inside)
