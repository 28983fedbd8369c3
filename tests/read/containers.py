"""Archives, web archives and messages made for tests, as their writers make them."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping

PAGE = (
    "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Ferry pilot was warned"
    "</title></head><body><h1>Ferry pilot was warned</h1><p>The pilot of the ferry that ran aground "
    "off Larvik on Monday had been warned of fog – two hours before he sailed.</p><p>A letter from "
    "the harbour office shows it, signed by harbour master Jonas Brekke.</p></body></html>"
).encode()


def zipped(members: Mapping[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of `members`."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return raw.getvalue()


def tarred(members: Mapping[str, bytes], *, links: Mapping[str, str] | None = None) -> bytes:
    """A tar archive of `members` and symbolic `links`, not compressed."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        for name, target in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
    return raw.getvalue()


def answer(
    body: bytes, *, status: str = "200 OK", media: str = "text/html", headers: str = ""
) -> bytes:
    """An HTTP answer."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + body


def record(
    url: str, block: bytes, *, kind: str = "response", version: str = "1.0", headers: str = ""
) -> bytes:
    """A WARC record."""
    head = (
        f"WARC/{version}\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2026-03-14T18:20:00Z\r\nWARC-Record-ID: <urn:uuid:0000>\r\n"
        f"{headers}Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
