"""The fast tier: the same promises of spans, less exact."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from firsthand.domain import OutletBasis, ZoneKind
from firsthand.errors import InputError
from firsthand.extract.page_fast import fast_page_article
from firsthand.read import capture_from

FOLDER = Path(__file__).parent / "styles"
PAGES = [
    page
    for page in tomllib.loads((FOLDER / "truth.toml").read_text(encoding="utf-8"))["page"]
    if page["file"].endswith(".html")
]
PROSE = "The harbour office said on Tuesday that the {} ferry would not leave before the storm had passed. "
PAGE = (
    '<!DOCTYPE html><html lang="nb"><head><meta charset="utf-8"><title>Ferries stay in Odda | The Fjord Ledger</title>'
    '<meta property="og:site_name" content="The Fjord Ledger"><meta name="description" content="x">'
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferries stay in Odda",'
    '"datePublished":"2021-03-03T14:05:00+01:00","author":{"@type":"Person","name":"Siv Dahl"}}</script></head>'
    '<body><nav><a href="/">Home</a></nav><article><h1>Ferries stay in Odda</h1>'
    + "".join(f"<p>{PROSE.format(name)}</p>" for name in ("first", "second", "third", "fourth"))
    + "</article><footer>© 2021 Fjord Media</footer></body></html>"
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page["file"]))
def test_spans_hold(page: dict[str, Any]) -> None:
    found = fast_page_article(capture_from(page["file"], (FOLDER / page["file"]).read_bytes()))

    assert found.title == page["title"]
    assert found.kept
    for kept in found.kept:
        assert kept.text.of(found.text) == kept.raw.of(found.raw_text)
    spans = sorted([one.raw for one in found.kept] + [one.span for one in found.furniture])
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "\n\n".join(zone.span.of(found.text) for zone in found.zones) == found.text


def test_metadata_comes_from_the_page_s_own_account() -> None:
    found = fast_page_article(capture_from("ferry.html", PAGE.encode()))

    assert found.title == "Ferries stay in Odda"
    assert found.authors == ("Siv Dahl",)
    assert found.published == "2021-03-03T14:05:00+01:00"
    assert found.outlet == "The Fjord Ledger"
    assert found.outlet_basis is not OutletBasis.HOST
    assert found.language == "no"


def test_a_recorded_address_identifies_the_outlet() -> None:
    found = fast_page_article(
        capture_from("ferry.html", PAGE.encode(), url="https://fjord-ledger.example/ferry")
    )

    assert found.outlet_basis is OutletBasis.HOST


def test_headline_and_body_are_told_apart_and_furniture_is_left_out() -> None:
    found = fast_page_article(capture_from("ferry.html", PAGE.encode()))
    kinds = [zone.kind for zone in found.zones]

    assert kinds == [ZoneKind.HEADLINE, *[ZoneKind.BODY] * 4]
    assert "Home" not in found.text
    assert "Fjord Media" not in found.text


def test_a_page_without_article_is_refused() -> None:
    with pytest.raises(InputError):
        fast_page_article(capture_from("menu.html", b"<html><body><nav>Home</nav></body></html>"))


def test_deep_nesting_takes_the_slower_way_and_ends_within_a_second() -> None:
    deep = "<div>" * 1_500 + "<i>x</i>" * 8_000
    markup = f"<html><head><title>Ferries stay in Odda</title></head><body>{deep}"
    markup += "".join(f"<p>{PROSE.format(name)}</p>" for name in ("first", "second", "third"))

    found = fast_page_article(capture_from("deep.html", markup.encode()))

    assert "second ferry" in found.text


def test_nesting_that_no_parser_holds_is_refused_by_name() -> None:
    markup = "<html><body>" + "<div>" * 12_000 + "".join(f"<p>{PROSE}</p>" for _ in range(3))

    with pytest.raises(InputError, match=r"deep\.html"):
        fast_page_article(capture_from("deep.html", markup.encode()))


def test_a_head_that_says_everything_a_thousand_times_is_read_in_time() -> None:
    many = '<meta name="author" content="Siv Dahl">' * 20_000
    found = fast_page_article(
        capture_from("metas.html", PAGE.replace("<head>", f"<head>{many}").encode())
    )

    assert found.authors == ("Siv Dahl",)
