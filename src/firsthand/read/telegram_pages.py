"""Telegram's exports in HTML (`messages.html`): each message that has words is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from firsthand.domain import Field, Form
from firsthand.errors import InputError
from firsthand.read.decoding import decoded
from firsthand.read.documents import Document
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.moments import moment_of
from firsthand.read.stating import Stating, has_markup, sound, word_weight
from firsthand.read.telegram import FEWEST_WORDS, SOURCE, say_forward
from firsthand.read.xml_trees import inner_markup, refuse_tags, words_of

__all__ = ["FORMATS"]

_MARK = re.compile(r'<div class="message (?:default|service)\b[^"]{0,60}" id="message-?\d+"')
_HEADER = re.compile(r'class="page_header')
_STAMP = re.compile(r"(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{2}:\d{2}))?")


def _matches(sample: Sample) -> bool:
    return bool(_HEADER.search(sample.text) and _MARK.search(sample.text))


def _read(document: Document) -> Iterator[Row]:
    from lxml import etree  # noqa: PLC0415 - only where there is markup

    raw = document.whole()
    text, _ = decoded(document.item, raw)
    refuse_tags(document.item, text)
    try:
        root = etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError) as error:
        raise InputError(document.item, "is a damaged export", "export the chat again") from error
    channel = words_of(_first(root, "text bold"))
    sender = channel
    for number, message in enumerate(
        root.xpath('//div[starts-with(@class, "message default")]'), 1
    ):
        body = next(iter(message.xpath('./div[contains(@class, "body")]')), message)
        names = body.xpath('./div[contains(concat(" ", @class, " "), " from_name ")]')
        sender = words_of(names[0]) if names else sender
        shown = next(iter(body.xpath('.//div[@class="text"]')), None)
        markup = sound(inner_markup(shown)).strip() if shown is not None else ""
        if word_weight(markup) < FEWEST_WORDS:
            continue
        yield document.capture(
            markup,
            Form.FRAGMENT if has_markup(markup) else Form.PARAGRAPHS,
            format=SOURCE,
            record=f"#{number}",
            raw=bytes(etree.tostring(message, encoding="utf-8", method="html", with_tail=False)),
            facts=_stated(body, channel, sender).done(),
        )


def _stated(body: Any, channel: str, sender: str) -> Stating:
    stating = Stating(source=SOURCE)
    stating.say(Field.OUTLET, channel or sender)
    stating.say_people([sender] if channel and sender != channel else [])
    dates = body.xpath('./div[contains(@class, "date")]/@title')
    stating.say_moment(Field.PUBLISHED, *(_moment(one) for one in dates))
    stating.say(
        Field.AUTHOR,
        *(words_of(one) for one in body.xpath('./div[starts-with(@class, "signature")]')),
    )
    for forwarded in body.xpath('./div[contains(@class, "forwarded body")]')[:1]:
        name = next(iter(forwarded.xpath('./div[contains(@class, "from_name")]')), None)
        own = str(name.text or "").strip() if name is not None else ""
        say_forward(stating, own or None, outlet=channel)
    return stating


def _moment(stamp: str) -> str | None:
    match = _STAMP.fullmatch(stamp.strip())
    if match is None:
        return moment_of(stamp)
    day, month, year, clock, zone = match.groups()
    return moment_of(f"{year}-{month}-{day}T{clock}{zone or ''}")


def _first(root: Any, name: str) -> Any:
    return next(
        iter(root.xpath(f'//div[contains(@class, "page_header")]//div[@class="{name}"]')), None
    )


FORMATS: tuple[Format, ...] = (Format(name="telegram", matches=_matches, read=_read),)
