"""Documents of schema.org JSON-LD: news articles described with their text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from firsthand.domain import Field, Form, Rejected
from firsthand.read.documents import Document
from firsthand.read.export_values import names_in
from firsthand.read.formats import Row
from firsthand.read.json_values import Record, as_bytes, shown_keys
from firsthand.read.record_shapes import Shape
from firsthand.read.stating import SUMMARY_ONLY, Stating, has_markup, plain, sound

__all__ = ["JSON_LD"]

_SOURCE = "json-ld"
_ARTICLES = ("Article", "Posting", "Report", "Review")
"""Endings of the types of schema.org that are articles: NewsArticle, BlogPosting, Report, …"""

_FEWEST_WORDS = 4
_DEEPEST = 4
_LISTS = ("@graph", "itemListElement", "mainEntity", "mainEntityOfPage", "item", "hasPart")


def _types(value: Mapping[str, Any]) -> list[str]:
    stated = value.get("@type")
    listed = stated if isinstance(stated, list) else [stated]
    return [str(one).rpartition("/")[2].rpartition(":")[2] for one in listed if one]


def _matches(record: Record) -> bool:
    value = record.value
    return (
        "@type" in value
        or "@graph" in value
        or "schema.org" in str(value.get("@context", ""))[:500]
    )


def _articles(value: object, depth: int = _DEEPEST) -> Iterator[Mapping[str, Any]]:
    """The nodes of a document that are articles, outermost first."""
    if isinstance(value, list):
        for one in value:
            yield from _articles(one, depth)
    elif isinstance(value, dict):
        if any(name.endswith(_ARTICLES) for name in _types(value)):
            yield value
        elif depth:
            for key in _LISTS:
                yield from _articles(value.get(key), depth - 1)


def _rows(document: Document, record: Record) -> Iterator[Row]:
    found = list(_articles(record.value))
    if not found:
        yield Rejected(
            item=document.item + record.label,
            stage="read",
            reason=f"is JSON-LD of {', '.join(_types(record.value)) or 'no type'}, without an article"
            f" (its keys are {shown_keys(record.value)})",
            hint="hand in a NewsArticle with its articleBody",
        )
        return
    nodes = _named_nodes(record.value)
    for number, article in enumerate(found, 1):
        label = record.label + (f"#{number}" if len(found) > 1 else "")
        raw = as_bytes(article) if len(found) > 1 else record.raw
        yield _row(document, label, article, nodes, raw)


def _named_nodes(value: Mapping[str, Any]) -> dict[str, Any]:
    """The nodes of a graph by their identifiers: an author may be named there only."""
    graph = value.get("@graph")
    return {
        str(one["@id"]): one
        for one in (graph if isinstance(graph, list) else ())
        if isinstance(one, dict) and "@id" in one
    }


def _row(
    document: Document,
    label: str,
    article: Mapping[str, Any],
    nodes: Mapping[str, Any],
    raw: bytes | None,
) -> Row:
    stating = _stated(article, nodes)
    text = sound(
        str(article.get("articleBody") or article.get("text") or article.get("reviewBody") or "")
    )
    if len(plain(text).split()) < _FEWEST_WORDS:
        text = stating.first(Field.STANDFIRST)
        if len(text.split()) < _FEWEST_WORDS:
            address = stating.first(Field.URL) or "its address"
            return Rejected(
                item=document.item + label,
                stage="read",
                reason="has no articleBody",
                hint=f"fetch the page at {address} and hand that in",
            )
        stating.facts = [one for one in stating.facts if one.field is not Field.STANDFIRST]
        stating.say(Field.NOTICE, SUMMARY_ONLY.replace("the feed", "the description"))
    return document.capture(
        text,
        Form.FRAGMENT if has_markup(text) else Form.PARAGRAPHS,
        format=_SOURCE,
        record=label,
        raw=raw,
        facts=stating.done(),
    )


def _stated(article: Mapping[str, Any], nodes: Mapping[str, Any]) -> Stating:
    def names(key: str) -> list[str]:
        return [
            name for one in _listed(article.get(key)) for name in names_in(_resolved(one, nodes))
        ]

    stating = Stating(source=_SOURCE)
    stating.say(Field.TITLE, article.get("headline"), article.get("name"))
    page = article.get("mainEntityOfPage")
    stating.say_address(
        article.get("url"), page, page.get("@id") if isinstance(page, dict) else None
    )
    stating.say_address(article.get("@id")) if not stating.says(Field.URL) else None
    stating.say_people(names("author") or names("creator"))
    stating.say(Field.OUTLET, *names("publisher")[:1], *names("sourceOrganization"))
    stating.say_people(names("contributor") if not stating.says(Field.AUTHOR) else [])
    stating.say_moment(Field.PUBLISHED, article.get("datePublished"), article.get("dateCreated"))
    stating.say_moment(Field.UPDATED, article.get("dateModified"))
    language = article.get("inLanguage")
    stating.say_language(language.get("alternateName") if isinstance(language, dict) else language)
    stating.say(Field.STANDFIRST, article.get("description") or article.get("abstract"))
    stating.say(Field.DATELINE, article.get("dateline"))
    stating.say(Field.SECTION, *names("articleSection"))
    free = article.get("isAccessibleForFree")
    if free is not None and str(free).casefold().rpartition("/")[2] in {"true", "false"}:
        stating.say(Field.PAYWALL, "no" if str(free).casefold().endswith("true") else "yes")
    for image in _listed(article.get("image")):
        if isinstance(image, dict):
            stating.say(Field.CREDIT, image.get("creditText"), *names_in(image.get("creator")))
    stating.say(Field.CORRECTION, *names("correction"))
    stating.say(Field.NOTICE, article.get("creditText"))
    stating.say_rights(article.get("copyrightNotice"), *names("copyrightHolder"))
    return stating


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _resolved(value: object, nodes: Mapping[str, Any]) -> object:
    """A node that is only referred to, where the document holds it."""
    if isinstance(value, dict) and "name" not in value:
        return nodes.get(str(value.get("@id")), value)
    return value


JSON_LD = Shape(name=_SOURCE, matches=_matches, rows=_rows)
