"""Pages that browsers save keep the address they came from."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from firsthand.domain import Capture, OutletBasis, Rejected
from firsthand.extract import articles_from
from firsthand.read import captures_from

SAMPLES = Path(__file__).parent / "samples" / "saved_pages"


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("chrome.mhtml", "2026-03-14T17:20:00+00:00"),
        ("ie.mht", "2026-03-14T17:20:00+00:00"),
        ("singlefile.html", "2026-03-14T18:20:00+01:00"),
        ("edge_complete.html", None),
    ],
)
def test_each_way_of_saving_gives_one_article_from_its_host(name: str, at: str | None) -> None:
    (capture,) = captures_from(name, (SAMPLES / name).read_bytes())

    assert isinstance(capture, Capture)
    (article,) = articles_from(capture)
    assert (article.url or "").startswith("https://harbourgazette.example/ferry-letter")
    assert article.outlet_basis is OutletBasis.HOST
    assert article.title == "Ferry pilot was warned"
    assert capture.fetched_at == at
    assert "Buy boats" not in article.text


def test_megabytes_of_pictures_in_a_page_cost_little() -> None:
    raw = (SAMPLES / "singlefile.html").read_bytes()
    large = raw.replace(b"R0lGODlh", b"R0lGODlh" + b"AAAA" * 500_000)

    start = time.process_time()
    (capture,) = captures_from("large.html", large)

    assert isinstance(capture, Capture)
    assert capture.url == "https://harbourgazette.example/ferry-letter?utm_source=x"
    assert time.process_time() - start < 5


def test_a_saved_page_without_the_page_is_refused() -> None:
    raw = (SAMPLES / "chrome.mhtml").read_bytes().replace(b"text/html", b"text/css")

    (row,) = captures_from("x.mhtml", raw)

    assert isinstance(row, Rejected)
    assert "without the page" in row.reason


def test_a_saved_page_that_breaks_off_gives_its_beginning() -> None:
    raw = (SAMPLES / "chrome.mhtml").read_bytes()

    (row,) = captures_from("x.mhtml", raw[: raw.index(b"two hours")])

    assert isinstance(row, Capture)
    assert "warned of fog" in row.text
