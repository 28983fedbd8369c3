"""Pages and plain text: what is left when no other format claims a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from firsthand.domain import Capture, Form
from firsthand.read.decoding import decoded
from firsthand.read.documents import Document
from firsthand.read.formats import Format, Row, Sample

__all__ = ["FORMATS", "capture_of", "form_of"]

_OPENING = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|a|h[1-6]|article|section|meta|script|ul|li|br|img|table|td)\b[^<>]*>",
    re.IGNORECASE,
)
_SNIFFED = 65536
_MOST_COMMENTS = 20
_TAGS_OF_MARKUP = 6
"""Tags in a text that does not open as a page from which it still counts as one: prose that
talks of HTML names two or three."""

_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(https?://\S{4,2000}?)\s*-->", re.IGNORECASE
)
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S{4,2000})", re.IGNORECASE
)
_SAVED_DATE = re.compile(
    r"\s+saved date:\s*\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})"
)
"""The moment that SingleFile notes behind the address."""


def after_prolog(head: str) -> str:
    """`head` without the white space, XML declaration and comments it opens with."""
    rest = head.lstrip("\ufeff \t\r\n\x0c")
    for opening, closing in (("<?xml", "?>"), *[("<!--", "-->")] * _MOST_COMMENTS):
        if rest.startswith(opening):
            _, _, rest = rest.partition(closing)
            rest = rest.lstrip()
    return rest


def form_of(text: str) -> Form:
    """Judge from the content, not from a file name, whether `text` is a page or plain text."""
    head = text[:_SNIFFED]
    if _OPENING.match(after_prolog(head)):
        return Form.HTML
    starts_with_tag = head.lstrip().startswith("<")
    tags = len(_TAG.findall(head))
    return Form.HTML if starts_with_tag and tags >= _TAGS_OF_MARKUP else Form.TEXT


def capture_of(document: Document) -> Capture:
    """Take a document as a page or a text.

    The address recorded with it is used, else the mark that browsers leave in a saved page; what
    the page claims of itself is not.

    Raises:
        InputError: the bytes are empty, too many, binary, or in an unknown encoding.
    """
    raw = document.whole()
    text, encoding = decoded(document.item, raw, charset=document.charset)
    form = form_of(text)
    url, saved_at = document.url, None
    if url is None and form is Form.HTML:
        head = text[:_SNIFFED]
        saved = _SAVED_FROM.search(head) or _SINGLE_FILE.search(head)
        if saved is not None:
            url, saved_at = saved.group(1), _saved_at(head, saved.end())
    return document.capture(
        text,
        form,
        format="html" if form is Form.HTML else "text",
        encoding=encoding,
        url=url,
        fetched_at=document.fetched_at or saved_at,
    )


def _saved_at(head: str, at: int) -> str | None:
    found = _SAVED_DATE.match(head, at)
    if found is None:
        return None
    try:
        return datetime.strptime(" ".join(found.groups()), "%b %d %Y %H:%M:%S %z").isoformat()
    except ValueError:
        return None


def _anything(sample: Sample) -> bool:  # noqa: ARG001 - the last format asked
    return True


def _read(document: Document) -> Iterator[Row]:
    yield capture_of(document)


FORMATS = (Format(name="page or text", matches=_anything, read=_read),)
