"""Kinds of events: the words and the facts of each, from ``data/events``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.coverage.grammar import Template, compiled
from tests.coverage.loose import DATA
from tests.coverage.truth import ClaimSort

__all__ = ["FactKind", "Kind", "Phrases", "kinds", "phrases", "roles"]

Both = tuple[tuple[Template, ...], tuple[Template, ...]]
"""Templates in British and in American spelling."""


@dataclass(frozen=True, slots=True)
class FactKind:
    """One thing that is claimed about events of a kind."""

    name: str
    sort: ClaimSort
    count: str | None
    """The count that is its value."""

    holders: tuple[str, ...]
    """Roles that may claim it."""

    against: tuple[str, ...]
    """Roles that may deny it."""

    seen: bool
    """Whether a reporter on the spot can see it for themselves."""

    clauses: Both


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event."""

    name: str
    ministry: str
    topic: str
    mood: str
    """calamity or public: what people do in the streets."""

    vars: dict[str, tuple[Template, ...]]
    counts: dict[str, tuple[float, float, float]]
    """Least, largest, and by how much it grows in the telling (below 1: it falls)."""

    earlier: Template
    headlines: Both
    leads: Both
    details: Both
    official: Both
    resident: Both
    critic: Both
    facts: tuple[FactKind, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Sentences that stand in any report."""

    frames: dict[str, Both]
    words: dict[str, tuple[Template, ...]]
    met: Both
    did: Both
    about: Both
    character: tuple[Template, ...]
    earlier: Both
    closing: Both


def _both(written: list[str]) -> Both:
    return tuple(compiled(one, 0) for one in written), tuple(compiled(one, 1) for one in written)


def _plain(written: list[str]) -> tuple[Template, ...]:
    return _both(written)[0]


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, by name."""
    paths = sorted((DATA / "events").glob("*.toml"))
    return tuple(_kind(tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths)


def _kind(row: dict[str, Any]) -> Kind:
    text = {name: _both(written) for name, written in row["text"].items()}
    facts = tuple(
        FactKind(
            name=fact["name"],
            sort=ClaimSort(fact.get("kind", "fact")),
            count=fact.get("count"),
            holders=tuple(fact["holders"]),
            against=tuple(fact.get("against", ())),
            seen=fact.get("seen", False),
            clauses=_both(fact["clauses"]),
        )
        for fact in row["facts"]
    )
    return Kind(
        name=row["name"],
        ministry=row["ministry"],
        topic=row["topic"],
        mood=row.get("mood", "public"),
        vars={name: _plain(written) for name, written in row.get("vars", {}).items()},
        counts={name: (low, high, by) for name, (low, high, by) in row.get("counts", {}).items()},
        earlier=compiled(row["earlier"]),
        facts=facts,
        **text,
    )


@cache
def phrases() -> Phrases:
    """The sentences of ``phrases.toml``."""
    row = tomllib.loads((DATA / "phrases.toml").read_text(encoding="utf-8"))
    return Phrases(
        frames={name: _both(written) for name, written in row["frames"].items()},
        words={name: _plain(written) for name, written in row["words"].items()},
        met=_both(row["people"]["met"]),
        did=_both(row["people"]["did"]),
        about=_both(row["place"]["about"]),
        character=_plain(row["place"]["character"]),
        earlier=_both(row["place"]["earlier"]),
        closing=_both(row["place"]["closing"]),
    )


@cache
def roles() -> dict[str, dict[str, Any]]:
    """Role → titles, authority, house."""
    return tomllib.loads((DATA / "roles.toml").read_text(encoding="utf-8"))
