"""Bodies of states and of the world under their several names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from firsthand.text.folding import fold_name

__all__ = ["Organs", "organs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organs:
    """The shipped names of one body, and the words that tell bodies of one kind apart."""

    revision: int
    same: Mapping[str, tuple[str, str | None]]
    """Folded name to the first name of its row, and the ISO 3166-1 alpha-2 code of the body's
    state (None: of no single state). An acronym stands here as written, in capitals only."""

    alone: frozenset[str]
    """Folded names that are complete by themselves: no short form of a longer one."""

    shared: frozenset[str]
    """Folded names, without their country, that organs of several states bear ("Treasury")."""

    police_heads: frozenset[str]
    police_neutral: frozenset[str]
    """Words of a force's name that do not tell it from another force."""

    legal: frozenset[str]
    """Words behind a company's name that do not make it another one."""

    another: frozenset[str]
    """Words behind a name that make it another body's ("Foundation", "Holdings")."""

    portfolio: Mapping[str, str]
    """Folded portfolio of a ministry to the usual one ("foreign affairs": "foreign")."""

    def is_shared(self, name: str) -> bool:
        """Whether organs of several states bear `name`; a name with its country in it is not shared."""
        return (name if name.isupper() else fold_name(name)) in self.shared

    def row(self, name: str) -> tuple[str, str | None] | None:
        """The first name of the row that holds `name`, and its state; None when no row does."""
        plain = " ".join(name.replace("&", "and").split())
        plain = plain.removeprefix("the ").removeprefix("The ")
        if plain.isupper() and plain in self.same:
            return self.same[plain]
        word = plain == plain.lower() and " " not in plain  # "Fed" is a body, "fed" a word
        return None if word else self.same.get(fold_name(plain))


def _filed(name: str) -> str:
    """A name as filed: an acronym as it is ("ICE" is a body, "ice" is not), others folded."""
    return name if name.isupper() and " " not in name else fold_name(name)


@cache
def organs() -> Organs:
    """The shipped table of organs."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/organs.toml").read_text(encoding="utf-8")
    )
    rows: list[tuple[str | None, list[str]]] = [
        *((code, row) for code, group in raw["same"].items() for row in group),
        *((None, row) for row in raw["international"]["rows"]),
    ]
    seen: dict[str, set[tuple[str, str | None]]] = {}
    for code, row in rows:
        for name in row:
            seen.setdefault(_filed(name), set()).add((row[0], code))
    return Organs(
        revision=int(raw["revision"]),
        # A name that several states' bodies bear says nothing by itself.
        same=MappingProxyType({n: next(iter(told)) for n, told in seen.items() if len(told) == 1}),
        alone=frozenset(fold_name(name) for name in raw["alone"]["names"]),
        shared=frozenset(map(_filed, raw["shared"]["names"])),
        police_heads=frozenset(raw["police"]["heads"].split()),
        police_neutral=frozenset(raw["police"]["neutral"].split()),
        legal=frozenset(raw["legal"]["words"].split()),
        another=frozenset(raw["another"]["words"].split()),
        portfolio=MappingProxyType(dict(raw["portfolio"])),
    )
