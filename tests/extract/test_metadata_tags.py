"""What meta tags, links and microdata say of an article."""

from __future__ import annotations

from lxml import html

from firsthand.domain import Field
from firsthand.extract.metadata_tags import tags_of

HEAD = """<html lang="nb-NO"><head><title>Ferje på grunn | Fjordposten</title>
<meta property="og:title" content="Ferje på grunn utenfor Odda"><meta name="author" content="Siv Dahl">
<meta name="author" content="Jonas Ried"><meta property="article:author" content="https://social.example/siv">
<meta property="article:published_time" content="2026-11-02T09:15:00+01:00"><meta name="pubdate" content="soon">
<meta property="og:site_name" content="Fjordposten"><meta property="article:section" content="Kysten">
<meta property="article:content_tier" content="locked"><link rel="canonical" href="https://fjord.example/a">
<meta property="og:url" content="/a"><script type="application/ld+json">{"@type":"Thing"}</script>
</head><body><svg><title>Logo</title></svg>
<div itemscope itemprop="comment"><span itemprop="author">Kommentator Hansen</span></div>
<article><span itemprop="author" itemscope><b itemprop="name">Siv Dahl</b>, reporter</span>
<time itemprop="datePublished" datetime="2026-11-02">2. november</time></article></body></html>"""


def test_each_source_states_its_facts() -> None:
    tags = tags_of(html.document_fromstring(HEAD))
    said = {(fact.field, fact.source, fact.value) for fact in tags.facts}

    assert said == {
        (Field.TITLE, "open-graph", "Ferje på grunn utenfor Odda"),
        (Field.TITLE, "window", "Ferje på grunn | Fjordposten"),
        (Field.OUTLET, "open-graph", "Fjordposten"),
        (Field.AUTHOR, "meta", "Siv Dahl"),
        (Field.AUTHOR, "meta", "Jonas Ried"),
        (Field.AUTHOR, "microdata", "Siv Dahl"),
        (Field.PUBLISHED, "open-graph", "2026-11-02T09:15:00+01:00"),
        (Field.PUBLISHED, "microdata", "2026-11-02"),
        (Field.URL, "meta", "https://fjord.example/a"),
        (Field.SECTION, "open-graph", "Kysten"),
        (Field.LANGUAGE, "meta", "nb-NO"),
        (Field.PAYWALL, "open-graph", "yes"),
    }
    assert tags.scripts == ('{"@type":"Thing"}',)
    assert tags.window == "Ferje på grunn | Fjordposten"


def test_a_page_without_a_head_says_nothing() -> None:
    tags = tags_of(html.document_fromstring("<p>A ferry ran aground.</p>"))

    assert (tags.facts, tags.window, tags.description) == ((), None, None)
