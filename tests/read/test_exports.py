"""Exports of other tools: fields under whatever names, partial texts marked."""

from __future__ import annotations

import json

import pytest

from firsthand.domain import Capture, Field, Form, Rejected
from tests.read.reading import (
    articles_of,
    marked,
    only_capture,
    only_rejected,
    rows_of,
    sample,
    values,
)

_TEXT = "Two tugs are on their way to the ferry."


def _one(**fields: object) -> Capture:
    return only_capture(json.dumps(fields).encode())


def test_news_please() -> None:
    capture = only_capture(sample("export/news-please.json"))

    assert (capture.form, capture.format) == (Form.PARAGRAPHS, "export")
    assert values(capture, Field.PUBLISHED) == ["2026-03-14T18:20:00"]
    assert values(capture, Field.UPDATED) == []
    assert values(capture, Field.OUTLET) == ["skagerrakcourier.example"]
    assert values(capture, Field.URL) == ["https://www.skagerrakcourier.example/ferry"]
    assert capture.url is None
    assert capture.fetched_at == "2026-03-15T07:12:44"


def test_trafilatura_line_by_line() -> None:
    first, empty, broken, last = rows_of(sample("export/trafilatura.jsonl"))

    assert isinstance(first, Capture)
    assert values(first, Field.AUTHOR) == ["Mira Solberg", "Kim Larsen"]
    assert values(first, Field.OUTLET) == ["Skagerrak Courier", "skagerrakcourier.example"]
    assert values(first, Field.URL) == ["https://www.skagerrakcourier.example/ferry"]
    assert first.text.splitlines()[1] == "Nobody was hurt."
    assert isinstance(empty, Rejected)
    assert isinstance(broken, Rejected)
    assert "mend the line" in broken.hint
    assert isinstance(last, Capture)
    assert values(last, Field.PUBLISHED) == ["2026-03-15T10:00:00+00:00"]


def test_a_news_service_that_cuts_its_texts() -> None:
    cut, summary, removed = rows_of(sample("export/newsapi.json"))

    assert isinstance(cut, Capture)
    assert values(cut, Field.NOTICE) == ["the text is cut off where it was exported"]
    assert marked(cut) == [("navigation", "[+1284 chars]")]
    assert isinstance(summary, Capture)
    assert values(summary, Field.NOTICE) == ["the export gives a summary only"]
    assert isinstance(removed, Rejected)
    assert articles_of(sample("export/newsapi.json"))[0].text.endswith("no oil…")


@pytest.mark.parametrize(
    ("fields", "field", "expected"),
    [
        ({"publishDate": "2026-03-14"}, Field.PUBLISHED, "2026-03-14"),
        ({"seendate": "20260314T182000Z"}, Field.PUBLISHED, None),
        ({"date": "2026-03-14 00:00:00"}, Field.PUBLISHED, "2026-03-14"),
        ({"date": "2026-03-14", "time": "18:20:00"}, Field.PUBLISHED, "2026-03-14T18:20:00"),
        ({"publish_date": 1773508800000}, Field.PUBLISHED, "2026-03-14T17:20:00+00:00"),
        ({"source": {"name": "Elbkurier"}}, Field.OUTLET, "Elbkurier"),
        ({"source": "https://www.elbkurier.example/"}, Field.OUTLET, "elbkurier.example"),
        ({"authors": [{"name": "Mira Solberg"}]}, Field.AUTHOR, "Mira Solberg"),
        ({"authors": "['Mira Solberg', \"Kim O'Dea\"]"}, Field.AUTHOR, "Mira Solberg"),
        ({"authors": "dpa"}, Field.WIRE, "dpa"),
        ({"language": "German"}, Field.LANGUAGE, "de"),
        ({"free_access": False}, Field.PAYWALL, "yes"),
        ({"paywalled": "no"}, Field.PAYWALL, "no"),
        ({"license": "CC BY Fjord Wire"}, Field.NOTICE, "CC BY Fjord Wire"),
        ({"title": "nan"}, Field.TITLE, None),
        ({"_source": {"title": "Ferry"}}, Field.TITLE, "Ferry"),
    ],
)
def test_a_field_is_known_by_its_name(
    fields: dict[str, object], field: Field, expected: str | None
) -> None:
    found = values(_one(text=_TEXT, **fields), field)

    assert (found[0] if found else None) == expected


def test_when_a_record_was_seen_is_when_it_was_fetched() -> None:
    assert _one(text=_TEXT, seendate="20260314T182000Z").fetched_at == "2026-03-14T18:20:00+00:00"


def test_markup_in_a_field_is_markup() -> None:
    assert _one(content=f"<p>{_TEXT}</p><p>So it is.</p>").form is Form.FRAGMENT
    assert _one(html=f"<html><body><p>{_TEXT}</p></body></html>", text=_TEXT).form is Form.HTML
    assert _one(text="Two tugs < one ferry, and three > two, they say.").form is Form.PARAGRAPHS


def test_sections_of_paragraphs_are_lines() -> None:
    body = {
        "summary": ["Short."],
        "sections": [{"headline": ["Fog"], "paragraphs": [_TEXT, "It sank."]}],
    }

    assert _one(title="T", body=body).text == f"Short.\nFog\n{_TEXT}\nIt sank."


@pytest.mark.parametrize("key", ["articles", "items", "data", "results", "hits", "posts"])
def test_records_within_an_object(key: str) -> None:
    raw = json.dumps(
        {"status": "ok", "language": "en", key: [{"text": _TEXT}, {"text": _TEXT + " Now."}]}
    )
    rows = rows_of(raw.encode())

    assert [row.item for row in rows] == ["in#1", "in#2"]
    assert isinstance(rows[0], Capture)
    assert values(rows[0], Field.LANGUAGE) == ["en"]


def test_records_deep_within_an_object() -> None:
    raw = json.dumps(
        {"response": {"results": [{"fields": {"bodyText": _TEXT, "headline": "Tugs"}}]}}
    )

    assert values(only_capture(raw.encode()), Field.TITLE) == ["Tugs"]


def test_an_article_with_a_list_of_pictures_is_one_record() -> None:
    assert _one(text=_TEXT, items=[{"url": "a.jpg"}], data=[{"x": 1}]).text == _TEXT


def test_a_headline_alone_is_rejected_with_the_address() -> None:
    raw = json.dumps({"title": "Ferry", "url": "https://a.example/1", "domain": "a.example"})
    rejected = only_rejected(raw.encode())

    assert rejected.reason == "holds a headline only"
    assert "https://a.example/1" in rejected.hint
