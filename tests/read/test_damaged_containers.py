"""Whatever is wrong with a container, reading it gives rows and raises nothing."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import plistlib
from functools import cache
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.domain import Capture, Rejected
from firsthand.read import captures_from
from tests.read.containers import PAGE, answer, record, tarred, zipped

SAMPLES = Path(__file__).parent / "samples"


@cache
def _samples() -> dict[str, bytes]:
    members = {"a.html": PAGE, "b.txt": b"The ferry sank.", "a.html.meta.toml": b'title = "x"'}
    records = record(
        "https://a.example/", answer(gzip.compress(PAGE), headers="Content-Encoding: gzip\r\n")
    )
    records += record("https://a.example/t", b"The ferry sank off Larvik.", kind="conversion")
    entry = {
        "request": {"url": "https://a.example/"},
        "response": {"status": 200, "content": {"mimeType": "text/html", "text": PAGE.decode()}},
    }
    safari = {"WebMainResource": {"WebResourceURL": "https://a.example/", "WebResourceData": PAGE}}
    return {
        "zip": zipped(members),
        "tar": tarred(members, links={"l": "/etc/passwd"}),
        "tar.gz": gzip.compress(tarred(members)),
        "bz2": bz2.compress(PAGE),
        "xz": lzma.compress(PAGE),
        "zst": zstandard.compress(PAGE),
        "warc": records,
        "warc.gz": gzip.compress(records),
        "wacz": zipped({"archive/a.warc.gz": gzip.compress(records), "datapackage.json": b"{}"}),
        "har": json.dumps({"log": {"version": "1.2", "entries": [entry]}}).encode(),
        "webarchive": plistlib.dumps(safari, fmt=plistlib.FMT_BINARY),
        "eml": (SAMPLES / "mail" / "newsletter.eml").read_bytes(),
        "mbox": (SAMPLES / "mail" / "box.mbox").read_bytes(),
        "mhtml": (SAMPLES / "saved_pages" / "chrome.mhtml").read_bytes(),
    }


NAMES = sorted(
    [
        "zip",
        "tar",
        "tar.gz",
        "bz2",
        "xz",
        "zst",
        "warc",
        "warc.gz",
        "wacz",
        "har",
        "webarchive",
        "eml",
        "mbox",
        "mhtml",
    ]
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "drop", "repeat", "insert"]),
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 255),
        st.binary(min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=6,
)


def _damaged(raw: bytes, edits: list[tuple[str, float, int, bytes]]) -> bytes:
    for kind, share, number, some in edits:
        at = int(share * len(raw))
        if kind == "flip" and raw:
            raw = raw[:at] + bytes([raw[at] ^ (number or 1)]) + raw[at + 1 :]
        elif kind == "cut":
            raw = raw[:at]
        elif kind == "drop":
            raw = raw[:at] + raw[at + number :]
        elif kind == "repeat":
            raw = raw[:at] + raw[at : at + number] * 3 + raw[at:]
        else:
            raw = raw[:at] + some + raw[at:]
    return raw


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS)
def test_damage_gives_rows_and_no_error(
    name: str, edits: list[tuple[str, float, int, bytes]]
) -> None:
    rows = captures_from("item", _damaged(_samples()[name], edits))

    assert rows
    assert all(row.item.startswith("item") for row in rows)
    assert all(row.reason and row.hint for row in rows if isinstance(row, Rejected))
    assert all(row.text.strip() for row in rows if isinstance(row, Capture))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes_give_the_same_rows(name: str) -> None:
    raw = _samples()[name]

    rows = captures_from("item", raw)

    assert any(isinstance(row, Capture) for row in rows)
    assert rows == captures_from("item", raw)
