"""Places: each place name looked up, and weighed by what else the text names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from firsthand.annotate.actors import stands_for_government
from firsthand.annotate.locating import Clue, weigh
from firsthand.annotate.options import options_for
from firsthand.annotate.outlethome import home_of_outlet
from firsthand.annotate.sought import Sought, sought_places
from firsthand.domain import Article, Candidate, Mention, Reason, Sentence, Token, Where
from firsthand.tables.gazetteer import Place

__all__ = ["places"]

Key = tuple[str, bool, bool, bool]
"""What makes two occurrences one name: its words, whether a people, a region, a dateline."""

_MOST_CANDIDATES = 5


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
    del sentences
    sought = sought_places(article.text, mentions)
    if not sought:
        return ()
    keys = [_key(one) for one in sought]
    numbers = {key: at for at, key in enumerate(dict.fromkeys(keys))}
    clues = _clues(article, sought, keys, numbers)
    scores = weigh(clues)
    located: list[Where] = []
    for one, key in zip(sought, keys, strict=True):
        clue = clues[numbers[key]]
        ranked = sorted(
            zip(scores[numbers[key]], clue.options, strict=True),
            key=lambda pair: (-pair[0], pair[1].geonameid),
        )
        candidates = tuple(_candidate(place, score) for score, place in ranked[:_MOST_CANDIDATES])
        located.append(
            Where(
                span=one.span,
                name=one.name,
                chosen=candidates[0] if candidates else None,
                candidates=candidates,
                actor=one.people
                or one.body
                or (
                    bool(candidates)
                    and stands_for_government(article.text, tokens, one, ranked[0][1])
                ),
                reasons=_reasons(one, len(ranked)),
            )
        )
    return _with_surroundings(article.text, located)


def _key(one: Sought) -> Key:
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


def _candidate(place: Place, score: float) -> Candidate:
    return Candidate(
        geonameid=place.geonameid,
        name=place.name,
        kind={"continent": "area", "district": "region"}.get(place.kind, place.kind),
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        score=round(score, 3),
    )


def _reasons(one: Sought, options: int) -> tuple[Reason, ...]:
    if one.people:
        return (Reason(feature="a people, located at its country or area"),)
    if not options:
        return (Reason(feature="the gazetteer has no place of this name", score=0.0),)
    said = "the gazetteer has one place of this name"
    if options > 1:
        said = f"likeliest of {options} places of this name by size and by the other places named"
    reason = Reason(feature=said, score=1.0 if options == 1 else 0.8)
    return (reason, Reason(feature="part of a body's name")) if one.body else (reason,)


def _with_surroundings(text: str, located: Sequence[Where]) -> tuple[Where, ...]:
    """Say for unresolved places what they lie in: "…, Kent", "… in Kursk"."""
    del text
    return tuple(located)
