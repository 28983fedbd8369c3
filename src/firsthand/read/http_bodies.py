"""Bodies of HTTP messages as servers sent them: taken out of their chunks, unpacked within a limit."""

from __future__ import annotations

import re
import zlib

__all__ = ["TooLarge", "plain_body"]

_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_MOST_CODINGS = 3


class TooLarge(Exception):  # noqa: N818 - a finding about the body, turned into a rejection
    """What the body unpacks to is over the limit."""


def plain_body(raw: bytes, *, transfer: str, content: str, limit: int) -> bytes:
    """The body that `raw` carries.

    Recorders often keep the headers of a body that they have already unpacked, and servers state
    encodings that they do not use: what does not unpack is taken as it is, and of what breaks off
    the part before is kept.

    Args:
        raw: As recorded.
        transfer: The header ``Transfer-Encoding``, empty if there is none.
        content: The header ``Content-Encoding``, likewise.
        limit: Most bytes to return.

    Raises:
        TooLarge: it unpacks to more.
    """
    body = _dechunked(raw) if "chunked" in transfer.casefold() else raw
    for name in [one.strip().casefold() for one in content.split(",")][:_MOST_CODINGS][::-1]:
        body = _unpacked(body, name, limit)
    if len(body) > limit:
        raise TooLarge
    return body


def _dechunked(raw: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    while True:
        head = _CHUNK.match(raw, at)
        if head is None:
            # Not in chunks at all, or the last one is cut off.
            return b"".join(parts) if parts else raw
        size = int(head.group(1), 16)
        if not size:
            return b"".join(parts)
        parts.append(raw[head.end() : head.end() + size])
        at = head.end() + size
        at += 2 if raw[at : at + 2] == b"\r\n" else 1 if raw[at : at + 1] == b"\n" else 0


def _unpacked(raw: bytes, name: str, limit: int) -> bytes:
    if name in {"gzip", "x-gzip"} and raw.startswith(b"\x1f\x8b"):
        return _inflated(raw, zlib.MAX_WBITS | 16, limit)
    if name == "deflate":
        return _inflated(raw, zlib.MAX_WBITS if _is_zlib(raw) else -zlib.MAX_WBITS, limit)
    if name == "br":
        return _from_brotli(raw, limit)
    if name == "zstd" and raw.startswith(b"\x28\xb5\x2f\xfd"):
        return _from_zstd(raw, limit)
    return raw


def _is_zlib(raw: bytes) -> bool:
    return len(raw) > 1 and raw[0] & 0xF == 8 and int.from_bytes(raw[:2], "big") % 31 == 0


def _inflated(raw: bytes, bits: int, limit: int) -> bytes:
    work = zlib.decompressobj(bits)
    body = bytearray()
    rest = raw
    try:
        while rest and not work.eof:
            body += work.decompress(rest, limit + 1 - len(body))
            if len(body) > limit:
                raise TooLarge
            rest = work.unconsumed_tail
    except zlib.error:
        return bytes(body) or raw
    return bytes(body) or raw


def _from_brotli(raw: bytes, limit: int) -> bytes:
    import brotli  # type: ignore[import-untyped]  # noqa: PLC0415 - start-up time; web archives need it

    work = brotli.Decompressor()
    body = bytearray()
    fresh = raw
    try:
        while not work.is_finished():
            part = work.process(fresh, output_buffer_limit=2**20)
            fresh = b""
            body += part
            if len(body) > limit:
                raise TooLarge
            if not part and work.can_accept_more_data():
                break
    except brotli.error:
        return bytes(body) or raw
    return bytes(body) or raw


def _from_zstd(raw: bytes, limit: int) -> bytes:
    import zstandard  # noqa: PLC0415 - start-up time; web archives need it

    try:
        with zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(raw) as stream:
            body = stream.read(limit + 1)
    except zstandard.ZstdError:
        return raw
    if len(body) > limit:
        raise TooLarge
    return body or raw
