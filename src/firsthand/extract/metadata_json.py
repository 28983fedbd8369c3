"""What a page's JSON-LD says of the article, as facts (schema.org NewsArticle and its kin)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from firsthand.domain import Fact, Field
from firsthand.text.timestamps import iso_moment

__all__ = ["LinkedData", "linked_data", "plain"]

SOURCE = "json-ld"
_ARTICLE = re.compile(r"article|blogposting|report|newsitem|opinion", re.IGNORECASE)
_PAGE = re.compile(r"webpage|itempage|collectionpage|techarticle", re.IGNORECASE)
_HOUSE = re.compile(r"organization|website|newsmedia", re.IGNORECASE)
_SPACE = re.compile(r"[\s\u200b\ufeff]+")
_TAG = re.compile(r"<[^<>]{1,200}>")
_BREADCRUMB = "BreadcrumbList"
_READER = json.JSONDecoder(strict=False)
_MOST_NODES = 4000
_DEEPEST = 4
_MOST_NAMES = 50
_WRAPPING = ("<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[")
_UNWRAPPING = (";", "-->", "//]]>", "/*]]>*/", "]]>", "//")
_DOWN = (
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
    "itemListElement",
    "item",
    "hasPart",
    "@list",
    "about",
    "breadcrumb",
)
_WANTED = ("headline", "datePublished", "author", "publisher", "dateModified")
_YES = frozenset({"true", "1", "yes", "http://schema.org/true", "https://schema.org/true"})
_NO = frozenset({"false", "0", "no", "http://schema.org/false", "https://schema.org/false"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """The facts of a page's JSON-LD and what else of it helps in reading the page."""

    facts: tuple[Fact, ...] = ()
    body: str | None = None
    """The article's text as given (`articleBody`), white space squeezed."""

    description: str | None = None


def plain(value: object) -> str | None:
    """The text of a value: tags and character references resolved, white space squeezed.

    Returns:
        None for what is no text or an empty one; of a list, its first member's.
    """
    if isinstance(value, list | tuple) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    if "&" in value:
        value = html.unescape(html.unescape(value))
    if "<" in value:
        value = _TAG.sub(" ", value)
    return _SPACE.sub(" ", value).strip() or None


def linked_data(scripts: Sequence[str]) -> LinkedData:
    """Read the JSON-LD of a page.

    Of several nodes that are articles, the fullest counts, the first of equals; a date that it
    lacks is taken from the node of the page as a whole. Authors and publishers given by reference
    are looked up.

    Args:
        scripts: The contents of the script elements, in order.
    """
    nodes = [node for script in scripts for node in _nodes(script)]
    if not nodes:
        return LinkedData()
    known = {str(node["@id"]): node for node in reversed(nodes) if "@id" in node and len(node) > 1}
    article = _best(nodes, _ARTICLE)
    page = _best(nodes, _PAGE)
    facts: list[Fact] = []

    def say(field: Field, *values: object) -> None:
        for value in values:
            text = plain(value)
            if text:
                facts.append(Fact(field=field, value=text, source=SOURCE))

    say(Field.TITLE, article.get("headline"))
    say(Field.STANDFIRST, article.get("description"))
    say(Field.OUTLET, *_names(article.get("publisher"), known)[:1])
    for key in ("author", "creator", "contributor"):
        names = _names(article.get(key), known)
        say(Field.AUTHOR, *names)
        if names:
            break
    say(Field.WIRE, *_names(article.get("sourceOrganization"), known))
    for field, key in ((Field.PUBLISHED, "datePublished"), (Field.UPDATED, "dateModified")):
        for node in (article, page):
            moment = iso_moment(plain(node.get(key)) or "")
            if moment:
                say(field, moment)
                break
    if not any(fact.field is Field.PUBLISHED for fact in facts):
        say(Field.PUBLISHED, iso_moment(plain(article.get("dateCreated")) or ""))
    say(Field.LANGUAGE, *_names(article.get("inLanguage"), known)[:1])
    say(Field.URL, _address(article))
    say(Field.SECTION, *_sections(article, nodes)[:1])
    say(Field.PAYWALL, _paywall(article))
    say(Field.CORRECTION, *_corrections(article.get("correction")))
    if not any(fact.field is Field.OUTLET for fact in facts):
        say(Field.OUTLET, *_house(nodes, known)[:1])
    return LinkedData(
        facts=tuple(facts),
        body=plain(article.get("articleBody")),
        description=plain(article.get("description")),
    )


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    raw = script.strip()
    for wrapping in _WRAPPING:
        raw = raw.removeprefix(wrapping).lstrip()
    for wrapping in _UNWRAPPING:
        raw = raw.removesuffix(wrapping).rstrip()
    try:
        stack: list[object] = [_READER.decode(raw)]
    except (ValueError, RecursionError):
        stack = [_broken(raw)]
    seen = 0
    while stack and seen < _MOST_NODES:
        seen += 1
        node = stack.pop(0)
        if isinstance(node, list):
            stack[:0] = node
        elif isinstance(node, dict):
            yield node
            stack += [node[key] for key in _DOWN if isinstance(node.get(key), dict | list)]


