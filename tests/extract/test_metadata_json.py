"""What JSON-LD says of an article."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import Field
from firsthand.extract.metadata_json import linked_data, plain

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ferry runs aground off&nbsp;Odda",
    "datePublished": "2026-11-02T09:15:00+0100",
    "author": [{"@type": "Person", "name": "Siv Dahl"}, {"@id": "#ried"}],
    "publisher": {"@type": "NewsMediaOrganization", "name": "The Fjord Ledger"},
    "articleSection": ["Coast", "News"],
    "isAccessibleForFree": "False",
    "articleBody": "A ferry <b>ran</b> aground.",
    "correction": {"@type": "CorrectionComment", "text": "It had 80 people on board."},
}


def said(*nodes: object) -> dict[Field, list[str]]:
    found: dict[Field, list[str]] = {}
    for fact in linked_data([json.dumps(list(nodes))]).facts:
        found.setdefault(fact.field, []).append(fact.value)
    return found


def test_an_article_s_fields_are_read_and_references_looked_up() -> None:
    found = said(ARTICLE, {"@type": "Person", "@id": "#ried", "name": "Jonas Ried"})

    assert found == {
        Field.TITLE: ["Ferry runs aground off Odda"],
        Field.OUTLET: ["The Fjord Ledger"],
        Field.AUTHOR: ["Siv Dahl", "Jonas Ried"],
        Field.PUBLISHED: ["2026-11-02T09:15:00+01:00"],
        Field.SECTION: ["Coast"],
        Field.PAYWALL: ["yes"],
        Field.CORRECTION: ["It had 80 people on board."],
    }
    assert linked_data([json.dumps(ARTICLE)]).body == "A ferry ran aground."


def test_the_fullest_of_several_articles_counts() -> None:
    teaser = {"@type": "NewsArticle", "headline": "Storm on the coast"}

    assert said({"@graph": [teaser, ARTICLE]})[Field.TITLE] == ["Ferry runs aground off Odda"]


def test_the_page_s_day_stands_in_for_the_article_s() -> None:
    page = {"@type": "WebPage", "datePublished": "2026-11-02", "dateModified": "2026-11-03"}

    found = said({"@type": "Article", "headline": "Ferry aground"}, page)
    assert (found[Field.PUBLISHED], found[Field.UPDATED]) == (["2026-11-02"], ["2026-11-03"])


def test_a_trail_of_links_names_the_section() -> None:
    entries = [{"@type": "ListItem", "name": name} for name in ("Home", "Coast", "Ferry aground")]
    trail = {"@type": "BreadcrumbList", "itemListElement": entries}

    found = said({"@type": "Article", "headline": "Ferry aground"}, trail)
    assert found[Field.SECTION] == ["Coast"]


def test_a_script_that_one_sign_breaks_still_gives_its_day() -> None:
    raw = (
        '{"@type":"NewsArticle","headline":"The "K" ferry","datePublished":"2026-11-02T09:15:00Z"}'
    )

    facts = linked_data([raw]).facts
    assert [(fact.field, fact.value) for fact in facts] == [
        (Field.PUBLISHED, "2026-11-02T09:15:00+00:00")
    ]


def test_deep_nesting_and_loops_of_references_end() -> None:
    loop = {"@type": "Article", "headline": "x", "author": {"@id": "#a"}}
    nodes = [loop, {"@id": "#a", "author": 1, "name": {"@id": "#a"}}]

    assert said(*nodes)[Field.TITLE] == ["x"]
    nested = '[{"name":' * 200 + '"Siv Dahl"' + "}]" * 200
    raw = '{"@type":"Article","headline":"x","author":' + nested + "}"
    assert [fact.value for fact in linked_data([raw]).facts] == ["x"]
    assert linked_data(["[" * 100_000, '{"a":' * 100_000]).facts == ()


def test_text_is_freed_of_tags_and_references() -> None:
    assert plain(" A &amp;amp; <i>B</i>\n") == "A & B"
    assert plain([]) is None
    assert plain({"name": "x"}) is None


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from([*ARTICLE, "@id", "@graph", "name"]), inner, max_size=4),
    max_leaves=12,
))  # fmt: skip
def test_any_json_is_read(value: object) -> None:
    linked_data([json.dumps({"@type": "NewsArticle", "headline": value, "author": value})])
    linked_data([json.dumps(value)])
