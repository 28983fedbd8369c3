"""MHTML: a page with its parts, saved by a browser in the form of a mail (RFC 2557)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from firsthand.errors import InputError
from firsthand.read.documents import DEEPEST, Document
from firsthand.read.formats import Row, Sample
from firsthand.read.messages import LARGEST_MESSAGE, Part, header, message_of, parts_of
from firsthand.read.moments import moment_of

__all__ = ["is_mhtml", "read_mhtml"]

_RELATED = re.compile(rb"^content-type:[ \t]*multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(
    rb"^(?:snapshot-content-location:[ \t]*\S|from:[ \t]*\"?<?saved by\b|"
    rb"x-mimeole:[ \t]*produced by microsoft mhtml)",
    re.IGNORECASE | re.MULTILINE,
)
_LOCATED = re.compile(
    rb"^content-location:[ \t]*(?:https?|file|cid):", re.IGNORECASE | re.MULTILINE
)
_HEADER_NAME = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")
_PAGES = frozenset(["text/html", "application/xhtml+xml"])
_HINT = "save the page again, as HTML"


def is_mhtml(sample: Sample) -> bool:
    """Whether the sample begins a page in the form of a mail.

    That is said by the browser's marks in its headers, or by parts that name their addresses in
    a message that nobody sent.
    """
    raw = sample.raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not _HEADER_NAME.match(raw):
        return False
    head, _, rest = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    if not _RELATED.search(head):
        return False
    if _SAVED.search(head):
        return True
    sent = re.search(rb"^(?:message-id|received|to):", head, re.IGNORECASE | re.MULTILINE)
    return not sent and _LOCATED.search(rest) is not None


def read_mhtml(document: Document) -> Iterator[Row]:
    """The main page, with the address and the moment that the browser recorded.

    Frames, pictures and styles are passed over.

    Raises:
        InputError: there is no page in it, or it lies in too many containers.
    """
    if document.depth >= DEEPEST:
        hint = "unpack the outer archives first"
        raise InputError(document.item, f"lies in more than {DEEPEST} archives", hint)
    message = message_of(document.item, document.whole(LARGEST_MESSAGE).lstrip())
    pages = [part for part in parts_of(message) if part.media in _PAGES and part.raw.strip()]
    if not pages:
        raise InputError(document.item, "is a saved page without the page itself", _HINT)
    recorded = "".join(header(message, "snapshot-content-location").split())
    start = str(message.get_param("start") or "").strip("<>")
    main = _main(pages, recorded=recorded, start=start)
    url = recorded or main.location or ""
    yield replace(
        document,
        path=None,
        stream=None,
        raw=main.raw,
        url=url if url.startswith(("http://", "https://")) else document.url,
        fetched_at=_saved_at(header(message, "date")) or document.fetched_at,
        charset=main.charset,
        depth=document.depth + 1,
        container=f"{document.container} mhtml".strip(),
    )


def _saved_at(date: str) -> str | None:
    """The moment a page was saved; browsers write it in UTC with the zone "not known"."""
    return moment_of(date.removesuffix("-0000") + "+0000" if date.endswith("-0000") else date)


def _main(pages: list[Part], *, recorded: str, start: str) -> Part:
    """The page itself among those in its frames: named as the start, at the address, or the first."""
    for part in pages:
        if start and part.ident == start:
            return part
    for part in pages:
        if recorded and part.location == recorded:
            return part
    return pages[0]
