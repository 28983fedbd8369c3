"""Words that tell of an event, by PLOVER category, and what the words around them make of it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["EventPattern", "EventWords", "event_words"]

_OTHER = "OTHER"
"""Section of the table for events without category."""

_PREPOSITIONS = frozenset(
    {
        "with", "to", "from", "on", "for", "at", "in", "into", "by", "of", "off", "out", "against", "upon",
        "without", "through", "over", "about", "behind", "near", "under", "around", "before", "as",
    }
)  # fmt: skip

_ABLE = (
    "doers", "fighters", "crowd", "peacekeepers", "civilians", "visitors", "persons", "suspects", "officials",
    "investigators", "bombs", "shots", "assaults", "protests", "media", "leaders",
)  # fmt: skip
"""Classes of the table whose words can act or are acted by."""

_PEOPLE = ("persons", "visitors", "officials", "leaders", "crowd", "civilians", "fighters")
"""Classes of those who are expected somewhere, and are no happening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPattern:
    """What must stand with a word for it to name an event of a category."""

    category: str
    """A PLOVER category; empty for an event of none."""

    needs: tuple[frozenset[str], ...] = ()
    """For each further word of the pattern its alternatives; all must be met."""

    actors: frozenset[str] = frozenset()
    """Nouns of which whoever does it must be one; empty: anybody."""

    direct: bool = False
    """Whether what stands behind a preposition does not count, because the pattern names none."""

    words: int = 1
    """How many words the pattern names; the fuller holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """The lists of ``events.toml``: lemmas in lower case."""

    verbs: dict[str, tuple[EventPattern, ...]]
    """Patterns by verb, the fullest first; of equals in the order of the table."""

    nouns: dict[str, tuple[EventPattern, ...]]
    roles: dict[str, frozenset[str]]
    """Verbs that are no events of their own: reporting, performing, states, acting, aspectual, light."""

    governors: dict[str, tuple[str, ...]]
    """For a word above an event the names of the lists it stands in (planned, threatened, …)."""

    auxiliaries: dict[str, frozenset[str]]
    friendly: frozenset[str]
    """Categories that an intention makes AGREE, a negation or refusal REJECT."""

    hostile: frozenset[str]
    """Categories that an intention makes THREATEN."""

    nature: frozenset[str]
    """Nouns of what kills and destroys without being anybody's deed."""

    fighters: frozenset[str]
    people: frozenset[str]
    able: frozenset[str]
    """Nouns of who can act, and of weapons and attacks."""

    things: frozenset[str]
    """Nouns of what cannot."""

    craft: frozenset[str]
    """Nouns of vessels that fight or only carry."""

    violence: frozenset[str]
    """Words near which a harm without a doer is somebody's deed."""

    mishaps: frozenset[str]
    """Words near which it is nobody's."""


@cache
def event_words() -> EventWords:
    """The shipped table."""
    table = tomllib.loads(
        files("firsthand.tables").joinpath("data/events.toml").read_text(encoding="utf-8")
    )
    classes = {name: frozenset(words) for name, words in table["classes"].items()}
    governors: dict[str, list[str]] = {}
    for name, words in table["governors"].items():
        for word in words:
            governors.setdefault(word, []).append(name)
    return EventWords(
        verbs=_patterns(table["verbs"], classes),
        nouns=_patterns(table["nouns"], classes),
        roles={name: frozenset(words) for name, words in table["roles"].items()},
        governors={word: tuple(names) for word, names in governors.items()},
        auxiliaries={name: frozenset(words) for name, words in table["auxiliaries"].items()},
        friendly=frozenset(table["turned"]["friendly"]),
        hostile=frozenset(table["turned"]["hostile"]),
        nature=classes["nature"],
        fighters=classes["fighters"],
        people=frozenset().union(*(classes[name] for name in _PEOPLE)),
        able=frozenset().union(*(classes[name] for name in _ABLE)),
        things=classes["things"],
        craft=classes["craft"],
        violence=classes["violence"],
        mishaps=classes["mishaps"],
    )


def _patterns(
    table: dict[str, Any], classes: dict[str, frozenset[str]]
) -> dict[str, tuple[EventPattern, ...]]:
    """Patterns by their first word."""
    found: dict[str, list[EventPattern]] = {}
    for category, written in table.items():
        for line in written:
            first, *others = str(line).split()
            needs: list[frozenset[str]] = []
            actors: frozenset[str] = frozenset()
            for word in others:
                if word.startswith("^"):
                    actors = classes[word[1:]]
                else:
                    needs.append(_alternatives(word, classes))
            pattern = EventPattern(
                category="" if category == _OTHER else category,
                needs=tuple(needs),
                actors=actors,
                direct=bool(needs) and not any(need & _PREPOSITIONS for need in needs),
                words=1 + len(others),
            )
            for word in sorted(_alternatives(first, classes)):
                found.setdefault(word, []).append(pattern)
    return {
        word: tuple(sorted(patterns, key=lambda one: -one.words))
        for word, patterns in found.items()
    }


def _alternatives(word: str, classes: dict[str, frozenset[str]]) -> frozenset[str]:
    return classes[word[1:]] if word.startswith("@") else frozenset({word})
