"""Where an outlet is at home, as its host tells: "thekentpost.example" may be in Kent."""

from __future__ import annotations

import re

from firsthand.domain import Article
from firsthand.tables.gazetteer import Place, gazetteer
from firsthand.tables.namewords import name_words

__all__ = ["home_of_outlet"]

_HOST = re.compile(r"^(?:[a-z]+://)?([a-z0-9.-]+\.[a-z]{2,})", re.IGNORECASE)
_COUNTRY_OF_SUFFIX = {"uk": "GB"}
_NOT_COUNTRIES = frozenset({"tv", "io", "me", "co", "cc", "ai", "fm", "ws", "to", "eu", "gg", "ly"})
"""Country suffixes sold to anybody."""

_SHORTEST_TOWN = 5
"""Letters; shorter words in a host name are seldom towns."""


def home_of_outlet(article: Article) -> tuple[tuple[Place, ...], ...]:
    """Places that the outlet's host suggests, each with all places of that name; may be empty."""
    found = _HOST.match(article.url or "") or _HOST.match(article.outlet or "")
    if found is None:
        return ()
    labels = found.group(1).lower().split(".")
    homes: list[tuple[Place, ...]] = []
    suffix = labels[-1]
    if len(suffix) == 2 and suffix not in _NOT_COUNTRIES:
        country = gazetteer().country(_COUNTRY_OF_SUFFIX.get(suffix, suffix.upper()))
        if country is not None:
            homes.append((country,))
    for label in labels[:-1]:
        town = _town(label)
        if town:
            homes.append(town)
    return tuple(homes)


def _town(label: str) -> tuple[Place, ...]:
    """The longest place name that a label of the host begins with, before words of newspapers."""
    words = name_words()
    label = label.removeprefix("the").removeprefix("my")
    for end in range(len(label), _SHORTEST_TOWN - 1, -1):
        rest = label[end:].strip("-")
        if rest and not any(rest.startswith(word) for word in words.outlet_endings):
            continue
        name = label[:end].strip("-")
        for split in (0, *range(3, len(name) - 2)):
            spaced = f"{name[:split]} {name[split:]}".strip().replace("-", " ")
            own = tuple(
                place
                for place in gazetteer().named(spaced)
                if not place.alternate and place.kind in {"city", "region", "district"}
            )
            if own and name not in words.outlet_endings:
                return own
    return ()
