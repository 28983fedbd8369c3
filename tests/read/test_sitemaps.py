"""A sitemap holds no article: one row says what it lists."""

from __future__ import annotations

from pathlib import Path

from firsthand.domain import Rejected
from firsthand.read import read_paths
from tests.read.reading import only_rejected, sample


def test_a_news_sitemap_says_how_many_pages_it_lists() -> None:
    rejected = only_rejected(sample("sitemap/news.xml"))

    assert "lists 2 pages" in rejected.reason
    assert "https://www.skagerrakcourier.example/2026/03/14/ferry-aground/" in rejected.reason
    assert rejected.hint == "fetch the pages and hand them in"


def test_an_index_says_how_many_sitemaps() -> None:
    assert "index of 1 sitemaps" in only_rejected(sample("sitemap/index.xml")).reason


def test_a_sitemap_over_the_limit_is_counted_as_a_stream(tmp_path: Path) -> None:
    path = tmp_path / "sitemap.xml"
    entry = b"<url><loc>https://a.example/" + b"x" * 60 + b"</loc></url>\n"
    head = b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    path.write_bytes(head + entry * 200_000 + b"</urlset>")
    rows = list(read_paths([str(path)]))

    assert len(rows) == 1
    assert isinstance(rows[0], Rejected)
    assert "lists 200000 pages" in rows[0].reason


def test_a_sitemap_that_declares_entities_is_refused() -> None:
    raw = b'<!DOCTYPE u [<!ENTITY a "b">]>' + sample("sitemap/news.xml").split(b"?>", 1)[1]

    assert "declares entities" in only_rejected(raw).reason
