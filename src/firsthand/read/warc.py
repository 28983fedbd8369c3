"""Web archives: WARC, the older ARC, and what is built of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO, Protocol

from firsthand.domain import Fact, Field
from firsthand.errors import InputError
from firsthand.read.compressed import allowance_of
from firsthand.read.documents import MAX_BYTES, Document
from firsthand.read.fetches import HEADER_BYTES, Fetch, Recording, fetch_of, moment_of
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.har import is_har, read_har
from firsthand.read.members import rejected
from firsthand.read.webarchive import is_webarchive, read_webarchive

__all__ = ["FORMATS", "PageFacts", "warc_rows"]

PageFacts = Callable[[str], tuple[Fact, ...] | None]
"""An address to what is known of that page; None: it is no page, but a part of one."""

_WARC = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n")
_ARC = re.compile(rb"filedesc://\S{1,2000} \S{1,50} \d{14} text/plain \d{1,9}\r?\n")
_ARC_RECORD = re.compile(
    rb"(\S{1,8000}) \S{1,60} (\d{12,17}) (\S{1,200}) (?:\S+ ){0,4}?(\d{1,12})\r?\n\Z"
)
_CHUNK = 2**18
_HINT = "fetch the archive again"
_ISO_639 = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """What matters here of a WARC record."""

    kind: str
    fields: Mapping[str, str]
    """Names in lower case."""

    block: bytes | None
    """None where it is too large to be read."""

    cut: bool
    """Whether the file ends within the block."""

    @property
    def url(self) -> str:
        """The address, without the brackets that some writers put around it."""
        return self.fields.get("warc-target-uri", "").strip().strip("<>")


def _is_warc(sample: Sample) -> bool:
    return _WARC.match(sample.raw) is not None


def _read_warc(document: Document) -> Iterator[Row]:
    document = replace(document, allowance=allowance_of(document))
    with document.open() as stream:
        yield from warc_rows(document, stream, lambda _: ())


def warc_rows(document: Document, stream: BinaryIO, facts_of: PageFacts) -> Iterator[Row]:
    """The records of a WARC file, each named by its number among all records.

    Read are responses, resources, and conversions to text (Common Crawl's WET). Passed over and
    counted are requests, metadata, descriptions of the crawl, and revisits: their content is that
    of an earlier record.

    Args:
        document: The file; its allowance is set.
        stream: Its bytes, not compressed.
        facts_of: What is known of a page by its address.

    Raises:
        InputError: the file is damaged (records before the damage are read), or no record holds
            an article.
    """
    recording = Recording(document=document, format="warc")
    number = 0
    for number, record in enumerate(_records(document, stream), start=1):
        yield from _rows(recording, record, f"#{number}", facts_of)
        recording.tell()
    if not number:
        raise InputError(document.item, "holds no records", _HINT)
    recording.end()


def _rows(recording: Recording, record: _Record, name: str, facts_of: PageFacts) -> Iterator[Row]:
    item = recording.document.item + name
    if record.kind not in {"response", "resource", "conversion"}:
        revisit = record.kind == "revisit"
        kind = "revisits of unchanged pages" if revisit else "records about records"
        recording.passed_over[kind] += 1
        return
    if "warc-segment-number" in record.fields:
        recording.seen = True
        why = f"is split over several records: {record.url[:200]}"
        yield rejected(InputError(item, why, "hand in an archive that is not segmented"))
        return
    facts = facts_of(record.url)
    if facts is None:
        recording.passed_over["parts of pages"] += 1
        return
    if record.block is None:
        media = record.fields.get("warc-identified-payload-type", "")
        if media and not media.startswith(("text/", "application/xhtml")):
            recording.passed_over["large files that are no text"] += 1
            return
        recording.seen = True
        why = f"is over the limit of {MAX_BYTES // 2**20} MB: {record.url[:200]}"
        yield rejected(InputError(item, why, "hand in the text of the article by itself"))
        return
    fetch = _fetch(record, record.block)
    yield from recording.rows(fetch, record=name, facts=(*facts, *_facts(record)))


def _fetch(record: _Record, block: bytes) -> Fetch:
    at = moment_of(record.fields.get("warc-date"))
    cut = "warc-truncated" in record.fields
    if record.kind == "response" and block.startswith(b"HTTP/"):
        return fetch_of(block, url=record.url, at=at, cut=cut)
    # A file without its HTTP head: the record's own type is that of the content.
    media = record.fields.get("content-type", "")
    if record.kind == "conversion":
        media = "text/plain; charset=utf-8"
    headers = {"content-type": media}
    return Fetch(url=record.url, at=at, status=None, headers=headers, body=block, cut=cut)


def _facts(record: _Record) -> tuple[Fact, ...]:
    """Languages that the crawler identified, most of the text first; the first is the text's."""
    told = record.fields.get("warc-identified-content-language", "").split(",")[0].strip()
    if not _ISO_639.fullmatch(told):
        return ()
    return (Fact(field=Field.LANGUAGE, value=told, source="warc"),)


def _records(document: Document, stream: BinaryIO) -> Iterator[_Record]:
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415 - start-up time

    try:
        records = ArchiveIterator(stream, parse_http=False, stream_detect=False)
    except _DAMAGE as error:
        raise _damaged(document, error) from error
    number = 0
    while True:
        number += 1
        try:
            found = next(records, None)
            if found is None:
                return
            length = found.content_length
            block = None
            if length <= MAX_BYTES + HEADER_BYTES:
                block = _read_all(found.reader, length)
            record = _Record(
                kind=str(found.record_type),
                fields={name.casefold(): value for name, value in found.headers.items()},
                block=block,
                cut=block is not None and len(block) < length,
            )
        except _DAMAGE as error:
            raise _damaged(document, error) from error
        yield record
        if record.cut:
            raise InputError(document.item, f"breaks off within its record {number}", _HINT)


_DAMAGE = (OSError, ValueError, EOFError, OverflowError, TypeError, KeyError)
"""What the library raises at damaged records."""


def _damaged(document: Document, error: BaseException) -> InputError:
    why = f"is a damaged web archive ({' '.join(str(error).split())[:100]})"
    return InputError(document.item, why, _HINT)


class _Reader(Protocol):
    def read(self, size: int, /) -> bytes: ...


def _read_all(reader: _Reader, length: int) -> bytes:
    parts: list[bytes] = []
    left = length
    while left > 0 and (part := reader.read(min(left, _CHUNK))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _is_arc(sample: Sample) -> bool:
    return _ARC.match(sample.raw) is not None


def _read_arc(document: Document) -> Iterator[Row]:
    """The records of an ARC file (Burner and Kahle 1996): a line about each, then what was sent."""
    document = replace(document, allowance=allowance_of(document))
    recording = Recording(document=document, format="arc")
    with document.open() as stream:
        number = 0
        while line := _arc_line(stream):
            number += 1
            told = _ARC_RECORD.match(line)
            if told is None:
                why = f"is a damaged web archive (record {number} has no head)"
                raise InputError(document.item, why, _HINT)
            size = int(told.group(4))
            block = stream.read(min(size, MAX_BYTES + HEADER_BYTES))
            _skip(stream, size - len(block))
            url = told.group(1).decode("latin-1")
            if len(block) < min(size, MAX_BYTES):
                raise InputError(document.item, "breaks off within a record", _HINT)
            fetch = fetch_of(block, url=url, at=moment_of(told.group(2).decode()), cut=False)
            yield from recording.rows(fetch, record=f"#{number}")
    recording.end()


def _arc_line(stream: BinaryIO) -> bytes:
    """The line about the next record, behind the empty lines that end the one before."""
    for _ in range(8):
        line = stream.readline(9000)
        if line.strip():
            return line
    return b""


def _skip(stream: BinaryIO, count: int) -> None:
    while count > 0 and (part := stream.read(min(count, _CHUNK))):
        count -= len(part)


FORMATS: tuple[Format, ...] = (
    Format(name="warc", matches=_is_warc, read=_read_warc),
    Format(name="arc", matches=_is_arc, read=_read_arc),
    Format(name="har", matches=is_har, read=read_har),
    Format(name="webarchive", matches=is_webarchive, read=read_webarchive),
)
