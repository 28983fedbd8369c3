"""What the elements of a feed and of its entries say: RSS 0.9 to 2.0, Atom, and what extends them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from firsthand.domain import Field
from firsthand.read.stating import Stating, plain
from firsthand.read.xml_trees import inner_markup, words_of

__all__ = [
    "FeedFields",
    "body_of",
    "entry_facts",
    "is_cut",
    "is_headline_only",
    "person_of",
    "summary_words",
]

_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://prismstandard.org/namespaces/basic/2.0/": "prism",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.google.com/schemas/sitemap-news/0.9": "news",
}
_MAILBOX = re.compile(r"\s*[\w.+-]{1,64}@[\w.-]{1,190}\s*")
_IN_BRACKETS = re.compile(r"[^()]{0,300}@[^()]{0,300}\(([^()]{1,300})\)\s*")
_LINKED = re.compile(r"(?is)<(a|font)\b[^>]{0,4000}>[^<]{0,2000}</\1\s*>")
_WORD = re.compile(r"\w+")
_SUMMARY = 40_000
_FEWEST_WORDS = 4
"""Words beyond the title's from which a summary says something of its own."""

_CUT = re.compile(r"(?:\[?\s*(?:…|\.{3}|&#8230;|&hellip;)\s*\]?|\[\+\d+ chars\])\s*$")
_BLOCK_END = re.compile(r"</p\s*>|<br\s*/?>\s*<br\s*/?>", re.IGNORECASE)


class FeedFields:
    """The children of an element by their names ("dc:creator", "title"), in order.

    Args:
        element: An `lxml` element; None has no children.
    """

    def __init__(self, element: Any) -> None:
        self.element = element
        self._by_name: dict[str, list[Any]] = {}
        for child in element if element is not None else ():
            self._by_name.setdefault(_named(child), []).append(child)

    def all(self, *names: str) -> list[Any]:
        """The children of these names, those of the first name first."""
        return [child for name in names for child in self._by_name.get(name, ())]

    def words(self, *names: str) -> list[str]:
        """Their words, blank ones left out."""
        return [words for child in self.all(*names) if (words := words_of(child))]

    def first(self, *names: str) -> str:
        """The first words among them; empty when there are none."""
        return next(iter(self.words(*names)), "")


def _named(element: Any) -> str:
    tag = element.tag if isinstance(element.tag, str) else ""
    space, _, name = tag.rpartition("}")
    space = space.removeprefix("{")
    if not space:
        return name
    prefix = _PREFIXES.get(space, element.prefix or "")
    return f"{prefix}:{name}" if prefix else name


def body_of(fields: FeedFields) -> tuple[str, str]:
    """The fullest content of an entry, and the summary beside it.

    Returns:
        Markup or text of the content, and of the summary; the second is empty when the summary is
        all there is.
    """
    contents = [_content(one) for one in fields.all("content:encoded", "content", "xhtml:body")]
    contents += [_content(one) for one in fields.all("xhtml:div", "fullText", "full-text")]
    summaries = [
        _content(one)
        for one in fields.all("description", "summary", "dc:description", "dcterms:abstract")
    ]
    summary = next((one for one in summaries if one.strip()), "")
    full = max(contents, key=len, default="")
    if len(plain(full[:4000])) < min(200, len(plain(summary[:4000]))):
        return summary, ""
    return full, summary


def _content(element: Any) -> str:
    """Markup or text of an element that may hold either, escaped or as elements of its own."""
    kind = element.get("type") or ""
    if kind.startswith(("image/", "audio/", "video/", "application/octet")) or element.get("src"):
        return ""
    if len(element) == 0:
        text = str(element.text or "")
        if kind in {"text", "text/plain"}:
            return text.replace("&", "&amp;").replace("<", "&lt;")
        return text
    return inner_markup(element)


def summary_words(summary: str) -> str:
    """The words of a summary's first paragraph; empty when they break off."""
    first = plain(_BLOCK_END.split(summary[:8000], maxsplit=1)[0])
    return "" if _CUT.search(first) else first


def is_cut(text: str) -> bool:
    """Whether a text ends with the marks that programs set where they cut it ("[…]")."""
    return _CUT.search(plain(text[-400:])) is not None


