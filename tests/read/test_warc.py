"""Records of web archives become documents with the address and moment of their fetch."""

from __future__ import annotations

import gzip
import json
import plistlib
import zlib
from base64 import b64encode
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]
import pytest
import zstandard

from firsthand.domain import Capture, OutletBasis, Rejected
from firsthand.extract import articles_from
from firsthand.read import captures_from
from tests.read.containers import PAGE, answer, record, zipped

AT = "https://harbourgazette.example/"
RUSSIAN = "<html><body><p>Пожар в порту был потушен в понедельник.</p></body></html>"


def _chunked(body: bytes) -> bytes:
    parts = [body[:7], body[7:]]
    return b"".join(b"%x;n=1\r\n%s\r\n" % (len(one), one) for one in parts) + b"0\r\n\r\n"


def _one(raw: bytes) -> Capture:
    (row,) = captures_from("crawl.warc", raw)
    assert isinstance(row, Capture), row
    return row


def _reason(raw: bytes) -> str:
    (row,) = captures_from("crawl.warc", raw)
    assert isinstance(row, Rejected), row
    assert row.hint
    return row.reason


@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstandard.compress])
def test_a_response_keeps_its_address_and_its_moment(
    pack: Callable[[bytes], bytes], version: str
) -> None:
    raw = record(f"<{AT}ferry>", answer(PAGE), version=version)

    capture = _one(pack(raw))
    (article,) = articles_from(capture)

    assert (capture.url, capture.raw) == (f"{AT}ferry", PAGE)
    assert capture.fetched_at == "2026-03-14T18:20:00+00:00"
    assert capture.item == "crawl.warc#1"
    assert article.outlet_basis is OutletBasis.HOST
    assert article.title == "Ferry pilot was warned"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE), "Content-Encoding: gzip\r\n"),
        (
            _chunked(gzip.compress(PAGE)),
            "Transfer-Encoding: chunked\r\nContent-Encoding: x-gzip\r\n",
        ),
        (zlib.compress(PAGE), "Content-Encoding: deflate\r\n"),
        (zlib.compress(PAGE)[2:-4], "Content-Encoding: deflate\r\n"),
        (brotli.compress(PAGE), "Content-Encoding: br\r\n"),
        (zstandard.compress(PAGE), "Content-Encoding: zstd\r\n"),
        (gzip.compress(brotli.compress(PAGE)), "Content-Encoding: br, gzip\r\n"),
        (PAGE, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
    ],
)
def test_bodies_are_unpacked_as_they_are_and_not_as_is_claimed(body: bytes, headers: str) -> None:
    assert _one(record(AT, answer(body, headers=headers))).raw == PAGE


@pytest.mark.parametrize(
    "packer", [gzip.compress, brotli.compress, zstandard.compress], ids=["gzip", "br", "zstd"]
)
def test_a_bomb_in_a_record_is_refused_with_its_address(packer: Callable[[bytes], bytes]) -> None:
    name = {gzip.compress: "gzip", zstandard.compress: "zstd"}.get(packer, "br")
    body = packer(b"<html>" + bytes(40_000_000))

    reason = _reason(record(AT, answer(body, headers=f"Content-Encoding: {name}\r\n")))

    assert "over the limit" in reason
    assert AT in reason


def test_the_header_s_charset_is_honoured_unless_it_lies() -> None:
    stated = record(AT, answer(RUSSIAN.encode("cp1251"), media="text/html; charset=windows-1251"))
    lying = record(AT, answer(RUSSIAN.encode(), media="text/html; charset=windows-1251"))
    head = '<html><head><meta charset="windows-1251"></head>'
    default = record(
        AT, answer((head + RUSSIAN).encode("cp1251"), media="text/html; charset=ISO-8859-1")
    )

    assert [_one(raw).text.count("Пожар") for raw in (stated, lying, default)] == [1, 1, 1]


def test_what_is_no_page_is_passed_over_and_an_error_page_is_named() -> None:
    raw = b"".join(
        [
            record("", b"software: crawler\r\n", kind="warcinfo"),
            record(f"{AT}old", answer(b"", status="301 Moved", headers="Location: /\r\n")),
            record(f"{AT}a.png", answer(b"\x89PNG\r\n", media="image/png")),
            record(f"{AT}b", answer(b"\xff\xd8\xff\xe0....", media="text/html")),
            record(f"{AT}c.css", answer(b"p{}", media="text/css")),
            record(f"{AT}robots.txt", answer(b"User-agent: *", media="text/plain")),
            record(f"{AT}api", answer(b'{"a": 1}', media="application/json")),
            record(f"{AT}ferry", b"", kind="revisit"),
            record(f"{AT}gone", answer(b"<html>No such page</html>", status="404 Not Found")),
            record(f"{AT}ferry", answer(PAGE)),
        ]
    )

    rejected, capture = captures_from("crawl.warc", raw)

    assert isinstance(rejected, Rejected)
    assert "404" in rejected.reason
    assert f"{AT}gone" in rejected.reason
    assert capture.item == "crawl.warc#10"


def test_an_archive_without_pages_says_what_it_holds() -> None:
    raw = record(f"{AT}a", b"", kind="revisit") + record(f"{AT}b", answer(b"", status="302 Found"))

    reason = _reason(raw)

    assert reason == "holds no articles: 1 redirects, 1 revisits of unchanged pages"


def test_feeds_in_web_archives_are_read_as_feeds() -> None:
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Gazette</title>'
        "<link>https://harbourgazette.example/</link><item><title>Ferry pilot was warned</title>"
        "<link>https://harbourgazette.example/ferry</link><description>The pilot of the ferry that "
        "ran aground off Larvik on Monday had been warned of fog, a letter shows.</description>"
        "</item></channel></rss>"
    )

    (row,) = captures_from(
        "crawl.warc", record(f"{AT}rss", answer(feed.encode(), media="application/rss+xml"))
    )

    assert isinstance(row, Capture)
    assert "rss" in row.format


