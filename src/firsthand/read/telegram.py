"""Telegram's exports in JSON: each message of a channel or chat that has words is an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from firsthand.domain import Field, Form
from firsthand.read.documents import Document
from firsthand.read.formats import Row
from firsthand.read.json_values import Record, as_bytes
from firsthand.read.record_shapes import Shape
from firsthand.read.stating import Stating, sound, word_weight

__all__ = ["FEWEST_WORDS", "SOURCE", "TELEGRAM", "say_forward"]

SOURCE = "telegram"
FEWEST_WORDS = 4
"""Words of a message or post from which it can hold a statement; shorter ones are passed over."""

_MARKS = ("date_unixtime", "text_entities", "from_id", "forwarded_from", "actor_id")
_CHANNELS = frozenset(["public_channel", "private_channel", "channel"])
_UNNAMED = "an account that is not named"


def _matches(record: Record) -> bool:
    value = record.value
    if value.get("type") == "service" and "action" in value and "actor" in value:
        return True
    if value.get("type") in {"message", "service"}:
        return any(mark in value for mark in _MARKS) and "date" in value
    messages = value.get("messages")
    return (
        isinstance(messages, list)
        and "type" in value
        and any(
            _matches(_message(record, one, 0)) for one in messages[:20] if isinstance(one, dict)
        )
    )


def _message(record: Record, value: Mapping[str, Any], number: int) -> Record:
    return Record(
        label=f"{record.label}#{number}", value=value, raw=as_bytes(value), envelope=record.value
    )


def _rows(document: Document, record: Record) -> Iterator[Row]:
    """The message's row, or those of the messages of a chat; none for what holds no words.

    Passed over: service messages (somebody joined, a title was changed) and messages of fewer
    than `FEWEST_WORDS` words, pictures without a caption among them.
    """
    messages = record.value.get("messages")
    if isinstance(messages, list):
        for number, one in enumerate(messages, 1):
            if isinstance(one, dict):
                yield from _rows(document, _message(record, one, number))
        return
    value, chat = record.value, record.envelope
    text = sound(_flat(value.get("text") or value.get("text_entities")))
    if value.get("type") == "service" or word_weight(text) < FEWEST_WORDS:
        return
    stating = Stating(source=SOURCE)
    name = chat.get("name")
    is_channel = str(chat.get("type") or "channel") in _CHANNELS
    stating.say(Field.OUTLET, name or value.get("from"))
    stating.say_people([value.get("author"), None if is_channel else value.get("from")])
    stating.say_moment(Field.PUBLISHED, value.get("date_unixtime"), value.get("date"))
    stating.say_moment(Field.UPDATED, value.get("edited_unixtime"), value.get("edited"))
    if "forwarded_from" in value:
        say_forward(stating, value.get("forwarded_from"), outlet=name)
    yield document.capture(
        text,
        Form.PARAGRAPHS,
        format=SOURCE,
        record=record.label,
        raw=record.raw,
        facts=stating.done(),
    )


def say_forward(stating: Stating, origin: object, *, outlet: object) -> None:
    """State that a message is another's: whoever forwards it says nothing of their own.

    Args:
        stating: The message's facts.
        origin: Whose message it is, as named; anything but a text: it is not named.
        outlet: Who forwards it; one's own messages are not another's.
    """
    name = origin.strip() if isinstance(origin, str) else ""
    if name and name == outlet:
        return
    stating.say(Field.NOTICE, f"Forwarded from {name or _UNNAMED}")
    stating.say(Field.WIRE, name or _UNNAMED)


def _flat(text: object) -> str:
    """A text that is a string, or a list of strings and of stretches with a format."""
    if isinstance(text, list):
        return "".join(
            one if isinstance(one, str) else str(one.get("text") or "")
            for one in text
            if isinstance(one, str | dict)
        )
    return text if isinstance(text, str) else ""


TELEGRAM = Shape(name=SOURCE, matches=_matches, rows=_rows)
