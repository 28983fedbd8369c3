"""NewsML-G2 and its first generation: items, packages, withdrawals."""

from __future__ import annotations

import pytest

from firsthand.domain import Capture, Field, Form, Rejected
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

_ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g" version="{version}"><itemMeta>
<itemClass qcode="ninat:{kind}"/><provider literal="Fjord Wire"/>
<versionCreated>2026-03-14T18:20:00+01:00</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><headline>Ferry</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"""
_PLAIN = "<inlineData contenttype='text/plain'>Two tugs are on their way.\nThe ferry sits on rocks.</inlineData>"


def _item(
    *, version: int = 1, kind: str = "text", status: str = "usable", content: str = _PLAIN
) -> bytes:
    return _ITEM.format(version=version, kind=kind, status=status, content=content).encode()


def test_a_message_gives_a_row_for_each_item_but_pictures() -> None:
    first, killed, package = rows_of(sample("newsml-g2/message.xml"))

    assert isinstance(first, Capture)
    assert isinstance(killed, Capture)
    assert isinstance(package, Rejected)
    assert "lists 2 items" in package.reason
    assert first.raw.startswith(b"<newsItem")
    assert first.sha256 != killed.sha256


def test_an_item_s_fields_become_facts() -> None:
    first = captures_of_rows(rows_of(sample("newsml-g2/message.xml")))[0]

    assert first.form is Form.FRAGMENT
    assert values(first, Field.TITLE) == ["Ferry runs aground off Larvik"]
    assert values(first, Field.AUTHOR) == ["By Mira Solberg"]
    assert values(first, Field.OUTLET) == values(first, Field.WIRE) == ["Fjord Wire"]
    assert values(first, Field.PUBLISHED) == ["2026-03-14T17:55:00+01:00"]
    assert values(first, Field.UPDATED) == ["2026-03-14T18:20:00+01:00"]
    assert values(first, Field.DATELINE) == ["LARVIK, Norway, March 14"]
    assert values(first, Field.NOTICE) == ["ADDS quote from port", "Not for use in archives"]
    assert values(first, Field.STANDFIRST) == ["A ferry with 212 aboard was pulled free."]


def test_a_killed_item_is_an_article_that_is_withdrawn() -> None:
    article = articles_of(sample("newsml-g2/message.xml"))[1]

    assert "withdrawn by its issuer" in article.corrections[0]
    assert "KILL" in article.text


def test_a_killed_item_with_its_text_keeps_the_text() -> None:
    capture = only_capture(_item(status="canceled"))

    assert "Two tugs" in capture.text
    assert "withdrawn" in values(capture, Field.CORRECTION)[0]


def test_a_withheld_item_says_so() -> None:
    assert "withheld" in values(only_capture(_item(status="withheld")), Field.NOTICE)[0]


def test_the_moment_of_a_later_version_alone_is_an_update() -> None:
    first, later = only_capture(_item(version=1)), only_capture(_item(version=3))

    assert values(first, Field.PUBLISHED) == ["2026-03-14T18:20:00+01:00"]
    assert values(later, Field.PUBLISHED) == []
    assert values(later, Field.UPDATED) == ["2026-03-14T18:20:00+01:00"]


def test_nitf_inside_keeps_its_roles() -> None:
    capture = only_capture(sample("newsml-g2/nitf-inside.xml"))

    assert capture.form is Form.PARAGRAPHS
    assert marked(capture) == [
        ("headline", "Fähre vor Larvik auf Grund gelaufen"),
        ("dateline", "Larvik"),
        ("subhead", "Niemand verletzt"),
    ]
    assert values(capture, Field.OUTLET) == ["Elbpress"]


def test_plain_text_inside_is_paragraphs() -> None:
    capture = only_capture(_item())

    assert capture.form is Form.PARAGRAPHS
    assert capture.text == "Two tugs are on their way.\nThe ferry sits on rocks."


def test_a_picture_alone_holds_no_article() -> None:
    assert "no articles" in only_rejected(_item(kind="picture")).reason


def test_an_item_without_content_is_rejected() -> None:
    assert "no text" in only_rejected(_item(content="<remoteContent href='a.txt'/>")).reason


def test_a_message_that_is_cut_off_keeps_what_it_holds() -> None:
    raw = sample("newsml-g2/message.xml")
    rows = rows_of(raw[: raw.index(b"KILL")])

    assert "Nobody was hurt" in captures_of_rows(rows)[0].text
    assert any("cut off" in row.reason for row in rejected_of_rows(rows))


def test_the_first_generation_is_read() -> None:
    capture = only_capture(sample("newsml/first-generation.xml"))

    assert marked(capture)[:3] == [
        ("headline", "Ferry runs aground off Larvik"),
        ("standfirst", "Nobody hurt"),
        ("byline", "By Mira Solberg"),
    ]
    assert values(capture, Field.WIRE) == ["Fjord Wire"]
    assert values(capture, Field.PUBLISHED) == ["2026-03-14T18:20:00+01:00"]
    assert values(capture, Field.UPDATED) == ["2026-03-14T19:00:00+01:00"]


@pytest.mark.parametrize("name", ["newsml-g2/message.xml", "newsml/first-generation.xml"])
def test_from_newsml_to_an_article(name: str) -> None:
    article = articles_of(sample(name))[0]

    assert article.title == "Ferry runs aground off Larvik"
    assert article.outlet == article.wire == "Fjord Wire"
    assert article.authors == ("Mira Solberg",)
    assert not article.syndicated
    assert "A ferry with 212 passengers touched ground" in article.text
