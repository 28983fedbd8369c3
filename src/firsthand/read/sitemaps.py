"""Sitemaps: they list pages with titles and dates, and hold no article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.domain import Rejected
from firsthand.read.documents import Document
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.xml_trees import refuse_entities, root_name

__all__ = ["FORMATS"]

_ROOTS = frozenset(["urlset", "sitemapindex"])
_MARK = re.compile(r"sitemaps\.org/schemas|google\.com/schemas/sitemap|<(?:\w+:)?loc\b")
_ENTRY = re.compile(rb"<(?:\w+:)?(url|sitemap)[\s>]")
_FIRST = re.compile(r"<(?:\w+:)?loc\b[^>]{0,200}>\s*(?:<!\[CDATA\[\s*)?(\S{4,1500}?)\s*(?:\]\]>|<)")
_CHUNK = 1 << 20
_OVERLAP = 32


def _matches(sample: Sample) -> bool:
    return root_name(sample.text) in _ROOTS and _MARK.search(sample.text) is not None


def _read(document: Document) -> Iterator[Row]:
    """One rejection that says how many pages are listed; it is counted through, never loaded."""
    head = document.head().decode("utf-8", "replace")
    refuse_entities(document.item, head)
    count = _count(document)
    first = _FIRST.search(head)
    example = f", such as {first[1]}" if first else ""
    if root_name(head) == "sitemapindex":
        why = f"is an index of {count} sitemaps{example}; it holds no text"
        hint = "fetch the sitemaps and the pages they list, then hand in the pages"
    else:
        why = f"is a sitemap that lists {count} pages{example}; it holds no text"
        hint = "fetch the pages and hand them in"
    yield Rejected(item=document.item, stage="read", reason=why, hint=hint)


def _count(document: Document) -> int:
    """How many entries there are, read in pieces; a start tag cut by a piece's end counts once."""
    count = 0
    rest = b""
    with document.open() as stream:
        while chunk := stream.read(_CHUNK):
            window = rest + chunk
            found = list(_ENTRY.finditer(window))
            count += len(found)
            end = found[-1].end() if found else 0
            rest = window[max(end, len(window) - _OVERLAP) :]
    return count


FORMATS: tuple[Format, ...] = (Format(name="sitemap", matches=_matches, read=_read),)
