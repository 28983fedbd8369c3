"""HTML pages: body, headline, people, time and outlet."""

from __future__ import annotations

import pytest

from firsthand.domain import Article, OutletBasis, ZoneKind
from firsthand.errors import InputError
from firsthand.extract import articles_from
from firsthand.read import capture_from

HEAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ferry runs aground off Odda | The Fjord Ledger</title>
<link rel="canonical" href="https://fjord-ledger.example/ferry">
<meta property="og:site_name" content="The Fjord Ledger">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry runs aground off Odda",
"datePublished":"2021-03-03T14:05:00+01:00","author":[{"@type":"Person","name":"Siv Dahl"},
{"@type":"Organization","name":"The Fjord Ledger"}],"publisher":{"name":"The Fjord Ledger"}}</script>
</head><body>"""
BODY = """<nav><ul><li><a href="/a">Fishing</a></li><li><a href="/b">Weather quiz</a></li></ul></nav>
<article><h1>Ferry runs aground off Odda</h1>
<p class="meta"><time datetime="2021-03-03T14:05:00+01:00">3 March 2021, 14:05</time></p>
<p>ODDA (NLP) – A ferry with <a href="/odda">eighty people</a> on board ran aground off Odda early on
Wednesday, injuring 12 people, the rescue centre said.</p>
<figure><img src="f.jpg"><figcaption>The ferry (Photo: A. Nyberg/Norlicht)</figcaption></figure>
<p>The coast guard began an inquiry and will hear the captain on Friday, its spokesman said.</p>
<p>The owner said that the charts on board the ferry were old, and that new ones had been ordered.</p>
<p class="credit">(NLP)</p></article>
<aside><h2>The Morning Catch</h2><p>Sign up to have our newsletter sent to you each evening.</p></aside>
<footer><p>© 2021 Fjord Media. All rights reserved.</p></footer></body></html>"""
BARE = """<html><head><title>Ferry runs aground off Odda - Morning Fjord</title></head><body>
<div id="masthead"><a href="/">Morning Fjord</a></div><h1>Ferry runs aground off Odda</h1>
<div class="byline">By Siv Dahl, Staff Writer</div><div class="date">3 March 2021, 15.20</div><div>
<p>A ferry with eighty people on board ran aground off Odda on Wednesday, the rescue centre said.</p>
<p>The coast guard began an inquiry and will hear the captain on Friday, its spokesman said.</p>
</div><div id="newsletter">Enter your email address below.</div></body></html>"""


def article(markup: str, *, url: str | None = None) -> Article:
    (found,) = articles_from(capture_from("ferry.html", markup.encode(), url=url))
    return found


def test_a_page_gives_its_article_without_its_furniture() -> None:
    found = article(HEAD + BODY)

    assert found.title == "Ferry runs aground off Odda"
    assert found.text.startswith("Ferry runs aground off Odda\n\nODDA (NLP) – A ferry with eighty")
    assert found.zones[0].kind is ZoneKind.HEADLINE
    assert found.text.endswith("new ones had been ordered.")
    for gone in ("Fishing", "newsletter", "rights reserved", "(NLP)\n", "Nyberg"):
        assert gone not in found.text


def test_a_page_s_facts_are_read_from_its_own_account() -> None:
    found = article(HEAD + BODY)

    assert found.authors == ("Siv Dahl",)
    assert found.published == "2021-03-03T14:05:00+01:00"
    assert (found.outlet, found.outlet_basis) == ("The Fjord Ledger", OutletBasis.PAGE)
    assert found.url == "https://fjord-ledger.example/ferry"
    assert (found.syndicated, found.relayed_from, found.wire) == (True, ("NLP",), "NLP")
    assert found.credits == ("A. Nyberg", "Norlicht")


def test_visible_text_serves_where_a_page_says_nothing_for_machines() -> None:
    found = article(BARE)

    assert found.title == "Ferry runs aground off Odda"
    assert found.authors == ("Siv Dahl",)
    assert found.published == "2021-03-03T15:20:00"
    assert (found.outlet, found.outlet_basis) == ("Morning Fjord", OutletBasis.PAGE)
    assert "email" not in found.text


def test_only_a_recorded_address_identifies_the_outlet() -> None:
    listed = article(HEAD + BODY, url="https://www.reuters.com/world/ferry")
    unlisted = article(HEAD + BODY, url="https://fjord-ledger.example/ferry")

    assert (listed.outlet, listed.outlet_basis) == ("Reuters", OutletBasis.HOST)
    assert (unlisted.outlet, unlisted.outlet_basis) == ("The Fjord Ledger", OutletBasis.HOST)


def test_a_page_cut_in_the_middle_is_read_as_far_as_it_goes() -> None:
    markup = HEAD + BODY

    found = article(markup[: markup.index("its spokesman")])

    assert "The coast guard began an inquiry" in found.text


def test_text_hidden_by_a_style_is_read() -> None:
    found = article(
        BARE.replace("</h1>", "</h1><style>p{}</style>").replace(
            "<div>\n<p>", '<div style="display:none"><p>'
        )
    )

    assert "The coast guard" in found.text


@pytest.mark.parametrize(
    "markup",
    [
        "<html><head><title>x</title></head><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html></html>",
        "<!doctype html><html><body>" + "<div>" * 3000,
    ],
)
def test_a_page_without_article_is_refused(markup: str) -> None:
    with pytest.raises(InputError) as caught:
        article(markup)

    assert caught.value.hint


def test_broken_json_ld_is_passed_over() -> None:
    found = article((HEAD + BODY).replace('"headline":', '"headline" '))

    assert found.title == "Ferry runs aground off Odda"
    assert found.published == "2021-03-03T14:05:00+01:00"


def test_a_large_page_is_read() -> None:
    paragraph = "<p>The coast guard heard witness number {} on Friday, and the owner was there.</p>"
    many = "".join(paragraph.format(number) for number in range(1500))

    found = article(HEAD + BODY.replace('<p class="credit">', many + '<p class="credit">'))

    assert "witness number 1499" in found.text


@pytest.mark.parametrize("reference", ["&#x1b;", "&#11;", "&#xFFFE;", "&#xD800;", "&#99999999;"])
def test_a_reference_to_no_character_does_not_cost_the_text(reference: str) -> None:
    found = article(HEAD + BODY.replace("an inquiry", f"an{reference} inquiry"))

    assert "its spokesman said" in found.text
    assert "eighty people" in found.text


NOTED = BARE.replace(
    "<p>The coast guard",
    "<p>Correction: An earlier version of this article named another ship.</p><p>The coast guard",
).replace('<div id="newsletter">', '<p class="wall">Subscribe to read the full story</p><div>')


def test_notes_and_a_paywall_are_kept_apart_from_the_text() -> None:
    found = article(NOTED, url="https://morning-fjord.example/coast/ferry")

    assert found.corrections == (
        "Correction: An earlier version of this article named another ship.",
    )
    assert "earlier version" not in found.text
    assert (found.paywalled, found.section) == (True, "coast")
    assert article(BARE).paywalled is None


def test_a_byline_with_a_day_dates_the_page_and_its_agency_only_contributed() -> None:
    page = BARE.replace(
        "By Siv Dahl, Staff Writer", "By Siv Dahl and AFP | 2 November 2026"
    ).replace('<div class="date">3 March 2021, 15.20</div>', "")
    found = article(page)

    assert (found.authors, found.published) == (("Siv Dahl",), "2026-11-02")
    assert found.relayed_from == ("Agence France-Presse (AFP)",)
    assert all(one.fact.value != "AFP" for one in found.evidence if one.fact.field == "author")
