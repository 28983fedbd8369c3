"""What the members of a copy group say of whose text theirs is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.copies.credits import Credit, credits_of, forms
from firsthand.copies.times import earlier
from firsthand.domain import Article, ArticleId, Passage
from firsthand.tables.agencies import agency_named, agency_of_host

__all__ = ["Said", "agency_of", "passages", "said", "wire_credited"]


_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:@]+)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _agency_of_host(host: str) -> str | None:
    found = agency_of_host(host)
    return None if found is None else found.name


def agency_of(article: Article) -> str | None:
    """The agency that published the article itself, canonical; None for every other outlet."""
    if article.outlet is not None and (own := agency_named(article.outlet)):
        return own.name
    if article.url is None:
        return None
    host = _HOST.match(article.url)
    return None if host is None else _agency_of_host(host[1].lower())


def wire_credited(article: Article) -> str | None:
    """The agency that an article is, or that it credits for its whole text; None when neither.

    Canonical where the agency is known; as extraction printed it where it is not.
    """
    if article.wire is not None:
        known = agency_named(article.wire)
        return known.name if known is not None else article.wire
    if own := agency_of(article):
        return own
    for credit in credits_of(article):
        if agency := agency_named(credit.name):
            return agency.name
    return None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """What the members of a group say of whose text theirs is."""

    members: tuple[Article, ...]
    """By id."""

    credits: Mapping[ArticleId, tuple[Credit, ...]]
    own: Mapping[ArticleId, frozenset[str]]
    """The forms of each member's outlet."""

    wires: tuple[str, ...]
    """Agencies that members are or credit, the most credited first; then the one that is credited
    earliest; then by name."""

    def names(self, copy: ArticleId, original: ArticleId) -> tuple[Credit, ...]:
        """The credits in which one member names the other's outlet."""
        own = self.own[original] - self.own[copy]
        return tuple(one for one in self.credits[copy] if own and forms(one.name) & own)

    def others(self, copy: ArticleId, wire: str | None) -> tuple[Credit, ...]:
        """The credits of a member that name another agency than `wire`."""
        return tuple(
            one
            for one in self.credits[copy]
            if (agency := agency_named(one.name)) is not None and agency.name != wire
        )


def said(members: Sequence[Article]) -> Said:
    """Read the credits of a group's members; their order does not matter."""
    ordered = tuple(sorted(members, key=lambda article: article.id))
    found = {article.id: credits_of(article) for article in ordered}
    own: dict[ArticleId, frozenset[str]] = {}
    printed: dict[str, list[Article]] = defaultdict(list)
    for article in ordered:
        own[article.id] = forms(article.outlet) if article.outlet is not None else frozenset()
        agency = agency_of(article)
        if agency is not None:
            own[article.id] |= forms(agency)
        names = {known.name for one in found[article.id] if (known := agency_named(one.name))}
        if article.wire is not None and agency_named(article.wire) is None:
            names.add(article.wire)
        for name in names | ({agency} if agency is not None else set()):
            printed[name].append(article)
    return Said(
        members=ordered, credits=found, own=own, wires=tuple(sorted(printed, key=_rank(printed)))
    )


def _rank(printed: Mapping[str, Sequence[Article]]) -> Callable[[str], tuple[int, int, str]]:
    everybody = {article.id: article for articles in printed.values() for article in articles}

    def rank(name: str) -> tuple[int, int, str]:
        """Most credited; then the fewest texts of other wires that are earlier; then by name."""
        mine = printed[name]
        before = min(sum(earlier(other, one) for other in everybody.values()) for one in mine)
        return -len(mine), before, name

    return rank


def passages(article: Article, credits_: Sequence[Credit]) -> tuple[Passage, ...]:
    """Where credits stand in an article's text; empty where extraction moved them out of it."""
    return tuple(Passage(article.id, one.span) for one in credits_ if one.span is not None)
