"""What one occurrence of a name looks like: its label, its words, what tables know of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.annotate.nametables import entry_of, is_known_word
from firsthand.annotate.nametrims import Name
from firsthand.annotate.wording import Wording
from firsthand.tables.countries import country_of_name
from firsthand.tables.givennames import is_given_name
from firsthand.tables.leaders import state_led_by
from firsthand.tables.media import is_outlet
from firsthand.tables.namecues import name_cues, words_of
from firsthand.tables.namewords import name_words
from firsthand.tables.organs import organs
from firsthand.tables.regions import area_of_people, region_of_word
from firsthand.tables.wellknown import full_name

__all__ = ["shape_features"]

_INITIALS = re.compile(r"(?:[A-Z]\.){3,}")
_AMPERSAND = re.compile(r"[A-Z]{1,3}&[A-Z]{1,3}")
_INITIAL = re.compile(r"(?:[A-Z]\.-?){1,2}|[A-Z]")
_DIGIT = re.compile(r"\d")

_PEOPLE_ENDINGS = (
    "an",
    "ans",
    "ish",
    "ese",
    "i",
    "is",
    "ic",
    "ics",
    "ist",
    "ists",
    "im",
    "ims",
    "s",
    "ch",
)
"""Endings of peoples and creeds; a word the recogniser calls one without them is doubtful."""

_LARGE, _MIDDLING = 50_000, 10_000
"""Inhabitants: a town that many live in is named more often than a person of its name."""


def shape_features(wording: Wording, name: Name) -> Iterator[str]:
    """What a name is like in itself, as names of features in the table of weights."""
    parts = [part.strip(".,'’").casefold() for part in name.text.split()]
    single = len(parts) == 1
    if name.label:
        yield f"label {name.label}"
        yield f"label {name.label} of {'one word' if single else 'several words'}"
    known = tuple(_table_features(name, single=single))
    yield from known
    yield from _word_features(wording, name, parts)
    if name.label == "NORP" and not name.text.casefold().endswith(_PEOPLE_ENDINGS):
        yield "no ending of a people"
    if not known or known == ("table capital",):
        yield from _gazetteer_features(wording, name, single=single)


def _table_features(name: Name, *, single: bool) -> Iterator[str]:
    """What the tables of countries, regions, peoples and bodies say of the whole name."""
    written = name.text
    known = country_of_name(written)
    if known is not None:
        yield f"table {known[1]}"
        return
    region = region_of_word(written)
    if region is not None:
        yield f"table region {region[1]}"
        return
    if area_of_people(written) is not None:
        yield "table people of an area"
        return
    if written.isupper() and written.casefold().rstrip(".") in name_cues().place_acronyms:
        yield "table acronym of a place"
        return
    if (
        written.casefold() in name_words().known_bodies
        or organs().row(written) is not None
        or full_name(written) is not None
    ):
        yield "table body"
        return
    words = written.casefold().split()
    if words[-1] in name_cues().peoples or written.casefold() in name_cues().peoples:
        yield "table people" if single else "people by its last word"
        return
    if is_outlet(written):
        yield "table outlet" if single else "outlet by its words"


def _word_features(wording: Wording, name: Name, parts: list[str]) -> Iterator[str]:
    """What the name's own words are: endings of bodies and places, given names, initials."""
    words, cues = name_words(), name_cues()
    if len(parts) > 1:
        if parts[0] in cues.ship_prefixes and name.text.split()[0].isupper():
            yield "ship's prefix"
        if parts[0] in cues.makes:
            yield "make and model"
        if parts[-1] in cues.thing_endings:
            yield "word of a thing"
        elif parts[-1] in words.body_endings or any(part in words.body_words for part in parts):
            yield "word of a body"
        elif parts[-1] in words.place_endings:
            yield "word of a place"
        elif parts[-1] in cues.building_endings:
            yield "word of a building"
        elif parts[-1] in cues.team_endings or parts[0] in cues.team_beginnings:
            yield "word of a team"
        elif parts[-1] in cues.firm_endings:
            yield "word of a firm"
        elif parts[0] in words.place_beginnings and name.label != "PERSON":
            yield "beginning of a place"
        if parts[0] in cues.storms:
            yield "storm before"
        if (
            (parts[0] in cues.numbered or "flight" in parts)
            and parts[-1].isalnum()
            and not parts[-1].isalpha()
        ):
            yield "numbered"
        if parts[-1] in cues.disease_nouns:
            yield "word of a disease"
        if {"treaty", "accord", "accords"} & set(parts):
            yield "word of a thing"
        if _is_no_person(name, parts):
            yield "word of no person"
        elif name.label == "ORG" and len(parts) == 2 and name.text.replace(" ", "").isalpha():
            yield "two words of no known make"
        yield from _person_features(name, parts)
    else:
        yield from _single_word_features(wording, name, parts[0])
    if parts[0] in cues.known_things or name.text.casefold() in cues.known_things:
        yield "known thing"
    if _DIGIT.search(name.text) is not None:
        yield "digits"


