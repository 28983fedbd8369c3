"""Posts of X: whoever reposts says nothing of their own."""

from __future__ import annotations

from firsthand.domain import Capture, Field
from tests.read.reading import articles_of, captures_of_rows, rows_of, sample, values


def test_an_archive_s_script_is_read() -> None:
    own, repost = captures_of_rows(rows_of(sample("x/tweets.js")))

    assert own.text.startswith("Ferry aground south of Larvik & two tugs")
    assert values(own, Field.PUBLISHED) == ["2026-03-14T12:05:00+00:00"]
    assert values(own, Field.LANGUAGE) == ["en"]
    assert repost.text == "The coast guard says nobody on the ferry was hurt"
    assert values(repost, Field.WIRE) == ["@coastalerts"]


def test_a_reply_of_a_word_is_passed_over() -> None:
    assert [row.item for row in rows_of(sample("x/tweets.js"))] == ["in#1", "in#2"]


def test_the_interface_s_answer_is_joined_with_what_it_includes() -> None:
    own, repost = captures_of_rows(rows_of(sample("x/api2.json")))

    assert own.text.endswith("The ship came from Hirtshals.")
    assert values(own, Field.OUTLET) == ["Larvik Harbour Watch (@larvikwatch)"]
    assert values(own, Field.URL) == ["https://x.com/larvikwatch/status/1900000000000000001"]
    assert repost.text == "The coast guard says nobody on the ferry off Larvik was hurt."
    assert values(repost, Field.WIRE) == ["Coast Alerts (@coastalerts)"]


def test_what_scrapers_keep() -> None:
    first, second = captures_of_rows(rows_of(sample("x/scraped.jsonl")))

    assert values(first, Field.NOTICE) == ["Comments on a post by Coast Alerts (@coastalerts)"]
    assert values(first, Field.WIRE) == []
    assert second.text == "The coast guard says nobody on the ferry was hurt."


def test_a_repost_never_counts_as_the_reposter_s_own() -> None:
    for name in ("x/api2.json", "x/scraped.jsonl"):
        own, repost = articles_of(sample(name))

        assert not own.syndicated
        assert repost.syndicated
        assert repost.relayed_from == ("Coast Alerts (@coastalerts)",)


def test_an_article_with_full_text_is_no_post() -> None:
    rows = rows_of(
        b'{"title": "Ferry", "full_text": "Two tugs are on their way to the ferry.", "id": 1}'
    )

    assert isinstance(rows[0], Capture)
    assert rows[0].format == "export"
