"""News agencies: their names and the forms in which credit lines, datelines and bylines print them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["Agency", "agencies", "agency_named", "agency_of_host", "printed_name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A news agency."""

    name: str
    """Canonical name, without a leading "the"."""

    short: tuple[str, ...]
    """Abbreviations as printed; the case counts ("AA", not "aa")."""

    forms: tuple[str, ...]
    """Other printed names; the case does not count."""

    country: str
    """Seat, ISO 3166-1 alpha-2."""

    host: str
    """Web host of the agency itself; an article from there is the agency's own."""

    hosts: tuple[str, ...] = ()
    """Further hosts of its own: older ones, those of its editions."""


@cache
def agencies() -> tuple[Agency, ...]:
    """The table of agencies, sorted by name without regard to case."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/agencies.toml").read_text(encoding="utf-8")
    )
    rows = (
        Agency(
            name=row["name"],
            short=tuple(row["short"]),
            forms=tuple(row["forms"]),
            country=row["country"],
            host=row["host"],
            hosts=tuple(row.get("hosts", ())),
        )
        for row in raw["agency"]
    )
    return tuple(sorted(rows, key=lambda agency: agency.name.casefold()))


@cache
def _by_form() -> tuple[dict[str, Agency], dict[str, Agency]]:
    exact: dict[str, Agency] = {}
    folded: dict[str, Agency] = {}
    for agency in agencies():
        for short in agency.short:
            exact.setdefault(short, agency)
        for form in (agency.name, *agency.forms):
            folded.setdefault(_folded(form), agency)
    return exact, folded


_SPACE = re.compile(r"\s+")


def _folded(name: str) -> str:
    name = _SPACE.sub(" ", name.replace("’", "'")).strip(" .,;:–—-\u00a0")
    return name.casefold().removeprefix("the ")


@lru_cache(maxsize=1 << 14)
def agency_named(name: str) -> Agency | None:
    """The agency that `name` as a whole is a printed form of.

    "Reuters", "THE ASSOCIATED PRESS", "dpa" and "Full Name (ABBR)" are recognised; a phrase that
    merely holds a name ("Reuters witness") is not.

    Args:
        name: As written; surrounding white space and punctuation do not count.

    Returns:
        None when the table does not hold it.
    """
    exact, folded = _by_form()
    bare = name.strip(" .,;:–—-()[]\u00a0\n\t")
    found = exact.get(bare) or exact.get(name.strip(" ()[]")) or folded.get(_folded(bare))
    if found is None and "(" in bare:
        found = agency_named(bare.split("(", 1)[0])
    return found


def agency_of_host(host: str) -> Agency | None:
    """The agency whose own site `host` is, subdomains included; None when it is no agency's."""
    host = host.casefold().removeprefix("www.")
    for agency in agencies():
        if any(host == own or host.endswith("." + own) for own in (agency.host, *agency.hosts)):
            return agency
    return None


def printed_name(agency: Agency) -> str:
    """Its name with the abbreviation in brackets, "Associated Press (AP)", so that both are found."""
    for short in agency.short:
        if short.isupper() and short.isalpha() and short.casefold() != agency.name.casefold():
            return f"{agency.name} ({short})"
    return agency.name
