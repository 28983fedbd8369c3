"""Means of saying something, by the words that show each in a reporting clause."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

__all__ = ["Saying", "saying"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The shipped means of saying; words in lower case."""

    revision: int
    nouns: Mapping[str, str]
    """Name of the medium by noun phrase ("press conference"); nouns in the singular."""

    verbs: Mapping[str, str]
    """By the lemma of the reporting verb."""

    hearers: Mapping[str, str]
    """By the lemma of who was told."""

    texts: Mapping[str, str]
    """By the lemma of a text that speaks for itself."""

    lasting: frozenset[str]
    """Media that are occasions: they go on while the same speaker goes on speaking."""

    lasting_heads: frozenset[str]
    """Last words of the nouns that name such an occasion."""

    holding: frozenset[str]
    """What one does with an occasion to speak on it ("hold")."""


def _by(rows: list[dict[str, Any]], key: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        for words in row.get(key, []):
            found.setdefault(words, row["name"])
    return MappingProxyType(found)


@cache
def saying() -> Saying:
    """Load the table."""
    raw = tomllib.loads(files("firsthand.tables").joinpath("data/saying.toml").read_text("utf-8"))
    rows = raw["medium"]
    lasting = [row for row in rows if row.get("lasting", False)]
    return Saying(
        revision=int(raw["revision"]),
        nouns=_by(rows, "nouns"),
        verbs=_by(rows, "verbs"),
        hearers=_by(rows, "hearers"),
        texts=_by(rows, "texts"),
        holding=frozenset(str(raw["holding"]["verbs"]).split()),
        lasting=frozenset(row["name"] for row in lasting),
        lasting_heads=frozenset(words.split()[-1] for row in lasting for words in row["nouns"]),
    )
