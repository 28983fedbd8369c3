"""JSON: what a record is decides how it is read; what is none of them is refused by name."""

from __future__ import annotations

import json

from firsthand.domain import Capture, Field, Form, Rejected
from firsthand.read import Document, captures_of
from tests.read.reading import (
    articles_of,
    captures_of_rows,
    only_capture,
    only_rejected,
    rejected_of_rows,
    rows_of,
    sample,
    values,
)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def test_json_feed() -> None:
    full, text, headline = rows_of(sample("json-feed/feed.json"))

    assert isinstance(full, Capture)
    assert (full.form, full.format) == (Form.FRAGMENT, "json-feed")
    assert values(full, Field.AUTHOR) == ["Ingrid Hovland"]
    assert values(full, Field.OUTLET) == ["Tidewater Review"]
    assert values(full, Field.UPDATED) == ["2026-03-15T09:00:00+01:00"]
    assert isinstance(text, Capture)
    assert text.form is Form.PARAGRAPHS
    assert values(text, Field.AUTHOR) == ["Tidewater staff"]
    assert isinstance(headline, Rejected)
    assert headline.reason == "holds a headline only"


def test_a_json_feed_s_summary_alone_is_partial() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1",
        "items": [{"id": "1", "title": "Tugs", "summary": "Two tugs are on their way to it."}],
    }

    assert values(only_capture(_json(feed)), Field.NOTICE) == ["the feed gives a summary only"]


def test_ninjs_of_the_first_version() -> None:
    capture = only_capture(sample("ninjs/version1.json"))

    assert (capture.form, capture.format) == (Form.FRAGMENT, "ninjs")
    assert values(capture, Field.TITLE) == ["Ferry runs aground off Larvik"]
    assert values(capture, Field.AUTHOR) == ["Mira Solberg"]
    assert values(capture, Field.OUTLET) == ["Fjord Wire"]
    assert values(capture, Field.PUBLISHED) == ["2026-03-14T17:20:00+00:00"]
    assert values(capture, Field.UPDATED) == ["2026-03-14T18:20:00+00:00"]
    assert values(capture, Field.NOTICE) == ["ADDS quote", "Online use only until March 20"]
    assert values(capture, Field.CREDIT) == ["Fjordfoto", "Nils Berg"]
    assert capture.raw == sample("ninjs/version1.json")


def test_ninjs_of_the_third_version_withdrawn() -> None:
    capture = only_capture(sample("ninjs/version3.json"))
    article = articles_of(sample("ninjs/version3.json"))[0]

    assert values(capture, Field.TITLE) == ["Oil spill feared off Larvik"]
    assert values(capture, Field.WIRE) == ["Coast Radio"]
    assert values(capture, Field.OUTLET) == ["Fjord Wire"]
    assert "withdrawn by its issuer" in values(capture, Field.CORRECTION)[0]
    assert "withdrawn" in article.corrections[0]
    assert article.relayed_from == ("Coast Radio",)


def test_ninjs_of_a_picture_is_rejected() -> None:
    picture = {
        "uri": "u",
        "type": "picture",
        "versioncreated": "2026-03-14T17:20:00Z",
        "headline": "Ferry",
    }

    assert "is a picture" in only_rejected(_json(picture)).reason


def test_json_ld_with_a_graph() -> None:
    capture = only_capture(sample("json-ld/article.json"))

    assert (capture.form, capture.format) == (Form.PARAGRAPHS, "json-ld")
    assert values(capture, Field.AUTHOR) == ["Mira Solberg"]
    assert values(capture, Field.OUTLET) == ["Skagerrak Courier"]
    assert values(capture, Field.PAYWALL) == ["yes"]
    assert values(capture, Field.URL) == ["https://www.skagerrakcourier.example/ferry"]
    assert capture.url is None


def test_json_ld_of_something_else_is_rejected_by_its_type() -> None:
    assert "Recipe" in only_rejected(_json({"@type": "Recipe", "name": "Fish soup"})).reason


