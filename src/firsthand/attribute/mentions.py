"""Mend the recogniser's names: whole bodies, no offices taken for people, people beside offices."""

from __future__ import annotations

import re
from bisect import bisect_left

from firsthand.attribute.tree import Tree
from firsthand.domain import Mention, MentionKind, Span
from firsthand.tables.capacities import capacities
from firsthand.tables.givennames import is_given_name
from firsthand.tables.namewords import name_words
from firsthand.tables.wellknown import full_name, well_known

__all__ = ["PRESS", "mended"]

PRESS = frozenset(
    {"wire", "gazette", "tribune", "times", "herald", "courier", "observer", "telegraph", "daily"}
    | {"chronicle", "dispatch", "bulletin", "news", "journal"}
)
"""Last words of outlets' names that are nobody's surname; "Post" and "Press" may be one."""

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "&", "to", "des", "la", "du"})
_SHORT = re.compile(r"\(\s*([A-Z][A-Za-z&.-]{1,9})\s*\)")
_LONGEST = 12
"""Most words in the full name of a body that an acronym in brackets explains."""

_NAMES = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION})


def mended(tree: Tree, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, with what the recogniser cut, missed or took for something else put right.

    Args:
        tree: The article.
        mentions: As recognised, in any order.

    Returns:
        By place. A mention put together from several takes their place.
    """
    whole = [
        *_explained(tree),
        *_with_possessive(tree, mentions),
        *_with_second_land(tree, mentions),
        *_by_what_they_do(tree, mentions),
    ]
    kept = [
        one
        for one in mentions
        if not any(each.span.overlaps(one.span) for each in whole) and not _only_an_office(one)
    ]
    kept = _apart([*kept, *_longest(whole)], tree)
    kept += _outlets_unseen(tree, kept)
    kept += _acronyms_unseen(tree, kept)
    kept += _beside_offices(tree, kept)
    return tuple(sorted(kept, key=lambda one: one.span))


def _named(tree: Tree, first: int, last: int, kind: MentionKind) -> Mention:
    """The mention of the tokens from `first` to `last`, the end not included."""
    span = Span(tree.tokens[first].start, tree.tokens[last - 1].end)
    return Mention(span=span, kind=kind, name=" ".join(span.of(tree.text).split()))


def _tokens(tree: Tree, span: Span) -> tuple[int, int]:
    starts = [token.start for token in tree.tokens]
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


def _longest(found: list[Mention]) -> list[Mention]:
    """Of mentions that overlap the longest."""
    kept: list[Mention] = []
    for one in sorted(found, key=lambda each: (each.span.start - each.span.end, each.span)):
        if not any(each.span.overlaps(one.span) for each in kept):
            kept.append(one)
    return kept


def _capital(tree: Tree, token: int) -> bool:
    return tree.word(token)[:1].isupper()


def _explained(tree: Tree) -> list[Mention]:
    """Full names of bodies before their acronym: "the Union of Reed Cutters and Thatchers (URCT)"."""
    found = []
    for short in _SHORT.finditer(tree.text):
        opened = _tokens(tree, Span(short.start(), short.end()))[0]
        letters = [char for char in short.group(1) if char.isupper()]
        run: list[int] = []
        for at in range(opened - 1, max(-1, opened - 1 - _LONGEST), -1):
            inner = tree.lower(at) in _SMALL or tree.lower(at) in {"'s", "’s", "'", "’"}
            if not (_capital(tree, at) or inner):
                break
            run.insert(0, at)
        best = _fitting(tree, run, letters)
        if best is not None and len(letters) > 1:
            found.append(_named(tree, best, opened, MentionKind.ORGANISATION))
    return found


def _fitting(tree: Tree, run: list[int], letters: list[str]) -> int | None:
    """Where in `run` the name starts whose initials are `letters`, in that order or nearly."""
    for number in range(len(run) - 1, -1, -1):
        words = [tree.word(at) for at in run[number:] if tree.lower(at) not in _SMALL]
        initials = [part[0] for word in words for part in word.split("-") if part[:1].isupper()]
        if len(initials) < 2 or not _capital(tree, run[number]):
            continue
        if initials[0] == letters[0] and sorted(initials) == sorted(letters):
            return run[number]
    return None


def _with_possessive(tree: Tree, mentions: tuple[Mention, ...]) -> list[Mention]:
    """Bodies with a possessive in their name: "Children's Aid Malta", "the Mellin Sheriff's office"."""
    table = capacities()
    found = []
    for at in range(1, len(tree.tokens) - 1):
        if tree.tokens[at].tag != "POS" or not _capital(tree, at - 1):
            continue
        before, after = tree.lower(at - 1), at + 1
        office = before in table.body | table.state | table.agent
        if not (before in table.possessives or (office and tree.lower(after) in _ROOMS)):
            continue
        last = after
        while last < len(tree.tokens) and (
            _capital(tree, last)
            or (
                tree.lower(last) in {"of", "and"}
                and _capital(tree, min(last + 1, len(tree.tokens) - 1))
            )
        ):
            last += 1
        if last == after and office:
            last += 1
        if last == after:
            continue
        first = at - 1
        while first > 0 and (
            _capital(tree, first - 1)
            or (tree.lower(first - 1) in {"of", "the"} and _held(tree, mentions, first - 1))
        ):
            first -= 1
        while first < at - 1 and tree.lower(first) in _SMALL | table.kinds:
            first += 1  # "the NGO Children's Aid Malta"
        found.append(_named(tree, first, last, MentionKind.ORGANISATION))
    return found


_ROOMS = frozenset({"office", "department", "bureau", "service"})
"""What belongs to the holder of an office and is the body that speaks."""


def _held(tree: Tree, mentions: tuple[Mention, ...], token: int) -> bool:
    """Whether `token` stands inside a mention, not at its edge."""
    place = tree.tokens[token]
    return any(one.span.start < place.start and place.end < one.span.end for one in mentions)


def _with_second_land(tree: Tree, mentions: tuple[Mention, ...]) -> list[Mention]:
    """Bodies of two countries: "Water Standards of Fiji and Tonga"."""
    lands = {one.span.start: one for one in mentions if one.kind is MentionKind.PLACE}
    found = []
    for one in mentions:
        if one.kind is not MentionKind.ORGANISATION or " of " not in one.name:
            continue
        first, last = _tokens(tree, one.span)
        if last + 1 >= len(tree.tokens) or tree.lower(last) != "and":
            continue
        second = lands.get(tree.tokens[last + 1].start)
        held = [each for each in lands.values() if one.span.holds(each.span)]
        ends_in_land = held or tree.tokens[last - 1].entity in {"GPE", "LOC"}
        if second is not None and ends_in_land:
            found.append(
                _named(tree, first, _tokens(tree, second.span)[1], MentionKind.ORGANISATION)
            )
    return found


def _by_what_they_do(tree: Tree, mentions: tuple[Mention, ...]) -> list[Mention]:
    """Bodies named by what they do: "the UN refugee agency"."""
    found = []
    for one in mentions:
        if one.kind not in {MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.OTHER}:
            continue
        first, last = _tokens(tree, one.span)
        for end in range(min(len(tree.tokens), last + 4), last, -1):
            whole = _named(tree, first, end, MentionKind.ORGANISATION)
            if tree.is_word(end - 1) and full_name(whole.name) is not None:
                found.append(whole)
                break
    return found


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
        first, last = _tokens(tree, one.span)
        inner = [
            at
            for at in range(first + 1, last)
            if tree.word(at) == "the" and tree.lower(at - 1) not in _SMALL
        ]
        if inner and one.kind in _NAMES and tree.tokens[inner[0] - 1].tag != "POS":
            found.append(_named(tree, first, inner[0], one.kind))
        elif first < last:
            found.append(_without_office(tree, one, first, last))
    return found


def _without_office(tree: Tree, one: Mention, first: int, last: int) -> Mention:
    """Cut an office off the end of a body ("State Department Spokesperson")."""
    table = capacities()
    speaking = table.agent | table.personal | {"official", "chief", "head", "chair", "leader"}
    end = last
    while end > first + 1 and tree.lower(end - 1) in speaking - _ROOMS - {"team", "counsel"}:
        end -= 1
    if one.kind is not MentionKind.ORGANISATION or end == last:
        return one
    return _named(tree, first, end, one.kind)


def _acronyms_unseen(tree: Tree, mentions: list[Mention]) -> list[Mention]:
    """Find acronyms that the recogniser missed ("WHO", which it reads as a pronoun)."""
    explained = {one.group(1) for one in _SHORT.finditer(tree.text)}
    if tree.text.isupper():
        return []
    return [
        _named(tree, at, at + 1, MentionKind.ORGANISATION)
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
        if tree.lower(at) not in PRESS or not _capital(tree, at) or tree.text.isupper():
            continue
        first = at
        while first > 0 and tree.tokens[first - 1].pos == "PROPN":
            first -= 1
        span = Span(tree.tokens[first].start, token.end)
        behind = at + 1 < len(tree.tokens) and tree.tokens[at + 1].pos == "PROPN"
        if first == at or behind or any(one.span.overlaps(span) for one in mentions):
            continue
        found.append(_named(tree, first, at + 1, MentionKind.ORGANISATION))
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
        one = _named(tree, first, at + 1, MentionKind.PERSON)
        bracketed = first > 0 and tree.word(first - 1) == "("
        body = tree.lower(at) in name_words().body_endings
        if bracketed or body:
            continue
        taken = any(other.span.overlaps(one.span) for other in (*mentions, *found))
        if first < at and not taken and tree.lower(at) not in offices:
            found.append(one)
    return found
