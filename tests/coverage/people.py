"""Invented people: names that fit the country, and the forms in which they are printed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from random import Random

from tests.coverage.loose import DATA

__all__ = ["Person", "cultures", "named", "named_family"]


@dataclass(frozen=True, slots=True)
class Culture:
    """Where names are at home and what they are made of."""

    countries: tuple[str, ...]
    male: tuple[str, ...]
    female: tuple[str, ...]
    family: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented, with the role in which they speak. A body that speaks itself is one too."""

    name: str
    """In full; of a body its name; of somebody unnamed the words that stand for the name."""

    family: str
    he: str
    age: int
    role: str
    title: str
    """Office, as printed before or behind the name; empty for a body and a private person."""

    authority: str | None
    """The body they speak for; None for a private person and for somebody unnamed."""

    house: str
    """All who speak for one house are one origin for the lower count: "state:NO", "company:…"."""

    @property
    def is_body(self) -> bool:
        """Whether it is the body itself that speaks."""
        return self.authority == self.name


@cache
def cultures() -> dict[str, Culture]:
    """Country code → culture."""
    found = {}
    for row in tomllib.loads((DATA / "names.toml").read_text()).values():
        made = [
            front + back
            for front in row["front"].split()
            for back in row["back"].split()
            if front.lower() != back
        ]
        culture = Culture(
            countries=tuple(row["countries"]),
            male=tuple(row["male"].split()),
            female=tuple(row["female"].split()),
            family=(*row["family"].split(), *made),
        )
        found.update(dict.fromkeys(culture.countries, culture))
    return found


def named_family(country: str, chance: Random) -> str:
    """A family name."""
    family = cultures()[country].family
    return family[int(chance.random() * len(family))]


def named(country: str, chance: Random) -> tuple[str, str, str]:
    """Given name, family name and pronoun ("he" or "she")."""
    culture = cultures()[country]
    he = "he" if chance.random() < 0.55 else "she"
    given = culture.male if he == "he" else culture.female
    return given[int(chance.random() * len(given))], named_family(country, chance), he
