"""Mend the recogniser's names: whole bodies, no offices taken for people, people beside offices."""

from __future__ import annotations

from firsthand.attribute.body_mentions import (
    ROOMS,
    SHORT,
    is_capital,
    named,
    tokens_in,
    whole_bodies,
)
from firsthand.attribute.tree import Tree
from firsthand.domain import Mention, MentionKind, Span
from firsthand.tables.capacities import capacities
from firsthand.tables.givennames import is_given_name
from firsthand.tables.namewords import name_words
from firsthand.tables.wellknown import well_known

__all__ = ["PRESS", "mended"]

PRESS = frozenset(
    {"wire", "gazette", "tribune", "times", "herald", "courier", "observer", "telegraph", "daily"}
    | {"chronicle", "dispatch", "bulletin", "news", "journal"}
)
"""Last words of outlets' names that are nobody's surname; "Post" and "Press" may be one."""

_LINKS = frozenset({"of", "the", "and", "for", "in", "on", "de", "&", "to", "des", "la", "du"})
_NAMES = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION})


def mended(tree: Tree, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, with what the recogniser cut, missed or took for something else put right.

    Args:
        tree: The article.
        mentions: As recognised, in any order.

    Returns:
        By place. A mention put together from several takes their place.
    """
    whole = whole_bodies(tree, mentions)
    kept = [
        one
        for one in mentions
        if not any(each.span.overlaps(one.span) for each in whole) and not _only_an_office(one)
    ]
    kept = _apart([*kept, *whole], tree)
    kept += _outlets_unseen(tree, kept)
    kept += _acronyms_unseen(tree, kept)
    kept += _beside_offices(tree, kept)
    return tuple(sorted(kept, key=lambda one: one.span))


def _only_an_office(one: Mention) -> bool:
    """Whether a "person" is only an office ("Harbour Fire Chief", "Veterinary Officer")."""
    words = [word.strip(".,").lower() for word in one.name.split()]
    table = capacities()
    return (
        one.kind is MentionKind.PERSON
        and len(words) > 1
        and words[-1] in table.body | table.agent
        and words[-1] not in name_words().title_surnames
        and not is_given_name(words[0])
    )


def _apart(mentions: list[Mention], tree: Tree) -> list[Mention]:
    """Cut mentions that run over an article ("Okoye the Harbour Board") before it."""
    found = []
    for one in mentions:
        first, last = tokens_in(tree, one.span)
        inner = [
            at
            for at in range(first + 1, last)
            if tree.word(at) == "the" and tree.lower(at - 1) not in _LINKS
        ]
        if inner and one.kind in _NAMES and tree.tokens[inner[0] - 1].tag != "POS":
            found.append(named(tree, first, inner[0], one.kind))
        elif first < last:
            found.append(_without_office(tree, one, first, last))
    return found


def _without_office(tree: Tree, one: Mention, first: int, last: int) -> Mention:
    """Cut an office off the end of a body ("State Department Spokesperson")."""
    table = capacities()
    speaking = table.agent | table.personal | {"official", "chief", "head", "chair", "leader"}
    end = last
    while end > first + 1 and tree.lower(end - 1) in speaking - ROOMS - {"team", "counsel"}:
        if tree.word(end - 1) == "Staff":
            break  # "General Staff", "Joint Chiefs of Staff"
        end -= 1
    if one.kind is not MentionKind.ORGANISATION or end == last:
        return one
    return named(tree, first, end, one.kind)


def _acronyms_unseen(tree: Tree, mentions: list[Mention]) -> list[Mention]:
    """Find acronyms that the recogniser missed ("WHO", which it reads as a pronoun)."""
    explained = {one.group(1) for one in SHORT.finditer(tree.text)}
    if tree.text.isupper():
        return []
    return [
        named(tree, at, at + 1, MentionKind.ORGANISATION)
        for at, token in enumerate(tree.tokens)
        if tree.word(at).isupper()
        and len(tree.word(at)) > 2
        and (tree.word(at) in explained or tree.word(at) in well_known().by_short)
        and not any(one.span.start < token.end and token.start < one.span.end for one in mentions)
    ]


def _outlets_unseen(tree: Tree, mentions: list[Mention]) -> list[Mention]:
    """Find outlets that the recogniser missed: "Harbour Wire on Thursday corrected …"."""
    found = []
    for at, token in enumerate(tree.tokens):
        if tree.lower(at) not in PRESS or not is_capital(tree, at) or tree.text.isupper():
            continue
        first = at
        while first > 0 and tree.tokens[first - 1].pos == "PROPN":
            first -= 1
        span = Span(tree.tokens[first].start, token.end)
        behind = at + 1 < len(tree.tokens) and tree.tokens[at + 1].pos == "PROPN"
        if first == at or behind or any(one.span.overlaps(span) for one in mentions):
            continue
        found.append(named(tree, first, at + 1, MentionKind.ORGANISATION))
    return found


def _beside_offices(tree: Tree, mentions: list[Mention]) -> list[Mention]:
    """Find people the recogniser missed: "the fire chief, Xolani Adwoa", "SK Adwoa, the fire chief"."""
    table = capacities()
    offices = table.body | table.state | table.agent
    found: list[Mention] = []
    for at, token in enumerate(tree.tokens):
        if token.pos != "PROPN":
            continue
        beside = {tree.tokens[kid].lemma.lower() for kid in tree.kids(at, "appos")}
        if token.dep == "appos":
            beside.add(tree.tokens[token.head].lemma.lower())
        if not beside & offices:
            continue
        first = at
        while first > 0 and tree.tokens[first - 1].pos == "PROPN":
            first -= 1
        one = named(tree, first, at + 1, MentionKind.PERSON)
        bracketed = first > 0 and tree.word(first - 1) == "("
        body = tree.lower(at) in name_words().body_endings
        if bracketed or body:
            continue
        taken = any(other.span.overlaps(one.span) for other in (*mentions, *found))
        if first < at and not taken and tree.lower(at) not in offices:
            found.append(one)
    return found
