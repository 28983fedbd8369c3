"""A happening: where, when, what is so, who says what of it and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from tests.coverage.grammar import Draw, Template, compiled, filled
from tests.coverage.kinds import FactKind, Kind, phrases, roles
from tests.coverage.loose import number_word
from tests.coverage.people import Person, named
from tests.coverage.places import Setting
from tests.coverage.slots import DAY

__all__ = ["Claim", "Happening", "Utterance", "shown", "steps_of"]


class Utterance(NamedTuple):
    """Something said once, on one occasion."""

    id: str
    speaker: Person
    claim: Claim | None
    stance: str
    value: int | None
    minute: int
    occasion: str
    """As printed ("a news conference"), for a briefing."""

    outlet: str | None = None
    """To whom it was said, in an interview."""

    words: str | None = None
    relies_on: Person | None = None


@dataclass(slots=True, eq=False)
class Claim:
    """Something that is claimed, and all that is said about it."""

    id: str
    fact: FactKind
    scenario: str
    said: list[Utterance] = field(default_factory=list)

    def latest(self, minute: int) -> list[Utterance]:
        """The last word of each speaker before a minute, in order of time; a denial and its end both stay."""
        last: dict[tuple[str, bool], Utterance] = {}
        for one in self.said:
            if one.minute < minute:
                last[one.speaker.name, one.stance == "denies"] = one
        return list(last.values())


@dataclass(slots=True, eq=False)
class Happening:
    """One event with everything that can be told of it. Made by `scene.happening`."""

    key: str
    number: int
    kind: Kind
    setting: Setting
    minute: int
    """When it happened, minutes of Unix time."""

    values: tuple[dict[str, str], dict[str, str]]
    """What stands in the slots, for either spelling."""

    chance: Random
    people: dict[str, Person] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    quotes: list[Utterance] = field(default_factory=list)
    totals: dict[str, list[int]] = field(default_factory=dict)
    """Each count's values, first to last."""

    used: dict[int, int] = field(default_factory=dict)
    """How often a template (by `id`) has served: outlets do not write alike."""

    def fresh(self, options: tuple[Template, ...], draw: Draw) -> Template:
        """One of the templates that have served least in this story."""
        used = self.used
        start = int(draw() * len(options))
        best, least = start, 1 << 30
        for at in range(start - len(options), start):
            times = used.get(id(options[at]), 0)
            if times < least:
                best, least = at, times
                if not times:
                    break
        used[id(options[best])] = least + 1
        return options[best]

    def count_at(self, name: str, minute: int) -> int:
        """A count as known at a minute: it settles over two days."""
        steps = self.totals[name]
        return steps[min(len(steps) - 1, max(0, (minute - self.minute) // (DAY // 2)))]

    def person(self, role: str) -> Person:
        """Who speaks in a role; the same person each time."""
        if role not in self.people:
            self.people[role] = self._made(role)
        return self.people[role]

    def _made(self, role: str) -> Person:
        chance, row, values = self.chance, roles()[role], self.values[0]
        draw = chance.random
        given, family, he = named(self.setting.town.country, chance)
        age = 24 + int(draw() * 50)
        authority = filled(compiled(row["authority"]), values, draw) or None
        if role == "anonymous":
            words = phrases().words["anonymous"]
            name = filled(words[int(draw() * len(words))], values, draw, self.number)
            return Person(name, name, "the official", age, role, "", None, f"anonymous:{self.key}")
        if role == "resident":
            return Person(
                f"{given} {family}", family, he, age, role, "", None, f"person:{given} {family}"
            )
        titles = row["titles"]
        house = (
            f"state:{self.setting.town.country}"
            if row["house"] == "state"
            else f"{row['house']}:{authority}"
        )
        if not titles:
            assert authority is not None
            return Person(authority, authority, "it", 0, role, "", authority, house)
        title = titles[int(draw() * len(titles))].replace("{man}", "man" if he == "he" else "woman")
        title = title.replace("{ministry}", self.kind.ministry)
        return Person(f"{given} {family}", family, he, age, role, title, authority, house)


def steps_of(low: float, high: float, growth: float, draw: Draw) -> list[int]:
    """A count as it becomes known: five values, first to last; constant where it does not grow."""
    last = low + (high - low) * draw() ** 2
    first = max(2.0, last / growth)
    shape = (0.0, 0.4, 0.75, 1.0, 1.0)
    steps = [max(2, round(first + (last - first) * share)) for share in shape]
    if last > 200:
        steps = [round(step, -1) for step in steps]
    return steps


def shown(value: int | None) -> str:
    """A value as printed."""
    return "" if value is None else number_word(value)