def _broken(raw: str) -> dict[str, Any]:
    """What can be told from JSON that a stray quotation mark or comma makes unreadable."""
    if _ARTICLE.search(" ".join(_KIND.findall(raw[:_LONGEST_BROKEN]))) is None:
        return {}
    node: dict[str, Any] = {"@type": "Article"}
    for key, value in _PAIR.findall(raw[:_LONGEST_BROKEN]):
        node.setdefault(key, value)
    return node


_LONGEST_BROKEN = 20_000
_KIND = re.compile(r'"@type"\s*:\s*"(\w{3,40})"')
_PAIR = re.compile(
    r'"(datePublished|dateModified|articleSection|isAccessibleForFree)"\s*:\s*"([^"\n]{1,80})"'
)
"""Only values of a form that cannot hold what broke the rest."""


def _types(node: object) -> str:
    kind = node.get("@type") if isinstance(node, dict) else None
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _best(nodes: Sequence[Mapping[str, Any]], kind: re.Pattern[str]) -> Mapping[str, Any]:
    found = [
        node
        for node in nodes
        if kind.search(_types(node)) or (kind is _ARTICLE and "headline" in node)
    ]
    return max(found, key=lambda node: sum(name in node for name in _WANTED), default={})


def _names(value: object, known: Mapping[str, Mapping[str, Any]], depth: int = 0) -> list[str]:
    """The names that a value holds: texts, nodes with a name, references to nodes, lists of such."""
    if depth > _DEEPEST:
        return []
    if isinstance(value, list):
        return [name for one in value[:_MOST_NAMES] for name in _names(one, known, depth + 1)]
    if isinstance(value, dict):
        names = _names(value.get("name"), known, depth + 1)
        reference = known.get(str(value.get("@id")))
        if not names and reference is not None:
            names = _names(reference.get("name"), known, depth + 1)
        if not names and isinstance(value.get("familyName"), str):
            names = _names(f"{value.get('givenName') or ''} {value['familyName']}", known)
        return names[:_MOST_NAMES]
    text = plain(value)
    return [text] if text else []


def _address(article: Mapping[str, Any]) -> str | None:
    entity = article.get("mainEntityOfPage")
    candidates = [
        article.get("url"),
        entity.get("@id") if isinstance(entity, dict) else entity,
        article.get("@id"),
    ]
    for one in candidates:
        if isinstance(one, str) and one.startswith(("http://", "https://")):
            return one.split("#", maxsplit=1)[0]
    return None


def _sections(article: Mapping[str, Any], nodes: Sequence[Mapping[str, Any]]) -> list[str]:
    stated = article.get("articleSection")
    listed = stated if isinstance(stated, list) else [stated]
    found = [text for one in listed if (text := plain(one))]
    return found or _trail(nodes)


def _trail(nodes: Sequence[Mapping[str, Any]]) -> list[str]:
    """The entry of the breadcrumb list behind the home page, where there is one before the article."""
    for node in nodes:
        if _BREADCRUMB in _types(node) and isinstance(node.get("itemListElement"), list):
            names = [
                name
                for one in node["itemListElement"]
                if isinstance(one, dict)
                for name in (_names(one, {}) or _names(one.get("item"), {}))[:1]
            ]
            if len(names) > 2:
                return names[1:2]
    return []


def _paywall(article: Mapping[str, Any]) -> str | None:
    stated = str(article.get("isAccessibleForFree", "")).casefold()
    if stated in _NO:
        return "yes"
    return "no" if stated in _YES else None


def _corrections(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [
        text for one in listed if (text := plain(one.get("text") if isinstance(one, dict) else one))
    ]


def _house(nodes: Sequence[Mapping[str, Any]], known: Mapping[str, Mapping[str, Any]]) -> list[str]:
    return [
        name
        for node in nodes
        if _HOUSE.search(_types(node))
        for name in _names(node.get("name"), known)
    ]
