"""What is to be located: place names, peoples, palaces, and places inside the names of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.annotate.actors import is_visited
from firsthand.annotate.bodyplaces import place_of_body, town_of_facility
from firsthand.annotate.options import known_as, options_for, people_place
from firsthand.annotate.saidkinds import said_kind
from firsthand.annotate.seats import is_seat
from firsthand.domain import Mention, MentionKind, Span
from firsthand.tables.countries import country_of_name
from firsthand.tables.gazetteer import Place, gazetteer
from firsthand.tables.media import is_outlet
from firsthand.tables.placewords import place_words

__all__ = ["Sought", "sought_places"]

_COUNTIES = re.compile(r"(?:,? (?:and |or )?[A-Z][\w.]+(?: [A-Z]\w+)?){0,8},? counties\b")
"""What follows a county's name in a list: "Kent, Surrey and Essex counties"."""

_JOINT = re.compile(r"(?:, and | and |, | - | – |/|-|–)")
"""What may join two places that a recogniser took for one name."""

_COUNTY_OF = re.compile(r"((?:[A-Z][\w.'-]+ ){1,3}(?:County|Parish))\b.")
"""A county before the rest of the name of something that is in it ("Kent County Road")."""

_COURT_DISTRICT = re.compile(r"(?:Northern|Southern|Eastern|Western|Middle|Central) District")
"""Of a court, before the state that it lies in; by itself it names no place."""

_NEXT = re.compile(r"(?:,| and|, and)? ([a-z]+)")
"""The word after a name, or behind a comma the next member of a list."""

_PEOPLES = re.compile(r"\b(?:Democratic )?People['’]s $")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """One place name in the text with every place it may stand for."""

    span: Span
    name: str
    """As written; for a people, the country or area it belongs to."""

    options: tuple[Place, ...]
    people: bool = False
    """Whether the words name a people ("Ukrainian"), not the place itself."""

    body: bool = False
    """Whether the words are part of a body's name ("Kent Police") or of a member's seat ("R-Texas")."""

    office: bool = False
    """Whether the words name a palace or street that stands for its government ("Downing Street")."""

    said: str = ""
    """What kind of place the text says it is: region, city, area, country, dateline (a city, too); or empty."""

    part: str = ""
    """The direction that says that a part of the options is meant ("eastern")."""

    site: str = ""
    """The building or ground called after the place ("Ghent Town Hall")."""


def sought_places(text: str, mentions: Sequence[Mention]) -> tuple[Sought, ...]:
    """Every stretch to locate, ascending, not overlapping."""
    found: list[Sought] = []
    named = frozenset(one.name.casefold() for one in mentions if one.kind is MentionKind.PLACE)
    for before, mention in zip((None, *mentions), mentions, strict=False):
        if mention.kind is MentionKind.NATIONALITY:
            found.extend(_people(mention))
        elif mention.kind is MentionKind.PLACE:
            found.extend(_place(text, mention, before, named))
        elif mention.kind in {MentionKind.ORGANISATION, MentionKind.OTHER}:
            found.extend(_of_body(text, mention, named))
    regions = {one.name.casefold() for one in found if one.said == "region"}
    return tuple(
        sorted(
            (
                _as_region(one) if one.name.casefold() in regions and not one.people else one
                for one in found
            ),
            key=lambda one: one.span,
        )
    )


def _as_region(one: Sought) -> Sought:
    """The same name for a region: one sense in one text, if it is a region once."""
    unique: dict[int, Place] = {}
    for place in (*gazetteer().named(f"{one.name} region"), *one.options):
        unique.setdefault(place.geonameid, place)
    return replace(one, said="region", options=tuple(unique.values()))


def _people(mention: Mention) -> Iterator[Sought]:
    """The countries or areas of a people.

    Of "Russian-American" there are two; of several words ("ethnic Kazakh", "American Indians") the
    last or the first may do.
    """
    name, span = mention.name, mention.span
    place = people_place(name)
    if place is not None:
        yield Sought(span=span, name=place.name, options=(place,), people=True)
        return
    if len(name) != span.end - span.start:
        return
    cuts = [0, *(at + 1 for at, letter in enumerate(name) if letter in "-– ")]
    ends = [*(cut - 1 for cut in cuts[1:]), len(name)]
    parts = [(start, end) for start, end in zip(cuts, ends, strict=True) if start < end]
    if " " in name:
        heads = [(0, end) for _, end in parts[:-1]]
        parts = [parts[-1], *reversed(heads)]
    for start, end in parts:
        place = people_place(name[start:end])
        if place is not None:
            yield Sought(
                span=Span(span.start + start, span.start + end),
                name=place.name,
                options=(place,),
                people=True,
            )
            if " " in name:
                return


def _of_body(text: str, mention: Mention, named: frozenset[str]) -> Iterator[Sought]:
    """The government a palace stands for, the place in a body's name, or two places taken for a body."""
    office = country_of_name(mention.name)
    if office is not None and office[1] == "metonym":
        yield from _office(text, mention, office[0])
        return
    pieces = _places_in_chain(mention)
    if pieces:
        yield from pieces
        return
    if is_outlet(mention.name):
        return  # where "The Times of India" appears says nothing of where its story happens
    part = place_of_body(text, mention, named)
    if part is not None:
        yield Sought(
            span=part.span, name=part.name, options=part.options, people=part.people, body=True
        )


