"""Bodies and the states that they are organs of, by their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from firsthand.settle.houses import identity_of
from firsthand.tables.bodies import bodies
from firsthand.tables.countries import country_of_name

__all__ = ["Body", "country_in", "national_state", "state_of_name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body, with the state it is an organ of."""

    name: str
    state: str | None = None


def country_in(words: list[str]) -> tuple[str, int] | None:
    """The country that a phrase begins with, and how many words name it."""
    for length in (4, 3, 2, 1):
        told = " ".join(words[:length])
        told = re.sub(r"['’]s?$", "", told)
        found = country_of_name(told) if len(words) >= length else None
        if found is not None and found[1] != "capital":
            return found[0], length
    return None


@lru_cache(maxsize=65_536)
def national_state(name: str) -> str | None:
    """The state that a national organ without its country's name belongs to."""
    table = bodies().national
    plain = name.casefold().removeprefix("the ")
    return table.get(plain) or next(
        (code for organ, code in table.items() if " " in organ and plain.endswith(f" {organ}")),
        None,
    )


@lru_cache(maxsize=65_536)
def state_of_name(name: str) -> str | None:
    """The state that a body is an organ of; None for other bodies."""
    direct = country_of_name(name)
    if direct is not None and direct[1] in {"name", "metonym", "capital"}:
        return direct[0]
    identity = identity_of(name)
    if identity is not None and identity.country is not None:
        return identity.country
    own = national_state(name)
    if own is not None:
        return own
    words = name.split()
    found = country_in(words)
    if found is None:
        return None
    rest = " ".join(words[found[1] :]).casefold().replace("-", " ")
    organs = bodies().organs
    if not rest:
        return None
    if any(re.search(rf"\b{re.escape(organ)}\b", rest) for organ in organs):
        return found[0]
    official = country_of_name(" ".join(words[: found[1]]))
    named = official is not None and official[1] == "name"
    return found[0] if named and words[found[1]][:1].isupper() else None
