"""The place inside the name of a body: "Kent Police", "University of Ghent", "Georgian Foreign Ministry"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from firsthand.annotate.options import options_for, people_place
from firsthand.domain import Mention, Span
from firsthand.tables.countries import country_of_name
from firsthand.tables.gazetteer import Place
from firsthand.tables.namewords import name_words
from firsthand.tables.placewords import place_words
from firsthand.tables.regions import region_of_word

__all__ = ["BodyPlace", "place_of_body", "town_of_facility"]

_KNOWN_TOWN = 40_000
"""Inhabitants from which a body's first word is believed to be a town without other mention."""

_MOST_WORDS = 3
"""Of a place at the head of a body's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyPlace:
    """The words of a body's name that name a place or people, with the places they may stand for."""

    span: Span
    name: str
    options: tuple[Place, ...]
    people: bool = False


def place_of_body(text: str, mention: Mention, named: Collection[str]) -> BodyPlace | None:
    """The place at the head or end of a body's name.

    Newspapers and stations have none: their town says nothing of what they report.

    Args:
        text: The article's.
        mention: Of a body.
        named: Places that the article names elsewhere, in lower case.

    Returns:
        None where no part of the name is a place as far as tables and article tell.
    """
    written = mention.span.of(text)
    words = written.split(" ")
    lexicon = name_words()
    if len(words) < 2 or "\n" in written or "" in words:
        return None
    if words[-1].casefold() in lexicon.outlet_endings:
        return None
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        part = " ".join(words[:count]).removesuffix("'s").removesuffix("’s")
        rest = [word.casefold().strip("'’.,") for word in words[count:]]
        if rest[0] in lexicon.outlet_endings or rest[0] in {"and", "&", "of", "for"}:
            continue
        span = Span(mention.span.start, mention.span.start + len(part))
        known = _known_part(span, part, rest)
        if known is not None:
            return known
        options = options_for(part, after_comma=False)
        if _is_home(part, rest, options, named):
            return BodyPlace(span=span, name=part, options=options)
    for at in range(len(words) - 1, 0, -1):
        if words[at - 1] in {"of", "in"}:
            part = " ".join(words[at:])
            options = options_for(part, after_comma=False)
            if (
                options
                and not options[0].alternate
                and options[0].kind not in {"area", "continent"}
                and part.casefold() not in lexicon.never_places
            ):
                return BodyPlace(
                    span=Span(mention.span.end - len(part), mention.span.end),
                    name=part,
                    options=options,
                )
            return None
    return None


def town_of_facility(mention: Mention, named: Collection[str]) -> BodyPlace | None:
    """The town that a public building or ground is called after and stands in ("Dover Town Hall").

    Args:
        mention: Of a place that the gazetteer lacks.
        named: Places that the article names elsewhere, in lower case.

    Returns:
        None for roads, rivers and the like, and where the first words are no known place.
    """
    words = mention.name.split(" ")
    if len(words) < 2 or len(mention.name) != mention.span.end - mention.span.start:
        return None
    if words[-1].casefold() not in place_words().facility_words:
        return None
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        part = " ".join(words[:count])
        own = [place for place in options_for(part, after_comma=False) if not place.alternate]
        if own and (
            part.casefold() in named
            or part.endswith((" County", " Parish"))
            or max(place.people for place in own) >= _KNOWN_TOWN
        ):
            span = Span(mention.span.start, mention.span.start + len(part))
            return BodyPlace(span=span, name=part, options=tuple(own))
    return None


def _is_home(
    part: str, rest: Sequence[str], options: Sequence[Place], named: Collection[str]
) -> bool:
    """Whether the first words of a body's name are the place it is in, not a word like "Union"."""
    lexicon = name_words()
    word = part.casefold()
    if not part[:1].isupper() or word in (
        lexicon.never_places | lexicon.place_beginnings | lexicon.place_endings
    ):
        return False
    own = [place for place in options if not place.alternate]
    public = rest[0] in lexicon.body_words or lexicon.body_endings & {rest[0], rest[-1]}
    if not own:
        return False
    if word.endswith((" county", " parish")):
        return True
    return bool(public) and (word in named or max(place.people for place in own) >= _KNOWN_TOWN)


def _known_part(span: Span, part: str, rest: Sequence[str]) -> BodyPlace | None:
    """A country, region or people at the head of a body's name.

    A region whose name a capital shares needs a public body: "Washington Wizards" tells of neither.
    """
    place = people_place(part)
    if place is not None:
        return BodyPlace(span=span, name=place.name, options=(place,), people=True)
    known = country_of_name(part)
    lexicon = name_words()
    if (
        known is not None
        and known[1] == "capital"
        and not (rest[0] in lexicon.body_words or lexicon.body_endings & {rest[0], rest[-1]})
    ):
        return None
    if (known is not None and known[1] == "name") or region_of_word(part) is not None:
        return BodyPlace(span=span, name=part, options=options_for(part, after_comma=False))
    return None