def _is_no_person(name: Name, parts: list[str]) -> bool:
    """Whether a name of several words holds one that no person's name has."""
    surnames = name_words().title_surnames
    first = name.text.split()[0]
    never = words_of("body_endings", "body_words", "place_endings", "body_nouns")
    later = words_of("office_parts", "firm_endings", "building_endings", "team_endings")
    return (
        (
            is_known_word(first)
            and not is_given_name(first)
            and (country_of_name(first) or ("", ""))[1] != "capital"
        )
        or name.text.isupper()
        or any(part in never and part not in surnames for part in parts)
        or any(part in later and part not in surnames for part in parts[1:])
    )


def _single_word_features(wording: Wording, name: Name, word: str) -> Iterator[str]:
    """What a name of one word is like."""
    words, cues = name_words(), name_cues()
    if _INITIALS.fullmatch(name.text) is not None or _AMPERSAND.fullmatch(name.text) is not None:
        yield "initials with stops"
    elif (
        name.text.isupper()
        and 1 < len(name.text) < 8
        and "." not in name.text
        and not wording.opens_dateline(name.first, name.last)
    ):
        yield "acronym"
    if word in words.never_places:
        yield "never a place"
    if word in words_of("place_endings", "place_beginnings"):
        yield "noun of places alone"
    if is_given_name(word):
        yield "given name alone"
    if len(word) == 1:
        yield (
            "platform"
            if name.text == "X" and wording.names_platform(name.first)
            else "single letter"
        )
    if word in cues.body_nouns:
        yield "noun of bodies alone"
    if word in cues.makes:
        yield "make alone"
    if state_led_by(name.text.title() if name.text.isupper() else name.text) is not None and (
        name.label not in {"GPE", "LOC", "NORP"} or not entry_of(name.text).kinds
    ):
        yield "surname of a leader"


def _person_features(name: Name, parts: list[str]) -> Iterator[str]:
    """Whether the words are a given name, perhaps initials, and a family name."""
    written = name.text.split()
    if len(written) > 5 or any(word.isupper() and len(word) > 3 for word in written[1:]):
        return
    if is_given_name(parts[0]) and parts[-1] not in words_of("place_endings", "body_endings"):
        yield "given name before others"
    if any(_INITIAL.fullmatch(word) for word in written[:-1]) and written[-1][0].isupper():
        yield "initial inside"


def _gazetteer_features(wording: Wording, name: Name, *, single: bool) -> Iterator[str]:
    """What the gazetteer has under the name."""
    entry = entry_of(name.text) if len(name.text) > 2 else entry_of("")
    if not entry.kinds:
        if name.label in {"GPE", "LOC", "FAC"} and (single or name.label == "GPE"):
            yield "label of a place, not in the gazetteer"
        return
    if (
        name.text.isupper()
        and name.first not in wording.capitals
        and len(name.text) < 8
        and not wording.opens_dateline(name.first, name.last)
    ):
        # "ALMA", "NICE": letters of a body, unless it opens a line as datelines do
        yield "acronym that is a town's name"
        return
    if not entry.own:
        yield "other name of a place"
        if entry.people >= _LARGE:
            yield "other name of a large town"
        return
    yield f"name of a place, {'one word' if single else 'several words'}"
    if entry.people >= _MIDDLING:
        yield "large town" if entry.people >= _LARGE else "middling town"
    if entry.kinds & {"region", "area", "water", "continent", "district"}:
        yield "name of a region or water"
