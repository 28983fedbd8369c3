"""What stands above a Markdown text: its front matter, or the head that page readers write."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from firsthand.domain import Fact, Field
from firsthand.read.stating import Stating, flattened

__all__ = ["FrontMatter", "front_matter", "opens_with_front_matter"]

_LONGEST = 65_536
_FENCED = re.compile(
    r"\ufeff?\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<inner>.*?)\n(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_KEY = re.compile(r"^\s{0,3}[\"']?([A-Za-z][\w -]{0,40}?)[\"']?\s*[:=]\s*(.*)$", re.MULTILINE)
_READER = re.compile(
    r"\ufeff?\s*Title: (?P<title>[^\n]{1,500})\n\s*URL Source: (?P<url>\S{1,2000})\s*\n"
    r"(?:\s*Published Time: (?P<published>[^\n]{1,80})\n)?(?:[^\n]{0,200}\n){0,4}?\s*Markdown Content:\s*\n"
)
"""The head that a widely used page-to-Markdown service writes."""

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "standfirst": ("description", "subtitle", "summary", "excerpt", "lead", "standfirst"),
    "outlet": ("sitename", "site_name", "publication", "publisher", "outlet", "site", "newspaper"),
    "author": ("authors", "author", "byline", "creator"),
    "wire": ("wire", "agency"),
    "published": ("date", "publishdate", "published", "pubdate", "published_at", "date_published"),
    "updated": (
        "lastmod",
        "updated",
        "modified",
        "last_modified_at",
        "updated_at",
        "date_modified",
    ),
    "language": ("language", "lang", "locale"),
    "url": ("canonical", "canonical_url", "canonicalurl", "url", "link", "source_url", "permalink"),
    "section": ("section", "category", "categories"),
    "credit": ("credit", "photo_credit", "image_credit"),
    "notice": ("copyright", "rights", "license", "notice"),
    "correction": ("correction", "corrections"),
}
"""Names of keys in lower case, by what they say."""

_KNOWN = frozenset(name for names in _FIELDS.values() for name in names) | frozenset(
    ["layout", "tags", "slug", "draft", "type", "hostname", "source", "image", "keywords", "id"]
)
_MOST_BRACKETS = 200
"""Opening brackets and braces of a front matter: the parsers of YAML and TOML nest by recursion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What is stated above a text, and where the text begins."""

    facts: tuple[Fact, ...]
    end: int


def opens_with_front_matter(text: str) -> bool:
    """Whether `text` begins with a fenced block of known keys, or with a page reader's head."""
    match = _FENCED.match(text[:_LONGEST])
    if match is None:
        return _READER.match(text[:_LONGEST]) is not None
    keys = {name.casefold() for name, _ in _KEY.findall(match["inner"])}
    return not keys.isdisjoint(_KNOWN)


def front_matter(text: str) -> FrontMatter:
    """Read what stands above the text; nothing stated and end 0 where there is none."""
    head = text[:_LONGEST]
    reader = _READER.match(head)
    if reader is not None:
        say = Stating("markdown")
        say.say(Field.TITLE, reader["title"])
        say.say_address(reader["url"])
        say.say_moment(Field.PUBLISHED, reader["published"])
        return FrontMatter(facts=say.done(), end=reader.end())
    match = _FENCED.match(head)
    if match is None or not opens_with_front_matter(text):
        return FrontMatter(facts=(), end=0)
    keys = _values(match["inner"], toml=match["fence"] == "+++")
    return FrontMatter(facts=_facts(keys), end=match.end())


def _values(inner: str, *, toml: bool) -> dict[str, Any]:
    import yaml  # noqa: PLC0415 - only who hands in such a file pays for it

    found: Any = None
    load: Any = yaml.load
    if sum(inner.count(sign) for sign in "[{") <= _MOST_BRACKETS:
        try:
            # Every value stays the string that is written: "2024-03-04" or "no" is no object here.
            found = tomllib.loads(inner) if toml else load(inner, Loader=yaml.BaseLoader)
        except (tomllib.TOMLDecodeError, yaml.YAMLError, RecursionError, ValueError):
            found = None
    if not isinstance(found, dict):
        found = {name: value.strip(" \"'") for name, value in _KEY.findall(inner)}
    nested = found.get("params") or found.get("extra")
    if isinstance(nested, dict):
        found = {**nested, **found}
    return {str(name).casefold().replace("-", "_"): value for name, value in found.items()}


def _facts(keys: Mapping[str, Any]) -> tuple[Fact, ...]:
    say = Stating("markdown")
    for name, names in _FIELDS.items():
        field = Field(name)
        values = [one for key in names for one in _leaves(keys.get(key))]
        if field in {Field.PUBLISHED, Field.UPDATED}:
            say.say_moment(field, *values)
        elif field is Field.AUTHOR:
            say.say_people(values)
        elif field is Field.URL:
            say.say_address(*values)
        elif field is Field.LANGUAGE:
            say.say_language(*values)
        elif field is Field.SECTION:
            say.say(field, *values[:1])
        else:
            say.say(field, *values)
    for value in _leaves(keys.get("source")):
        if "://" in value:
            say.say_address(value)
        elif not say.says(Field.OUTLET):
            say.say(Field.OUTLET, value)
    return say.done()


def _leaves(value: Any) -> Iterator[str]:
    """The strings in a value: itself, the members of a list, the name in a table."""
    for leaf in flattened(value):
        one = leaf.get("name") or leaf.get("title") if isinstance(leaf, dict) else leaf
        if isinstance(one, datetime | date):
            yield one.isoformat()
        elif isinstance(one, str) and one.strip():
            yield one
