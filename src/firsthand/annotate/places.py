"""Places: each place name looked up, and weighed by what else the text names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from firsthand.annotate.actors import government_reason
from firsthand.annotate.locating import Scored, weigh
from firsthand.annotate.options import options_for
from firsthand.annotate.outlethome import home_of_outlet
from firsthand.annotate.placeclues import Clue
from firsthand.annotate.placereasons import place_reasons
from firsthand.annotate.placerelations import lies_in
from firsthand.annotate.saidkinds import is_cued
from firsthand.annotate.sought import Sought, sought_places
from firsthand.annotate.surroundings import with_surroundings
from firsthand.domain import Article, Candidate, Mention, Sentence, Token, Where

__all__ = ["clues_of", "places"]

Key = tuple[str, bool, str, str, str]
"""What makes two occurrences one name: its words, whether a people or office, its kind as said, the
part, and what it lies in where the text tells several of a name apart by it."""

_MOST_CANDIDATES = 5

_ENOUGH_NAMES = 4
"""Distinct names from which a place without any companion in its country is doubted."""

_VILLAGE = 5_000
"""Inhabitants below which a single other name is enough to doubt a place abroad."""

_METROPOLIS = 500_000
"""Inhabitants from which a city needs no companion. On the dev sets half of the smaller places
without companion were wrong, of all others one in fifteen."""

_DOUBTED = 20_000
"""Inhabitants below which a name needs a word of place before it, or company near by."""

_COMPANY = 0.3
"""Company that makes up for it: a third of a name in its region or within 200 km."""

_CHAIN = re.compile(
    r", ?| \(|,? (?:in|inside|within) (?:the )?"
    r"|,? (?:(?:an?|the) )?(?:\w+ )?(?:district|area|suburb|neighbou?rhood|quarter|borough|village|town|city|hamlet|port|settlement)"
    r",? (?:of|in) (?:the )?(?:(?:north|south|east|west|central)\w* )?"
)
"""Between a place and what it is said to lie in: a comma, "in", "a village in western"."""

_LISTING = frozenset({", ", " and ", ", and ", " or ", ", or ", "; ", " & "})
"""Between the members of a list."""

_LONGEST_CHAIN = 3
"""Names after a comma that are believed to go from small to large ("Lillo, Antwerp, Belgium")."""


def places(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
) -> tuple[Where, ...]:
    """Locate the places an article names, peoples included.

    A people ("Ukrainian"), a place inside a body's name ("Kent Police") and a palace that stands
    for its government ("the Kremlin") are given as `actor`, located at their country or town; a
    people's `name` is that of its country.

    Args:
        article: Whose text the spans count in; its dateline and outlet are clues.
        tokens: The parse.
        sentences: Of the parse.
        mentions: Names found in the article.

    Returns:
        One record a name, ascending, not overlapping; empty when the text names no place.
    """
    sought, numbers, clues = clues_of(article, mentions)
    if not sought:
        return ()
    weighed = weigh(clues)
    cued = {
        number
        for one, number in zip(sought, numbers, strict=True)
        if clues[number].within
        or clues[number].beside
        or one.said
        or one.body
        or one.site
        or is_cued(article.text, one.span)
    }
    located: list[Where] = []
    for one, number in zip(sought, numbers, strict=True):
        outer = _outer(clues[number], weighed)
        ranked = weighed[number]
        if not clues[number].beside:
            ranked = _inside_first(ranked, outer)
        fits = bool(ranked) and not (
            _is_stray(ranked[0], 1 + max(numbers))
            or (number not in cued and _is_doubtful(ranked[0], clues[number]))
            or _is_elsewhere(ranked[0], outer)
        )
        government = (
            government_reason(article.text, tokens, one.span, one.name, ranked[0].place.country)
            if fits and not (one.people or one.body or one.office)
            else None
        )
        reasons = place_reasons(one, ranked, outer, fits=fits)
        candidates = tuple(_candidate(scored) for scored in ranked[:_MOST_CANDIDATES])
        located.append(
            Where(
                span=one.span,
                name=one.name,
                chosen=candidates[0] if fits else None,
                candidates=candidates,
                actor=one.people or one.body or one.office or government is not None,
                reasons=reasons if government is None else (*reasons, government),
            )
        )
    return with_surroundings(article.text, sentences, located)


def clues_of(
    article: Article, mentions: Sequence[Mention]
) -> tuple[tuple[Sought, ...], tuple[int, ...], tuple[Clue, ...]]:
    """What is sought in an article, and what there is to locate it by.

    Returns:
        The names sought, the number of the clue of each, and the clues: those of the names first,
        then nameless ones for what dateline and outlet suggest.
    """
    sought = sought_places(article.text, mentions)
    keys = _keys(article.text, sought)
    numbers = {key: at for at, key in enumerate(dict.fromkeys(keys))}
    clues = _clues(article, sought, keys, numbers)
    return sought, tuple(numbers[key] for key in keys), tuple(clues)


def _keys(text: str, sought: Sequence[Sought]) -> list[Key]:
    """What makes occurrences one name; "Springfield, Ohio" and "Springfield, Illinois" are two."""
    chains = [_chain(text, sought, at) for at in range(len(sought))]
    outer = [sought[chain[0]].name.casefold() if chain else "" for chain in chains]
    told: dict[str, set[str]] = {}
    for one, name in zip(sought, outer, strict=True):
        if name:
            told.setdefault(one.name.casefold(), set()).add(name)
    return [
        (
            one.name.casefold(),
            one.people or one.office,
            one.said,
            one.part,
            name if len(told.get(one.name.casefold(), ())) > 1 else "",
        )
        for one, name in zip(sought, outer, strict=True)
    ]


def _clues(
    article: Article,
    sought: Sequence[Sought],
    keys: Sequence[Key],
    numbers: dict[Key, int],
) -> list[Clue]:
    """One clue a distinct name, then what dateline and outlet suggest."""
    counts = Counter(keys)
    within: dict[int, tuple[int, ...]] = {}
    beside = _beside(article.text, sought, [numbers[key] for key in keys])
    first: dict[Key, Sought] = {}
    for at, (one, key) in enumerate(zip(sought, keys, strict=True)):
        first.setdefault(key, one)
        chain = _chain(article.text, sought, at)
        outer = tuple(numbers[keys[link]] for link in chain if keys[link] != key)
        if outer:
            within.setdefault(numbers[key], outer)
    homes = home_of_outlet(article)
    town = next((home[0] for home in homes if len(home) == 1 and home[0].kind != "country"), None)
    clues = [
        Clue(
            options=first[key].options,
            name=first[key].name,
            count=counts[key],
            within=within.get(at, ()),
            beside=beside.get(at, ()),
            said=first[key].said,
            home=0 if town is None else town.geonameid,
        )
        for key, at in numbers.items()
    ]
    if article.dateline:
        for part in article.dateline.split(","):
            clues.append(
                Clue(options=options_for(part.strip().title(), after_comma=False), count=2.0)
            )
    clues.extend(Clue(options=options, count=2.0) for options in homes)
    return clues


def _chain(text: str, sought: Sequence[Sought], at: int) -> list[int]:
    """Numbers of the names that follow one with nothing but a comma, a bracket or "in" between."""
    found: list[int] = []
    for following in range(at + 1, min(len(sought), at + 1 + _LONGEST_CHAIN)):
        between = text[sought[following - 1].span.end : sought[following].span.start]
        if _CHAIN.fullmatch(between) is None or sought[following].people:
            break
        found.append(following)
    return found


def _beside(
    text: str, sought: Sequence[Sought], numbers: Sequence[int]
) -> dict[int, tuple[int, ...]]:
    """For each name the other names of the lists it stands in; two names and a comma are no list."""
    together: dict[int, set[int]] = {}
    first = 0
    for at in range(1, len(sought) + 1):
        if (
            at < len(sought)
            and not sought[at].people
            and text[sought[at - 1].span.end : sought[at].span.start] in _LISTING
        ):
            continue
        run = range(first, at)
        first = at
        if len(run) < 2 or (
            len(run) == 2 and text[sought[run[0]].span.end : sought[run[1]].span.start] == ", "
        ):
            continue
        members = {numbers[one] for one in run if not sought[one].people}
        for member in members:
            together.setdefault(member, set()).update(members - {member})
    return {member: tuple(sorted(others)) for member, others in together.items() if others}


def _outer(clue: Clue, weighed: Sequence[Sequence[Scored]]) -> Scored | None:
    """The country or region that the text names after a comma."""
    for at in clue.within:
        if weighed[at] and weighed[at][0].place.kind in {"country", "region"}:
            return weighed[at][0]
    return None


def _inside_first(ranked: list[Scored], outer: Scored | None) -> list[Scored]:
    """The places in what the text says they lie in before all others, unless a country is likeliest."""
    if outer is None or not ranked or ranked[0].place.kind == "country":
        return ranked
    return sorted(ranked, key=lambda one: not lies_in(one.place, outer.place))


def _is_elsewhere(scored: Scored, outer: Scored | None) -> bool:
    """Whether the text puts a town in a country or region where the gazetteer has none of its name."""
    return (
        outer is not None
        and scored.place.kind in {"city", "district"}
        and scored.place.people < _METROPOLIS
        and not lies_in(scored.place, outer.place)
    )


def _is_stray(scored: Scored, names: int) -> bool:
    """Whether a place has nothing in common with any of the others named, and is no metropolis.

    Such a namesake ("Lisbon" in Maine, for a text on Portugal) is worse than no answer.
    """
    place = scored.place
    return (
        scored.support <= 0
        and names >= (_ENOUGH_NAMES if place.people >= _VILLAGE else 1)
        and place.kind in {"city", "district", "area", "region"}
        and (place.people < _METROPOLIS or place.alternate)
        and place.geonameid > 0
    )


def _is_doubtful(scored: Scored, clue: Clue) -> bool:
    """Whether a small town is named as nothing says a place is, and only its country speaks for it.

    A horse, a dog or a person known by one name is called like some village ("Cecil, a lion").
    """
    return (
        scored.place.kind == "city"
        and scored.place.people < _DOUBTED
        and scored.place.geonameid != clue.home
        and scored.company < _COMPANY
    )


def _candidate(scored: Scored) -> Candidate:
    """A weighed place as it is handed on."""
    place = scored.place
    return Candidate(
        geonameid=place.geonameid,
        name=place.name,
        kind={"continent": "area", "district": "region"}.get(place.kind, place.kind),
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        score=round(scored.score, 3),
    )
