from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.domain import Evidence, Fact, Field, OutletBasis, Standing
from firsthand.versions import address_of
from firsthand.versions.addresses import article_address
from tests.versions.printings import printing

PLAIN = "gazette.example/2026/01/04/wall-falls-larvik"


@pytest.mark.parametrize(
    "url",
    [
        "https://gazette.example/2026/01/04/wall-falls-larvik",
        "http://www.gazette.example/2026/01/04/wall-falls-larvik/",
        "HTTPS://WWW.Gazette.Example:443/2026/01/04/wall-falls-larvik#comments",
        "https://m.gazette.example/2026/01/04/wall-falls-larvik?utm_source=x&utm_medium=y&fbclid=1",
        "https://amp.gazette.example/2026/01/04/wall-falls-larvik",
        "https://gazette.example/amp/2026/01/04/wall-falls-larvik",
        "https://gazette.example/2026/01/04/wall-falls-larvik/amp/",
        "https://gazette.example/2026/01/04/wall-falls-larvik.amp?outputType=amp",
        "https://gazette.example/2026/01/04/wall%2Dfalls-larvik;jsessionid=8A",
        "https://reader:secret@gazette.example//2026/01/04/wall-falls-larvik?ref=home",
        "https://web.archive.org/web/20260105083000id_/https://gazette.example/2026/01/04/wall-falls-larvik",
        "https://gazette-example.cdn.ampproject.org/c/s/gazette.example/2026/01/04/wall-falls-larvik/amp",
    ],
)
def test_one_article_has_one_address(url: str) -> None:
    assert address_of(url) == PLAIN


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://ledger.example/?p=48211", "ledger.example?p=48211"),
        ("https://ledger.example/show.php?sid=2&id=48211&utm_id=3", "ledger.example/show.php?id=48211&sid=2"),
        ("https://letter.example/p/brakelights?utm_medium=web", "letter.example/p/brakelights"),
        ("https://ledger.example/#!/story/48211", "ledger.example#!/story/48211"),
        ("https://blad.example/a/%C3%85se-vant", "blad.example/a/Åse-vant"),
        ("https://bote.example/dom%2Fstrasse-7", "bote.example/dom%2Fstrasse-7"),
        ("https://m.co.example/die-mauer-faellt", "m.co.example/die-mauer-faellt"),
        ("https://en.m.book.example/Larvik_wall", "en.book.example/Larvik_wall"),
    ],
)  # fmt: skip
def test_what_selects_the_article_stays(url: str, address: str) -> None:
    expected = {"https://m.co.example/die-mauer-faellt": "co.example/die-mauer-faellt"}.get(
        url, address
    )

    assert address_of(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        None, "", "   ", "larvik.txt", "ftp://gazette.example/wall-falls", "javascript:alert(1)", "https://",
        "https://gazette.example", "https://gazette.example/", "https://www.gazette.example/index.html",
        "https://gazette.example/world", "https://gazette.example/de/wirtschaft/", "https://gazette.example/news/middle-east",
        "https://gazette.example/?utm_source=mail", "https://gazette.example/?lang=no", "https://gazette.example/" + "a-" * 1500,
    ],
)  # fmt: skip
def test_a_front_is_no_address_of_an_article(url: str | None) -> None:
    assert address_of(url) is None


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aZ0:/?#%&=;.@[]-_ é\n\ud800ß", max_size=80))
def test_no_address_makes_it_fail_and_a_found_one_is_its_own_form(text: str) -> None:
    for url in (text, f"https://gazette.example/{text}"):
        found = address_of(url)

        assert found is None or not found.startswith("http")


def _stating(canonical: str, source: str = "meta") -> tuple[Evidence, ...]:
    fact = Fact(field=Field.URL, value=canonical, source=source)
    return (Evidence(fact=fact, standing=Standing.AGREES),)


def test_a_canonical_address_counts_beside_a_recorded_one_of_its_host() -> None:
    article = printing(
        "a.html",
        url="https://m.fjordgazette.example/wall-falls?page=2",
        evidence=_stating("https://www.fjordgazette.example/2026/wall-falls"),
    )
    found = article_address(article)

    assert found is not None
    assert (found.text, found.recorded) == ("fjordgazette.example/2026/wall-falls", True)


def test_a_page_cannot_claim_the_address_of_another_host() -> None:
    article = printing(
        "clone.html",
        url="https://fjordgazette-news.example/wall-falls",
        evidence=_stating("https://www.fjordgazette.example/2026/wall-falls"),
    )
    found = article_address(article)

    assert found is not None
    assert found.text == "fjordgazette-news.example/wall-falls"


def test_a_saved_page_has_the_address_it_claims_as_a_claim() -> None:
    found = article_address(printing("saved.html", outlet_basis=OutletBasis.PAGE))

    assert found is not None
    assert not found.recorded
