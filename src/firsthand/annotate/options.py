"""Every place a written name may stand for, from the gazetteer and the tables of countries and regions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from firsthand.tables.countries import country_of_name
from firsthand.tables.gazetteer import Place, gazetteer
from firsthand.tables.namewords import name_words
from firsthand.tables.placewords import place_words
from firsthand.tables.regions import area_of_people, region_of_postal_code, region_of_word

__all__ = ["Known", "known_as", "options_for", "people_place"]

_MOST_OPTIONS = 60
"""Places of one name that are weighed; the commonest names have some 80, the rest villages."""

_ABBREVIATED = {"N.": "North", "S.": "South", "E.": "East", "W.": "West"}

_DIVISIONS = frozenset({"region", "district", "area"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The places of a written name, and how the name was read."""

    places: tuple[Place, ...] = ()
    region: bool = False
    """Whether the name itself says that a division is meant ("Kharkiv Oblast")."""

    part: str = ""
    """The direction or the like that says it is a part of these places ("eastern")."""


def known_as(name: str, *, after_comma: bool) -> Known:
    """The places of a name as it stands, else without the words that say what kind of place it is.

    "City of Ghent" is Ghent, "Idlib province" the division, "Eastern China" a part of China: the
    whole is the best that is known.

    Args:
        name: As written, without a leading article.
        after_comma: Whether it stands after a comma or bracket, where postal codes count.
    """
    places = options_for(name, after_comma=after_comma)
    if places:
        return Known(places=places)
    for reading in _readings(name):
        if reading.places:
            return replace(reading, places=reading.places[:_MOST_OPTIONS])
    return Known()


def _readings(name: str) -> Iterator[Known]:
    """What is left of a name without words of kind or direction, likeliest reading first."""
    words = place_words()
    folded = name.casefold()
    for prefix in words.kind_prefixes:
        if folded.startswith(f"{prefix} "):
            rest = name[len(prefix) + 1 :]
            yield Known(places=tuple(p for p in _named(rest) if p.kind in {"city", "district"}))
    for prefix in words.region_prefixes:
        if folded.startswith(f"{prefix} "):
            yield Known(places=_divisions(name[len(prefix) + 1 :]), region=True)
    for prefix in words.district_prefixes:
        if folded.startswith(f"{prefix} "):
            yield Known(places=_districts(name[len(prefix) + 1 :]), region=True)
    head, _, last = name.rpartition(" ")
    if head and last.casefold() in words.region_words:
        yield Known(places=_divisions(head), region=True)
    if head and last.casefold().rstrip(".") in words.district_words | {"co"}:
        yield Known(places=_districts(head), region=True)
    lexicon = name_words()
    if head and last.casefold() in lexicon.town_words:
        yield Known(places=options_for(head, after_comma=False))
    first, _, rest = name.partition(" ")
    if rest and first in _ABBREVIATED:
        yield known_as(f"{_ABBREVIATED[first]} {rest}", after_comma=False)
    if rest and first.casefold() in words.directions | lexicon.town_prefixes:
        inner = known_as(rest, after_comma=False)
        yield Known(places=inner.places, region=inner.region, part=first.casefold())


def _named(name: str) -> tuple[Place, ...]:
    return gazetteer().named(name)


def _divisions(name: str) -> tuple[Place, ...]:
    """First-order divisions of a bare name, countries for "Republic of", then other divisions."""
    known = country_of_name(name)
    country = gazetteer().country(known[0]) if known is not None and known[1] == "name" else None
    region = region_of_word(name)
    division = (
        gazetteer().division(region[0]) if region is not None and region[1] == "name" else None
    )
    found = [
        *_named(f"{name} region"),
        *_named(f"{name} Province"),
        *_named(f"Province of {name}"),
        *([division] if division is not None else []),
        *([country] if country is not None else []),
        *(place for place in _named(name) if place.kind in _DIVISIONS),
    ]
    return _unique(found)


def _districts(name: str) -> tuple[Place, ...]:
    """Counties, districts and the like of a bare name."""
    return _unique(
        [
            *_named(f"{name} County"),
            *_named(f"County {name}"),
            *_named(f"{name} District"),
            *(place for place in _named(name) if place.kind in _DIVISIONS),
        ]
    )


def _unique(places: list[Place]) -> tuple[Place, ...]:
    """Each place once, in the order given."""
    first: dict[int, Place] = {}
    for place in places:
        first.setdefault(place.geonameid, place)
    return tuple(first.values())


def options_for(name: str, *, after_comma: bool) -> tuple[Place, ...]:
    """Every place a name as it stands may stand for, likelier ones by the gazetteer first."""
    places = list(gazetteer().named(name))
    for word in (name, f"{name}.") if after_comma else (name,):
        region = region_of_word(word)
        if region is not None and region[1] == "name":
            _put_first(places, gazetteer().division(region[0]))
            break
    if after_comma and (code := region_of_postal_code(name)) is not None:
        _put_first(places, gazetteer().division(code))
    known = country_of_name(name)
    if known is not None and known[1] == "name":
        _put_first(places, gazetteer().country(known[0]))
    return tuple(_likeliest(places))


def _likeliest(places: list[Place]) -> list[Place]:
    """The places worth weighing, in the order given; by another name a place must be ten times as large."""
    if len(places) <= _MOST_OPTIONS:
        return places
    sizes = [place.people / (10 if place.alternate else 1) for place in places]
    least = sorted(sizes, reverse=True)[_MOST_OPTIONS - 1]
    kept = [
        place
        for at, (place, size) in enumerate(zip(places, sizes, strict=True))
        if size >= least or at == 0
    ]
    return kept[: _MOST_OPTIONS + 1]


def _put_first(places: list[Place], place: Place | None) -> None:
    """Move or add a place to the head of the list."""
    if place is not None:
        places[:] = [place, *(one for one in places if one.geonameid != place.geonameid)]


def people_place(name: str) -> Place | None:
    """The country, region or area of a people or adjective ("Ukrainian"); None if no table knows it."""
    known = country_of_name(name)
    if known is not None:
        return gazetteer().country(known[0]) if known[1] == "demonym" else None
    region = region_of_word(name)
    if region is not None:
        return gazetteer().division(region[0]) if region[1] == "demonym" else None
    area = area_of_people(name)
    return None if area is None else next(iter(gazetteer().named(area)), None)
