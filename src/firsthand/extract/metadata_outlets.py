"""Weigh what is said about the outlet: only the recorded address identifies it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from firsthand.domain import Fact, Field, OutletBasis, Reason, Standing
from firsthand.extract.metadata_hosts import Site, site_of
from firsthand.extract.metadata_weighing import Weighed, folded, ranked
from firsthand.extract.titles import same_site
from firsthand.tables.agencies import agency_named, agency_of_host
from firsthand.tables.hosts import hosts
from firsthand.tables.outlets import outlet_named, outlet_of_host
from firsthand.tables.pagewords import page_words

__all__ = ["house_of_host", "outlet_of", "trimmed_name"]

_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)/?\Z", re.IGNORECASE)
_SLOGAN = re.compile(r"\s+[|–—·•»-]+\s+|\s*[|»·•:]\s+")
_MOST_NAME_WORDS = 6
_CONSISTENT = 2
"""Places of a page that have to name the same outlet for it to count as the page's word: a single
one is set by whoever saved, copied or forged the page."""


@lru_cache(maxsize=4096)
def house_of_host(host: str) -> str | None:
    """The name of the outlet or agency that publishes at `host`; None when it is not listed."""
    listed = outlet_of_host(host)
    if listed is not None:
        return listed.name
    agency = agency_of_host(host)
    return agency.name if agency is not None else None


@lru_cache(maxsize=4096)
def trimmed_name(name: str) -> str:
    """An outlet's name without legal form, slogan and scheme: "Fjord Ledger" of "Fjord Ledger AS"."""
    text = " ".join(name.split()).strip(" ,;|–—-·•\u00a0")
    address = _ADDRESS.match(text)
    if address is not None and text.casefold().startswith(("http", "www.")):
        return address[1]
    if len(text.split()) > _MOST_NAME_WORDS - 2:
        first = _SLOGAN.split(text)[0].strip()
        text = first if first and len(first.split()) <= _MOST_NAME_WORDS else text
    words = text.split()
    legal = page_words().issuer_suffixes
    while len(words) > 1 and words[-1].casefold().strip(",") in legal | {"&", "co", "co.", "und"}:
        words.pop()
    return " ".join(words).strip(" ,&")


def outlet_of(facts: Sequence[Fact]) -> Weighed:
    """The outlet of an article and how it is known.

    A recorded address identifies the outlet, by the table of outlets or else by the host itself,
    for which the page may give the name; never a name that belongs to an outlet with another host.
    Without a record the page's own word is taken, and counts as such only where two places of the
    page agree and none names another known outlet.
    """
    found = ranked(facts, Field.OUTLET)
    names = [(fact, trimmed_name(fact.value)) for fact in found]
    names = [(fact, name) for fact, name in names if name]
    recorded = next(
        (one for one in facts if one.field is Field.URL and one.source == "recorded"), None
    )
    site = site_of(recorded.value) if recorded is not None else None
    told = [name for fact, name in names if fact.source == "sidecar"]
    if told:
        return _weighed(names, told[0], OutletBasis.CLAIMED, ())
    if site is not None:
        return _by_host(names, site, facts)
    return _by_page(names, facts)


def _by_host(names: Sequence[tuple[Fact, str]], site: Site, facts: Sequence[Fact]) -> Weighed:
    house = house_of_host(site.host)
    basis = OutletBasis.HOST if site.shown_by is None else OutletBasis.PAGE
    reasons: list[Reason] = []
    if site.shown_by is not None:
        reasons.append(Reason(feature=f"recorded at an archive ({site.shown_by})"))
    if site.aggregator:
        reasons.append(Reason(feature=f"recorded at an aggregator ({site.host})"))
    name = house
    for fact, said in names:
        if (
            house is None
            and not site.disguised
            and fact.source != "url"
            and not _belongs_elsewhere(said, site)
        ):
            name = name or said
        if _belongs_elsewhere(said, site) and not site.aggregator:
            reasons.append(
                Reason(
                    feature=f"the page names {said}, but was recorded at {site.host}", score=-1.0
                )
            )
    claimed = _claimed_house(facts)
    if claimed is not None and claimed != house:
        reasons.append(
            Reason(
                feature=f"its own address is {claimed}'s, but was recorded at {site.host}",
                score=-1.0,
            )
        )
    relayed = [said for _, said in names if site.aggregator and _belongs_elsewhere(said, site)]
    return replace(
        _weighed(names, name or site.host, basis, tuple(dict.fromkeys(reasons))),
        values=tuple(dict.fromkeys(relayed)),
    )


def _belongs_elsewhere(name: str, site: Site) -> bool:
    house = _known_house(name)
    if house is None:
        return False
    own = house_of_host(site.host)
    return own is None or not (same_site(own, house) or same_site(own, name))


@lru_cache(maxsize=4096)
def _known_house(name: str) -> str | None:
    """The listed outlet or agency that goes by `name`, words that any name may add left out."""
    words = folded(name).split()
    additions = hosts().additions
    for text in (name, " ".join(words), " ".join(one for one in words if one not in additions)):
        outlet = outlet_named(text) if text else None
        if outlet is not None:
            return outlet.name
        agency = agency_named(text) if len(text) > 3 or text == name else None
        if agency is not None:
            return agency.name
    return None


def _claimed_house(facts: Sequence[Fact]) -> str | None:
    """The listed house to which the address belongs that the page gives as its own."""
    for fact in ranked(facts, Field.URL):
        if fact.source in {"meta", "open-graph", "json-ld"}:
            site = site_of(fact.value)
            return house_of_host(site.host) if site is not None else None
    return None


def _by_page(names: Sequence[tuple[Fact, str]], facts: Sequence[Fact]) -> Weighed:
    claimed = _claimed_house(facts)
    if not names:
        if claimed is None:
            return Weighed()
        return Weighed(value=claimed, basis=OutletBasis.CLAIMED)
    name = names[0][1]
    places = {fact.source for fact, said in names if same_site(said, name)}
    own = next((one for one in map(site_of, _addresses(facts)) if one is not None), None)
    if own is not None and (claimed == name or same_site(own.host.rsplit(".", 1)[0], name)):
        places.add("url")
    reasons = []
    if claimed is not None and not same_site(claimed, name):
        reasons.append(
            Reason(feature=f"the page names {name}, but its own address is {claimed}'s", score=-1.0)
        )
    sure = len(places) >= _CONSISTENT and not reasons
    return _weighed(names, name, OutletBasis.PAGE if sure else OutletBasis.CLAIMED, tuple(reasons))


def _addresses(facts: Sequence[Fact]) -> list[str]:
    return [fact.value for fact in ranked(facts, Field.URL)]


def _weighed(
    names: Sequence[tuple[Fact, str]],
    name: str,
    basis: OutletBasis,
    reasons: tuple[Reason, ...],
) -> Weighed:
    won = next((fact for fact, said in names if said == name), None)
    return Weighed(
        value=name,
        basis=basis,
        reasons=reasons,
        standings=tuple(
            (
                fact,
                Standing.WON
                if fact is won
                else Standing.AGREES
                if same_site(said, name)
                else Standing.DISAGREES,
            )
            for fact, said in names
        ),
    )
