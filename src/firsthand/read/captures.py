"""Bytes to one capture, for those who hold one page or text in their hands."""

from __future__ import annotations

from firsthand.domain import Capture, Rejected
from firsthand.errors import InputError
from firsthand.read.documents import Document
from firsthand.read.formats import captures_of

__all__ = ["capture_from", "captures_from"]


def captures_from(
    item: str, raw: bytes, *, url: str | None = None, fetched_at: str | None = None
) -> list[Capture | Rejected]:
    """Read every record that `raw` holds, whatever its format.

    Args:
        item: The input as the user named it.
        raw: The bytes as obtained.
        url: Where they were fetched from, if that was recorded.
        fetched_at: ISO 8601, likewise.

    Returns:
        At least one row.
    """
    return list(captures_of(Document(item=item, raw=raw, url=url, fetched_at=fetched_at)))


def capture_from(item: str, raw: bytes, *, url: str | None = None) -> Capture:
    """Take bytes as one capture: decoded, its form sniffed, its digest noted.

    Args:
        item: The input as the user named it.
        raw: The bytes as obtained.
        url: Where they were fetched from, if that is known. Otherwise the mark is used that
            browsers leave in a saved page; what the page claims of itself is not.

    Raises:
        InputError: the bytes are empty, too many, binary, in an unknown encoding, or hold several
            records.
    """
    rows = captures_from(item, raw, url=url)
    if len(rows) > 1:
        raise InputError(item, f"holds {len(rows)} records", "read it with `captures_from`")
    (row,) = rows
    if isinstance(row, Rejected):
        raise InputError(row.item, row.reason, row.hint)
    return row
