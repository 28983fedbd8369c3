"""What a page says of itself for machines: JSON-LD, Open Graph and other meta tags, microdata."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from firsthand.extract.bylines import byline_of, is_outlet_name, is_person_name
from firsthand.tables.agencies import agency_named
from firsthand.tables.outlets import outlet_named
from firsthand.tables.pagewords import page_words
from firsthand.text.timestamps import iso_moment, without_stamps

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["PageFacts", "page_facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """The page's own machine-readable account. Fields are None or empty where it gives none."""

    headlines: tuple[str, ...] = ()
    """Candidates in order of trust: JSON-LD headline, og:title, twitter:title, window title."""

    window_title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    description: str | None = None
    body: str | None = None
    """JSON-LD articleBody."""


_ARTICLE_TYPE = re.compile(
    r"(?:article|blogposting|report|liveblogposting|newsitem|opinion)", re.IGNORECASE
)
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<[^<>]{1,200}>")
_MOST_NODES = 4000


def page_facts(tree: HtmlElement) -> PageFacts:
    """Read the machine-readable account of a page.

    JSON-LD goes before meta tags and meta tags before microdata, for a publisher's system fills
    the first for search engines that check it.
    """
    meta = _meta(tree)
    node = _article_node(tree)
    window = _text(next(iter(tree.xpath("//head//title/text() | /html/title/text()")), None))
    headlines = [
        _text(node.get("headline")),
        meta.get("og:title"),
        meta.get("twitter:title"),
        meta.get("title"),
        window,
    ]
    return PageFacts(
        headlines=tuple(dict.fromkeys(one for one in headlines if one)),
        window_title=window,
        authors=_authors(tree, node, meta),
        published=_moment(
            node.get("datePublished"),
            *(meta.get(name) for name in _PUBLISHED_META),
            *_attribute(tree, "//*[@itemprop='datePublished']", ("content", "datetime")),
            node.get("dateCreated"),
        ),
        updated=_moment(
            node.get("dateModified"),
            *(meta.get(name) for name in _UPDATED_META),
            *_attribute(tree, "//*[@itemprop='dateModified']", ("content", "datetime")),
        ),
        site=meta.get("og:site_name")
        or _name(node.get("publisher"))
        or meta.get("application-name")
        or _site_node(tree),
        url=_url(tree, meta, node),
        language=next(iter(tree.xpath("/html/@lang")), None)
        or meta.get("og:locale")
        or _text(node.get("inLanguage")),
        description=meta.get("og:description")
        or meta.get("description")
        or _text(node.get("description")),
        body=_text(node.get("articleBody")),
    )


_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "date_published", "pubdate",
    "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "dcterms.created", "dcterms.date", "dc.date.issued",
    "dc.date", "dcterms.issued", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "published_time", "article.published",
    "originalpublicationdate", "date", "last-published", "citation_publication_date", "bt:pubdate", "rnews:datepublished", "nrkarticle:published", "created",
)  # fmt: skip
_UPDATED_META = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "lastmod", "last-modified", "datemodified",
    "date_modified", "dcterms.modified", "dc.date.modified", "revised", "cxenseparse:recs:mod", "article:modified",
)  # fmt: skip


