"""Where outlets are at home: the town a local paper or a national one is made in."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from firsthand.tables.hosts import listed_host

__all__ = ["OutletHome", "home_of_host", "outlet_homes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletHome:
    """The town of one outlet."""

    host: str
    """Without "www."; longest fitting host wins."""

    town: str
    """A name under which the gazetteer has it."""

    division: str
    """Country and GeoNames code of the first-order division ("US.TX"), or the country alone."""


@cache
def outlet_homes() -> tuple[OutletHome, ...]:
    """The table, sorted by host; absence says nothing."""
    text = files("firsthand.tables").joinpath("data/outlethomes.csv").read_text(encoding="utf-8")
    return tuple(OutletHome(**row) for row in csv.DictReader(text.splitlines()))


@cache
def _by_host() -> dict[str, OutletHome]:
    return {home.host: home for home in outlet_homes()}


def home_of_host(host: str) -> OutletHome | None:
    """The home of the outlet at `host` or a parent domain of it; None when it is not listed."""
    found = listed_host(host, _by_host())
    return None if found is None else _by_host()[found]
