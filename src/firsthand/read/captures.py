"""Bytes to captures: what form they have, and where a saved page says it came from."""

from __future__ import annotations

import json
import re
from hashlib import sha256

from firsthand.domain import Capture, Form
from firsthand.errors import InputError
from firsthand.read.decoding import decoded

__all__ = ["MAX_BYTES", "capture_from", "form_of"]

MAX_BYTES = 16 * 1024 * 1024
"""Largest input read: the longest of 710 real news pages has 2.6 MB; an article has under 1 MB."""

_OPENING = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|a|h[1-6]|article|section|meta|script|ul|li|br|img|table|td)\b[^<>]*>",
    re.IGNORECASE,
)
_FEED = re.compile(r"<(?:rss|feed|urlset|rdf:RDF)\b", re.IGNORECASE)
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


def _after_prolog(head: str) -> str:
    """`head` without the white space, XML declaration and comments it opens with."""
    rest = head.lstrip()
    for opening, closing in (("<?xml", "?>"), *[("<!--", "-->")] * _MOST_COMMENTS):
        if rest.startswith(opening):
            _, _, rest = rest.partition(closing)
            rest = rest.lstrip()
    return rest


def form_of(text: str) -> Form:
    """Judge from the content, not from a file name, whether `text` is a page or plain text."""
    head = text[:_SNIFFED]
    if _OPENING.match(_after_prolog(head)):
        return Form.HTML
    starts_with_tag = head.lstrip().startswith("<")
    tags = len(_TAG.findall(head))
    return Form.HTML if starts_with_tag and tags >= _TAGS_OF_MARKUP else Form.TEXT


def _is_json(text: str) -> bool:
    if text.lstrip()[:1] not in {"{", "["}:
        return False
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def capture_from(item: str, raw: bytes, *, url: str | None = None) -> Capture:
    """Take bytes as a capture: decoded, its form sniffed, its digest noted.

    Args:
        item: The input as the user named it.
        raw: The bytes as obtained.
        url: Where they were fetched from, if that is known. Otherwise the mark is used that
            browsers leave in a saved page; what the page claims of itself is not.

    Raises:
        InputError: the bytes are empty, too many, binary, a feed, or in an unknown encoding.
    """
    if len(raw) > MAX_BYTES:
        raise InputError(
            item,
            f"is over the limit of {MAX_BYTES // 2**20} MB",
            "hand in one article a file; large collections are for `firsthand batch`",
        )
    text, encoding = decoded(item, raw)
    if _FEED.match(_after_prolog(text[:_SNIFFED])):
        raise InputError(
            item, "is a feed or site map, not an article", "hand in the pages it lists"
        )
    if _is_json(text):
        raise InputError(
            item, "is data (JSON), not an article", "hand in the text as a file of its own"
        )
    form = form_of(text)
    if url is None and form is Form.HTML:
        saved = _SAVED_FROM.search(text[:_SNIFFED]) or _SINGLE_FILE.search(text[:_SNIFFED])
        url = saved.group(1) if saved else None
    return Capture(
        item=item,
        raw=raw,
        form=form,
        sha256=sha256(raw).hexdigest(),
        text=text,
        encoding=encoding,
        url=url,
    )
