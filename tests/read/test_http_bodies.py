"""A body is unpacked as it is, within its limit, whatever its headers claim."""

from __future__ import annotations

import gzip
import zlib

import brotli  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.read.http_bodies import TooLarge, plain_body

WORDS = b"The ferry sank off Larvik. " * 20


def _plain(raw: bytes, *, transfer: str = "", content: str = "", limit: int = 10_000) -> bytes:
    return plain_body(raw, transfer=transfer, content=content, limit=limit)


def test_of_a_chunk_that_breaks_off_the_part_is_kept() -> None:
    raw = b"5\r\nThe f\r\n10\r\nerry"

    assert _plain(raw, transfer="chunked") == b"The ferry"


@pytest.mark.parametrize(
    ("raw", "content"), [(gzip.compress(WORDS), "gzip"), (brotli.compress(WORDS), "br")]
)
def test_of_packed_bytes_that_break_off_the_beginning_is_kept(raw: bytes, content: str) -> None:
    found = _plain(raw[:-3], content=content)

    assert WORDS.startswith(found) or found == raw[:-3]


@pytest.mark.parametrize("content", ["gzip", "br", "deflate"])
def test_more_than_the_limit_is_refused(content: str) -> None:
    packer = {"gzip": gzip.compress, "br": brotli.compress, "deflate": zlib.compress}[content]

    with pytest.raises(TooLarge):
        _plain(packer(bytes(5_000_000)), content=content)


@given(
    raw=st.binary(max_size=200),
    transfer=st.sampled_from(["", "chunked", "identity"]),
    content=st.sampled_from(["", "gzip", "deflate", "br", "zstd", "gzip, br", "x"]),
)
def test_any_bytes_give_a_body_or_are_too_large(raw: bytes, transfer: str, content: str) -> None:
    try:
        found = _plain(raw, transfer=transfer, content=content, limit=1000)
    except TooLarge:
        return

    assert len(found) <= 1000
