"""Recorded fetches, as web archives and browsers keep them: which of them are documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.message import Message
from urllib.parse import urlsplit

from firsthand.domain import Capture, Fact, Field, Rejected
from firsthand.errors import InputError
from firsthand.read.documents import MAX_BYTES, Document
from firsthand.read.formats import Row, captures_of
from firsthand.read.http_bodies import TooLarge, plain_body
from firsthand.read.members import rejected
from firsthand.read.signatures import asset_of

__all__ = ["HEADER_BYTES", "Fetch", "Recording", "fetch_of", "moment_of"]

HEADER_BYTES = 65536
"""Most bytes of an HTTP message's head; servers refuse longer ones."""

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b[^\n]{0,400}\n")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title)\b", re.IGNORECASE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_SNIFFED = 4096
_CANONICAL = re.compile(
    r"<(https?://[^<>\s]{1,2000})>\s*;[^,<]{0,200}?\brel=\"?canonical\b", re.IGNORECASE
)
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2})\s*")
_PARTS = re.compile(
    r"(?:image|audio|video|font)/.*|text/css|.*\b(?:java|ecma)script\b.*|application/(?:wasm|"
    r"font-.*|x-font.*|vnd\.ms-fontobject|manifest\+json|ocsp-.*|vnd\.apple\.mpegurl|dash\+xml)|"
    r"text/(?:event-stream|x-component)"
)
"""Media types of what pages are made of."""

_DATA = re.compile(r".*\b(?:json|xml|protobuf|grpc)\b.*")
"""Media types of what is an article only where a format is recognised in it."""

_TEXT_PAGES = re.compile(r"(?:text/html|application/xhtml\+xml)")
_FOR_MACHINES = re.compile(
    r"/(?:robots|ads|app-ads|security|humans|sellers)\.(?:txt|json)\Z", re.IGNORECASE
)
_MOMENT_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")

_TOLD_EVERY = 256
"""Records between two signs that an archive is being read: a few milliseconds' work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One answer of a server, its body as it was sent."""

    url: str
    at: str | None
    """ISO 8601."""

    status: int | None
    """HTTP status; None where the record keeps a file without one."""

    headers: Mapping[str, str]
    """Names in lower case."""

    body: bytes
    cut: bool = False
    """Whether the record ends before its body does."""

    @property
    def media(self) -> str:
        """Media type in lower case, without parameters."""
        return self.headers.get("content-type", "").split(";")[0].strip().casefold()

    @property
    def charset(self) -> str | None:
        """The encoding that the header states."""
        told = Message()
        told["content-type"] = self.headers.get("content-type", "")[:500]
        name = told.get_param("charset")
        return name.strip() if isinstance(name, str) and name.strip() else None


def moment_of(written: str | None) -> str | None:
    """`written` as an ISO 8601 moment; None where it is none.

    Args:
        written: As records date themselves: ``2026-03-14T18:20:00Z`` or ``20260314182000``.
    """
    if written is None:
        return None
    digits = _MOMENT_DIGITS.fullmatch(written.strip())
    text = "{}-{}-{}T{}:{}:{}+00:00".format(*digits.groups()) if digits else written.strip()
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return None


def fetch_of(block: bytes, *, url: str, at: str | None, cut: bool) -> Fetch:
    """An HTTP message, taken apart; without a status line it is a body alone.

    Args:
        block: Head and body.
        url: Where it came from.
        at: When, ISO 8601.
        cut: Whether the record ends before the message does.
    """
    line = _STATUS.match(block)
    if line is None:
        return Fetch(url=url, at=at, status=None, headers={}, body=block, cut=cut)
    end = _HEAD_END.search(block, line.end() - 2, HEADER_BYTES)
    head = block[line.end() : end.start() if end else HEADER_BYTES].decode("latin-1")
    headers: dict[str, str] = {}
    for row in head.splitlines():
        name, colon, value = row.partition(":")
        if colon and name.strip():
            key = name.strip().casefold()
            headers[key] = f"{headers[key]}, {value.strip()}" if key in headers else value.strip()
    return Fetch(
        url=url,
        at=at,
        status=int(line.group(1)),
        headers=headers,
        body=block[end.end() :] if end else b"",
        cut=cut,
    )


