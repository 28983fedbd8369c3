"""RSS 0.9 to 2.0 and Atom: each entry with its content, or what there is of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.domain import Fact, Field, Form, Rejected
from firsthand.errors import InputError
from firsthand.read.decoding import decoded
from firsthand.read.documents import Document
from firsthand.read.feed_entries import Feed, cut
from firsthand.read.feed_fields import (
    FeedFields,
    body_of,
    entry_facts,
    is_cut,
    is_headline_only,
    summary_words,
)
from firsthand.read.feed_outlets import outlet_of_title
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.stating import SUMMARY_ONLY, Stating, plain, word_weight
from firsthand.read.xml_trees import parsed, refuse_entities, root_name, words_of

__all__ = ["FORMATS"]

_FULL_WORDS = 120
"""Words from which a description without further content counts as the whole article. Content
systems cut excerpts at 55 words and editors write up to about 60; a short report has 150."""

_MOST_ENTRIES = 10_000
"""Entries that are read of one feed: feeds list tens, archives in the form of feeds thousands."""

_MOST_TAGS = 100_000
"""Tags of one entry whose content is not escaped."""

_OWN_MARK = {
    "rss": re.compile(r"<(?:[\w.-]+:)?channel[\s>]"),
    "RDF": re.compile(r"purl\.org/rss/1\.0|my\.netscape\.com/rdf|channel\.netscape\.com/rdf"),
    "feed": re.compile(r"www\.w3\.org/2005/Atom|purl\.org/atom/ns#"),
}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FETCH = "fetch the page at {} and hand that in"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A feed being read."""

    document: Document
    feed: Feed
    source: str
    of_feed: tuple[Fact, ...]


def _matches(sample: Sample) -> bool:
    mark = _OWN_MARK.get(root_name(sample.text))
    return mark is not None and mark.search(sample.text) is not None


def _read(document: Document) -> Iterator[Row]:
    raw = document.whole()
    text, _ = decoded(document.item, raw)
    refuse_entities(document.item, text)
    feed = cut(text, most=_MOST_ENTRIES + 1)
    if feed is None:
        raise InputError(document.item, "is no feed that can be read", "hand it in as fetched")
    source = "atom" if feed.kind == "feed" else "rss"
    reading = _Reading(
        document=document,
        feed=feed,
        source=source,
        of_feed=_feed_facts(source, feed),
    )
    several = len(feed.entries) > 1
    for number, (entry, whole) in enumerate(feed.entries, 1):
        record = f"#{number}" if several else ""
        if number > _MOST_ENTRIES:
            why = f"and all more entries behind the first {_MOST_ENTRIES:,} are not read"
            yield _rejected(document.item + record, why, "hand in the feed in parts")
            return
        if not whole:
            yield _rejected(document.item + f"#{number}", "is cut off", "fetch the feed again")
            continue
        yield _entry(reading, record, entry)
    if feed.cut_off and (not feed.entries or feed.entries[-1][1]):
        yield _rejected(document.item, "is cut off behind its last entry", "fetch the feed again")
    elif not feed.entries:
        yield _rejected(document.item, "is a feed without entries", "nothing to do")


def _rejected(item: str, reason: str, hint: str) -> Rejected:
    return Rejected(item=item, stage="read", reason=reason, hint=hint)


def _feed_facts(source: str, feed: Feed) -> tuple[Fact, ...]:
    """What the feed says of all its entries."""
    root, _ = parsed(feed.around(feed.head))
    stating = Stating(source=source)
    if root is None:
        return ()
    fields = FeedFields(root)
    channel = next(iter(fields.all("channel")), None)
    language = root.get(_LANG)
    if channel is not None:
        fields = FeedFields(channel)
    links = [
        (link.get("href") or words_of(link)).strip()
        for link in fields.all("link")
        if (link.get("rel") or "alternate") == "alternate"
    ]
    publisher = fields.first("dc:publisher", "prism:publicationName")
    stating.say(Field.OUTLET, "" if "@" in publisher else publisher)
    stating.say(Field.OUTLET, outlet_of_title(plain(fields.first("title")), links))
    stating.say_language(fields.first("language", "dc:language"), language)
    stating.say_rights(fields.first("copyright", "rights", "dc:rights"))
    return stating.done()


def _entry(reading: _Reading, record: str, entry: str) -> Row:
    document, source = reading.document, reading.source
    item = document.item + record
    if entry.count("<") > _MOST_TAGS:
        return _rejected(item, f"has more than {_MOST_TAGS:,} tags", "hand in the page itself")
    root, damage = parsed(reading.feed.around(entry))
    fields = FeedFields(_innermost(root, reading.feed.kind))
    if fields.element is None:
        return _rejected(item, f"is damaged: {damage or 'no entry'}", "fetch the feed again")
    stating = entry_facts(source, fields)
    title = stating.first(Field.TITLE)
    content, summary = body_of(fields)
    if is_headline_only(content, f"{title} {stating.first(Field.OUTLET)}"):
        address = stating.first(Field.URL) or "its link"
        why = "holds a headline only" if title else "holds no text"
        return _rejected(item, why, _FETCH.format(address))
    if summary:
        stating.say(Field.STANDFIRST, summary_words(summary))
    facts = list(stating.done())
    if is_cut(content) or (not summary and _is_summary(fields, content)):
        facts.append(Fact(field=Field.NOTICE, value=SUMMARY_ONLY, source=source))
    return document.capture(
        content,
        Form.FRAGMENT,
        format=source,
        record=record,
        raw=entry.encode("utf-8", "replace"),
        facts=(*facts, *(fact for fact in reading.of_feed if fact not in facts)),
    )


def _innermost(root: object, kind: str) -> object:
    """The entry in the document that was set around it."""
    fields = FeedFields(root)
    if kind == "feed":
        return next(iter(fields.all("entry")), None)
    channels = fields.all("channel")
    found = fields.all("item") or (FeedFields(channels[0]).all("item") if channels else [])
    return next(iter(found), None)


def _is_summary(fields: FeedFields, content: str) -> bool:
    contents = fields.all("content:encoded", "content", "xhtml:body", "xhtml:div")
    return not contents and word_weight(content) < _FULL_WORDS


FORMATS: tuple[Format, ...] = (Format(name="feed", matches=_matches, read=_read),)
