"""Invented pages in the manner of fifteen kinds of outlets and issuers."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from firsthand.domain import Article
from firsthand.extract import articles_from
from firsthand.read import capture_from

FOLDER = Path(__file__).parent / "styles"
PAGES = tomllib.loads((FOLDER / "truth.toml").read_text(encoding="utf-8"))["page"]
EACH = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page["file"]))


def article(page: dict[str, Any]) -> Article:
    (found,) = articles_from(capture_from(page["file"], (FOLDER / page["file"]).read_bytes()))
    return found


@EACH
def test_a_page_says_of_itself_what_was_invented(page: dict[str, Any]) -> None:
    found = article(page)

    assert found.title == page["title"]
    assert found.outlet == page.get("outlet")
    assert found.issuer == page.get("issuer")
    assert list(found.authors) == page.get("authors", [])
    assert found.dateline == page.get("dateline")
    assert list(found.credits) == page.get("credits", [])


@EACH
def test_a_page_is_dated_as_it_says(page: dict[str, Any]) -> None:
    found = article(page)

    assert found.published_basis.value == page.get("basis", "stated")
    assert found.published == page.get("published")
    assert found.updated == page.get("updated")
    assert found.published_bound.value == page.get("bound", "exact")


@EACH
def test_a_page_says_whom_it_was_taken_from(page: dict[str, Any]) -> None:
    found = article(page)

    assert found.syndicated is page.get("syndicated", False)
    assert list(found.relayed_from) == page.get("relayed_from", [])
    assert found.wire == page.get("wire")


@EACH
def test_the_body_is_whole_and_free_of_furniture(page: dict[str, Any]) -> None:
    found = article(page)
    body = [zone.span.of(found.text) for zone in found.zones if zone.kind.value == "body"]
    first, last = page["body"]

    assert body[0].startswith(first)
    assert body[-1].endswith(last)
    assert [words for words in page["gone"] if words in found.text] == []
