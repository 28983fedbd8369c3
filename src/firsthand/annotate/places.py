"""Places: each place name looked up, and weighed by what else the text names."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.annotate.actors import government_reason
from firsthand.annotate.locating import Scored, weigh
from firsthand.annotate.placedoubts import (
    inside_first,
    is_doubtful,
    is_elsewhere,
    is_stray,
    outer_place,
)
from firsthand.annotate.placereasons import place_reasons
from firsthand.annotate.saidkinds import is_cued
from firsthand.annotate.surroundings import with_surroundings
from firsthand.annotate.textclues import clues_of
from firsthand.domain import Article, Candidate, Mention, Sentence, Token, Where

__all__ = ["places"]

_MOST_CANDIDATES = 5


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
    # where the text names regions of a country, its small towns elsewhere are namesakes
    told = {
        ranked[0].place.country
        for ranked, clue in zip(weighed, clues, strict=True)
        if clue.name and ranked and ranked[0].place.kind == "region"
    }
    names = 1 + max(numbers)
    located: list[Where] = []
    for one, number in zip(sought, numbers, strict=True):
        outer = outer_place(clues[number], weighed)
        ranked = weighed[number]
        if not clues[number].beside:
            ranked = inside_first(ranked, outer)
        fits = bool(ranked) and not (
            is_stray(ranked[0], names)
            or (
                (number not in cued or (outer is None and ranked[0].place.country in told))
                and is_doubtful(ranked[0], clues[number])
            )
            or is_elsewhere(ranked[0], outer)
        )
        government = (
            government_reason(article.text, tokens, one.span, one.name, ranked[0].place.country)
            if fits and not (one.people or one.body or one.office or one.said == "dateline")
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
                people=one.people,
                reasons=reasons if government is None else (*reasons, government),
            )
        )
    return with_surroundings(article.text, sentences, located)


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
