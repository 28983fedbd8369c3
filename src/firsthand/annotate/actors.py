"""Capitals and countries that stand for their government: "Moscow warned", "Seoul will continue"."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.annotate.sought import Sought
from firsthand.domain import Token
from firsthand.tables.countries import country_of_name
from firsthand.tables.gazetteer import Place

__all__ = ["stands_for_government"]

_ACTING = frozenset({"nsubj", "agent"})
_LONGEST_LIST = 6
"""Members of a list ("Moscow, Minsk and Tehran") that are followed to its head."""

_RELATING = frozenset({"by", "with", "between"})
"""Prepositions that join partners; after "in", "near", "against" and the like a name is a place."""


def stands_for_government(text: str, tokens: Sequence[Token], one: Sought, place: Place) -> bool:
    """Whether a country or capital acts in its clause, as only a government can.

    It does as the subject of an active verb, as the agent of a passive one, and as one side of a
    relation ("between Moscow and Pyongyang", "talks with Tehran"). After a preposition of place it is a place.
    """
    known = country_of_name(one.name)
    if known is None or known[1] not in {"name", "capital"} or known[0] != place.country:
        return False
    inside = [
        token for token in tokens if token.start >= one.span.start and token.end <= one.span.end
    ]
    if not inside:
        return False
    last = inside[-1]
    for _ in range(_LONGEST_LIST):
        if last.dep != "conj":
            break
        last = tokens[last.head]
    if last.dep in _ACTING:
        verb = tokens[last.head]
        return verb.pos in {"VERB", "AUX"} and verb.lemma != "be"
    if last.dep == "pobj":
        preposition = tokens[last.head]
        word = text[preposition.start : preposition.end].lower()
        return word in _RELATING
    return False
