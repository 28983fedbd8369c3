"""Who is who: the people and bodies that are heard in a story, as its texts name and place them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from firsthand.brief.dating import shown
from firsthand.brief.printing import one_line
from firsthand.domain import Actor, Brief, Passage, Role, SpeakerKind, Tenure

__all__ = ["Placed", "Who", "who"]

_NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.BODY, SpeakerKind.OUTLET})
_FORMS = 4
"""Forms of a name that are printed; the JSON has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A role or a body in words, with where the texts say so."""

    text: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """One person or body, ready to print."""

    name: str
    also: tuple[str, ...]
    """Further forms as written, commonest first, at most four."""

    places: tuple[Placed, ...]
    """Roles, earliest first, then bodies it belongs to that no role names."""

    speaks_for: str | None
    """The body spoken for; None where it is the actor itself or not known."""

    statements: int
    """How many statements the actor makes in the story."""

    ids: tuple[str, ...]


def who(brief: Brief) -> tuple[Who, ...]:
    """The named people and bodies that are heard in the story, most heard first, then by name."""
    heard: Counter[str] = Counter()
    for reading in brief.settled.readings:
        for statement in reading.statements:
            heard.update((statement.speaker or "").split("; "))
    rows = [
        _who(actor, heard[actor.name])
        for actor in brief.settled.actors
        if actor.heard and actor.kind in _NAMED
    ]
    return tuple(sorted(rows, key=lambda row: (-row.statements, row.name)))


def _who(actor: Actor, statements: int) -> Who:
    forms = sorted(actor.written, key=lambda one: (-len(one.passages), one.form))
    also = [one.form for one in forms if one.form != actor.name and one.passages]
    roles = tuple(Placed(text=_role(role), passages=role.passages) for role in actor.held)
    told = {actor.name, *(role.body for role in actor.held)}
    bodies: dict[str, tuple[Passage, ...]] = {}
    for one in actor.affiliations:
        if one.body not in told:
            bodies[one.body] = (*bodies.get(one.body, ()), *one.passages)
    return Who(
        name=actor.name,
        also=tuple(also[:_FORMS]),
        places=(*roles, *(Placed(text=f"of {name}", passages=at) for name, at in bodies.items())),
        speaks_for=actor.authority if actor.authority != actor.name else None,
        statements=statements,
        ids=actor.ids,
    )


def _role(role: Role) -> str:
    """A role in words: "harbour master, Split (acting; since 2021)"."""
    said = one_line(role.title)
    if role.body is not None and role.body.casefold() not in said.casefold():
        said = f"{said}, {role.body}"
    told = [] if role.tenure is Tenure.HELD else [role.tenure.value.replace("-", " ")]
    if role.since is not None:
        told.append(f"since {shown(role.since)}")
    if role.until is not None:
        told.append(f"until {shown(role.until)}")
    return f"{said} ({'; '.join(told)})" if told else said