def _text(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    bare = _SPACE.sub(" ", _TAG.sub(" ", html.unescape(html.unescape(value)))).strip()
    return bare or None


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _text(element.get("content"))
        if name and content:
            found.setdefault(name.strip().casefold(), content)
    return found


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        raw = (
            (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        )
        raw = (
            raw.removeprefix("//<![CDATA[")
            .removeprefix("<![CDATA[")
            .removesuffix("//]]>")
            .removesuffix("]]>")
        )
        try:
            stack = [json.loads(raw, strict=False)]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while stack and seen < _MOST_NODES:
            seen += 1
            node = stack.pop(0)
            if isinstance(node, list):
                stack[:0] = node
            elif isinstance(node, dict):
                yield node
                stack += [
                    value
                    for key, value in node.items()
                    if isinstance(value, (dict, list)) and key in _DOWN
                ]


_DOWN = {
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
    "itemListElement",
    "item",
    "hasPart",
    "@list",
    "about",
}


def _types(node: object) -> str:
    kind = node.get("@type") if isinstance(node, dict) else None
    return " ".join(str(one) for one in kind) if isinstance(kind, list) else str(kind or "")


def _article_node(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD node of the article: of several, the fullest of those with a headline, first wins."""
    best: dict[str, Any] = {}
    for node in _nodes(tree):
        if not _ARTICLE_TYPE.search(_types(node)):
            continue
        if _richness(node) > _richness(best):
            best = node
    return best


_WANTED = ("headline", "datePublished", "author", "publisher", "dateModified")


def _richness(node: dict[str, Any]) -> int:
    return sum(name in node for name in _WANTED)


def _site_node(tree: HtmlElement) -> str | None:
    for node in _nodes(tree):
        if re.search("organization|website|newsmedia", _types(node), re.IGNORECASE):
            name = _name(node)
            if name:
                return name
    return None


def _name(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _authors(tree: HtmlElement, node: dict[str, Any], meta: dict[str, str]) -> tuple[str, ...]:
    listed = node.get("author") or node.get("creator") or []
    names: list[str] = []
    for one in listed if isinstance(listed, list) else [listed]:
        name = one.get("name") if isinstance(one, dict) else one
        first = _name(name)
        if "organization" in _types(one).casefold() and not is_person_name(first or ""):
            continue
        for each in name if isinstance(name, list) else [name]:
            text = _text(each)
            names += _people(text) or _single(
                text, _name(node.get("publisher")) or meta.get("og:site_name")
            )
    if not names:
        for key in (
            "author",
            "article:author",
            "byl",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "cxenseparse:author",
            "citation_author",
        ):
            names = _people(meta.get(key)) or _single(meta.get(key), meta.get("og:site_name"))
            if names:
                break
    if not names and _WRITTEN_BY.match(meta.get("twitter:label1", "")):
        names = _people(meta.get("twitter:data1")) or _single(meta.get("twitter:data1"), None)
    if not names:
        for element in tree.xpath("//*[@itemprop='author'] | //a[@rel='author']")[:6]:
            inner = element.xpath(".//*[@itemprop='name']")
            names += _people(_text((inner[0] if inner else element).text_content()))
    if not names:
        names = _marked(tree)
    return tuple(dict.fromkeys(names))


def _people(text: object) -> list[str]:
    if (
        not isinstance(text, str)
        or text.startswith(("http:", "https:", "@", "/"))
        or len(text) > 300
    ):
        return []
    byline = byline_of(text) or byline_of(text, bare=True)
    return list(byline.people) if byline is not None else []


_AUTHOR_CLASS = "//*[contains(@class, 'author') or contains(@class, 'Author') or contains(@class, 'byline') or contains(@class, 'Byline')]"
_LONGEST_MARKED = 120
_MOST_MARKED = 30


def _marked(tree: HtmlElement) -> list[str]:
    """People in the first small element whose class says author or byline."""
    for element in tree.xpath(_AUTHOR_CLASS)[:_MOST_MARKED]:
        text = _text(element.text_content())
        if text and len(text) <= _LONGEST_MARKED:
            names = _people(_LEADING_LABEL.sub("", without_stamps(text)))
            if names:
                return names
    return []


_LEADING_LABEL = re.compile(
    r"^(?:article |written |posted |published )?(?:by|author)\s*:?\s+(?=[A-Z])", re.IGNORECASE
)
_WRITTEN_BY = re.compile(r"written by|author|von|par|por|verfasst", re.IGNORECASE)
_LONGEST_SINGLE = 40


def _single(text: str | None, site: str | None) -> list[str]:
    """A person that the page gives as author under a name of another make: one word, Han script.

    Agencies, outlets, the site itself, desks and anything with a digit or a dot are left out.
    """
    if not text or len(text) > _LONGEST_SINGLE or _NO_NAME.search(text):
        return []
    byline = byline_of("By " + text)
    if byline is not None and not byline.people:
        return []
    if is_outlet_name(text) or agency_named(text) or outlet_named(text):
        return []
    own = re.sub(r"\W", "", text.casefold())
    host = re.sub(r"\W", "", (site or "").casefold())
    if host and (own in host or host in own):
        return []
    words = text.split()
    table = page_words()
    known = table.not_names | table.outlet_nouns | table.byline_roles
    return [text] if len(words) <= 4 and not any(word.casefold() in known for word in words) else []


_NO_NAME = re.compile(
    r"[\d@/:|]|https?|\.(?:com|org|net)|admin|editor|team|staff|redaktion|newsdesk|guest",
    re.IGNORECASE,
)


def _moment(*values: object) -> str | None:
    for value in values:
        text = _text(value)
        moment = iso_moment(text) if text else None
        if moment is not None:
            return moment
    return None


def _attribute(tree: HtmlElement, path: str, names: tuple[str, ...]) -> list[str | None]:
    return [element.get(name) for element in tree.xpath(path)[:3] for name in names]


def _url(tree: HtmlElement, meta: dict[str, str], node: dict[str, Any]) -> str | None:
    links = tree.xpath("//link[@rel='canonical']/@href")
    entity = node.get("mainEntityOfPage")
    candidates = [
        *links[:1],
        meta.get("og:url"),
        node.get("url"),
        entity if isinstance(entity, str) else None,
    ]
    for one in candidates:
        if isinstance(one, str) and one.startswith(("http://", "https://")):
            return one.strip()
    return None
