"""NewsML-G2: news items, alone or in messages, with their text in NITF, XHTML or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from firsthand.domain import Field, Form, Rejected
from firsthand.read.documents import Document
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.news_items import capture_rows, damage_row, say_status
from firsthand.read.newsml1 import first_generation_rows
from firsthand.read.nitf import nitf_item
from firsthand.read.stating import Stating, has_markup, plain, sound
from firsthand.read.xml_trees import Tree, inner_markup, local, root_name, tree_of, words_of

__all__ = ["FORMATS"]

_SOURCE = "newsml-g2"
_ROOTS = frozenset(["newsMessage", "newsItem", "packageItem"])
_MARK = re.compile(r"iptc\.org/std/nar|<(?:\w+:)?itemMeta\b")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_TEXT_CLASSES = frozenset(["picture", "graphic", "video", "audio", "animation", "icon"])
_FEWEST_WORDS = 4


def _matches(sample: Sample) -> bool:
    name = root_name(sample.text)
    return (name in _ROOTS and _MARK.search(sample.text) is not None) or name == "NewsML"


def _read(document: Document) -> Iterator[Row]:
    raw = document.whole()
    tree = tree_of(document.item, raw)
    if local(tree.root) == "NewsML":
        yield from first_generation_rows(document, tree)
    else:
        yield from _rows(document, tree)
    yield from damage_row(document, tree)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    """A news item of a document."""

    document: Document
    tree: Tree
    element: Any
    record: str
    own: bytes | None
    """Its bytes; None: those of the document."""

    def rejected(self, reason: str, hint: str) -> Rejected:
        """The row that says why it is no article."""
        item = self.document.item + self.record
        return Rejected(item=item, stage="read", reason=reason, hint=hint)


def _rows(document: Document, tree: Tree) -> Iterator[Row]:
    items = [one for one in tree.root.iter() if local(one) in {"newsItem", "packageItem"}]
    items = [one for one in items if not _is_picture(one)]
    several = len(items) > 1
    for number, element in enumerate(items, 1):
        member = _Member(
            document=document,
            tree=tree,
            element=element,
            record=f"#{number}" if several else "",
            own=_own_bytes(element) if several else None,
        )
        if local(element) == "packageItem":
            count = sum(local(one) == "itemRef" for one in element.iter())
            yield member.rejected(
                f"is a package that lists {count} items and holds no text of them",
                "hand in the items it lists",
            )
        else:
            yield from _item_rows(member)


def _own_bytes(element: Any) -> bytes:
    from lxml import etree  # noqa: PLC0415 - only where there is XML

    return bytes(etree.tostring(element, encoding="utf-8", with_tail=False))


def _children(element: Any, *path: str) -> list[Any]:
    """The elements at the end of a path of local names."""
    found = [element]
    for name in path:
        found = [child for one in found for child in one if local(child) == name]
    return found


def _words(element: Any, *path: str) -> list[str]:
    return [words for one in _children(element, *path) if (words := words_of(one))]


def _named(element: Any, *path: str) -> list[str]:
    """The names of parties: the name that is given, else the literal or the code."""
    found: list[str] = []
    for one in _children(element, *path):
        names = _words(one, "name") or _words(one, "organisationDetails", "name")
        code = one.get("literal") or (one.get("qcode") or "").partition(":")[2] or ""
        words = "" if len(one) else words_of(one)
        found += names[:1] or [name for name in (words, code) if name][:1]
    return found


def _is_picture(element: Any) -> bool:
    """Whether an item is a picture, a graphic, or sound: it has no text of its own."""
    codes = [one.get("qcode") or "" for one in _children(element, "itemMeta", "itemClass")]
    return any(code.rpartition(":")[2] in _NO_TEXT_CLASSES for code in codes)


def _item_rows(member: _Member) -> Iterator[Row]:
    element = member.element
    stating = _stated(element)
    for one in _children(element, "contentSet", "inlineXML"):
        inner = next(iter(one), None)
        if inner is None:
            continue
        if local(inner) == "nitf":
            item = nitf_item(inner, _SOURCE)
            item.stating.facts[:0] = stating.facts
            yield from capture_rows(
                member.document,
                member.tree,
                item,
                name=_SOURCE,
                raw=member.own,
                record=member.record,
            )
            return
        body = next((two for two in inner.iter() if local(two) == "body"), inner)
        yield _text_row(member, stating, inner_markup(body))
        return
    for one in _children(element, "contentSet", "inlineData"):
        yield _text_row(member, stating, str(one.text or ""))
        return
    notes = _words(element, "itemMeta", "edNote")
    withdrawn = stating.says(Field.CORRECTION)
    # the notice of a withdrawal is all the text that such an item has
    yield _text_row(member, stating, "\n".join(notes) if withdrawn else "")


def _text_row(member: _Member, stating: Stating, text: str) -> Row:
    if len(plain(text).split()) < _FEWEST_WORDS:
        return member.rejected("holds no text of an article", "hand in the item with its content")
    return member.document.capture(
        sound(text),
        Form.FRAGMENT if has_markup(text) else Form.PARAGRAPHS,
        format=_SOURCE,
        record=member.record,
        raw=member.own,
        encoding="utf-8" if member.own is not None else member.tree.encoding,
        facts=stating.done(),
    )


def _stated(element: Any) -> Stating:
    stating = Stating(source=_SOURCE)
    headlines = _words(element, "contentMeta", "headline") or _words(element, "itemMeta", "title")
    stating.say(Field.TITLE, *headlines[:1])
    _say_parties(stating, element)
    _say_moments(stating, element)
    tags = [one.get("tag") for one in _children(element, "contentMeta", "language")]
    inline = [one.get(_LANG) for one in _children(element, "contentSet", "inlineXML")]
    stating.say_language(*tags, *inline, element.get(_LANG))
    for one in _children(element, "contentMeta", "description"):
        role = (one.get("role") or "").rpartition(":")[2]
        if role in {"", "summary", "standfirst", "abstract"} and not stating.says(Field.STANDFIRST):
            stating.say(Field.STANDFIRST, words_of(one))
    stating.say(Field.DATELINE, *_words(element, "contentMeta", "dateline")[:1])
    stating.say(Field.SECTION, *_words(element, "itemMeta", "service", "name"))
    for one in _children(element, "itemMeta", "pubStatus"):
        say_status(stating, one.get("qcode") or one.get("uri") or "")
    for words in _words(element, "itemMeta", "embargoed"):
        stating.say(Field.NOTICE, f"Embargoed until {words}")
    stating.say(Field.NOTICE, *_words(element, "itemMeta", "edNote"))
    stating.say_rights(*_words(element, "rightsInfo", "copyrightNotice"))
    stating.say_holder(*_named(element, "rightsInfo", "copyrightHolder"))
    stating.say(Field.NOTICE, *_words(element, "rightsInfo", "usageTerms"))
    return stating


def _say_moments(stating: Stating, element: Any) -> None:
    """When it was first issued, and its version; of a later version alone only that is known."""
    version = _words(element, "itemMeta", "versionCreated")
    is_first = (element.get("version") or "1").strip() == "1"
    stating.say_moment(
        Field.PUBLISHED,
        *_words(element, "itemMeta", "firstCreated"),
        *_words(element, "contentMeta", "contentCreated"),
        *(version if is_first else ()),
    )
    stating.say_moment(Field.UPDATED, *_words(element, "contentMeta", "contentModified"), *version)


def _say_parties(stating: Stating, element: Any) -> None:
    """Who wrote it, who issues it, and where what it tells comes from."""
    people = _words(element, "contentMeta", "by") or _named(element, "contentMeta", "creator")
    stating.say_people(people)
    providers = _named(element, "itemMeta", "provider")
    stating.say(Field.OUTLET, *providers)
    stating.say(Field.WIRE, *providers)
    credits_ = _words(element, "contentMeta", "creditline")
    stating.say_from(*(one for one in credits_ if one not in providers))
    stating.say(Field.WIRE, *_named(element, "contentMeta", "infoSource"))


FORMATS: tuple[Format, ...] = (Format(name="newsml", matches=_matches, read=_read),)
