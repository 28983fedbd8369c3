"""What stands in the slots of a story's sentences, for British and for American outlets."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from random import Random
from typing import TypeVar

from tests.coverage.grammar import BRITISH, Draw, filled
from tests.coverage.kinds import Kind, phrases
from tests.coverage.loose import DATA
from tests.coverage.people import named, named_family
from tests.coverage.places import Setting

__all__ = ["DAY", "WEEKDAYS", "clock", "story_values", "weekday"]

_T = TypeVar("_T")

DAY = 1440
"""Minutes."""

WEEKDAYS = ("Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday")
"""From 1 January 1970."""

_PARTS = (
    (6, "in the early hours of"), (11, "early on"), (14, "around midday on"),
    (18, "on the afternoon of"), (22, "on the evening of"), (24, "late on"),
)  # fmt: skip
"""Hour below which the words stand before a weekday."""

_MILE = 1.609
"""Kilometres."""


@cache
def _bodies() -> dict[str, list[str]]:
    rows = tomllib.loads((DATA / "bodies.toml").read_text(encoding="utf-8"))
    return {name: row.split("|") for name, row in rows.items()}


def weekday(minute: int) -> str:
    """The day of the week of a minute of Unix time (UTC)."""
    return WEEKDAYS[minute // DAY % 7]


def clock(minute: int, spelling: int) -> str:
    """Time of day as a house prints it: 6.40am, 6:40 a.m."""
    hour, rest = divmod(minute % DAY, 60)
    shown = hour % 12 or 12
    if spelling == BRITISH:
        return f"{shown}{f'.{rest:02d}' if rest else ''}{'am' if hour < 12 else 'pm'}"
    return f"{shown}{f':{rest:02d}' if rest else ''} {'a.m.' if hour < 12 else 'p.m.'}"


def story_values(
    kind: Kind, place: Setting, minute: int, chance: Random, number: int
) -> tuple[dict[str, str], dict[str, str]]:
    """The values of a story's slots but for its counts, which grow.

    Args:
        kind: What happens.
        place: Where.
        minute: When, minutes of Unix time.
        chance: Everything drawn.
        number: Of the story, for what all outlets print alike.
    """
    draw = chance.random
    british = _places(place) | _names(place.town.country, chance) | _moments(minute, draw)
    british["hospital"] = f"{_one([british['family2'], place.town.name], draw)} Hospital"
    british["school"] = f"{british['family2']} School"
    british["union"] = f"{place.demonym} {british['union']}"
    british["club"] = f"{place.town.name} {british['club']}"
    british["club2"] = f"{place.near2.name} {british['club2']}"
    british["ministry"] = kind.ministry
    buildings, characters = phrases().words["building"], phrases().character
    british["building"] = filled(_one(buildings, draw), british, draw, number)
    british["character"] = filled(_one(characters, draw), british, draw, number)
    for name, options in kind.vars.items():
        british[name] = filled(_one(options, draw), british, draw, number)
    british["earlier"] = filled(kind.earlier, british, draw, number)
    american = dict(british)
    american["km"] = f"{max(2, round(place.km / _MILE))} miles"
    for spelling, values in enumerate((british, american)):
        values["clock"], values["clock2"] = clock(minute, spelling), clock(minute + 385, spelling)
    return british, american


def _places(place: Setting) -> dict[str, str]:
    people = place.town.people
    return {
        "town": place.town.name, "TOWN": place.town.name.upper(), "near": place.near.name,
        "near2": place.near2.name, "city": place.city.name, "country": place.country,
        "countryplain": place.country, "demonym": place.demonym, "direction": place.direction,
        "km": f"{place.km} km", "people": f"{round(people, -3 if people > 20_000 else -2):,}",
    }  # fmt: skip


def _names(code: str, chance: Random) -> dict[str, str]:
    """Of people, streets and bodies."""
    draw, bodies = chance.random, _bodies()
    family, family2, third, fourth, fifth, sixth = (named_family(code, chance) for _ in range(6))
    return {
        "family": family, "family2": family2,
        "company": f"{third} {_one(bodies['works'], draw)}",
        "company2": f"{fourth} {_one(bodies['works'], draw)}",
        "street": f"{fifth} {_one(bodies['streets'], draw)}",
        "street2": f"{sixth} {_one(bodies['streets'], draw)}",
        "institute": f"{fifth} {_one(bodies['institutes'], draw)}",
        "union": f"{_one(bodies['unions'], draw)} Union",
        "ngo": _one(bodies["aims"], draw), "party": _one(bodies["parties"], draw),
        "winner": _one(bodies["winners"], draw), "club": _one(bodies["clubs"], draw),
        "club2": _one(bodies["clubs"], draw), "person": " ".join(named(code, chance)[:2]),
        "person2": _player(code, chance),
    }  # fmt: skip


def _moments(minute: int, draw: Draw) -> dict[str, str]:
    """Times, and small numbers that all outlets know."""
    hour = minute % DAY // 60
    return {
        "weekday": weekday(minute), "part": next(words for limit, words in _PARTS if hour < limit),
        "later": _one(_bodies()["later"], draw), "then": str(1962 + int(draw() * 56)),
        "suspectage": str(19 + int(draw() * 45)), "bus": f"No. {1 + int(draw() * 90)}",
    }  # fmt: skip


def _player(code: str, chance: Random) -> str:
    """Somebody whom templates call "he"."""
    while True:
        given, family, he = named(code, chance)
        if he == "he":
            return f"{given} {family}"


def _one(options: Sequence[_T], draw: Draw) -> _T:
    return options[int(draw() * len(options))]
