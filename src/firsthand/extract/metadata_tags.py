"""What a page's meta tags, links and microdata say of the article, as facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from firsthand.domain import Fact, Field
from firsthand.extract.metadata_json import plain
from firsthand.text.timestamps import iso_moment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["META_NAMES", "Tags", "meta_facts", "tags_of"]

_ITEMS = etree.XPath("//*[@itemprop]")
_MOST_ITEMS = 400
_MOST_AUTHORS = 50
_LONGEST_ITEM = 300

_NAMES: Mapping[Field, tuple[tuple[str, tuple[str, ...]], ...]] = MappingProxyType(
    {
        Field.TITLE: (
            ("open-graph", ("og:title",)),
            ("meta", ("twitter:title", "parsely-title", "sailthru.title", "cxenseparse:title", "dc.title", "dcterms.title", "citation_title", "title")),
        ),
        Field.STANDFIRST: (
            ("open-graph", ("og:description",)),
            ("meta", ("description", "twitter:description", "dc.description", "sailthru.description")),
        ),
        Field.OUTLET: (
            ("open-graph", ("og:site_name",)),
            ("meta", ("application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher")),
        ),
        Field.AUTHOR: (
            ("open-graph", ("article:author", "og:article:author")),
            ("meta", ("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "cxenseparse:author", "citation_author", "articleauthor", "article.author", "dcsext.author")),
        ),
        Field.PUBLISHED: (
            ("open-graph", ("article:published_time", "og:article:published_time", "article:published", "og:published_time")),
            ("meta", ("datepublished", "date_published", "pubdate", "pub_date", "publishdate", "publish-date", "publish_date", "published_on", "published-date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "published_time", "article.published", "article_date_original", "originalpublicationdate", "citation_publication_date", "bt:pubdate", "rnews:datepublished", "date", "created")),
        ),
        Field.UPDATED: (
            ("open-graph", ("article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified")),
            ("meta", ("lastmod", "last-modified", "datemodified", "date_modified", "dcterms.modified", "dc.date.modified", "revised", "cxenseparse:recs:mod", "last-published")),
        ),
        Field.URL: (("open-graph", ("og:url",)),),
        Field.SECTION: (
            ("open-graph", ("article:section", "og:article:section", "og:section")),
            ("meta", ("parsely-section", "articlesection", "section", "category", "mrf:sections", "cxenseparse:taxonomy", "dc.subject")),
        ),
        Field.LANGUAGE: (
            ("open-graph", ("og:locale",)),
            ("meta", ("language", "dc.language", "dcterms.language", "inlanguage", "content-language")),
        ),
    }
)  # fmt: skip
"""Field to sources and the names of the tags, most exact first; of each source the first counts,
but several author tags of one name count all."""

META_NAMES = frozenset(
    [name for sources in _NAMES.values() for _, names in sources for name in names]
    + ["twitter:label1", "twitter:data1", "article:content_tier", "og:article:content_tier"]
    + ["isaccessibleforfree"]
)
"""The names of meta tags that `meta_facts` reads."""

_NOT_FREE = frozenset({"locked", "metered", "premium", "paid", "subscriber", "subscribers", "plus"})
_ITEM_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "headline": Field.TITLE,
        "datepublished": Field.PUBLISHED,
        "datecreated": Field.PUBLISHED,
        "datemodified": Field.UPDATED,
        "author": Field.AUTHOR,
        "creator": Field.AUTHOR,
        "articlesection": Field.SECTION,
        "inlanguage": Field.LANGUAGE,
    }
)
_DATES = frozenset({Field.PUBLISHED, Field.UPDATED})
_NOT_THE_ARTICLE = frozenset({"comment", "review", "reviews", "relatedlink", "hasPart"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """The facts of a page's head and attributes, and what else of them helps in reading the page."""

    facts: tuple[Fact, ...]
    description: str | None
    window: str | None
    """The window title."""

    scripts: tuple[str, ...]
    """Contents of the JSON-LD scripts."""


def tags_of(tree: HtmlElement) -> Tags:
    """Read the meta tags, the canonical link, the window title and the microdata of a page."""
    meta: dict[str, list[str]] = {}
    scripts: list[str] = []
    links: dict[str, str] = {}
    window: str | None = None
    for element in tree.iter("meta", "link", "script", "title"):
        tag = element.tag
        if tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop")
            name = name or element.get("http-equiv")
            content = plain(element.get("content")) if name else None
            if name and content:
                meta.setdefault(name.strip().casefold(), []).append(content)
        elif tag == "script":
            if "ld+json" in (element.get("type") or ""):
                scripts.append(element.text or "")
        elif tag == "link":
            links.setdefault((element.get("rel") or "").casefold(), element.get("href") or "")
        elif window is None and not _in_drawing(element):
            window = plain(element.text)
    facts = [
        *meta_facts(meta),
        *_microdata(tree),
        *_said(Field.URL, "meta", _absolute(links.get("canonical"))),
        *_said(Field.LANGUAGE, "meta", plain(tree.get("lang"))),
        *_said(Field.TITLE, "window", window),
    ]
    described = meta.get("og:description") or meta.get("description") or []
    return Tags(
        facts=tuple(facts),
        description=next(iter(described), None),
        window=window,
        scripts=tuple(scripts),
    )


