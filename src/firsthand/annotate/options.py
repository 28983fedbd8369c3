"""Every place a written name may stand for, from the gazetteer and the tables of countries and regions."""

from __future__ import annotations

from firsthand.tables.countries import country_of_name
from firsthand.tables.gazetteer import Place, gazetteer
from firsthand.tables.namewords import name_words
from firsthand.tables.regions import area_of_people, region_of_postal_code, region_of_word

__all__ = ["options_for", "people_place"]

_MOST_OPTIONS = 60
"""Places of one name that are weighed; the commonest names have some 80, the rest villages."""


def options_for(name: str, *, after_comma: bool) -> tuple[Place, ...]:
    """Every place a name may stand for, likelier ones by the gazetteer first."""
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
    if not places:
        words = name.split()
        if len(words) > 1 and words[-1].casefold() in name_words().town_words:
            places = list(gazetteer().named(" ".join(words[:-1])))
        elif len(words) > 1 and words[0].casefold() in name_words().town_prefixes:
            places = list(gazetteer().named(" ".join(words[1:])))
    return tuple(places[:_MOST_OPTIONS])


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
