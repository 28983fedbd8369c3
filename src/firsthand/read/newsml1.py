"""NewsML 1.0 to 1.2, the generation before G2: news items of components within components."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from firsthand.domain import Field
from firsthand.read.documents import Document
from firsthand.read.formats import Row
from firsthand.read.news_items import Item, capture_rows, say_status
from firsthand.read.nitf import nitf_item, say_dateline
from firsthand.read.paragraphs import Paragraphs
from firsthand.read.stating import Stating
from firsthand.read.xml_trees import Tree, local, words_of

__all__ = ["first_generation_rows"]

_SOURCE = "newsml"
_BLOCKS = frozenset(["p", "h1", "h2", "h3", "h4", "li", "pre", "blockquote"])
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def first_generation_rows(document: Document, tree: Tree) -> Iterator[Row]:
    """Read each news item; several texts in one item (a main piece and a box) are one article.

    Pictures and other media are passed over: their components have no text.

    Args:
        document: What is read.
        tree: The same, parsed.
    """
    from lxml import etree  # noqa: PLC0415 - only where there is XML

    items = [one for one in tree.root.iter() if local(one) == "NewsItem"]
    several = len(items) > 1
    for number, element in enumerate(items, 1):
        own = bytes(etree.tostring(element, encoding="utf-8", with_tail=False)) if several else None
        record = f"#{number}" if several else ""
        item = _item(element)
        yield from capture_rows(document, tree, item, name=_SOURCE, raw=own, record=record)


def _all(element: Any, *names: str) -> list[Any]:
    return [one for one in element.iter() if local(one) in names]


def _words(element: Any, name: str) -> list[str]:
    return [words for one in _all(element, name) if (words := words_of(one))]


def _parties(element: Any, name: str) -> list[str]:
    """The formal names of the parties in elements of that name."""
    return [
        party.get("FormalName") or words_of(party)
        for one in _all(element, name)
        for party in _all(one, "Party")
    ]


def _item(element: Any) -> Item:
    item = Item(text=Paragraphs(), stating=Stating(source=_SOURCE))
    stating, text = item.stating, item.text
    for number, words in enumerate(
        _words(element, "HeadLine")[:1] + _words(element, "SubHeadLine")
    ):
        text.add(words, "standfirst" if number else "headline")
    stating.say(Field.TITLE, *_words(element, "HeadLine")[:1])
    for words in dict.fromkeys(_words(element, "ByLine")):
        text.add(words, "byline")
        stating.say_people([words])
    providers = _parties(element, "Provider") or _words(element, "ProviderId")
    stating.say(Field.OUTLET, *providers)
    stating.say(Field.WIRE, *providers, *_parties(element, "Source"))
    stating.say_people(() if stating.says(Field.AUTHOR) else _parties(element, "Creator"))
    stating.say_moment(
        Field.PUBLISHED, *_words(element, "FirstCreated"), *_words(element, "DateId")
    )
    stating.say_moment(Field.UPDATED, *_words(element, "ThisRevisionCreated"))
    codes = [one.get("FormalName") for one in _all(element, "Language")]
    stating.say_language(*codes, element.get(_LANG))
    for one in _all(element, "Status"):
        say_status(stating, one.get("FormalName") or "")
    stating.say_from(*(one for one in _words(element, "CreditLine") if one not in providers))
    stating.say(Field.NOTICE, *_words(element, "Instruction"))
    stating.say_rights(*_words(element, "CopyrightLine"))
    stating.say_holder(*_words(element, "CopyrightHolder"))
    for words in list(dict.fromkeys(_words(element, "DateLine")))[:1]:
        say_dateline(item, words)
    for content in _all(element, "DataContent"):
        _content(content, item)
    return item


def _content(content: Any, item: Item) -> None:
    inner = next(iter(content), None)
    if inner is None:
        for line in str(content.text or "").splitlines():
            item.text.add(line)
        return
    nitf = next((one for one in content.iter() if local(one) == "nitf"), None)
    if nitf is not None:
        within = nitf_item(nitf, _SOURCE)
        item.stating.facts += [one for one in within.stating.facts if one not in item.stating.facts]
        known = set(item.text.lines)
        roles = {mark.span.start: mark.role for mark in within.text.marks}
        at = 0
        for line in within.text.lines:
            if line not in known:
                item.text.add(line, roles.get(at, ""))
            at += len(line) + 1
        return
    for one in content.iter():
        name = local(one)
        if name in _BLOCKS and not any(local(two) in _BLOCKS for two in one.iterancestors()):
            item.text.add(words_of(one), "subhead" if name.startswith("h") else "")