def _office(text: str, mention: Mention, country: str) -> Iterator[Sought]:
    """A palace, street or parliament: a place where somebody goes, else its government."""
    if is_visited(text, mention.span):
        options = tuple(
            place
            for place in options_for(mention.name, after_comma=False)
            if place.country == country and place.kind == "site"
        )
        if options:
            yield Sought(span=mention.span, name=mention.name, options=options)
            return
    place = gazetteer().country(country)
    if place is not None:
        yield Sought(span=mention.span, name=mention.name, options=(place,), office=True)


def _place(
    text: str, mention: Mention, before: Mention | None, named: frozenset[str]
) -> Iterator[Sought]:
    """A place name, the places that were taken for one, or the town of a building called after it."""
    if _COURT_DISTRICT.fullmatch(mention.name) and text.startswith(" of ", mention.span.end):
        return
    if _is_thing(text, mention):
        return
    mention = _whole_republic(text, mention)
    known = known_as(mention.name, after_comma=_after_comma(text, mention.span.start))
    if _COUNTIES.match(text, mention.span.end) is not None:
        county = gazetteer().named(f"{mention.name} County")
        if county:
            yield Sought(span=mention.span, name=f"{mention.name} County", options=county)
            return
    whole = known.places and not known.part
    pieces = () if whole else _pieces(mention)
    if not pieces and len(known.places) == 1 and known.places[0].kind == "area":
        pieces = _countries_in(mention)  # "Australia and New Zealand", also a statistical area
    if pieces:
        yield from pieces
        return
    said = "region" if known.region else said_kind(text, mention.span)
    if not known.places:
        inner = _COUNTY_OF.match(mention.name)
        options = gazetteer().named(inner.group(1)) if inner is not None else ()
        if inner is not None and options:
            span = Span(mention.span.start, mention.span.start + inner.end(1))
            yield Sought(span=span, name=inner.group(1), options=options, body=True)
            return
        town = town_of_facility(mention, named)
        if town is not None:
            yield Sought(span=town.span, name=town.name, options=town.options, site=mention.name)
            return
    yield Sought(
        span=mention.span,
        name=mention.name,
        options=known.places,
        body=is_seat(text, mention, before),
        said=said,
        part=known.part,
    )


def _is_thing(text: str, mention: Mention) -> bool:
    """Whether a country's name is a bird's or a ware's ("Turkey sandwiches", "China plates")."""
    next_word = _NEXT.match(text, mention.span.end)
    if next_word is None:
        return False
    pair = f"{mention.name} {next_word[1]}".casefold()
    things = place_words().things
    return pair in things or pair.removesuffix("s") in things or pair.removesuffix("es") in things


def _whole_republic(text: str, mention: Mention) -> Mention:
    """The name with a "People's" that was left outside it."""
    if not mention.name.startswith(("Republic of", "Democratic Republic of")):
        return mention
    before = _PEOPLES.search(text[max(0, mention.span.start - 30) : mention.span.start])
    if before is None:
        return mention
    words = before.group(0)
    return replace(
        mention,
        span=Span(mention.span.start - len(words), mention.span.end),
        name=f"{words}{mention.name}",
    )


def _pieces(mention: Mention) -> tuple[Sought, ...]:
    """The places that are joined in one name ("Fargo-Moorhead"), when every one of them is known."""
    written = mention.name
    if len(written) != mention.span.end - mention.span.start:
        return ()
    cuts = list(_JOINT.finditer(written))
    if not cuts:
        return ()
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(written)]
    found = []
    shared = written[starts[-1] :].rpartition(" ")[2]
    for start, end in zip(starts, ends, strict=True):
        part = written[start:end]
        if not part[:1].isupper():
            return ()
        # "Central and South America": the last word belongs to both
        name = f"{part} {shared}" if part.casefold() in place_words().directions else part
        options = options_for(name, after_comma=start > 0)
        if not options:
            return ()
        begin = mention.span.start + start
        found.append(Sought(span=Span(begin, begin + len(part)), name=name, options=options))
    return tuple(found)


def _countries_in(mention: Mention) -> tuple[Sought, ...]:
    """The countries joined in one name; none unless each of them is one."""
    pieces = _pieces(mention) if " and " in mention.name else ()
    return pieces if all(one.options[0].kind == "country" for one in pieces) else ()


def _places_in_chain(mention: Mention) -> tuple[Sought, ...]:
    """A town and what it lies in, taken for a body ("Pandi, Bulacan")."""
    pieces = _pieces(mention) if ", " in mention.name else ()
    own = all(any(not place.alternate for place in one.options) for one in pieces)
    outer = pieces and any(
        place.kind in {"country", "region", "district"} for place in pieces[-1].options
    )
    return pieces if own and outer else ()


def _after_comma(text: str, start: int) -> bool:
    """Whether the stretch follows a comma or an opening bracket."""
    at = start
    while at and text[at - 1].isspace():
        at -= 1
    return at > 0 and text[at - 1] in {",", "("}
