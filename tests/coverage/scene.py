"""Who says what, when: the scenarios by which claims come to be supported, doubted and taken back."""

from __future__ import annotations

from random import Random

from tests.coverage.grammar import filled
from tests.coverage.kinds import FactKind, Kind, kinds, phrases
from tests.coverage.people import Person
from tests.coverage.phrases import remark
from tests.coverage.places import setting
from tests.coverage.slots import DAY, story_values
from tests.coverage.truth import ClaimSort
from tests.coverage.world import Claim, Happening, Utterance, shown, steps_of

__all__ = ["happening"]

_OFFICIALS = ("police", "rescue", "mayor", "minister", "company", "prosecutor", "hospital")
_CRITICS = ("opposition", "union", "ngo")


def happening(
    key: str, number: int, minute: int, chance: Random, *, kind: Kind | None = None, facts: int = 5
) -> Happening:
    """Make an event with its claims and quotations.

    Args:
        key: Its name.
        number: Decides what all outlets print alike beside the facts.
        minute: When it happens, minutes of Unix time.
        chance: Everything else.
        kind: What happens; None: any.
        facts: How many claims at most.
    """
    kind = kind or kinds()[int(chance.random() * len(kinds()))]
    place = setting(chance)
    values = story_values(kind, place, minute, chance, number)
    told = Happening(key, number, kind, place, minute, values, chance)
    for each in values:
        each["ministername"] = told.person("minister").name
    for name, (low, high, growth) in kind.counts.items():
        told.totals[name] = steps_of(low, high, growth, chance.random)
    counted = [fact for fact in kind.facts if fact.count]
    others = [fact for fact in kind.facts if not fact.count]
    chance.shuffle(others)
    for fact in (counted + others)[:facts]:
        told.claims.append(_claim(told, fact))
    _quotations(told)
    return told


def _claim(told: Happening, fact: FactKind) -> Claim:
    chance = told.chance
    scenario = _scenario(fact, chance)
    claim = Claim(f"{told.key}-{fact.name}", fact, scenario)
    holders = list(fact.holders)
    if chance.random() < 0.6:
        chance.shuffle(holders)
    first = told.person(holders[0])
    start = told.minute + 50 + int(chance.random() * 240)
    say = _Sayer(told, claim)
    say(first, "asserts", start)
    if fact.count:
        for later in (DAY // 2 + 90, DAY + 120):
            say(first, "asserts", start + later)
    rest = [told.person(role) for role in holders[1:]]
    if scenario == "several":
        second = next((one for one in rest if one.house == first.house), None)
        if second is not None:
            say(second, "confirms" if chance.random() < 0.4 else "asserts", start + 60)
        elif rest:
            say(rest[0], "asserts", start + 90, relies_on=first)
    elif scenario in {"corroborated", "differing"}:
        second = next(
            (one for one in rest if one.house != first.house and one.role != "anonymous"), None
        )
        if second is not None:
            by = 1 if scenario == "corroborated" else 1.4 + chance.random()
            say(second, "asserts", start + 45, by=by)
    elif scenario in {"disputed", "conceded"}:
        denier = told.person(fact.against[int(chance.random() * len(fact.against))])
        say(denier, "denies", start + 100)
        if scenario == "conceded":
            say(denier, "acknowledges", start + DAY - 120)
        if rest and chance.random() < 0.4:
            say(rest[0], "declines", start + 150)
    elif scenario == "retracted":
        say(first, "withdraws", start + DAY - 60)
    claim.said.sort(key=lambda one: (one.minute, one.id))
    return claim


def _scenario(fact: FactKind, chance: Random) -> str:
    if fact.sort is not ClaimSort.FACT:
        return "several" if fact.sort is ClaimSort.FORECAST and chance.random() < 0.3 else "single"
    if fact.against:
        return chance.choices(("disputed", "conceded", "single", "retracted"), (55, 15, 22, 8))[0]
    if fact.count:
        return chance.choices(("single", "several", "corroborated", "differing"), (30, 28, 24, 18))[
            0
        ]
    return chance.choices(
        ("single", "several", "corroborated", "bare", "retracted"), (35, 25, 25, 10, 5)
    )[0]


class _Sayer:
    """Adds what is said to one claim."""

    def __init__(self, told: Happening, claim: Claim) -> None:
        self.told, self.claim = told, claim

    def __call__(
        self,
        speaker: Person,
        stance: str,
        minute: int,
        *,
        by: float = 1.0,
        relies_on: Person | None = None,
    ) -> None:
        told, claim = self.told, self.claim
        value = None
        if claim.fact.count is not None:
            value = max(2, round(told.count_at(claim.fact.count, minute) * by))
        words = phrases().words["briefing"]
        occasion = filled(
            words[int(told.chance.random() * len(words))],
            told.values[0],
            told.chance.random,
            told.number,
        )
        claim.said.append(
            Utterance(
                f"{claim.id}-u{len(claim.said)}",
                speaker,
                claim,
                stance,
                value,
                minute,
                occasion,
                relies_on=relies_on,
            )
        )


def _quotations(told: Happening) -> None:
    """What officials and critics say word for word, in front of everybody."""
    chance = told.chance
    officials = [
        role for role in _OFFICIALS if any(role in fact.holders for fact in told.kind.facts)
    ]
    critics = [role for role in _CRITICS if any(role in fact.holders for fact in told.kind.facts)]
    chance.shuffle(officials)
    lines = [(role, told.kind.official[0], "official") for role in officials[:3]]
    lines += [(role, told.kind.critic[0], "critic") for role in critics[:2]]
    words = phrases().words["briefing"]
    values = told.values[0] | {name: shown(steps[1]) for name, steps in told.totals.items()}
    for at, (role, own, pool) in enumerate(lines):
        speaker = told.person(role)
        said = remark(own, pool, values, chance.random, told.number + 10 * at)
        minute = told.minute + 60 + int(chance.random() * DAY)
        occasion = filled(
            words[int(chance.random() * len(words))], told.values[0], chance.random, told.number
        )
        told.quotes.append(
            Utterance(
                f"{told.key}-q{at}", speaker, None, "asserts", None, minute, occasion, words=said
            )
        )
