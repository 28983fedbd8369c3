"""What a page says of itself for machines: JSON-LD, meta tags, microdata, its address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.domain import Fact, Field
from firsthand.extract.metadata_dates import day_in_address
from firsthand.extract.metadata_headings import Heading, headings_of
from firsthand.extract.metadata_hosts import site_of
from firsthand.extract.metadata_json import linked_data
from firsthand.extract.metadata_tags import tags_of
from firsthand.extract.titles import headline_among
from firsthand.tables.trust import trust

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["PageFacts", "page_facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """The page's own machine-readable account."""

    facts: tuple[Fact, ...] = ()
    """As stated, by source."""

    title: str | None = None
    """The headline chosen among them and the page's headings."""

    printed: bool = False
    """Whether `title` is what a heading prints."""

    headings: tuple[Heading, ...] = ()
    window: str | None = None
    """The window title."""

    description: str | None = None
    body: str | None = None
    """JSON-LD articleBody."""

    def first(self, field: Field) -> str | None:
        """The most trusted value of a field; None where nothing states one."""
        own = [fact for fact in self.facts if fact.field is field]
        best = min(own, key=lambda fact: trust().rank(field, fact.source), default=None)
        return best.value if best is not None else None

    def all_of(self, field: Field) -> list[str]:
        """The values of a field, each once, in order of trust."""
        own = [fact for fact in self.facts if fact.field is field]
        ordered = sorted(own, key=lambda fact: trust().rank(field, fact.source))
        return list(dict.fromkeys(fact.value for fact in ordered))


def page_facts(tree: HtmlElement, *, url: str | None = None) -> PageFacts:
    """Read the machine-readable account of a page.

    Args:
        tree: The page.
        url: Where it was recorded, if that is known.
    """
    tags = tags_of(tree)
    data = linked_data(tags.scripts)
    headings = headings_of(tree)
    facts = [*data.facts, *tags.facts]
    site = site_of(url)
    titles = [
        fact.value
        for source in ("json-ld", "open-graph", "meta")
        for fact in facts
        if fact.field is Field.TITLE and fact.source == source
    ]
    title, printed = headline_among(
        titles,
        headings,
        window=tags.window,
        sites=[fact.value for fact in facts if fact.field is Field.OUTLET],
        host=site.host if site is not None else None,
    )
    addresses = [url, *(fact.value for fact in facts if fact.field is Field.URL)]
    day = next((day for one in addresses if (day := day_in_address(one)) is not None), None)
    if day is not None:
        facts.append(Fact(field=Field.PUBLISHED, value=day, source="url"))
    return PageFacts(
        facts=tuple(facts),
        title=title,
        printed=printed,
        headings=headings,
        window=tags.window,
        description=tags.description or data.description,
        body=data.body,
    )