def _in_drawing(element: HtmlElement) -> bool:
    """Whether a title element names a drawing (svg), not the page."""
    parent = element.getparent()
    return parent is not None and parent.tag not in {"head", "html", "body"}


def _said(field: Field, source: str, value: str | None) -> list[Fact]:
    return [Fact(field=field, value=value, source=source)] if value else []


def _absolute(address: str | None) -> str | None:
    bare = (address or "").strip()
    return bare if bare.startswith(("http://", "https://")) else None


def meta_facts(meta: Mapping[str, Sequence[str]]) -> list[Fact]:
    """The facts that meta tags state.

    Args:
        meta: Names of tags in small letters, with their contents in order.
    """
    found: list[Fact] = []
    for field, sources in _NAMES.items():
        for source, names in sources:
            for name in names:
                values = [_fit(field, value) for value in meta.get(name, ())]
                held = [value for value in values if value]
                if held:
                    many = field is Field.AUTHOR
                    for value in held[: _MOST_AUTHORS if many else 1]:
                        found += _said(field, source, value)
                    if field not in {Field.AUTHOR, Field.TITLE}:
                        break
    label, data = meta.get("twitter:label1", [""])[0], meta.get("twitter:data1", [""])[0]
    if _is_author_label(label):
        found += _said(Field.AUTHOR, "meta", data or None)
    tier = (meta.get("article:content_tier") or meta.get("og:article:content_tier") or [""])[0]
    if tier.casefold() in _NOT_FREE:
        found += _said(Field.PAYWALL, "open-graph", "yes")
    elif tier.casefold() == "free":
        found += _said(Field.PAYWALL, "open-graph", "no")
    free = (meta.get("isaccessibleforfree") or [""])[0].casefold()
    if free in {"true", "false"}:
        found += _said(Field.PAYWALL, "meta", "no" if free == "true" else "yes")
    return found


def _is_author_label(label: str) -> bool:
    low = label.casefold()
    return any(one in low for one in ("written by", "author", "verfasst", "von", "par", "por"))


def _fit(field: Field, value: str) -> str | None:
    """The value where it can be one of that field: moments are set in ISO 8601."""
    if field in _DATES:
        return iso_moment(value)
    if field in {Field.AUTHOR, Field.OUTLET}:
        return None if value.startswith(("http:", "https:", "@", "/", "{")) else value
    if field is Field.URL:
        return _absolute(value)
    return value


def _microdata(tree: HtmlElement) -> list[Fact]:
    found: list[Fact] = []
    taken: set[Field] = set()
    for element in _ITEMS(tree)[:_MOST_ITEMS]:
        field = _ITEM_FIELDS.get(element.get("itemprop").strip().casefold())
        if field is None or (element.tag == "meta" and field is Field.AUTHOR):
            continue
        if field in taken and field is not Field.AUTHOR:
            continue
        value = _fit(field, _item_text(element, field) or "")
        if value and len(value) <= _LONGEST_ITEM and not _inside_other(element):
            taken.add(field)
            found += _said(field, "microdata", value)
    return found


def _item_text(element: HtmlElement, field: Field) -> str | None:
    if field in _DATES:
        return plain(element.get("content") or element.get("datetime") or _text(element))
    if element.get("content"):
        return plain(element.get("content"))
    if field is Field.AUTHOR:
        inner = element.xpath(".//*[@itemprop='name']")
        if inner:
            return plain(inner[0].get("content") or _text(inner[0]))
        return plain(_text(element, between=" | "))
    return plain(_text(element))


def _text(element: HtmlElement, *, between: str = "") -> str:
    """The element's text up to the length that a value can have."""
    pieces: list[str] = []
    size = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        size += len(pieces[-1])
        if size > _LONGEST_ITEM or len(pieces) > _LONGEST_ITEM:
            break
    return between.join(pieces)


def _inside_other(element: HtmlElement) -> bool:
    """Whether the item belongs to a comment or review inside the page."""
    return any(
        (above.get("itemprop") or "").casefold() in _NOT_THE_ARTICLE
        for above in element.iterancestors()
        if above.get("itemprop")
    )