def test_json_ld_without_a_body_is_partial_or_rejected() -> None:
    article = {
        "@type": "NewsArticle",
        "headline": "Ferry",
        "description": "Two tugs are on the way.",
    }
    told, bare = rows_of(_json([article, {"@type": "NewsArticle", "headline": "Ferry"}]))

    assert isinstance(told, Capture)
    assert values(told, Field.NOTICE) == ["the description gives a summary only"]
    assert isinstance(bare, Rejected)


def test_json_that_holds_no_articles_names_its_keys() -> None:
    rejected = only_rejected(
        b'{"name": "left-pad", "version": "1.0.0", "dependencies": {"a": "1"}}'
    )

    assert "name, version, dependencies" in rejected.reason
    assert '"text"' in rejected.hint


def test_a_list_of_other_things_is_one_rejection() -> None:
    assert "id, score" in only_rejected(_json([{"id": n, "score": 1} for n in range(50)])).reason


def test_an_array_cut_off_keeps_the_records_before() -> None:
    record = {"title": "Tugs", "text": "Two tugs are on their way to the ferry."}
    rows = rows_of(_json([record] * 3)[:-20])

    assert len(captures_of_rows(rows)) == 2
    assert [row.item for row in rejected_of_rows(rows)] == ["in#3"]


def test_each_record_of_an_array_has_its_own_bytes() -> None:
    rows = captures_of_rows(
        rows_of(_json([{"text": "Two tugs are on their way.", "id": n} for n in (1, 2)]))
    )

    assert json.loads(rows[0].raw)["id"] == 1
    assert rows[0].sha256 != rows[1].sha256


def test_a_line_s_bytes_are_as_they_stand() -> None:
    raw = (
        b'{"text": "Two tugs are on their way.",  "n":1}\n{"text":"The ferry sits on rocks now."}\n'
    )
    first, second = captures_of_rows(rows_of(raw))

    assert first.raw + b"\n" + second.raw + b"\n" == raw


def test_prose_in_brackets_is_no_json() -> None:
    rows = rows_of(b'[Editor\'s note: this text was updated.]\n"We are late," he said on Monday.')

    assert captures_of_rows(rows)[0].format == "text"


def test_half_characters_are_replaced() -> None:
    capture = only_capture(
        b'{"title": "a \\ud83d b", "text": "Two tugs \\ud83d are on their way."}'
    )

    assert "\ufffd" in capture.text
    assert values(capture, Field.TITLE) == ["a \ufffd b"]


def test_records_that_are_passed_over_give_signs_of_life() -> None:
    signs: list[str] = []

    def at(item: str) -> bool:
        signs.append(item)
        return True

    one = {"type": "service", "date": "2026-03-14T13:00:00", "actor": "H", "action": "pin_message"}
    chat = {"name": "H", "type": "public_channel", "messages": [one] * 1000}

    list(captures_of(Document(item="t", raw=json.dumps(chat).encode(), on_item=at)))

    assert signs.count("t") > 3


def test_a_damaged_line_costs_that_line_only() -> None:
    text = "The harbour board of Larvik said on Monday that it would dredge the basin."
    good = _json({"title": "Basin", "text": text})
    rows = rows_of(b"\n".join([good, b"", b"no JSON here", _json({"title": "x"}), b"[]", good]))

    assert [type(row) for row in rows] == [Capture, Rejected, Rejected, Rejected, Capture]
    damaged, empty, array = rejected_of_rows(rows)
    assert damaged.item == "in#2"
    assert damaged.reason == "is no JSON: Expecting value at column 1 of line 3"
    assert empty.item == "in#3"
    assert (array.item, array.reason) == ("in#4", "is no JSON object, line 5")


def test_a_spread_out_object_is_one_document() -> None:
    text = "The harbour board of Larvik said on Monday that it would dredge the basin."
    spread = json.dumps({"title": "Basin", "text": text}, indent=1).encode()

    assert captures_of_rows(rows_of(spread)) == rows_of(spread)
    assert len(rows_of(spread)) == 1
