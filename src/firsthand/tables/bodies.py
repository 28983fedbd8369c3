"""Titles, roles and bodies: for whom a titled person speaks."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["Bodies", "Role", "bodies"]


class Role(StrEnum):
    """For whom the holder of a role speaks."""

    SELF = "self"
    SPOKES = "spokes"
    HEADS = "heads"
    MINISTERS = "ministers"
    LAWYERS = "lawyers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """The shipped titles and bodies. All words are folded to lower case, words of a phrase joined by a space."""

    revision: int
    honorifics: frozenset[str]
    ranks: frozenset[str]
    grades: frozenset[str]
    over: frozenset[str]
    roles: Mapping[str, tuple[Role, ...]]
    """By role word; several where a word is used in several ways ("president")."""

    offices: Mapping[str, str]
    """Role to the name of the body that it is."""

    presidency: Mapping[str, str]
    """Country code to the body that its head of state or government speaks for at home."""

    organs: frozenset[str]
    portfolios: frozenset[str]
    generic: frozenset[str]
    """Common nouns that refer back to a body ("the company")."""

    common: frozenset[str]
    """First words that many bodies share."""

    national: Mapping[str, str]
    """Folded name of a national organ to its country code."""


@cache
def bodies() -> Bodies:
    """Load the titles and bodies that ship with the package."""
    raw = tomllib.loads(files("firsthand.tables").joinpath("data/bodies.toml").read_text("utf-8"))
    roles: dict[str, tuple[Role, ...]] = {}
    for kind, row in raw["roles"].items():
        for word in row["words"].split():
            plain = word.replace("-", " ")
            roles[plain] = (*roles.get(plain, ()), Role(kind))
    words = {
        name: frozenset(word.casefold() for word in raw[name].split())
        for name in ("honorifics", "ranks", "grades", "over")
    }
    return Bodies(
        revision=int(raw["revision"]),
        honorifics=words["honorifics"],
        ranks=words["ranks"],
        grades=words["grades"],
        over=words["over"],
        roles=MappingProxyType(roles),
        offices=MappingProxyType(dict(raw["offices"])),
        presidency=MappingProxyType(dict(raw["presidency"])),
        organs=frozenset(word.replace("-", " ") for word in raw["organs"]["words"].split()),
        portfolios=frozenset(raw["portfolios"]["words"].split()),
        generic=frozenset(raw["generic"]["words"].split()),
        common=frozenset(raw["common"]["words"].split()),
        national=MappingProxyType(
            {name.casefold(): code for code, names in raw["national"].items() for name in names}
        ),
    )
