"""Safari's web archives: a page and its parts in a property list."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from dataclasses import replace
from xml.parsers.expat import ExpatError

from firsthand.errors import InputError
from firsthand.read.allowance import HELD_BYTES
from firsthand.read.compressed import allowance_of
from firsthand.read.documents import Document
from firsthand.read.fetches import Fetch, Recording
from firsthand.read.formats import Row, Sample

__all__ = ["is_webarchive", "read_webarchive"]

_BINARY = b"bplist00"
_XML_LISTS = (b"<plist", b"<!DOCTYPE plist")
_HINT = "save the page again, or as HTML"
_HEAD = 4096


def is_webarchive(sample: Sample) -> bool:
    """Whether the sample begins a property list; which of them is a page is seen on reading."""
    if sample.raw.startswith(_BINARY):
        return True
    return any(one in sample.raw[:_HEAD] for one in _XML_LISTS) and b"WebMainResource" in sample.raw


def read_webarchive(document: Document) -> Iterator[Row]:
    """The main page of a Safari web archive, with the address it was saved from.

    Frames and other parts are passed over.

    Raises:
        InputError: it is damaged, or another property list than a web archive.
    """
    document = replace(document, allowance=allowance_of(document))
    try:
        told = plistlib.loads(document.whole(HELD_BYTES // 2))
    except (
        plistlib.InvalidFileException,
        ExpatError,
        ValueError,
        OSError,
        IndexError,
        KeyError,
        TypeError,
        OverflowError,
        AttributeError,
        RecursionError,
    ) as error:
        raise InputError(document.item, "is a damaged property list", _HINT) from error
    main = told.get("WebMainResource") if isinstance(told, dict) else None
    data = main.get("WebResourceData") if isinstance(main, dict) else None
    if not isinstance(main, dict) or not isinstance(data, bytes):
        why = "is a property list, not a page saved by Safari"
        raise InputError(document.item, why, "save the page as HTML or web archive")
    url, media, charset = (
        value if isinstance(value := main.get(f"WebResource{name}"), str) else ""
        for name in ("URL", "MIMEType", "TextEncodingName")
    )
    recording = Recording(document=document, format="webarchive")
    headers = {"content-type": f"{media}; charset={charset}" if charset else media}
    fetch = Fetch(url=url, at=None, status=None, headers=headers, body=data)
    yield from recording.rows(fetch, record="#1")
    recording.end()
