"""The people an article names in full, and where it names them by a part of their name."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.annotate.kinds import Weighed, best_kind
from firsthand.annotate.nametables import is_known_place
from firsthand.annotate.nametrims import Name
from firsthand.annotate.wording import Wording
from firsthand.domain import MentionKind, Span
from firsthand.tables.countries import country_of_name
from firsthand.tables.namecues import name_cues
from firsthand.tables.namewords import name_words

__all__ = ["Cast", "cast_of", "mended"]

_PLACING = frozenset(
    {
        "in or near before",
        "place by a phrase before",
        "place by a noun before",
        "noun of places after",
        "is said to be a place",
        "region after a comma",
        "country after a comma",
        "dateline",
    }
)
"""Features that put an occurrence on the map."""

_PERSONAL = frozenset(
    {
        "given name before others",
        "initial inside",
        "title before",
        "noun of persons before",
        "relative before",
        "relative after",
        "age after",
        "who after",
        "speaks",
        "verb of saying before",
        "is said to be a person",
    }
)
"""Features one of which a full name needs whose last word is a place's ("Village Malakal" has none)."""

_NEAR = 25
"""Tokens before a given name that is a country's as well within which its bearer must be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Parts of the names of people who are named in full."""

    family: frozenset[str]
    given: Mapping[str, tuple[int, ...]]
    """With the token numbers of the full names, ascending."""

    placed: frozenset[str]
    """Words of these that the article uses as a place somewhere."""

    common: frozenset[str]
    """Words the article writes small as well."""

    bodies: frozenset[str]
    """First words of the names of bodies that are named in full."""

    def is_near(self, given: str, at: int) -> bool:
        """Whether the full name stands within a sentence's length before a token."""
        firsts = self.given[given]
        before = bisect_left(firsts, at) - 1
        return before >= 0 and at - firsts[before] <= _NEAR

    def features(self, one: Weighed) -> tuple[str, ...]:
        """What the rest of the article says of an occurrence."""
        text = one.name.text.casefold()
        table = any(feature.startswith("table") for feature in one.features)
        found: list[str] = []
        if text in self.bodies and one.name.label in {"ORG", ""}:
            if text not in self.family and not is_known_place(text):
                found.append("first word of a body named in full")
        elif text in self.family:
            found.append("family name of a person named in full")
        elif text in self.given and (not table or self.is_near(text, one.name.first)):
            found.append("given name of a person named in full")
        if found and text not in self.placed | self.bodies:
            found.append("a person named in full, and nowhere a place")
            if table:
                found.append("a country's name that is only a person's here")
        if text in self.common and not table:
            found.append("also written small")
        return tuple(found)


def cast_of(wording: Wording, weighed: Sequence[Weighed]) -> Cast:
    """The people named in full, by the weights of each occurrence."""
    family: set[str] = set()
    given: dict[str, list[int]] = defaultdict(list)
    kinds: dict[str, Counter[MentionKind]] = defaultdict(Counter)
    firsts: dict[str, list[int]] = defaultdict(list)
    placed = _placed(weighed)
    generations = name_cues().generations
    for one in weighed:
        if " " in one.name.text and (
            any(feature in _PERSONAL for feature in one.features)
            or one.name.text.casefold().rpartition(" ")[2] not in placed
        ):
            kinds[one.name.text][best_kind(one.weights)] += 1
            firsts[one.name.text].append(one.name.first)
    for text, counted in kinds.items():
        if counted.most_common(1)[0][0] is not MentionKind.PERSON or is_known_place(text):
            continue
        parts = [part for part in text.casefold().split() if part.strip(".") not in generations]
        if len(parts) < 2:
            continue
        family.add(parts[-1])
        given[parts[0]].extend(firsts[text])
        at = len(parts) - 1
        while at > 1 and parts[at - 1] in name_words().particles:
            at -= 1
            family.add(" ".join(parts[at:]))
        if "-" in parts[-1]:
            family.add(parts[-1].rpartition("-")[2])
    return Cast(
        family=frozenset(family),
        given={word: tuple(sorted(at)) for word, at in given.items() if word not in family},
        placed=placed,
        bodies=_bodies(weighed),
        common=wording.common,
    )


def _placed(weighed: Sequence[Weighed]) -> frozenset[str]:
    """Names that the article uses as a place somewhere, and countries whose people it names."""
    placed = set()
    peoples = set()
    for one in weighed:
        if _PLACING & set(one.features) and "case after" not in one.features:
            placed.add(one.name.text.casefold())
        known = country_of_name(one.name.text)
        if known is not None and known[1] != "name":
            peoples.add(known[0])
    for one in weighed:
        known = country_of_name(one.name.text)
        if known is not None and known[0] in peoples:
            placed.add(one.name.text.casefold())
    return frozenset(placed)


def _bodies(weighed: Sequence[Weighed]) -> frozenset[str]:
    """First words of the names of bodies of two words and more."""
    return frozenset(
        one.name.text.casefold().partition(" ")[0]
        for one in weighed
        if " " in one.name.text
        and best_kind(one.weights) is MentionKind.ORGANISATION
        and "word of a body" in one.features
    )


def mended(wording: Wording, found: Sequence[Name]) -> list[Name]:
    """The names, those of a person who is elsewhere named in full made whole ("Yoon Suk|Yeol").

    Args:
        wording: The article's.
        found: Ascending, not overlapping.
    """
    whole: dict[str, list[str]] = defaultdict(list)
    for name in found:
        if name.label == "PERSON" and " " in name.text and "," not in name.text:
            words = name.text.split()
            for count in range(1, len(words)):
                whole[" ".join(words[:count])].append(name.text)
    longest = {part: max(sorted(set(names)), key=len) for part, names in whole.items()}
    kept: list[Name] = []
    for name in found:
        if kept and name.first < kept[-1].last:
            continue
        full = longest.get(name.text)
        end = _end_of(wording, name, full) if full is not None else None
        if full is None or end is None:
            kept.append(name)
            continue
        span = Span(name.span.start, wording.tokens[end - 1].end)
        kept.append(replace(name, last=end, span=span, text=full, label="PERSON"))
    return kept


def _end_of(wording: Wording, name: Name, full: str) -> int | None:
    """The token index after a full name that begins where `name` does; None if it does not stand there."""
    start = name.span.start
    stop = start + len(full)
    if wording.text[start:stop] != full:
        return None
    for at in range(name.last, min(name.last + 5, len(wording.tokens))):
        if wording.tokens[at].end == stop:
            return at + 1
    return None
