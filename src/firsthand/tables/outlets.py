"""Outlets: which host publishes under which name. Absence says nothing: most outlets are not here."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from firsthand.tables.hosts import listed_host

__all__ = ["Outlet", "outlet_named", "outlet_of_host", "outlets"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet with a web host of its own."""

    host: str
    """Without "www."; longest fitting host wins ("timesofindia.indiatimes.com")."""

    name: str
    country: str
    """ISO 3166-1 alpha-2 of its seat."""


@cache
def outlets() -> tuple[Outlet, ...]:
    """The table of outlets, sorted by host."""
    text = files("firsthand.tables").joinpath("data/outlets.csv").read_text(encoding="utf-8")
    rows = [Outlet(**row) for row in csv.DictReader(text.splitlines())]
    return tuple(sorted(rows, key=lambda outlet: outlet.host))


@cache
def _by_host() -> dict[str, Outlet]:
    return {outlet.host: outlet for outlet in outlets()}


@cache
def _by_name() -> dict[str, Outlet]:
    return {_key(outlet.name): outlet for outlet in reversed(outlets())}


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold().removeprefix("the ")


def outlet_of_host(host: str) -> Outlet | None:
    """The outlet that publishes at `host` or a parent domain of it; None when it is not listed."""
    found = listed_host(host, _by_host())
    return None if found is None else _by_host()[found]


def outlet_named(name: str) -> Outlet | None:
    """The outlet of that name; case and a leading "the" do not count; None when it is not listed."""
    return _by_name().get(_key(name))