@dataclass(slots=True, kw_only=True)
class Recording:
    """The fetches of one web archive, judged one by one.

    Documents are answers with status 200 to 299 that hold a page, a text, a PDF or a format that
    is read here. An error page (status 400 and above) is a rejection that names its address.
    Passed over and counted are: redirects; answers without content; pictures, fonts, sound and
    video, by their first bytes or their media type; styles and scripts; JSON and XML in which no
    format is recognised; robots.txt and its like; records of other addresses than web pages.
    """

    document: Document
    format: str
    passed_over: Counter[str] = field(default_factory=Counter)
    seen: bool = False
    """Whether any fetch gave a row."""

    _met: int = 0

    def rows(self, fetch: Fetch, *, record: str, facts: tuple[Fact, ...] = ()) -> Iterator[Row]:
        """What `fetch` gives: a document, rows, a rejection, or nothing.

        Args:
            fetch: One answer.
            record: What is added to the archive's name ("#3").
            facts: What the archive says of it beyond the fetch itself.
        """
        for row in self._of(fetch, record, facts):
            self.seen = True
            yield row
        self.tell()

    def tell(self) -> None:
        """Say now and then that the archive is being read: most of one may be pictures."""
        self._met += 1
        if self._met % _TOLD_EVERY == 0:
            self.document.going_on()

    def end(self) -> None:
        """Say that no fetch gave anything, if so.

        Raises:
            InputError: with the counts of what was passed over.
        """
        if not self.seen:
            what = ", ".join(f"{count} {kind}" for kind, count in sorted(self.passed_over.items()))
            why = f"holds no articles: {what}" if what else "holds no records"
            hint = "hand in the archive that holds the pages themselves"
            raise InputError(self.document.item, why, hint)

    def _of(self, fetch: Fetch, record: str, facts: tuple[Fact, ...]) -> Iterator[Row]:
        kind = self._kind_by_head(fetch)
        if kind is not None:
            self.passed_over[kind] += 1
            return
        item = self.document.item + record
        try:
            body = self._body(fetch, item)
            kind = asset_of(body) or ("empty answers" if not body.strip() else None)
            if kind is not None:
                self.passed_over[kind] += 1
                return
            _check(item, fetch, body)
            inner = self.document.inside(
                record,
                body,
                container=self.format,
                url=fetch.url,
                fetched_at=fetch.at,
                charset=fetch.charset,
                facts=(*facts, *_facts(fetch)),
            )
        except InputError as error:
            yield rejected(error)
            return
        if _DATA.fullmatch(fetch.media) and not _is_html(body):
            yield from self._recognised(inner)
        else:
            yield inner
        if fetch.cut:
            hint = "fetch the page again; what the record holds of it is read"
            yield rejected(InputError(item, "was cut off when it was recorded", hint))

    def _recognised(self, inner: Document) -> Iterator[Row]:
        """The rows of `inner`, unless there is no article in it."""
        rows: list[Capture | Rejected] = list(captures_of(inner))
        if any(isinstance(row, Capture) and row.format.split()[-1] != "text" for row in rows):
            yield from rows
        else:
            self.passed_over["data without articles"] += 1

    def _kind_by_head(self, fetch: Fetch) -> str | None:
        status = fetch.status
        if _host_of(fetch.url) is None:
            return "records that are no web pages"
        if status is not None and (status < 200 or status in {204, 205, 304}):
            return "empty answers"
        if status is not None and 300 <= status < 400:
            return "redirects"
        if _PARTS.fullmatch(fetch.media):
            return "pictures, styles, scripts and other parts of pages"
        if _FOR_MACHINES.search(fetch.url.partition("?")[0]):
            return "files for machines"
        if (
            status is not None
            and status >= 400
            and not _TEXT_PAGES.fullmatch(fetch.media or "text/html")
        ):
            return "errors"
        return None

    def _body(self, fetch: Fetch, item: str) -> bytes:
        try:
            return plain_body(
                fetch.body,
                transfer=fetch.headers.get("transfer-encoding", ""),
                content=fetch.headers.get("content-encoding", ""),
                limit=MAX_BYTES,
            )
        except TooLarge:
            why = f"is over the limit of {MAX_BYTES // 2**20} MB: {fetch.url[:200]}"
            raise InputError(item, why, "hand in the text of the article by itself") from None


def _host_of(url: str) -> str | None:
    """The host of a web address; None for any other address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.netloc if parts.scheme in {"http", "https"} and parts.netloc else None


def _is_html(body: bytes) -> bool:
    return _HTML.search(body[:_SNIFFED]) is not None


def _check(item: str, fetch: Fetch, body: bytes) -> None:
    """Raise what the answer was, where it was not the page that was asked for."""
    status = fetch.status
    if status is not None and status >= 400:
        why = f"is an error page: the server answered {status} for {fetch.url[:200]}"
        raise InputError(item, why, "nothing to do, unless the page is to be had elsewhere")
    if status == 206 and _is_html(body):
        raise InputError(item, f"is only a part of {fetch.url[:200]}", "fetch the whole page")


def _facts(fetch: Fetch) -> tuple[Fact, ...]:
    """What the server states beside the page."""
    facts = []
    language = _LANGUAGE.fullmatch(fetch.headers.get("content-language", ""))
    if language:
        facts.append(Fact(field=Field.LANGUAGE, value=language.group(1), source="http"))
    canonical = _CANONICAL.search(fetch.headers.get("link", "")[:HEADER_BYTES])
    if canonical:
        facts.append(Fact(field=Field.URL, value=canonical.group(1), source="http"))
    return tuple(facts)
