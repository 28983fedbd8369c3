"""Invented outlets and agencies, each with a house style."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from random import Random
from zlib import crc32

from tests.coverage.grammar import AMERICAN, BRITISH
from tests.coverage.loose import DATA

__all__ = ["Agency", "Outlet", "agencies", "furniture", "outlet", "outlets", "unseen_agencies"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes, and how its pages look."""

    name: str
    host: str
    spelling: int
    stamp: str
    """What its pages say of the time: ``offset``, ``minute`` (no offset), ``day`` or ``none``."""

    offset: int
    """Minutes its clock is ahead of UTC."""

    title_case: bool
    reporter: str
    agency: str | None = None
    """The abbreviation, for an agency."""


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency by name and abbreviation."""

    name: str
    short: str


@cache
def _data() -> dict[str, object]:
    return tomllib.loads((DATA / "outlets.toml").read_text())


def _words(key: str) -> list[str]:
    return str(_data()[key]).split()


@cache
def outlet(name: str, short: str | None = None) -> Outlet:
    """The outlet of that name: its style follows from the name alone."""
    chance = Random(crc32(name.encode()))
    host = "".join(letter for letter in name.lower() if letter.isalnum())
    stamp = chance.choices(("offset", "minute", "day", "none"), (60, 15, 18, 7))[0]
    return Outlet(
        name=name,
        host=f"{host}.example",
        spelling=BRITISH if chance.random() < 0.55 else AMERICAN,
        stamp="offset" if short else stamp,
        offset=0 if short else chance.choice((-480, -300, -240, 0, 0, 60, 60, 120, 180, 330, 540)),
        title_case=chance.random() < 0.25,
        reporter=f"{chance.choice(_words('first'))} {chance.choice(_words('last'))}",
        agency=short,
    )


@cache
def outlets() -> tuple[Outlet, ...]:
    """All newspapers and stations, in a fixed order."""
    return tuple(
        outlet(f"{front} {back}") for front in _words("fronts") for back in _words("backs")
    )


def _pairs(key: str) -> tuple[Agency, ...]:
    rows = _data()[key]
    assert isinstance(rows, list)
    return tuple(Agency(str(name), str(short)) for name, short in rows)


@cache
def agencies() -> tuple[Agency, ...]:
    """Invented agencies, whose texts may be in the collection."""
    return _pairs("agencies")


@cache
def unseen_agencies() -> tuple[Agency, ...]:
    """Real agencies, that are credited only."""
    return _pairs("credited_only")


@cache
def furniture() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """What pages print around an article: topics, related stories, promotions, as templates."""
    row = _data()["furniture"]
    assert isinstance(row, dict)
    return tuple(row["topics"]), tuple(row["related"]), tuple(row["promotions"])
