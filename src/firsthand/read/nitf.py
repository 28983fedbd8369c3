"""NITF: news text with its headline, byline, dateline and credits told apart by elements of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from firsthand.domain import Field
from firsthand.read.documents import Document
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.news_items import Item, capture_rows, damage_row, say_status
from firsthand.read.paragraphs import Paragraphs
from firsthand.read.stating import Stating
from firsthand.read.xml_trees import local, root_name, tree_of, words_of
from firsthand.tables.agencies import agency_named

__all__ = ["FORMATS", "nitf_item"]

_BLOCKS = frozenset(["block", "bq", "ul", "ol", "dl", "body.content", "div", "section", "copyrite"])
_SKIPPED = frozenset(["nitf-table", "table", "media-reference", "media-object", "fn", "hr", "br"])
_IN_BRACKETS = re.compile(r"\(([^()]{2,60})\)")
_DEEPEST = 12


def _find(element: Any, *names: str) -> Iterator[Any]:
    """Descendants of these names, in document order."""
    return (one for one in element.iter() if local(one) in names)


def _first(element: Any, *names: str) -> Any:
    return next(_find(element, *names), None)


def nitf_item(root: Any, source: str = "nitf") -> Item:
    """Take an NITF document apart.

    Args:
        root: Its outermost element.
        source: Whose word the facts are: ``nitf``, or the format that carries it.
    """
    item = Item(text=Paragraphs(), stating=Stating(source=source))
    _head(root, item.stating)
    _body_head(root, item)
    item.stating.say_holder(*(one.get("holder") for one in _find(root, "doc.copyright")))
    for content in _find(root, "body.content"):
        _content(content, item)
    for one in _find(root, "tagline"):
        item.text.add(words_of(one))
    return item


def _head(root: Any, stating: Stating) -> None:
    for one in _find(root, "pubdata"):
        stating.say(Field.OUTLET, one.get("name"))
        stating.say(Field.SECTION, one.get("position.section"))
    docdata = _first(root, "docdata")
    if docdata is None:
        return
    for name, what in (("date.issue", Field.PUBLISHED), ("date.release", Field.PUBLISHED)):
        if not stating.says(what):
            stating.say_moment(what, *(one.get("norm") for one in _find(docdata, name)))
    stating.say(Field.NOTICE, *(one.get("info") for one in _find(docdata, "ed-msg")))
    stating.say(Field.CORRECTION, *(one.get("info") for one in _find(docdata, "correction")))
    say_status(stating, docdata.get("management-status") or "")
    stating.say_rights(*(one.get("owner") for one in _find(docdata, "doc.rights")))
    for one in _find(root, "revision-history"):
        stating.say(Field.NOTICE, one.get("comment"))


def _body_head(root: Any, item: Item) -> None:
    stating, text = item.stating, item.text
    head = _first(root, "body.head")
    if head is None:
        stating.say(Field.TITLE, words_of(_first(root, "title")))
        return
    for name, role in (("hl1", "headline"), ("hl2", "standfirst")):
        for number, one in enumerate(_find(head, name)):
            text.add(words_of(one), role if number == 0 else "standfirst")
    hedline = _first(head, "hedline")
    if not text.lines:
        text.add(words_of(hedline) or words_of(_first(root, "title")), "headline")
    stating.say(Field.TITLE, *text.lines[:1])
    for one in _find(head, "byline"):
        text.add(" ".join(one.itertext()), "byline")
        people = [words_of(name) for name in _find(one, "person")]
        stating.say_people(people or [_without_title(one)])
    for one in _find(head, "dateline"):
        say_dateline(item, words_of(one))
    for one in _find(head, "distributor"):
        name = words_of(_first(one, "org")) or words_of(one)
        stating.say(Field.OUTLET, name)
        stating.say(Field.WIRE, name)
    stating.say(Field.NOTICE, *(words_of(one) for one in _find(head, "note")))
    stating.say_rights(*(words_of(one) for one in _find(head, "rights")))
    for one in _find(head, "abstract"):
        text.add(words_of(one), "standfirst")
    stating.say(Field.STANDFIRST, *(words_of(one) for one in _find(head, "abstract")))


def say_dateline(item: Item, words: str) -> None:
    """Set a dateline that is an element of its own on a line, and state the agency it names."""
    item.text.add(words, "dateline")
    item.stating.say(Field.DATELINE, words)
    for name in _IN_BRACKETS.findall(words):
        if agency_named(name):
            item.stating.say(Field.WIRE, name)


def _without_title(byline: Any) -> str:
    """The words of a byline without the reporter's position."""
    titles = [words_of(one) for one in _find(byline, "byttl")]
    words = " ".join(" ".join(byline.itertext()).split())
    for title in titles:
        words = words.replace(title, " ")
    return " ".join(words.split()).strip(" ,;")


def _content(element: Any, item: Item, depth: int = 0) -> None:
    """The paragraphs of a body, and the captions where they stand."""
    for child in element:
        name = local(child)
        if name in _SKIPPED or depth > _DEEPEST:
            continue
        if name == "media":
            _media(child, item)
        elif name in {"hl1", "hl2"}:
            item.text.add(words_of(child), "subhead")
        elif name == "note":
            item.stating.say(Field.NOTICE, words_of(child))
        elif name in {"byline", "abstract"}:
            item.text.add(words_of(child), "byline" if name == "byline" else "standfirst")
        elif name == "dateline":
            say_dateline(item, words_of(child))
        elif name == "datasource":
            item.stating.say(Field.NOTICE, words_of(child))
        elif name == "pre":
            for line in "".join(child.itertext()).split("\n"):
                item.text.add(line)
        elif name in _BLOCKS:
            _content(child, item, depth + 1)
        else:
            item.text.add(words_of(child))


def _media(media: Any, item: Item) -> None:
    for one in _find(media, "media-caption"):
        item.text.add(words_of(one), "caption")
    for one in _find(media, "media-producer"):
        item.stating.say(Field.CREDIT, words_of(one))
    for one in _find(media, "media-reference"):
        item.stating.say(Field.CREDIT, one.get("copyright"))


def _matches(sample: Sample) -> bool:
    return root_name(sample.text) == "nitf"


def _read(document: Document) -> Iterator[Row]:
    tree = tree_of(document.item, document.whole())
    item = nitf_item(tree.root)
    language = tree.root.get("{http://www.w3.org/XML/1998/namespace}lang")
    item.stating.say_language(language)
    yield from capture_rows(document, tree, item, name="nitf", raw=None)
    yield from damage_row(document, tree)


FORMATS: tuple[Format, ...] = (Format(name="nitf", matches=_matches, read=_read),)
