"""A happening: where, when, what is so, who says what of it and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from tests.coverage.grammar import Draw, Template, compiled, filled
from tests.coverage.kinds import FactKind, Kind, phrases, roles
from tests.coverage.loose import number_word
from tests.coverage.people import Person, named, named_family
from tests.coverage.places import Setting
from tests.coverage.truth import ClaimSort

__all__ = ["DAY", "WEEKDAYS", "Claim", "Happening", "Utterance", "weekday"]

DAY = 1440
WEEKDAYS = ("Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday")
"""From 1 January 1970."""

_STREETS = ("Street", "Road", "Lane", "Square", "Avenue", "Terrace")
_WORKS = ("Cables", "Group", "Holdings", "Works", "Foods", "Systems", "Materials", "Logistics", "Mills", "Tech", "& Sons", "Industries")
_AIMS = ("Open Hands", "Clear Water Watch", "Shelter Now", "Common Ground", "Good Neighbours", "Green Valley Watch", "Helping Line", "Lantern Relief")
_PARTIES = ("Civic Renewal", "Free Alliance", "Common Cause", "Democratic Forum", "New Centre", "Progress Union", "Country List", "Open List")
_CLUBS = ("Rovers", "United", "Athletic", "Wanderers", "Sporting", "Dynamos")
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_LATER = ("next week", "next month", "in the spring", "by the end of the month", "within days", "this weekend")


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
            return Person(f"{given} {family}", family, he, age, role, "", None, f"person:{given} {family}")
        titles = row["titles"]
        house = f"state:{self.setting.town.country}" if row["house"] == "state" else f"{row['house']}:{authority}"
        if not titles:
            assert authority is not None
            return Person(authority, authority, "it", 0, role, "", authority, house)
        title = titles[int(draw() * len(titles))].replace("{man}", "man" if he == "he" else "woman")
        title = title.replace("{ministry}", self.kind.ministry)
        return Person(f"{given} {family}", family, he, age, role, title, authority, house)


def weekday(minute: int) -> str:
    """The day of the week of a minute of Unix time (UTC)."""
    return WEEKDAYS[minute // DAY % 7]


def clock(minute: int, spelling: int) -> str:
    """Time of day as a house prints it: 6.40am, 6:40 a.m."""
    hour, rest = divmod(minute % DAY, 60)
    half = ("am", "a.m.") if hour < 12 else ("pm", "p.m.")
    shown = hour % 12 or 12
    if spelling == 0:
        return f"{shown}{f'.{rest:02d}' if rest else ''}{half[0]}"
    return f"{shown}{f':{rest:02d}' if rest else ''} {half[1]}"


def part_of_day(minute: int) -> str:
    """Words that stand before a weekday."""
    hour = minute % DAY // 60
    for limit, words in ((6, "in the early hours of"), (11, "early on"), (14, "around midday on"), (18, "on the afternoon of"), (22, "on the evening of")):
        if hour < limit:
            return words
    return "late on"


def story_values(kind: Kind, place: Setting, minute: int, chance: Random, number: int) -> tuple[dict[str, str], dict[str, str]]:
    """What stands in the slots of a story, for British and American outlets."""
    draw, code = chance.random, place.town.country
    family, family2, third, fourth, fifth = (named_family(code, chance) for _ in range(5))
    company, company2 = f"{third} {_one(_WORKS, draw)}", f"{fourth} {_one(_WORKS, draw)}"
    people = place.town.people
    common = {
        "town": place.town.name, "TOWN": place.town.name.upper(), "near": place.near.name, "near2": place.near2.name,
        "city": place.city.name, "country": place.country, "countryplain": place.country, "demonym": place.demonym,
        "direction": place.direction, "people": f"{round(people, -3 if people > 20000 else -2):,}",
        "family": family, "family2": family2, "street": f"{fifth} {_one(_STREETS, draw)}",
        "street2": f"{named_family(code, chance)} {_one(_STREETS, draw)}", "company": company, "company2": company2,
        "hospital": f"{_one((fourth, family2, place.town.name), draw)} Hospital", "school": f"{family2} School",
        "ngo": _one(_AIMS, draw), "union": f"{place.demonym} {_one(('Workers’', 'Transport', 'Labour', 'Trades'), draw)} Union",
        "party": _one(_PARTIES[:4], draw), "winner": _one(_PARTIES[4:], draw), "institute": f"{fifth} {_one(('Institute', 'Research Centre', 'Foundation'), draw)}",
        "club": f"{place.town.name} {_one(_CLUBS, draw)}", "club2": f"{place.near2.name} {_one(_CLUBS, draw)}",
        "ministry": kind.ministry, "weekday": weekday(minute), "part": part_of_day(minute), "bus": f"No. {1 + int(draw() * 90)}",
        "later": _LATER[int(draw() * 2)], "suspectage": str(19 + int(draw() * 45)), "person": " ".join(named(code, chance)[:2]),
        "person2": _player(code, chance), "ministername": "", "date": str(1 + minute // DAY % 28), "month": "", "then": str(1962 + int(draw() * 56)),
    }  # fmt: skip
    common["building"] = ""
    words = phrases().words["building"]
    common["building"] = filled(words[int(draw() * len(words))], common, draw, number)
    places = phrases().character
    common["character"] = filled(places[int(draw() * len(places))], common, draw, number)
    for name, options in kind.vars.items():
        common[name] = filled(options[int(draw() * len(options))], common, draw, number)
    common["earlier"] = filled(kind.earlier, common, draw, number)
    american = dict(common)
    miles = max(2, round(place.km / 1.609))
    common |= {"km": f"{place.km} km", "clock": clock(minute, 0), "clock2": clock(minute + 385, 0)}
    american |= {"km": f"{miles} miles", "clock": clock(minute, 1), "clock2": clock(minute + 385, 1)}
    return common, american


def _player(code: str, chance: Random) -> str:
    """Somebody whom templates call "he"."""
    while True:
        given, family, he = named(code, chance)
        if he == "he":
            return f"{given} {family}"


def _one(options: tuple[str, ...], draw: Draw) -> str:
    return options[int(draw() * len(options))]


def steps_of(low: float, high: float, growth: float, draw: Draw) -> list[int]:
    """A count as it becomes known: five values, first to last; constant where it does not grow."""
    last = low + (high - low) * draw() ** 2
    first = max(2.0, last / growth)
    shape = (0.0, 0.4, 0.75, 1.0, 1.0)
    steps = [max(2, round(first + (last - first) * share)) for share in shape]
    if last > 200:
        steps = [round(step, -1) for step in steps]
    return steps


def sort_is_supported(claim: Claim) -> bool:
    """Whether the claim gets a support status at all."""
    return claim.fact.sort in {ClaimSort.FACT, ClaimSort.FORECAST}


def shown(value: int | None) -> str:
    """A value as printed."""
    return "" if value is None else number_word(value)