def test_a_text_conversion_is_a_text_dump_from_its_address() -> None:
    text = "Ferry pilot was warned\nThe pilot had been warned of fog, a letter shows."
    raw = record(
        f"{AT}ferry",
        text.encode(),
        kind="conversion",
        headers="Content-Type: text/plain\r\nWARC-Identified-Content-Language: eng,nor\r\n",
    )

    capture = _one(raw)

    assert (capture.url, capture.format, capture.text) == (f"{AT}ferry", "warc text", text)
    assert [fact.value for fact in capture.facts] == ["eng"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_archive_that_breaks_off_gives_what_it_holds(pack: Callable[[bytes], bytes]) -> None:
    whole = pack(record(f"{AT}a", answer(PAGE)))
    cut = pack(record(f"{AT}b", answer(PAGE)))[:-60]

    first, *_, last = captures_from("crawl.warc", whole + cut)

    assert isinstance(first, Capture)
    assert first.url == f"{AT}a"
    assert isinstance(last, Rejected)
    assert "breaks off" in last.reason


def test_damage_between_records_costs_what_stands_behind_it() -> None:
    one = record(f"{AT}a", answer(PAGE))

    first, last = captures_from("crawl.warc", one + b"garbage, not a record\r\n" + one)

    assert isinstance(first, Capture)
    assert isinstance(last, Rejected)
    assert "damaged" in last.reason


def test_a_record_that_was_truncated_is_read_and_said_to_be() -> None:
    raw = record(f"{AT}a", answer(PAGE[:-80]), headers="WARC-Truncated: length\r\n")

    capture, rejected = captures_from("crawl.warc", raw)

    assert isinstance(capture, Capture)
    assert isinstance(rejected, Rejected)
    assert "cut off" in rejected.reason


def test_a_lying_length_is_not_believed() -> None:
    raw = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"

    reason = _reason(raw + b"Content-Length: 99999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhello")

    assert "over the limit" in reason


def test_the_older_arc_format_is_read() -> None:
    head = b"1 0 Archiver\nURL IP-address Archive-date Content-type Archive-length\n\n"
    body = answer(PAGE)
    raw = (
        b"filedesc://old.arc 0.0.0.0 20060314182000 text/plain %d\n" % len(head)
        + head
        + b"\nhttp://harbourgazette.example/a 192.0.2.1 20060314182001 text/html %d\n" % len(body)
        + body
        + b"\n"
    )

    capture = _one(raw)

    assert capture.url == "http://harbourgazette.example/a"
    assert capture.fetched_at == "2006-03-14T18:20:01+00:00"


def _wacz(pages: list[str]) -> bytes:
    rows = ['{"format": "json-pages-1.0", "id": "pages"}']
    rows += [json.dumps({"id": url, "url": url, "title": "Ferry | Gazette"}) for url in pages]
    records = [record(f"{AT}ferry", answer(PAGE)), record(f"{AT}frame", answer(PAGE))]
    return zipped(
        {
            "archive/data.warc.gz": b"".join(map(gzip.compress, records)),
            "indexes/index.cdx.gz": gzip.compress(b"x"),
            "pages/pages.jsonl": "\n".join(rows).encode(),
            "datapackage.json": b"{}",
        }
    )


def test_of_a_wacz_the_listed_pages_are_read_with_their_titles() -> None:
    (row,) = captures_from("visit.wacz", _wacz([f"{AT}ferry"]))

    assert isinstance(row, Capture)
    assert (row.item, row.url) == ("visit.wacz/archive/data.warc.gz#1", f"{AT}ferry")
    assert [fact.value for fact in row.facts] == ["Ferry | Gazette"]


def test_of_a_wacz_without_a_list_all_pages_are_read() -> None:
    assert len(captures_from("visit.wacz", _wacz([]))) == 2


def test_a_har_file_gives_the_pages_that_were_visited() -> None:
    def entry(url: str, text: str, encoding: str | None = None) -> dict[str, object]:
        content = {"mimeType": "text/html; charset=iso-8859-1", "text": text, "encoding": encoding}
        return {
            "startedDateTime": "2026-03-14T18:20:00.5+01:00",
            "request": {"method": "GET", "url": url},
            "response": {"status": 200, "headers": [], "content": content},
        }

    entries: list[object] = [
        entry(f"{AT}a", PAGE.decode()),
        entry(f"{AT}b", b64encode(PAGE).decode(), "base64"),
        {"request": 3},
    ]
    raw = json.dumps({"log": {"version": "1.2", "creator": {}, "entries": entries}}).encode()

    rows = captures_from("visit.har", raw)
    (cut,) = captures_from("visit.har", raw[:-9])

    assert [row.url for row in rows if isinstance(row, Capture)] == [f"{AT}a", f"{AT}b"]
    assert all("–" in row.text for row in rows if isinstance(row, Capture))
    assert isinstance(cut, Rejected)


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_safari_s_web_archive_gives_its_main_page(form: plistlib.PlistFormat) -> None:
    main = {
        "WebResourceURL": f"{AT}ferry",
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceData": PAGE,
    }
    raw = plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=form)

    (row,) = captures_from("ferry.webarchive", raw)
    (other,) = captures_from("x.plist", plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY))

    assert isinstance(row, Capture)
    assert (row.url, row.raw) == (f"{AT}ferry", PAGE)
    assert isinstance(other, Rejected)
    assert "not a page" in other.reason
