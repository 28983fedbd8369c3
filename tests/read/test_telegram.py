"""Telegram's exports: a message is its channel's, a forward is another's."""

from __future__ import annotations

import json

from firsthand.domain import Capture, Field, Form
from tests.read.reading import (
    articles_of,
    captures_of_rows,
    only_capture,
    only_rejected,
    rows_of,
    sample,
    values,
)

_MESSAGE = {
    "id": 1,
    "type": "message",
    "date": "2026-03-14T13:05:00",
    "date_unixtime": "1773489900",
    "from": "Mira Solberg",
    "from_id": "user1",
    "text": "Two tugs are on their way to the ferry.",
}


def _chat(kind: str, *messages: dict[str, object]) -> bytes:
    return json.dumps(
        {"name": "Harbour", "type": kind, "id": 1, "messages": list(messages)}
    ).encode()


def test_messages_with_words_are_articles_and_others_are_passed_over() -> None:
    rows = rows_of(sample("telegram/result.json"))

    assert [row.item for row in rows] == ["in#2", "in#3"]


def test_a_message_s_parts_are_put_together() -> None:
    first = captures_of_rows(rows_of(sample("telegram/result.json")))[0]

    assert first.form is Form.PARAGRAPHS
    assert first.text.startswith("Ferry aground. The ship from Hirtshals sits on rocks")
    assert first.text.endswith("says the port.")
    assert values(first, Field.OUTLET) == ["Larvik Harbour Watch"]
    assert values(first, Field.PUBLISHED) == ["2026-03-14T12:05:00+00:00"]
    assert values(first, Field.UPDATED) == ["2026-03-14T12:20:00+00:00"]
    assert json.loads(first.raw)["id"] == 2


def test_a_forward_never_counts_as_the_forwarder_s_own() -> None:
    for name in ("telegram/result.json", "telegram/messages.html"):
        article = articles_of(sample(name))[1]

        assert article.outlet == "Larvik Harbour Watch"
        assert article.syndicated
        assert article.relayed_from == ("Coast Alerts",)
        assert article.notice == "Forwarded from Coast Alerts"


def test_a_forward_from_an_account_that_hides_its_name_is_still_a_forward() -> None:
    article = articles_of(_chat("public_channel", {**_MESSAGE, "forwarded_from": None}))[0]

    assert article.syndicated


def test_one_s_own_message_forwarded_is_one_s_own() -> None:
    raw = _chat("public_channel", {**_MESSAGE, "forwarded_from": "Harbour"})

    assert values(only_capture(raw), Field.WIRE) == []


def test_in_a_group_the_author_is_who_writes() -> None:
    group, channel = (
        only_capture(_chat(kind, _MESSAGE)) for kind in ("private_group", "public_channel")
    )

    assert values(group, Field.AUTHOR) == ["Mira Solberg"]
    assert values(channel, Field.AUTHOR) == []


def test_an_account_s_export_of_many_chats() -> None:
    chat = json.loads(_chat("public_channel", _MESSAGE, _MESSAGE))
    rows = rows_of(
        json.dumps({"about": "x", "chats": {"about": "y", "list": [chat, chat]}}).encode()
    )

    assert [row.item for row in rows] == ["in#1#1", "in#1#2", "in#2#1", "in#2#2"]


def test_html_gives_what_json_gives() -> None:
    first, second = captures_of_rows(rows_of(sample("telegram/messages.html")))

    assert first.form is Form.FRAGMENT
    assert values(first, Field.PUBLISHED) == ["2026-03-14T13:05:00+01:00"]
    assert values(first, Field.OUTLET) == ["Larvik Harbour Watch"]
    assert values(second, Field.WIRE) == ["Coast Alerts"]
    assert articles_of(sample("telegram/messages.html"))[0].text.startswith("Ferry aground.")


def test_a_channel_without_words_holds_no_articles() -> None:
    raw = _chat("public_channel", {**_MESSAGE, "text": ""}, {**_MESSAGE, "text": "Thanks!"})

    assert "no articles" in only_rejected(raw).reason


def test_a_channel_over_the_limit_is_streamed() -> None:
    long = {**_MESSAGE, "text": "Two tugs are on their way to the ferry. " * 300}
    count = 1_500
    raw = _chat("public_channel", *({**long, "id": n} for n in range(count)))
    assert len(raw) > 16 * 2**20
    rows = rows_of(raw)

    assert len(rows) == count
    assert isinstance(rows[-1], Capture)
    assert values(rows[-1], Field.OUTLET) == ["Harbour"]


def test_a_service_message_is_passed_over_wherever_it_stands() -> None:
    service = {"id": 0, "type": "service", "date": "2026-03-14T13:00:00", "actor": "Harbour"}
    service |= {"action": "pin_message", "text": ""}

    rows = rows_of(_chat("public_channel", service, _MESSAGE))

    assert [row.item for row in rows] == ["in#2"]
    assert isinstance(rows[0], Capture)
