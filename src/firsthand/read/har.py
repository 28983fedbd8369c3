"""HAR files: what a browser's developer tools record of a visit."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from firsthand.errors import InputError
from firsthand.read.allowance import HELD_BYTES
from firsthand.read.compressed import allowance_of
from firsthand.read.documents import Document
from firsthand.read.fetches import Fetch, Recording, moment_of
from firsthand.read.formats import Row, Sample

__all__ = ["is_har", "read_har"]

_OPENING = re.compile(r'\{\s*"log"\s*:\s*\{')
_MEMBERS = re.compile(r'"(?:entries|creator|version|browser|pages)"\s*:')
_HINT = "record the visit again, with the contents of the answers"


_MOST_OBJECTS = 2_000_000
"""Openings of objects in the file: a visit of a hundred pages has about 300,000."""


class _Name(msgspec.Struct):
    name: str = ""
    value: str = ""


class _Content(msgspec.Struct):
    mime: str = msgspec.field(default="", name="mimeType")
    text: str | None = None
    encoding: str | None = None


class _Response(msgspec.Struct):
    status: int = 0
    headers: list[_Name] = msgspec.field(default_factory=list)
    content: _Content | None = None


class _Request(msgspec.Struct):
    url: str = ""


class _Entry(msgspec.Struct):
    request: _Request | None = None
    response: _Response | None = None
    started: str | None = msgspec.field(default=None, name="startedDateTime")


class _Log(msgspec.Struct):
    entries: list[msgspec.Raw]


class _Har(msgspec.Struct):
    log: _Log


def is_har(sample: Sample) -> bool:
    """Whether the sample begins a HAR file."""
    opening = _OPENING.match(sample.start)
    return opening is not None and _MEMBERS.search(sample.start[opening.end() :]) is not None


def read_har(document: Document) -> Iterator[Row]:
    """The answers a browser got, judged as those in a web archive are.

    Raises:
        InputError: the file is damaged, or holds no article.
    """
    document = replace(document, allowance=allowance_of(document))
    raw = document.whole(HELD_BYTES)
    if raw.count(b"{") > _MOST_OBJECTS:
        why = f"is a HAR file of more than {_MOST_OBJECTS:,} objects"
        raise InputError(document.item, why, "record fewer pages at once")
    try:
        # A UTF-8 byte order mark stands before what some browsers save.
        har = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"), type=_Har)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(document.item, f"is a damaged HAR file ({error})"[:200], _HINT) from error
    recording = Recording(document=document, format="har")
    for number, told in enumerate(har.log.entries, start=1):
        try:
            entry = msgspec.json.decode(told, type=_Entry)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            recording.passed_over["damaged entries"] += 1
            continue
        fetch = _fetch(entry)
        if fetch is None:
            recording.passed_over["answers without content"] += 1
            continue
        yield from recording.rows(fetch, record=f"#{number}")
    recording.end()


def _fetch(entry: _Entry) -> Fetch | None:
    answer = entry.response
    if entry.request is None or answer is None or answer.content is None:
        return None
    text = answer.content.text
    if text is None:
        return None
    # Names not of the body: it is stored unpacked, and as UTF-8 unless it is in base 64.
    headers = {
        one.name.casefold(): one.value
        for one in answer.headers
        if one.name.casefold() in {"link", "content-language"}
    }
    if answer.content.encoding == "base64":
        try:
            body = b64decode(text)
        except (binascii.Error, ValueError):
            return None
        headers["content-type"] = answer.content.mime
    else:
        body = text.encode("utf-8", "surrogatepass")
        headers["content-type"] = answer.content.mime.partition(";")[0] + "; charset=utf-8"
    return Fetch(
        url=entry.request.url,
        at=moment_of(entry.started),
        status=answer.status or None,
        headers=headers,
        body=body,
    )
