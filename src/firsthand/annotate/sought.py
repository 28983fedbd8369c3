"""What is to be located: place names, peoples, and places inside the names of bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.domain import Mention, MentionKind, Span, Token
from firsthand.tables.countries import country_of_name
from firsthand.tables.gazetteer import Place, gazetteer
from firsthand.tables.namewords import name_words
from firsthand.tables.regions import area_of_people, region_of_postal_code, region_of_word

__all__ = ["Sought", "sought_places"]

_MOST_OPTIONS = 60
"""Places of one name that are weighed; the commonest names have some 80, the rest villages."""

_REGION_WORDS = frozenset(
    {"region", "oblast", "province", "state", "governorate", "prefecture", "krai", "district"}
)


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
    """Whether the words are part of a body's name ("Kent Police")."""

    region: bool = False
    """Whether the next word says that a region is meant ("Kursk region")."""


def sought_places(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention]
) -> tuple[Sought, ...]:
    """Every stretch to locate, ascending, not overlapping."""
    found: list[Sought] = []
    for mention in mentions:
        if mention.kind is MentionKind.NATIONALITY:
            found.extend(_people(mention.span, mention.name))
        elif mention.kind is MentionKind.PLACE:
            found.extend(_place(text, mention))
        elif mention.kind is MentionKind.ORGANISATION:
            found.extend(_inside_body(text, mention))
    return tuple(sorted(found, key=lambda one: one.span))


def _people(span: Span, name: str) -> Iterator[Sought]:
    for words in (name, name.rpartition(" ")[2]):
        known = country_of_name(words)
        place: Place | None = None
        if known is not None and known[1] == "demonym":
            place = gazetteer().country(known[0])
        elif (region := region_of_word(words)) is not None and region[1] == "demonym":
            place = gazetteer().division(region[0])
        elif (area := area_of_people(words)) is not None:
            place = next(iter(gazetteer().named(area)), None)
        if place is not None:
            start = span.end - len(words) if words != name else span.start
            yield Sought(span=Span(start, span.end), name=place.name, options=(place,), people=True)
            return


def _place(text: str, mention: Mention) -> Iterator[Sought]:
    options = options_for(mention.name, after_comma=_after_comma(text, mention.span.start))
    following = text[mention.span.end :].split(maxsplit=1)[:1]
    region = bool(following) and following[0].strip(".,;:") in _REGION_WORDS
    if options or "-" not in mention.name:
        yield Sought(span=mention.span, name=mention.name, options=options, region=region)
        return
    # "Fargo-Moorhead": two towns, when the gazetteer knows both
    parts = mention.name.split("-")
    known = [options_for(part, after_comma=False) for part in parts]
    if not all(known) or mention.name != mention.span.of(text):
        yield Sought(span=mention.span, name=mention.name, options=(), region=region)
        return
    start = mention.span.start
    for part, places in zip(parts, known, strict=True):
        yield Sought(span=Span(start, start + len(part)), name=part, options=places)
        start += len(part) + 1


def _after_comma(text: str, start: int) -> bool:
    return text[:start].rstrip()[-1:] in {",", "("}


def options_for(name: str, *, after_comma: bool) -> tuple[Place, ...]:
    """Every place a name may stand for, likelier ones by the gazetteer first."""
    places = list(gazetteer().named(name))
    for word in (name, name.removesuffix(".")):
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
        if len(words) > 1 and words[-1].casefold() in {"city", "town", "village", "township", "municipality"}:
            places = list(gazetteer().named(" ".join(words[:-1])))
        elif len(words) > 1 and words[0].casefold() in {"downtown", "central", "metro", "greater"}:
            places = list(gazetteer().named(" ".join(words[1:])))
    return tuple(places[:_MOST_OPTIONS])


def _put_first(places: list[Place], place: Place | None) -> None:
    if place is not None:
        places[:] = [place, *(one for one in places if one.geonameid != place.geonameid)]


def _inside_body(text: str, mention: Mention) -> Iterator[Sought]:
    """The place at the start or end of a body's name: "Kent Police", "University of Ghent".

    Newspapers and stations are left out: their town says nothing of what they report.
    """
    written = mention.span.of(text)
    words = written.split(" ")
    lexicon = name_words()
    if len(words) < 2 or "\n" in written or "" in words:
        return
    if words[-1].casefold() in lexicon.outlet_endings:
        return
    found = False
    for count in range(min(3, len(words) - 1), 0, -1):
        part = " ".join(words[:count]).removesuffix("'s").removesuffix("’s")
        rest = [word.casefold().strip("'’.,") for word in words[count:]]
        if rest[0] in lexicon.outlet_endings or rest[0] in {"and", "&", "of", "for"}:
            continue
        one = _known_part(mention.span.start, part)
        if one is not None:
            yield one
            found = True
            break
        is_public = rest[0] in lexicon.body_words | lexicon.body_endings or rest[-1] in lexicon.body_endings
        options = options_for(part, after_comma=False)
        own = [place for place in options if not place.alternate]
        settled = part.casefold().endswith((" county", " parish")) or len(rest) > 0
        if own and is_public and settled and part.casefold() not in lexicon.never_places and part[:1].isupper():
            if part.casefold() in lexicon.place_beginnings | lexicon.place_endings:
                continue
            yield Sought(
                span=Span(mention.span.start, mention.span.start + len(part)),
                name=part, options=options, body=True,
            )
            found = True
            break
    if not found:
        for at in range(len(words) - 1, 0, -1):
            if words[at - 1] in {"of", "in"}:
                part = " ".join(words[at:])
                options = options_for(part, after_comma=False)
                if options and not options[0].alternate and options[0].kind not in {"area", "continent"}:
                    yield Sought(
                        span=Span(mention.span.end - len(part), mention.span.end),
                        name=part, options=options, body=True,
                    )
                return


def _known_part(start: int, part: str) -> Sought | None:
    """A country, region or people at the start of a body's name."""
    known = country_of_name(part)
    region = region_of_word(part)
    span = Span(start, start + len(part))
    if (known is not None and known[1] == "demonym") or (region is not None and region[1] == "demonym"):
        one = next(_people(span, part), None)
        return None if one is None else Sought(
            span=span, name=one.name, options=one.options, people=True, body=True
        )
    if (known is not None and known[1] == "name") or region is not None:
        return Sought(span=span, name=part, options=options_for(part, after_comma=False), body=True)
    return None
