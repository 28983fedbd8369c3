"""The clues of a text: each distinct name with what is said of it, then what dateline and outlet suggest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from firsthand.annotate.options import options_for
from firsthand.annotate.outlethome import home_of_outlet
from firsthand.annotate.placeclues import Clue
from firsthand.annotate.placehome import home_of_text
from firsthand.annotate.sought import Sought, sought_places
from firsthand.domain import Article, Mention
from firsthand.tables.gazetteer import Place, gazetteer

__all__ = ["clues_of"]

Key = tuple[str, bool, str, str, str]
"""What makes two occurrences one name: its words, whether a people or office, its kind as said, the
part, and what it lies in where the text tells several of a name apart by it."""

_CHAIN = re.compile(
    r", ?| \(|,? (?:in|inside|within) (?:the )?"
    r"|,? (?:(?:an?|the) )?(?:\w+ )?(?:district|area|suburb|neighbou?rhood|quarter|borough|village|town|city|hamlet|port|settlement)"
    r",? (?:of|in) (?:the )?(?:(?:north|south|east|west|central)\w* )?"
)
"""Between a place and what it is said to lie in: a comma, "in", "a village in western"."""

_OWNED = re.compile(
    r"(?:['’]s?)? (?:\w+ ){0,2}?(?:capital|city|town|port|village|district|region|province|state|suburb|resort|county|island)"
    r"(?: city| town)?(?: of)?,? (?:the )?"
)
"""Between a place, or its people, and one that lies in it: "'s capital, ", " port city of "."""

_END = re.compile(r"[.!?;]['\"”’)]*\s+[A-Z]|\n")
"""Between two sentences, for names that must stand in one."""

_ABROAD = "not in "
"""Before the country that tells another place of the name from the one that is meant."""

_CITY = 100_000
"""Inhabitants of a city whose name needs no country at home."""

_LISTING = frozenset({", ", " and ", ", and ", " or ", ", or ", "; ", " & "})
"""Between the members of a list."""

_LONGEST_LIST = 60
"""Members of a list that are held against each other; a longer one is taken in pieces."""

_LONGEST_CHAIN = 3
"""Names after a comma that are believed to go from small to large ("Lillo, Antwerp, Belgium")."""


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
    for at in range(len(sought)):
        if not outer[at] and (country := _country_told_next(text, sought, chains, at)):
            outer[at] = f"{_ABROAD}{country}"
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


def _country_told_next(
    text: str, sought: Sequence[Sought], chains: Sequence[Sequence[int]], at: int
) -> str:
    """Code of the country that a sentence adds to a name when it names it again.

    "San Jose police held a man in San Jose, Costa Rica": the first is another, if one as large as
    a city is known elsewhere. A state is added to the same town as well.
    """
    one = sought[at]
    for later in range(at + 1, min(len(sought), at + 1 + _LONGEST_CHAIN)):
        other = sought[later]
        if _END.search(text, one.span.end, other.span.start):
            return ""
        if other.name.casefold() != one.name.casefold() or not chains[later]:
            continue
        country = sought[chains[later][0]].options[:1]
        if country and country[0].kind == "country" and not one.people:
            code = country[0].country
            return code if _outside(one.options, code) else ""
    return ""


def _outside(options: Sequence[Place], country: str) -> bool:
    """Whether a city of some size is among places outside a country."""
    return any(
        place.country != country and place.kind == "city" and place.people >= _CITY
        for place in options
    )


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
            options=_but_not_in(first[key].options, key[-1]),
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
    if not homes and (country := _country_of_text(article)) is not None:
        clues.append(Clue(options=(country,), count=2.0))
    return clues


def _but_not_in(options: tuple[Place, ...], outer: str) -> tuple[Place, ...]:
    """The places outside the country that tells another of the name from this one."""
    if not outer.startswith(_ABROAD):
        return options
    country = outer.removeprefix(_ABROAD)
    return tuple(place for place in options if place.country != country)


def _country_of_text(article: Article) -> Place | None:
    """The country that the text itself tells it is written for; what the outlet tells goes before it."""
    code = home_of_text(article.text)
    return None if code is None else gazetteer().country(code)


def _chain(text: str, sought: Sequence[Sought], at: int) -> list[int]:
    """Numbers of the names in which one is said to lie.

    Those that follow with nothing but a comma, a bracket or "in" between; else the one before whose
    town, capital or region it is said to be ("Georgia's capital, Tbilisi", "the Kenyan town of Ahero").
    """
    found: list[int] = []
    for following in range(at + 1, min(len(sought), at + 1 + _LONGEST_CHAIN)):
        between = text[sought[following - 1].span.end : sought[following].span.start]
        if _CHAIN.fullmatch(between) is None or sought[following].people:
            break
        found.append(following)
    if not found and at and not sought[at].people:
        between = text[sought[at - 1].span.end : sought[at].span.start]
        if _OWNED.fullmatch(between):
            return [at - 1]
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
            and at - first < _LONGEST_LIST
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
