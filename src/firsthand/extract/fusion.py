"""One account of an article from all that is said about it, and what became of each fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.domain import DateBound, Evidence, Fact, Field, OutletBasis, Reason
from firsthand.extract.metadata_authors import authors_as_stated, people_of
from firsthand.extract.metadata_dates import dates_of
from firsthand.extract.metadata_hosts import site_of
from firsthand.extract.metadata_outlets import outlet_of
from firsthand.extract.metadata_weighing import Weighed, all_of, single_of, title_of

__all__ = ["Fused", "fused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fused:
    """What is held of an article once all facts have been weighed. None or empty: nobody says."""

    title: str | None = None
    """Without the site's name behind it."""

    standfirst: str | None = None
    outlet: str | None = None
    outlet_basis: OutletBasis = OutletBasis.CLAIMED
    authors: tuple[str, ...] = ()
    """People only, in the order of the fact that names them."""
    byline: tuple[str, ...] = ()
    """The authors, then whoever else their source names: agencies, desks, houses."""

    wires: tuple[str, ...] = ()
    """Agencies, by their printed names, found where authors or wires were asked for."""

    relayed: tuple[str, ...] = ()
    """Known outlets that a page of an aggregator names as the article's."""

    published: str | None = None
    """ISO 8601, as precise as stated."""

    published_bound: DateBound = DateBound.EXACT
    """NOT_AFTER where only an update is stated."""

    updated: str | None = None
    language: str | None = None
    """ISO 639-1 where the fact holds such a code."""

    url: str | None = None
    section: str | None = None
    paywalled: bool | None = None
    credits: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    notice: str | None = None
    dateline: str | None = None
    evidence: tuple[Evidence, ...] = ()
    """One entry for each fact: by field, then in the order of trust."""

    reasons: tuple[Reason, ...] = ()
    """What a reader should know: that the page names another outlet than the one it came from."""


def fused(facts: Sequence[Fact]) -> Fused:
    """Weigh `facts` about one article.

    For each field the most trusted source decides (`firsthand.tables.trust`); the other facts stay
    visible in the evidence, with whether they say the same. The result does not depend on the order
    of facts of different sources; among facts of one source the first counts.

    Args:
        facts: In the order in which their sources state them.

    Returns:
        Fields that no fact speaks about are None or empty.
    """
    outlet = outlet_of(facts)
    sites = _sites(facts, outlet.value)
    title = title_of(facts, sites=sites)
    people, wires = people_of(facts, sites=sites)
    published, updated = dates_of(facts)
    singles = {field: single_of(facts, field) for field in _SINGLE}
    credits_ = all_of(facts, Field.CREDIT)
    corrections = all_of(facts, Field.CORRECTION)
    weighed: dict[Field, Weighed] = {
        Field.TITLE: title,
        Field.OUTLET: outlet,
        Field.AUTHOR: people,
        Field.WIRE: wires,
        Field.PUBLISHED: published,
        Field.UPDATED: updated,
        Field.CREDIT: credits_,
        Field.CORRECTION: corrections,
        **singles,
    }
    paywall = singles[Field.PAYWALL].value
    first = published.value or updated.value
    evidence = tuple(
        Evidence(fact=fact, standing=standing)
        for field in Field
        for fact, standing in weighed[field].standings
    )
    return Fused(
        title=title.value,
        standfirst=singles[Field.STANDFIRST].value,
        outlet=outlet.value,
        outlet_basis=outlet.basis,
        authors=people.values,
        byline=authors_as_stated(evidence, people.values),
        wires=wires.values,
        relayed=outlet.values,
        published=first,
        published_bound=DateBound.EXACT
        if published.value or first is None
        else DateBound.NOT_AFTER,
        updated=updated.value,
        language=singles[Field.LANGUAGE].value,
        url=singles[Field.URL].value,
        section=singles[Field.SECTION].value,
        paywalled=None if paywall is None else paywall == "yes",
        credits=credits_.values,
        corrections=corrections.values,
        notice=singles[Field.NOTICE].value,
        dateline=singles[Field.DATELINE].value,
        evidence=evidence,
        reasons=outlet.reasons,
    )


_SINGLE = (
    Field.STANDFIRST,
    Field.LANGUAGE,
    Field.URL,
    Field.SECTION,
    Field.PAYWALL,
    Field.NOTICE,
    Field.DATELINE,
)


def _sites(facts: Sequence[Fact], outlet: str | None) -> list[str]:
    """What the site is called: the outlet, the names that facts give it, its hosts."""
    names = [fact.value for fact in facts if fact.field is Field.OUTLET]
    hosts = [
        site.host
        for fact in facts
        if fact.field is Field.URL and (site := site_of(fact.value)) is not None
    ]
    return list(dict.fromkeys([*([outlet] if outlet else []), *names, *hosts]))
