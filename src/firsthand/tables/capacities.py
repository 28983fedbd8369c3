"""Capacities in which people and bodies speak: offices, agents, organs, documents, the unnamed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Capacities", "capacities"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacities:
    """Sets of lemmas in lower case; a word may be in several."""

    revision: int
    state: frozenset[str]
    """Offices that speak for a state."""

    body: frozenset[str]
    """Offices that speak for the body or place named beside them."""

    agent: frozenset[str]
    """Those who speak for the person or body they belong to."""

    own: frozenset[str]
    """Capacities in which people speak for themselves."""

    bodies: frozenset[str]
    companies: frozenset[str]
    """Common nouns for a company that was named before."""

    company_endings: frozenset[str]
    """Last words of names that only companies have."""

    societies: frozenset[str]
    """Common nouns for a body that is neither company nor organ of a state."""

    happenings: frozenset[str]
    """Things that say nothing, whatever verb of showing follows them."""

    organs: frozenset[str]
    """Bodies that, with a state's name or adjective beside them, speak for the state."""

    documents: frozenset[str]
    handouts: frozenset[str]
    """Documents that somebody gives out: "a release" without an owner is the last speaker's."""

    kinds: frozenset[str]
    """Common nouns that only say what a name is ("the Moreno company", "the magazine Harbour")."""

    outlets: frozenset[str]
    unnamed: frozenset[str]
    """People whom a text will not name."""

    groups: frozenset[str]
    same: frozenset[str]
    """Pairs of title words that stand for one another, as ``a=b``."""

    acronyms: frozenset[str]
    """Acronyms, in capitals, that are the usual name of their body."""

    personal: frozenset[str]
    """Offices and callings that only a person has; never those of companies ("owner")."""

    portfolios: frozenset[str]
    """What people inside a body look after ("director of public relations"): no body of its own."""

    regions: frozenset[str]
    """Common nouns for a part of a country whose head speaks for it ("the Mellin region")."""

    ranks: frozenset[str]
    """Pairs of an office and a word in the names of the bodies it belongs to, as ``a=b``."""

    letters: frozenset[str]
    """Sicknesses and other things by letters, folded, that are no bodies."""

    possessives: frozenset[str]
    """Plurals and others that stand in the possessive inside a body's name ("Children's Aid")."""

    drop: frozenset[str]
    """Words at the front of a noun phrase that are no part of a name."""


@cache
def capacities() -> Capacities:
    """The shipped table of capacities."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/capacities.toml").read_text(encoding="utf-8")
    )
    revision = int(raw.pop("revision"))
    acronyms = frozenset(str(raw.pop("acronyms")).split())
    return Capacities(
        revision=revision,
        acronyms=acronyms,
        **{field: frozenset(str(words).lower().split()) for field, words in raw.items()},
    )
