"""Find the whole names of bodies that the recogniser cuts short or does not mark."""

from __future__ import annotations

import re
from bisect import bisect_left

from firsthand.attribute.titles import is_office
from firsthand.attribute.tree import Tree
from firsthand.domain import Mention, MentionKind, Span
from firsthand.tables.capacities import capacities
from firsthand.tables.wellknown import full_name

__all__ = ["ROOMS", "SHORT", "is_capital", "named", "tokens_in", "whole_bodies"]

SHORT = re.compile(r"\(\s*([A-Z][A-Za-z&.-]{1,9})\s*\)")
"""An acronym in brackets."""

ROOMS = frozenset({"office", "department", "bureau", "service"})
"""What belongs to the holder of an office and is the body that speaks."""

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "&", "to", "des", "la", "du"})
_LONGEST = 12
"""Most words in the full name of a body that an acronym in brackets explains."""

_WORDS_BEFORE_PLACE = 2
"""Fewest words before a place that make it the end of a body's name and not a place's own."""


def whole_bodies(tree: Tree, mentions: tuple[Mention, ...]) -> list[Mention]:
    """Bodies with the whole of their names, where the words show it; none overlaps another.

    Args:
        tree: The article.
        mentions: As recognised.
    """
    return _longest(
        [
            *_explained(tree),
            *_with_possessive(tree, mentions),
            *_with_second_land(tree, mentions),
            *_by_what_they_do(tree, mentions),
            *_ending_in_place(tree, mentions),
        ]
    )


def named(tree: Tree, first: int, last: int, kind: MentionKind) -> Mention:
    """The mention of the tokens from `first` to `last`, the end not included."""
    span = Span(tree.tokens[first].start, tree.tokens[last - 1].end)
    return Mention(span=span, kind=kind, name=" ".join(span.of(tree.text).split()))


def tokens_in(tree: Tree, span: Span) -> tuple[int, int]:
    """The tokens that begin in a span: the first, and the one behind the last."""
    first = bisect_left(tree.tokens, span.start, key=lambda token: token.start)
    return first, bisect_left(tree.tokens, span.end, lo=first, key=lambda token: token.start)


def _longest(found: list[Mention]) -> list[Mention]:
    """Of mentions that overlap the longest."""
    kept: list[Mention] = []
    for one in sorted(found, key=lambda each: (each.span.start - each.span.end, each.span)):
        if not any(each.span.overlaps(one.span) for each in kept):
            kept.append(one)
    return kept


def is_capital(tree: Tree, token: int) -> bool:
    """Whether a token begins with a capital letter."""
    return tree.word(token)[:1].isupper()


def _explained(tree: Tree) -> list[Mention]:
    """Full names of bodies before their acronym: "the Union of Reed Cutters and Thatchers (URCT)"."""
    found = []
    for short in SHORT.finditer(tree.text):
        opened = tokens_in(tree, Span(short.start(), short.end()))[0]
        letters = [char for char in short.group(1) if char.isupper()]
        run: list[int] = []
        for at in range(opened - 1, max(-1, opened - 1 - _LONGEST), -1):
            inner = tree.lower(at) in _SMALL or tree.lower(at) in {"'s", "’s", "'", "’"}
            if not (is_capital(tree, at) or inner):
                break
            run.insert(0, at)
        best = _fitting(tree, run, letters)
        if best is not None and len(letters) > 1:
            found.append(named(tree, best, opened, MentionKind.ORGANISATION))
    return found


def _fitting(tree: Tree, run: list[int], letters: list[str]) -> int | None:
    """Where in `run` the name starts whose initials are `letters`, in that order or nearly."""
    for number in range(len(run) - 1, -1, -1):
        words = [tree.word(at) for at in run[number:] if tree.lower(at) not in _SMALL]
        initials = [part[0] for word in words for part in word.split("-") if part[:1].isupper()]
        if len(initials) < 2 or not is_capital(tree, run[number]):
            continue
        if initials[0] == letters[0] and sorted(initials) == sorted(letters):
            return run[number]
    return None


def _with_possessive(tree: Tree, mentions: tuple[Mention, ...]) -> list[Mention]:
    """Bodies with a possessive in their name: "Children's Aid Malta", "the Mellin Sheriff's office"."""
    table = capacities()
    found = []
    for at in range(1, len(tree.tokens) - 1):
        if tree.tokens[at].tag != "POS" or not is_capital(tree, at - 1):
            continue
        before, after = tree.lower(at - 1), at + 1
        office = before in table.body | table.state | table.agent
        if not (before in table.possessives or (office and tree.lower(after) in ROOMS)):
            continue
        last = after
        while last < len(tree.tokens) and (
            is_capital(tree, last)
            or (
                tree.lower(last) in {"of", "and"}
                and is_capital(tree, min(last + 1, len(tree.tokens) - 1))
            )
        ):
            last += 1
        if last == after and office:
            last += 1
        if last == after:
            continue
        first = at - 1
        while first > 0 and (
            is_capital(tree, first - 1)
            or (tree.lower(first - 1) in {"of", "the"} and _held(tree, mentions, first - 1))
        ):
            first -= 1
        while first < at - 1 and tree.lower(first) in _SMALL | table.kinds:
            first += 1  # "the NGO Children's Aid Malta"
        found.append(named(tree, first, last, MentionKind.ORGANISATION))
    return found


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
        first, last = tokens_in(tree, one.span)
        if last + 1 >= len(tree.tokens) or tree.lower(last) != "and":
            continue
        second = lands.get(tree.tokens[last + 1].start)
        held = [each for each in lands.values() if one.span.holds(each.span)]
        ends_in_land = held or tree.tokens[last - 1].entity in {"GPE", "LOC"}
        if second is not None and ends_in_land:
            found.append(
                named(tree, first, tokens_in(tree, second.span)[1], MentionKind.ORGANISATION)
            )
    return found


def _ending_in_place(tree: Tree, mentions: tuple[Mention, ...]) -> list[Mention]:
    """Bodies that end in a place: "Ada Okoye for Water Standards Fiji"."""
    found = []
    for one in mentions:
        if one.kind is not MentionKind.PLACE:
            continue
        at, last = tokens_in(tree, one.span)
        first = at
        while first > 0 and tree.tokens[first - 1].pos == "PROPN" and is_capital(tree, first - 1):
            first -= 1
        free = not any(
            each is not one and each.span.overlaps(Span(tree.tokens[first].start, one.span.end))
            for each in mentions
        )
        if at - first < _WORDS_BEFORE_PLACE or first == 0 or not free:
            continue
        if tree.lower(first - 1) in {"for", "from", "with"} and not any(
            is_office(tree, each) for each in range(first, at)
        ):
            found.append(named(tree, first, last, MentionKind.ORGANISATION))
    return found


def _by_what_they_do(tree: Tree, mentions: tuple[Mention, ...]) -> list[Mention]:
    """Bodies named by what they do: "the UN refugee agency"."""
    found = []
    for one in mentions:
        if one.kind not in {MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.OTHER}:
            continue
        first, last = tokens_in(tree, one.span)
        for end in range(min(len(tree.tokens), last + 4), last, -1):
            whole = named(tree, first, end, MentionKind.ORGANISATION)
            if tree.is_word(end - 1) and full_name(whole.name) is not None:
                found.append(whole)
                break
    return found