def entry_facts(source: str, fields: FeedFields) -> Stating:
    """What an entry's elements say of it, the text itself apart."""
    stating = Stating(source=source)
    stating.say(Field.TITLE, *fields.words("title", "dc:title")[:1])
    stating.say_address(*_addresses(fields))
    stating.say_people(_people(fields))
    _say_outlet(stating, fields)
    stating.say_moment(
        Field.PUBLISHED,
        *fields.words("published", "issued", "pubDate", "dcterms:issued", "news:publication_date"),
        *fields.words("dc:date", "dcterms:created", "created", "prism:publicationDate", "date"),
    )
    stating.say_moment(Field.UPDATED, *fields.words("updated", "modified", "dcterms:modified"))
    stating.say_language(
        (fields.element.get("{http://www.w3.org/XML/1998/namespace}lang") or ""),
        *fields.words("dc:language", "language"),
    )
    stating.say(Field.SECTION, *_sections(fields))
    for media in _media(fields):
        stating.say(Field.CREDIT, *media.words("media:credit", "media:copyright"))
    stating.say(Field.CREDIT, *fields.words("credit"))
    stating.say_rights(*fields.words("rights", "dc:rights", "copyright", "prism:copyright"))
    return stating


def _addresses(fields: FeedFields) -> Iterator[str]:
    yield from fields.words("feedburner:origLink")
    links = fields.all("link")
    for wanted in ("alternate", ""):
        for link in links:
            if (link.get("rel") or "alternate") == (wanted or link.get("rel")) and link.get("href"):
                yield link.get("href").strip()
    yield from fields.words("link")
    for guid in fields.all("guid"):
        if (guid.get("isPermaLink") or "true").lower() == "true":
            yield words_of(guid)
    about = fields.element.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
    if about:
        yield about
    yield from fields.words("id")


def _people(fields: FeedFields) -> Iterator[str]:
    for one in fields.all("dc:creator", "author", "dcterms:creator", "itunes:author"):
        named = FeedFields(one).first("name")
        yield person_of(named or ("" if len(one) else words_of(one)))
    for one in fields.all("contributor", "dc:contributor"):
        yield person_of(FeedFields(one).first("name") or ("" if len(one) else words_of(one)))


def person_of(text: str) -> str:
    """The name in "desk@paper.example (Name)" or "Name <name@paper.example>"; no bare address."""
    if "@" not in text[:1000]:
        return text
    text = text[:1000]
    match = _IN_BRACKETS.fullmatch(text)
    if match is not None:
        return match[1]
    if _MAILBOX.fullmatch(text):
        return ""
    return re.sub(r"\s*[<(]?[\w.+-]{1,64}@[\w.-]{1,190}[>)]?\s*", " ", text).strip()


def _say_outlet(stating: Stating, fields: FeedFields) -> None:
    """Whose item it is: the feed that it was taken from, before who hands it on."""
    for one in fields.all("source", "dc:source"):
        inner = FeedFields(one)
        name = inner.first("title") or ("" if len(one) else words_of(one))
        if not name.startswith(("http://", "https://")):
            stating.say(Field.OUTLET, name)
    stating.say(Field.OUTLET, *fields.words("dc:publisher", "prism:publicationName"))


def _sections(fields: FeedFields) -> Iterator[str]:
    for one in fields.all("prism:section", "category", "dc:subject"):
        name = one.get("label") or words_of(one) or one.get("term") or ""
        if not name.startswith(("http://", "https://")):
            yield name


def _media(fields: FeedFields) -> Iterable[FeedFields]:
    """The entry and the media elements in it, two levels deep."""
    yield fields
    for one in fields.all("media:group", "media:content", "media:thumbnail"):
        inner = FeedFields(one)
        yield inner
        for deeper in inner.all("media:content", "media:thumbnail"):
            yield FeedFields(deeper)


def is_headline_only(markup: str, title: str) -> bool:
    """Whether a summary holds no more than links, names of outlets and the words of the title."""
    bare = _LINKED.sub(" ", markup[:_SUMMARY])
    known = set(_WORD.findall(title.casefold()))
    rest = [word for word in _WORD.findall(plain(bare).casefold()) if word not in known]
    return len(markup) < _SUMMARY and len(rest) < _FEWEST_WORDS
