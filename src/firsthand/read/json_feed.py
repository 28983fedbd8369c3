"""JSON Feed 1 and 1.1: the items of a feed, with markup or plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from firsthand.domain import Fact, Field, Form, Rejected
from firsthand.read.documents import Document
from firsthand.read.feed_fields import is_cut, is_headline_only, person_of
from firsthand.read.feed_outlets import outlet_of_title
from firsthand.read.formats import Row
from firsthand.read.json_values import Record
from firsthand.read.record_shapes import Shape
from firsthand.read.stating import SUMMARY_ONLY, Stating, plain, sound, squeezed

__all__ = ["JSON_FEED"]

_SOURCE = "json-feed"
_VERSION = "jsonfeed.org/version/"


def _matches(record: Record) -> bool:
    return _VERSION in str(record.envelope.get("version", ""))


def _rows(document: Document, record: Record) -> Iterator[Row]:
    item, feed = record.value, record.envelope
    stating = _stated(item, feed)
    markup, text = (sound(str(item.get(key) or "")) for key in ("content_html", "content_text"))
    summary = sound(str(item.get("summary") or ""))
    content, form = (markup, Form.FRAGMENT) if markup.strip() else (text, Form.PARAGRAPHS)
    partial = not content.strip()
    if partial:
        content, form = summary, Form.PARAGRAPHS
    else:
        stating.say(Field.STANDFIRST, "" if is_cut(summary) else summary)
    if is_headline_only(content, stating.first(Field.TITLE)):
        address = stating.first(Field.URL) or "its link"
        yield Rejected(
            item=document.item + record.label,
            stage="read",
            reason="holds a headline only" if stating.says(Field.TITLE) else "holds no text",
            hint=f"fetch the page at {address} and hand that in",
        )
        return
    facts = list(stating.done())
    if partial or is_cut(content):
        facts.append(Fact(field=Field.NOTICE, value=SUMMARY_ONLY, source=_SOURCE))
    yield document.capture(
        content, form, format=_SOURCE, record=record.label, raw=record.raw, facts=tuple(facts)
    )


def _stated(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Stating:
    stating = Stating(source=_SOURCE)
    stating.say(Field.TITLE, item.get("title"))
    stating.say_address(item.get("url"), item.get("id"), item.get("external_url"))
    people = list(_people(item)) or list(_people(feed))
    stating.say_people(person_of(name) for name in people)
    home = squeezed(feed.get("home_page_url"))
    stating.say(Field.OUTLET, outlet_of_title(plain(feed.get("title")), [home]))
    stating.say_moment(Field.PUBLISHED, item.get("date_published"))
    stating.say_moment(Field.UPDATED, item.get("date_modified"))
    stating.say_language(item.get("language"), feed.get("language"))
    tags = item.get("tags")
    stating.say(Field.SECTION, *(tags if isinstance(tags, list) else ()))
    return stating


def _people(value: Mapping[str, Any]) -> Iterator[str]:
    authors = value.get("authors")
    for one in [*(authors if isinstance(authors, list) else ()), value.get("author")]:
        if isinstance(one, dict):
            yield squeezed(one.get("name"))


JSON_FEED = Shape(name=_SOURCE, matches=_matches, rows=_rows)
