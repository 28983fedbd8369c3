"""NITF: every element that has a role keeps it."""

from __future__ import annotations

from firsthand.domain import Field, Form, ZoneKind
from tests.read.reading import (
    articles_of,
    captures_of_rows,
    marked,
    only_capture,
    only_rejected,
    rejected_of_rows,
    rows_of,
    sample,
    values,
)

_AGENCY = "nitf/agency.xml"


def test_elements_become_roles() -> None:
    capture = only_capture(sample(_AGENCY))

    assert capture.form is Form.PARAGRAPHS
    assert marked(capture) == [
        ("headline", "Ferry runs aground off Larvik"),
        ("standfirst", "212 aboard, nobody hurt"),
        ("byline", "By Mira Solberg and Kim Larsen Shipping reporters"),
        ("dateline", "LARVIK, Norway March 14 (AP)"),
        ("caption", "The ferry in the fog on Saturday."),
        ("subhead", "Fog since dawn"),
    ]


def test_elements_become_facts() -> None:
    capture = only_capture(sample(_AGENCY))

    assert values(capture, Field.AUTHOR) == ["Mira Solberg", "Kim Larsen"]
    assert values(capture, Field.OUTLET) == ["Skagerrak Courier", "Fjord Wire"]
    assert values(capture, Field.WIRE) == ["AP", "Fjord Wire"]
    assert values(capture, Field.PUBLISHED) == ["2026-03-14T18:20:00+00:00"]
    assert values(capture, Field.SECTION) == ["World"]
    assert values(capture, Field.CREDIT) == ["Nils Berg/Fjord Wire"]
    assert values(capture, Field.NOTICE) == ["Adds quote, details on tugs"]
    assert values(capture, Field.DATELINE) == ["LARVIK, Norway March 14 (AP)"]


def test_tables_are_passed_over_and_lists_kept() -> None:
    text = only_capture(sample(_AGENCY)).text

    assert "first call\n" not in text
    assert "The first call came at ten past noon." in text
    assert "said\xa0by telephone" in text or "said by telephone" in text


def test_from_nitf_to_an_article() -> None:
    article = articles_of(sample(_AGENCY))[0]

    assert article.title == "Ferry runs aground off Larvik"
    assert article.authors == ("Mira Solberg", "Kim Larsen")
    assert article.outlet == "Skagerrak Courier"
    assert "Fjord Wire" in article.relayed_from
    assert article.syndicated
    assert article.zones[0].kind is ZoneKind.HEADLINE
    assert "LARVIK, Norway March 14" not in article.text
    assert "The ferry in the fog" not in article.text


def test_a_document_that_is_cut_off_keeps_what_it_holds() -> None:
    raw = sample(_AGENCY)
    rows = rows_of(raw[: raw.index(b"duty officer")])

    assert "touched ground" in captures_of_rows(rows)[0].text
    assert "cut off" in rejected_of_rows(rows)[0].reason


def test_a_document_without_text_is_rejected() -> None:
    raw = b"<nitf><head><title>Ferry</title></head><body><body.content/></body></nitf>"

    assert "no text" in only_rejected(raw).reason


def test_a_withdrawn_item_says_so() -> None:
    raw = sample(_AGENCY).replace(b'management-status="usable"', b'management-status="canceled"')

    assert "withdrawn" in values(only_capture(raw), Field.CORRECTION)[0]


def test_the_holder_of_the_rights_is_the_outlet_where_none_is_named() -> None:
    raw = (
        b'<nitf><head><docdata><doc.copyright year="2026" holder="Elbpress"/></docdata></head><body>'
        b"<body.content><p>Two tugs are on their way to the ferry.</p></body.content></body></nitf>"
    )

    assert values(only_capture(raw), Field.OUTLET) == ["Elbpress"]
