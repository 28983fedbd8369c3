"""Capitals, palaces and countries that stand for their government: "Moscow warned", "the Kremlin"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from firsthand.domain import Reason, Span, Token
from firsthand.tables.actorwords import actor_words
from firsthand.tables.countries import country_of_name

__all__ = ["government_reason", "is_visited"]

_BACK = 40
"""Code points looked at before a palace's name."""

_LONGEST_LIST = 6
"""Members of a list ("Moscow, Minsk and Tehran") that are followed to its head."""

_RELATING = frozenset({"by", "with", "between"})
"""Prepositions that join partners; after "in", "near", "through" and the like a name is a place."""

_OF_RELATION = frozenset(
    {"with", "against", "on", "to", "between", "from", "toward", "towards", "by"}
)
"""Prepositions that join a party to a noun of relation ("sanctions against", "pressure on")."""

_LETTERS = 4
"""Most letters of an acronym."""

_WITHIN = 12
"""Tokens after a linking verb among which its adjective is looked for."""

_LINKING = frozenset({"be", "seem", "appear", "remain", "become", "feel"})

_VISITED = re.compile(
    r"\b(?:(?:in|inside|outside|at|near|around|into|behind|opposite|past|through|leaving|left|entered|front of|steps of|gates of|grounds of|lawn of)"
    r"|(?:w[ae]nt|go(?:es|ing)?|c[ao]me|return\w*|travel\w*|walk\w*|dr[io]v\w*|march\w*|trip|visit|invited|flew|rushed)"
    r"\b[^.;]{0,15}\b(?:to|from))\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Before a palace or street that is meant as a place ("outside the Kremlin")."""

_SPOKEN = re.compile(
    r"\b(?:said|told|heard|learned|statement|official|source|spokes\w+)\b[^.]{0,20}$"
)


def is_visited(text: str, span: Span) -> bool:
    """Whether a palace or street is named as a place to be in, not as those who sit there."""
    before = text[max(0, span.start - _BACK) : span.start]
    return _VISITED.search(before) is not None and _SPOKEN.search(before) is None


def government_reason(
    text: str, tokens: Sequence[Token], span: Span, name: str, country: str
) -> Reason | None:
    """Why a country or capital acts in its clause, as only a government can; None if it does not.

    It does as the subject of a verb of doing or saying, as what is accused, urged or helped, as the
    agent of a passive, as one side of a relation ("between Moscow and Pyongyang", "sanctions against
    Tehran") and as the owner of what governments have ("Beijing's claims"). After a preposition of
    place it is a place, and so it is where something befalls it ("Kyiv woke to explosions").

    Args:
        text: The article's.
        tokens: The parse.
        span: The name.
        name: As the tables file it.
        country: Code of the country the name was located in.
    """
    known = country_of_name(name)
    if known is None or known[1] not in {"name", "capital"} or known[0] != country:
        return None
    at = bisect_left(tokens, span.end, key=lambda token: token.start) - 1
    if at < 0 or tokens[at].end <= span.start:
        return None
    last = tokens[at]
    for _ in range(_LONGEST_LIST):
        if last.dep != "conj":
            break
        last = tokens[last.head]
    why = _acting(text, tokens, last) or _related(text, tokens, last)
    return None if why is None else Reason(feature=f"stands for its government: {why}", score=0.9)


def _acting(text: str, tokens: Sequence[Token], last: Token) -> str | None:
    """How a name acts or is acted upon as somebody; None if it does not."""
    words = actor_words()
    head = tokens[last.head]
    lemma = head.lemma.lower()
    if last.dep == "nsubj" and head.pos in {"VERB", "AUX"}:
        if lemma in _LINKING and _is_willing(tokens, last.head):
            return "subject of a state of mind"
        if lemma not in words.place_verbs and lemma not in _LINKING:
            return f"subject of “{head.lemma}”"
    if last.dep in {"compound", "amod", "nmod"} and _is_acronym(text[last.start : last.end]):
        return f"said of “{text[head.start : head.end]}” as an adjective"
    if last.dep == "agent":
        return "agent of a passive"
    if last.dep in {"nsubjpass", "dobj", "dative"} and lemma in words.addressed_verbs:
        return f"object of “{head.lemma}”"
    if last.dep == "poss" and lemma in words.government_nouns:
        return f"owner of “{text[head.start : head.end]}”"
    return None


def _is_acronym(word: str) -> bool:
    """Whether a country is written by its letters ("U.S."), which news uses as its adjective."""
    return word.isupper() and len(word.replace(".", "")) <= _LETTERS


def _is_willing(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a linking verb has an adjective that only somebody can be."""
    return any(
        token.head == verb
        and token.dep in {"acomp", "attr"}
        and token.lemma.lower() in actor_words().willing_adjectives
        for token in tokens[verb : verb + _WITHIN]
    )


def _related(text: str, tokens: Sequence[Token], last: Token) -> str | None:
    """The relation that a preposition makes a name a side of; None if there is none."""
    if last.dep != "pobj":
        return None
    preposition = tokens[last.head]
    word = text[preposition.start : preposition.end].lower()
    noun = tokens[preposition.head]
    lemma = noun.lemma.lower()
    if noun.pos == "NOUN" and word in _OF_RELATION and lemma in actor_words().relation_nouns:
        return f"a side of “{noun.lemma}”"
    return f"after “{word}”" if word in _RELATING else None
