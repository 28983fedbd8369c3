"""What is to be located: place names, peoples, and places inside the names of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.annotate.bodyplaces import place_of_body
from firsthand.annotate.options import options_for, people_place
from firsthand.domain import Mention, MentionKind, Span
from firsthand.tables.gazetteer import Place, gazetteer

__all__ = ["Sought", "sought_places"]

_COUNTIES = re.compile(r"(?:,? (?:and |or )?[A-Z][\w.]+(?: [A-Z]\w+)?){0,8},? counties\b")
"""What follows a county's name in a list: "Kent, Surrey and Essex counties"."""

_DATELINE = re.compile(
    r"[A-Z][A-Z. '-]{2,40}(?:, [A-Z][\w. ]{1,30})?(?: ?\([^)]{1,30}\))? ?(?:—|–|--|-|\(|:)"
)
"""Capitals at the head of a paragraph, a country or state perhaps, an agency perhaps, a dash."""

_IS_REGION = re.compile(
    r"(?:,? (?:an?|the|its|which is an?))?(?: [a-z]+)? (?:region|oblast|province|governorate|prefecture|krai|state)\b"
)
"""After a name: "Tver region", "Tver forest region", "Tver, a region that"."""

_REGION_OF = re.compile(r"(?:region|oblast|province|governorate|prefecture|state) of $")
"""Before a name."""

_REGION_NAMES = (
    "{} Oblast",
    "{} Province",
    "{} Region",
    "{} Governorate",
    "{} Krai",
    "State of {}",
    "{} Prefecture",
)
"""Under which the gazetteer may keep the region called after a city."""


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
    """Whether the text says somewhere that a region is meant ("Kursk region")."""

    dateline: bool = False
    """Whether it opens a paragraph as a dateline does ("GHENT, Belgium (XY) —"): then it is a city."""


def sought_places(text: str, mentions: Sequence[Mention]) -> tuple[Sought, ...]:
    """Every stretch to locate, ascending, not overlapping."""
    found: list[Sought] = []
    named = frozenset(one.name.casefold() for one in mentions if one.kind is MentionKind.PLACE)
    for mention in mentions:
        if mention.kind is MentionKind.NATIONALITY:
            found.extend(_people(mention))
        elif mention.kind is MentionKind.PLACE:
            found.extend(_place(text, mention))
        elif mention.kind in {MentionKind.ORGANISATION, MentionKind.OTHER}:
            part = place_of_body(text, mention, named)
            if part is not None:
                found.append(
                    Sought(
                        span=part.span,
                        name=part.name,
                        options=part.options,
                        people=part.people,
                        body=True,
                    )
                )
    regions = {one.name.casefold() for one in found if one.region}
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
    found = list(one.options)
    for pattern in _REGION_NAMES:
        found += gazetteer().named(pattern.format(one.name))
    unique = {place.geonameid: place for place in reversed(found)}
    return replace(one, region=True, options=tuple(reversed(unique.values())))


def _people(mention: Mention) -> Iterator[Sought]:
    """The country or area of a people; of several words the last ("ethnic Kazakh") may do."""
    for words in (mention.name, mention.name.rpartition(" ")[2]):
        place = people_place(words)
        if place is not None:
            start = mention.span.start if words == mention.name else mention.span.end - len(words)
            yield Sought(
                span=Span(start, mention.span.end), name=place.name, options=(place,), people=True
            )
            return


def _place(text: str, mention: Mention) -> Iterator[Sought]:
    """A place name, or the two towns of a hyphenated one."""
    options = options_for(mention.name, after_comma=_after_comma(text, mention.span.start))
    if _COUNTIES.match(text, mention.span.end) is not None:
        county = gazetteer().named(f"{mention.name} County")
        if county:
            yield Sought(span=mention.span, name=f"{mention.name} County", options=county)
            return
    region = (
        _IS_REGION.match(text, mention.span.end) is not None
        or _REGION_OF.search(text[max(0, mention.span.start - 20) : mention.span.start]) is not None
    )
    if options or "-" not in mention.name:
        yield Sought(
            span=mention.span,
            name=mention.name,
            options=options,
            region=region,
            dateline=_DATELINE.match(text, mention.span.start) is not None
            and text[: mention.span.start].rstrip(" ")[-1:] in {"", "\n"},
        )
        return
    # "Fargo-Moorhead": two towns, when the gazetteer knows both
    parts = mention.name.split("-")
    known = [options_for(part, after_comma=False) for part in parts]
    if (
        not all(known)
        or any(part != part.strip() for part in parts)
        or mention.name != mention.span.of(text)
    ):
        yield Sought(span=mention.span, name=mention.name, options=(), region=region)
        return
    start = mention.span.start
    for part, places in zip(parts, known, strict=True):
        yield Sought(span=Span(start, start + len(part)), name=part, options=places)
        start += len(part) + 1


def _after_comma(text: str, start: int) -> bool:
    """Whether the stretch follows a comma or an opening bracket."""
    return text[:start].rstrip()[-1:] in {",", "("}
