"""Places: each place name looked up, and weighed by what else the text names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from firsthand.annotate.actors import stands_for_government
from firsthand.annotate.locating import Clue, Scored, lies_in, weigh
from firsthand.annotate.options import options_for
from firsthand.annotate.outlethome import home_of_outlet
from firsthand.annotate.sought import Sought, sought_places
from firsthand.annotate.surroundings import with_surroundings
from firsthand.domain import Article, Candidate, Mention, Reason, Sentence, Token, Where

__all__ = ["places"]

Key = tuple[str, bool, bool, bool]
"""What makes two occurrences one name: its words, whether a people, a region, a dateline."""

_MOST_CANDIDATES = 5

_ENOUGH_NAMES = 4
"""Distinct names from which a place without any companion in its country is doubted."""

_VILLAGE = 5_000
"""Inhabitants below which a single other name is enough to doubt a place abroad."""

_METROPOLIS = 500_000
"""Inhabitants from which a city needs no companion. On the dev sets half of the smaller places
without companion were wrong, of all others one in fifteen."""


def places(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
) -> tuple[Where, ...]:
    """Locate the places an article names, peoples included.

    A people ("Ukrainian") and a place inside a body's name ("Kent Police") are given as `actor`,
    located at their country or town; a people's `name` is that of its country.

    Args:
        article: Whose text the spans count in; its dateline and outlet are clues.
        tokens: The parse.
        sentences: Of the parse.
        mentions: Names found in the article.

    Returns:
        One record a name, ascending, not overlapping; empty when the text names no place.
    """
    sought = sought_places(article.text, mentions)
    if not sought:
        return ()
    keys = [_key(one) for one in sought]
    numbers = {key: at for at, key in enumerate(dict.fromkeys(keys))}
    clues = _clues(article, sought, keys, numbers)
    weighed = weigh(clues)
    located: list[Where] = []
    for one, key in zip(sought, keys, strict=True):
        ranked = weighed[numbers[key]]
        chosen = ranked[0] if ranked else None
        if chosen is not None and (
            _is_stray(chosen, len(numbers))
            or _is_elsewhere(chosen, _outer(clues[numbers[key]], weighed))
        ):
            chosen = None
        candidates = tuple(_candidate(scored) for scored in ranked[:_MOST_CANDIDATES])
        located.append(
            Where(
                span=one.span,
                name=one.name,
                chosen=candidates[0] if chosen else None,
                candidates=candidates,
                actor=one.people
                or one.body
                or (
                    chosen is not None
                    and stands_for_government(article.text, tokens, one, chosen.place)
                ),
                reasons=_reasons(one, ranked, unfit=chosen is None),
            )
        )
    return with_surroundings(article.text, sentences, located)


def _key(one: Sought) -> Key:
    """What makes two occurrences one name."""
    return one.name.casefold(), one.people, one.region, one.dateline


def _clues(
    article: Article,
    sought: Sequence[Sought],
    keys: Sequence[Key],
    numbers: dict[Key, int],
) -> list[Clue]:
    """One clue a distinct name, then what dateline and outlet suggest."""
    counts = Counter(keys)
    within: dict[int, int] = {}
    for at in range(len(sought) - 1):
        between = article.text[sought[at].span.end : sought[at + 1].span.start]
        if (
            between in {", ", " (", ","}
            and not sought[at + 1].people
            and numbers[keys[at]] != numbers[keys[at + 1]]
        ):
            within.setdefault(numbers[keys[at]], numbers[keys[at + 1]])
    first: dict[Key, Sought] = {}
    for one, key in zip(sought, keys, strict=True):
        first.setdefault(key, one)
    clues = [
        Clue(
            options=first[key].options,
            name=first[key].name,
            count=counts[key],
            within=within.get(at),
            region=first[key].region,
            dateline=first[key].dateline,
        )
        for key, at in numbers.items()
    ]
    if article.dateline:
        for part in article.dateline.split(","):
            clues.append(
                Clue(options=options_for(part.strip().title(), after_comma=False), count=2.0)
            )
    clues.extend(Clue(options=options, count=2.0) for options in home_of_outlet(article))
    return clues


def _outer(clue: Clue, weighed: Sequence[Sequence[Scored]]) -> Scored | None:
    """The country or region that the text names after a comma."""
    if clue.within is None or not weighed[clue.within]:
        return None
    outer = weighed[clue.within][0]
    return outer if outer.place.kind in {"country", "region"} else None


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
        and names >= (_ENOUGH_NAMES if place.people >= _VILLAGE else 2)
        and place.kind in {"city", "district", "area", "region"}
        and (place.people < _METROPOLIS or place.alternate)
        and place.geonameid > 0
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


def _reasons(one: Sought, ranked: Sequence[Scored], *, unfit: bool) -> tuple[Reason, ...]:
    """Why a place was chosen, or why none was."""
    if one.people:
        return (Reason(feature="a people, located at its country or area"),)
    if ranked and unfit:
        return (
            Reason(
                feature=f"{ranked[0].place.name} in {ranked[0].place.country} has nothing in common "
                "with the other places named",
                score=0.0,
            ),
        )
    if not ranked:
        return (Reason(feature="the gazetteer has no place of this name", score=0.0),)
    said = "the gazetteer has one place of this name"
    if len(ranked) > 1:
        said = f"likeliest of {len(ranked)} places of this name by size and the other places named"
    reasons = [Reason(feature=said, score=1.0 if len(ranked) == 1 else 0.8)]
    if ranked[0].support > 0:
        reasons.append(
            Reason(
                feature="other places named lie in the same country or region, or near",
                score=round(min(1.0, ranked[0].support / 6), 3),
            )
        )
    if one.body:
        reasons.append(Reason(feature="part of a body's name"))
    return tuple(reasons)
