"""An outlet is identified by the recorded address; a clone does not pass for what it shows."""

from __future__ import annotations

import pytest

from firsthand.domain import Fact, Field, OutletBasis, Standing
from firsthand.extract import articles_from
from firsthand.extract.metadata_outlets import outlet_of, trimmed_name
from firsthand.read import capture_from

CLONE = """<!DOCTYPE html><html lang="en"><head><title>Ferry runs aground off Odda | Reuters</title>
<link rel="canonical" href="https://www.reuters.com/world/ferry-runs-aground-off-odda-2026-11-02/">
<meta property="og:site_name" content="Reuters"><meta property="og:title" content="Ferry runs aground off Odda">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry runs aground off Odda",
"datePublished":"2026-11-02T09:00:00Z","author":{"@type":"Person","name":"Siv Dahl"},
"publisher":{"@type":"Organization","name":"Reuters"}}</script></head><body><article>
<h1>Ferry runs aground off Odda</h1><p class="byline">By Siv Dahl</p>
<p>A ferry with eighty people on board ran aground off Odda early on Monday, injuring twelve of them.</p>
<p>The coast guard began an inquiry and will hear the captain on Friday, its spokesman said.</p>
<p>The owner said that the charts on board the ferry were old, and that new ones had been ordered.</p>
</article></body></html>"""


def facts_of(
    *, recorded: str | None, names: tuple[str, ...] = (), canonical: str = ""
) -> list[Fact]:
    found = [Fact(field=Field.OUTLET, value=name, source="open-graph") for name in names]
    if recorded:
        found.append(Fact(field=Field.URL, value=recorded, source="recorded"))
    if canonical:
        found.append(Fact(field=Field.URL, value=canonical, source="meta"))
    return found


@pytest.mark.parametrize(
    ("recorded", "outlet"),
    [
        ("https://www.reuters-world.example/ferry", "reuters-world.example"),
        ("https://www.reuters.com.breaking.example/ferry", "reuters.com.breaking.example"),
        ("https://xn--euters-9we.example/ferry", "xn--euters-9we.example"),
        ("https://reuters.com@ferry.example/world", "ferry.example"),
    ],
)
def test_a_clone_of_a_known_page_is_named_by_its_own_host(recorded: str, outlet: str) -> None:
    (found,) = articles_from(capture_from("clone.html", CLONE.encode(), url=recorded))

    assert (found.outlet, found.outlet_basis) == (outlet, OutletBasis.HOST)
    assert any("was recorded at" in reason.feature for reason in found.reasons)
    named = [one for one in found.evidence if one.fact.field is Field.OUTLET]
    assert {one.standing for one in named} == {Standing.DISAGREES}
    assert found.url == recorded


def test_without_a_record_a_page_has_only_its_own_word() -> None:
    (found,) = articles_from(capture_from("clone.html", CLONE.encode()))

    assert found.outlet == "Reuters"
    assert found.outlet_basis is not OutletBasis.HOST


def test_a_page_whose_address_is_another_house_s_only_claims_its_name() -> None:
    found = outlet_of(
        [
            *facts_of(
                recorded=None, names=("The Fjord Ledger",), canonical="https://www.bbc.co.uk/news/1"
            ),
            Fact(field=Field.OUTLET, value="The Fjord Ledger", source="json-ld"),
        ]
    )

    assert (found.value, found.basis) == ("The Fjord Ledger", OutletBasis.CLAIMED)
    assert "BBC" in found.reasons[0].feature


@pytest.mark.parametrize(
    ("recorded", "outlet", "basis"),
    [
        ("https://www.bbc.co.uk/news/1", "BBC", OutletBasis.HOST),
        ("https://m.bbc.co.uk/news/1", "BBC", OutletBasis.HOST),
        ("https://amp.bbc.com/news/1", "BBC", OutletBasis.HOST),
        ("https://web.archive.org/web/2026/https://www.bbc.co.uk/news/1", "BBC", OutletBasis.PAGE),
        ("https://archive.ph/2026/https://www.bbc.co.uk/news/1", "BBC", OutletBasis.PAGE),
        ("https://www-bbc-co-uk.cdn.ampproject.org/c/s/www.bbc.co.uk/1", "BBC", OutletBasis.PAGE),
        ("https://bbc.co.uk.example.net/news/1", "bbc.co.uk.example.net", OutletBasis.HOST),
        ("https://fjord-ledger.example/ferry", "The Fjord Ledger", OutletBasis.HOST),
    ],
)
def test_the_recorded_host_identifies_the_outlet(
    recorded: str, outlet: str, basis: OutletBasis
) -> None:
    name = "The Fjord Ledger" if "fjord" in recorded else "BBC"
    found = outlet_of(facts_of(recorded=recorded, names=(name,)))

    assert (found.value, found.basis) == (outlet, basis)


def test_an_aggregator_s_page_names_whom_it_carries() -> None:
    found = outlet_of(facts_of(recorded="https://www.msn.com/en-us/news/1", names=("CNN",)))

    assert found.value == "msn.com"
    assert found.values == ("CNN",)


@pytest.mark.parametrize(
    ("name", "trimmed"),
    [
        ("Fjord Ledger AS", "Fjord Ledger"),
        ("Blatt & Söhne GmbH & Co. KG", "Blatt & Söhne"),
        ("https://www.fjord-ledger.example", "fjord-ledger.example"),
        ("The Fjord Ledger", "The Fjord Ledger"),
        ("Fjord Ledger | News, Sport and Weather from the Coast", "Fjord Ledger"),
    ],
)
def test_a_name_loses_legal_form_slogan_and_scheme(name: str, trimmed: str) -> None:
    assert trimmed_name(name) == trimmed
