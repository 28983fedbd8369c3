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
    customary: frozenset[str]
    """Titles of callings, faiths and countries: before two words or more, or with a full stop."""

    abbreviated: frozenset[str]
    """Titles only where a full stop stands behind them ("Arch.")."""

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

    apart: frozenset[str]
    """Of these, the nouns that refer back only to a body with the noun in its name, where its name has one."""

    common: frozenset[str]
    """First words that many bodies share."""

    leaders: frozenset[str]
    """Titles by which the heads of states and governments go without the country."""

    diplomats: frozenset[str]
    """Those who are sent: the place they are sent to is not whom they speak for."""

    accredited: frozenset[str]
    """Likewise, where "to" follows."""

    kin: frozenset[str]
    """Those who are somebody's by kin or life, and hold no office by it."""

    functions: frozenset[str]
    """What somebody inside a body looks after."""

    national: Mapping[str, str]
    """Folded name of a national organ to its country code."""

    def is_title(self, word: str, following: int) -> bool:
        """Whether a word before a name is a title of persons and no part of the name.

        Args:
            word: As written, with its full stop.
            following: Words of the name behind it.
        """
        plain, stop = word.casefold().strip(".,"), word.endswith(".")
        return following > 0 and (
            plain in self.honorifics
            or (plain in self.customary and (stop or following > 1))
            or (plain in self.abbreviated and stop)
        )


def _spaced(words: str) -> frozenset[str]:
    """Words of a table, those of a phrase joined by a space."""
    return frozenset(word.replace("-", " ") for word in words.split())


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
        for name in ("honorifics", "customary", "abbreviated", "ranks", "grades", "over")
    }
    return Bodies(
        revision=int(raw["revision"]),
        honorifics=words["honorifics"],
        customary=words["customary"],
        abbreviated=words["abbreviated"],
        ranks=words["ranks"],
        grades=words["grades"],
        over=words["over"],
        roles=MappingProxyType(roles),
        offices=MappingProxyType(dict(raw["offices"])),
        presidency=MappingProxyType(dict(raw["presidency"])),
        organs=frozenset(word.replace("-", " ") for word in raw["organs"]["words"].split()),
        portfolios=frozenset(raw["portfolios"]["words"].split()),
        generic=frozenset(raw["generic"]["words"].split()),
        apart=frozenset(raw["generic"]["apart"].split()),
        common=frozenset(raw["common"]["words"].split()),
        leaders=_spaced(raw["leaders"]["words"]),
        diplomats=_spaced(raw["diplomats"]["words"]),
        accredited=_spaced(raw["accredited"]["words"]),
        kin=_spaced(raw["kin"]["words"]),
        functions=frozenset(raw["functions"]["words"].split()),
        national=MappingProxyType(
            {name.casefold(): code for code, names in raw["national"].items() for name in names}
        ),
    )
