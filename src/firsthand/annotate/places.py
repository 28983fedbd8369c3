"""Places: each place name looked up, and weighed by what else the text names."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.domain import Article, Candidate, Mention, MentionKind, Sentence, Token, Where
from firsthand.tables.countries import country_of_name
from firsthand.tables.gazetteer import Place, gazetteer

__all__ = ["places"]


def places(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
) -> tuple[Where, ...]:
    """Locate the places an article names.

    Args:
        article: Whose text the spans count in.
        tokens: The parse.
        sentences: Of the parse.
        mentions: Names found in the article.

    Returns:
        One record a place name, ascending; empty when the text names no place.
    """
    found = []
    for mention in mentions:
        if mention.kind is MentionKind.NATIONALITY:
            known = country_of_name(mention.name)
            place = gazetteer().country(known[0]) if known else None
            options: tuple[Place, ...] = (place,) if place else ()
        elif mention.kind is MentionKind.PLACE:
            options = gazetteer().named(mention.name)[:5]
        else:
            continue
        if mention.kind is MentionKind.NATIONALITY and not options:
            continue
        candidates = tuple(
            Candidate(
                geonameid=option.geonameid,
                name=option.name,
                kind=option.kind,
                country=option.country,
                lat=option.lat,
                lon=option.lon,
                score=1.0 / (rank + 1),
            )
            for rank, option in enumerate(options)
        )
        found.append(
            Where(
                span=mention.span,
                name=candidates[0].name
                if mention.kind is MentionKind.NATIONALITY
                else mention.name,
                chosen=candidates[0] if candidates else None,
                candidates=candidates,
                actor=mention.kind is MentionKind.NATIONALITY,
            )
        )
    return tuple(found)
