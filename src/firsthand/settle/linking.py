"""Which entry of a register an actor is: by a name both have, of one kind and one state.

An identifier is printed beside an actor; it never makes two actors one, nor two of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from firsthand.domain import ORGANS_OF_STATE, Actor, BodyKind, Reason, RegisterEntry, SpeakerKind
from firsthand.settle.spelling import key

__all__ = ["linked", "looked_up", "names_of_entry"]

_OF_MANY_STATES = ORGANS_OF_STATE | {BodyKind.PARTY}
"""Kinds of bodies that many states have under one name: without its state such a name tells nothing."""

_LIFETIME = 110
"""Years."""

_BY_NAME, _BY_ENDS, _STATE = 0.6, 0.4, 0.3
"""Scores of a whole name, of first name and surname alone, and what one state adds: hand-set, an
order of trust and no probability."""


def looked_up(actors: Iterable[Actor]) -> frozenset[str]:
    """The folded names by which actors may be found in a register."""
    return frozenset(key for actor in actors for key in _keys_of_actor(actor))


def names_of_entry(entry: RegisterEntry) -> frozenset[str]:
    """The folded names by which an entry may be found."""
    return frozenset(_keys_of_entry(entry))


def linked(
    actors: Sequence[Actor], entries: Iterable[RegisterEntry], *, year: int | None = None
) -> tuple[Actor, ...]:
    """Give actors the identifiers of the entries that they are, one a register.

    A person is found by first name and surname at least, a body by its whole name; an entry of
    another kind or another state is none. Where several entries of a register fit equally, none is
    given and the reason says so.

    Args:
        actors: Of a story.
        entries: Of one or several registers, in any order; those without a name in `looked_up` may
            be left out.
        year: Of the story: whoever is heard in it cannot have died years before, nor have been born
            more than a lifetime ago. None: not looked at.

    Returns:
        The actors in their order.
    """
    by_key: dict[str, list[RegisterEntry]] = defaultdict(list)
    for entry in entries:
        for one in _keys_of_entry(entry):
            by_key[one].append(entry)
    return tuple(_linked(actor, by_key, year) for actor in actors)


def _linked(actor: Actor, by_key: Mapping[str, Sequence[RegisterEntry]], year: int | None) -> Actor:
    found: dict[str, dict[str, tuple[float, RegisterEntry]]] = defaultdict(dict)
    for name, sure in _keys_of_actor(actor).items():
        for entry in by_key.get(name, ()):
            if actor.heard and year is not None and not _lives(entry, year):
                continue
            score = _score(actor, entry, min(sure, _keys_of_entry(entry)[name]))
            kept = found[entry.register].get(entry.id)
            if score and (kept is None or kept[0] < score):
                found[entry.register][entry.id] = (score, entry)
    ids, reasons = list(actor.ids), list(actor.reasons)
    for register, fitting in sorted(found.items()):
        best = max((score for score, _ in fitting.values()), default=0.0)
        chosen = sorted(name for name, (score, _) in fitting.items() if score == best)
        if len(chosen) == 1:
            entry = fitting[chosen[0]][1]
            ids.append(entry.id)
            feature = f"{register} lists “{entry.names[0]}” as {entry.id}"
            reasons.append(Reason(feature=feature, score=round(best, 2)))
        elif chosen:
            feature = (
                f"not linked: {len(chosen)} entries of {register} fit ({', '.join(chosen[:5])})"
            )
            reasons.append(Reason(feature=feature, score=0.0))
    return replace(actor, ids=tuple(dict.fromkeys(ids)), reasons=tuple(reasons))


def _lives(entry: RegisterEntry, year: int) -> bool:
    """Whether an entry may be somebody who speaks in a story of that year."""
    if entry.died is not None and year > entry.died + 1:
        return False
    return entry.born is None or 0 <= year - entry.born <= _LIFETIME


def _score(actor: Actor, entry: RegisterEntry, sure: float) -> float:
    """How well an entry that shares a name fits; 0 where kind or state speak against it."""
    person = actor.kind is SpeakerKind.PERSON
    if entry.kind is not None and (entry.kind is SpeakerKind.PERSON) is not person:
        return 0.0
    if actor.state is not None and entry.states:
        return sure + _STATE if actor.state in entry.states else 0.0
    return 0.0 if actor.body in _OF_MANY_STATES else sure


def _keys_of_actor(actor: Actor) -> dict[str, float]:
    """Folded names of an actor, with how far each tells who it is."""
    if actor.kind not in {SpeakerKind.PERSON, SpeakerKind.BODY, SpeakerKind.OUTLET}:
        return {}
    person = actor.kind is SpeakerKind.PERSON
    found = _keys((actor.name, *actor.aliases), persons=person)
    return {name: sure for name, sure in found.items() if " " in name or not person}


def _keys_of_entry(entry: RegisterEntry) -> dict[str, float]:
    return _keys(entry.names, persons=entry.kind is not SpeakerKind.BODY)


def _keys(names: Iterable[str], *, persons: bool) -> dict[str, float]:
    """Names as they are looked up; of a person with middle names the two ends too."""
    found: dict[str, float] = {}
    for name in names:
        last, comma, first = name.partition(",")
        turned = f"{first.strip()} {last.strip()}" if comma and persons else name
        words = key(turned).split()
        if not words:
            continue
        found[" ".join(words)] = _BY_NAME
        if persons and len(words) > 2:
            found.setdefault(f"{words[0]} {words[-1]}", _BY_ENDS)
    return found
