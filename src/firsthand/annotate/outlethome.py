"""Where an outlet is at home, as table, host or name tell: "thekentpost.example" may be in Kent."""

from __future__ import annotations

import re

from firsthand.domain import Article
from firsthand.tables.gazetteer import Place, gazetteer
from firsthand.tables.namewords import name_words
from firsthand.tables.outlethomes import home_of_host

__all__ = ["home_of_outlet"]

_HOST = re.compile(r"^(?:[a-z]+://)?(?:www\.)?([a-z0-9.-]+\.[a-z]{2,})(?=$|[/:?#])", re.IGNORECASE)
_COUNTRY_OF_SUFFIX = {"uk": "GB"}
_NOT_COUNTRIES = frozenset({"tv", "io", "me", "co", "cc", "ai", "fm", "ws", "to", "eu", "gg", "ly"})
"""Country suffixes sold to anybody."""

_NO_HOMES = frozenset({"wikinews", "wikipedia", "blogspot", "wordpress", "medium", "archive"})
"""Labels of hosts where anybody writes: their names say nothing of a place."""

_SHORTEST_TOWN = 5
"""Letters; shorter words in a host name are seldom towns."""

_LARGE = 100_000
"""Inhabitants of a city that papers are called after."""

_KINDS = frozenset({"city", "region", "district"})


def home_of_outlet(article: Article) -> tuple[tuple[Place, ...], ...]:
    """Places where the outlet may be at home, each entry all places of one name; may be empty.

    A listed outlet has one town; else the country of its suffix and a town that its host or its name
    begins with ("Chester Post") are taken, whichever of the places of that name it is.
    """
    found = _HOST.match(article.url or "") or _HOST.match(article.outlet or "")
    if found is None:
        return _homes_of_name(article.outlet or "")
    host = found.group(1).lower()
    homes: list[tuple[Place, ...]] = []
    listed = _listed(host)
    if listed is not None:
        homes.append((listed,))
    labels = host.split(".")
    suffix = labels[-1]
    if len(suffix) == 2 and suffix not in _NOT_COUNTRIES:
        country = gazetteer().country(_COUNTRY_OF_SUFFIX.get(suffix, suffix.upper()))
        if country is not None:
            homes.append((country,))
    if listed is None and not _NO_HOMES & set(labels):
        homes += [town for label in labels[:-1] if (town := _town(label))]
    if not homes:
        homes += _homes_of_name(article.outlet or "")
    return tuple(homes)


def _listed(host: str) -> Place | None:
    """The town of an outlet that the table knows: of several of that name in its division the largest."""
    home = home_of_host(host)
    if home is None:
        return None
    return next(
        (
            place
            for place in gazetteer().named(home.town)
            if home.division in {place.division, place.country}
            and place.kind in _KINDS | {"country"}
        ),
        None,
    )


def _homes_of_name(outlet: str) -> tuple[tuple[Place, ...], ...]:
    """Places of the words before the newspaper word of an outlet's name ("Chester Post")."""
    words = outlet.removeprefix("The ").split()
    endings = name_words().outlet_endings
    for count in range(len(words) - 1, 0, -1):
        if words[count].casefold().split("-")[0] not in endings:
            continue
        own = _own_places(" ".join(words[:count]))
        if own and words[count - 1].casefold() not in endings:
            return (own,)
    return ()


def _own_places(name: str) -> tuple[Place, ...]:
    """Towns and divisions that bear the name as their own; "New York" is New York City here.

    Where a city of the name is large, papers are called after it and not after its region.
    """
    city = f"{name} city".casefold()
    own = [
        place
        for place in gazetteer().named(name)
        if place.kind in _KINDS and (not place.alternate or place.name.casefold() == city)
    ]
    large = any(place.kind == "city" and place.people >= _LARGE for place in own)
    return tuple(place for place in own if not large or place.kind == "city")


def _town(label: str) -> tuple[Place, ...]:
    """The longest place name that a label of the host begins with, before words of newspapers."""
    words = name_words()
    label = label.removeprefix("the").removeprefix("my")
    for end in range(len(label), _SHORTEST_TOWN - 1, -1):
        rest = label[end:].strip("-")
        if rest and not any(rest.startswith(word) for word in words.outlet_endings):
            continue
        name = label[:end].strip("-")
        if name in words.outlet_endings:
            continue
        for split in (0, *range(3, len(name) - 2)):
            own = _own_places(f"{name[:split]} {name[split:]}".strip().replace("-", " "))
            if own:
                return own
    return ()
