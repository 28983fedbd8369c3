"""Words that tell what a number counts, and which numbers count nothing."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Counting", "counting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """The shipped lists; lemmas in small letters."""

    revision: int
    level_verbs: frozenset[str]
    """Their subject is what is measured ("inflation fell to 3.2%")."""

    bound_verbs: frozenset[str]
    """Of verbs of level those whose object is a bound or a sum."""

    before_verbs: frozenset[str]
    """What may stand between a subject and its verb."""

    poll_words: frozenset[str]
    """Beside them points are percentage points."""

    time_nouns: frozenset[str]
    """Stretches of the calendar, which no number outside a duration counts."""

    compared_extents: frozenset[str]
    """"Four inches lower": how far from what was told before."""

    price_verbs: frozenset[str]
    """The same where the subject is one of `prices`."""

    prices: frozenset[str]
    setting_verbs: frozenset[str]
    """Their object is what is measured ("cut its forecast to 1.1%")."""

    tallies: frozenset[str]
    """"Number", "total": what follows "of" is counted."""

    labels: frozenset[str]
    """A number behind one of these is a name ("Article 5")."""

    not_counted: frozenset[str]
    """Joined to a number they say how, not how many ("two-way")."""

    scored: frozenset[str]
    scored_in_games: frozenset[str]
    """Of these, those that are counted outside games too."""

    sport_words: frozenset[str]
    """They tell of a game."""

    teams: frozenset[str]
    """Who plays, without a name: a bare number behind one is its score."""

    bodies: frozenset[str]
    """Many persons in one word: "a crew of 28" is no age."""

    works: frozenset[str]
    """A number behind one of these, with a capital behind it, begins a title."""

    clock_words: frozenset[str]
    clock_verbs: frozenset[str]
    age_bounds: frozenset[str]
    people: frozenset[str]
    """Behind them a bound is one of age ("children under five")."""

    labelled: frozenset[str]
    """A figure before one of these, with a capital, is a name ("617 Squadron")."""

    scored_by_names: frozenset[str]
    idioms: frozenset[str]
    stand_ins: frozenset[str]
    """Nouns that stand for others told before ("14 others")."""

    strangers: frozenset[str]
    """Of these, those that say: not the ones counted before."""

    including: frozenset[str]
    """Behind these stands a part of those counted before ("including two children")."""

    participles: frozenset[str]
    """Behind a number these tell what was done ("3.4 million cast"), where no noun follows."""

    conditions: frozenset[str]
    """What the counted have become ("the number of dead"): no noun for them."""

    areas: frozenset[str]
    """Before these "over" is of place ("57 drones over six regions")."""

    money_verbs: frozenset[str]
    """Their object is money where it may be: pounds paid, not pounds lost."""

    money_nouns: frozenset[str]
    """"Pounds of aid" and "a pound fine" are money; other pounds "of" something are weight."""

    weight_words: frozenset[str]
    """In a sentence with one of these pounds are weight, unless a sign or a scale says otherwise."""

    pound_lands: frozenset[str]
    """Where another pound is spent: without a sign its pounds are not sterling."""

    plural_verbs: frozenset[str]
    """A bare number before one of these is its subject and no date ("40 were hurt")."""

    directions: frozenset[str]
    """A length before these is a distance, and measures nothing named."""

    lengths: frozenset[str]
    at_verbs: frozenset[str]
    """After these "at 14" is a level and no age."""

    extents: frozenset[str]
    """"Three metres high": what is high is measured."""

    result_verbs: frozenset[str]


@cache
def counting() -> Counting:
    """The shipped lists, read once per process."""
    raw = tomllib.loads(
        (files("firsthand.tables") / "data" / "counting.toml").read_text(encoding="utf-8")
    )
    revision = raw.pop("revision")
    return Counting(revision=revision, **{name: frozenset(words) for name, words in raw.items()})
