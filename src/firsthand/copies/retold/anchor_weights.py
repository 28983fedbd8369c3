"""What the anchors of two texts are worth beside each other: one name for one thing, the rare before the common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from firsthand.copies.retold.anchors import Told

__all__ = ["Weighed", "weighed", "worth"]

_SMALL = 12
"""Numbers up to here stand in any text about anything; they say less than larger ones."""


def _alike(one: str, other: str) -> bool:
    """Whether two sounds may be one name, an ending of inflection aside."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= 3 and len(long) - len(short) <= 2 and long.startswith(short)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighed:
    """Two texts' anchors in common terms: a weight for each, the same name for the same thing."""

    a: tuple[Mapping[str, float], ...]
    """For each of a's sentences, anchor → weight. Names that only open a sentence, or stand in a
    language where nouns have capitals, count only where the other text has them too."""

    b: tuple[Mapping[str, float], ...]


def weighed(a: Told, b: Told) -> Weighed:
    """Bring the anchors of two texts to common terms.

    An anchor in one sentence of each text weighs one; whoever is named in every sentence says
    little about which sentence it is. Small numbers and days of the week weigh half.
    """
    same = _one_name(_all(a.names), _all(b.names))
    shared = set(same.values())
    rows_a = [_row(a, at, same, shared) for at in range(len(a.sentences))]
    rows_b = [_row(b, at, same, shared) for at in range(len(b.sentences))]
    held_a: Counter[str] = Counter(anchor for row in rows_a for anchor in row)
    held_b: Counter[str] = Counter(anchor for row in rows_b for anchor in row)

    def weight(anchor: str) -> float:
        frequent = sqrt(max(1, held_a[anchor]) * max(1, held_b[anchor]))
        return worth(anchor) / sqrt(frequent)

    return Weighed(
        a=tuple({anchor: weight(anchor) for anchor in sorted(row)} for row in rows_a),
        b=tuple({anchor: weight(anchor) for anchor in sorted(row)} for row in rows_b),
    )


def _all(rows: Iterable[frozenset[str]]) -> list[str]:
    return sorted({sound for row in rows for sound in row})


def _one_name(some: Sequence[str], others: Sequence[str]) -> dict[str, str]:
    """Sound that both texts have, as alike as names are with their endings → what both are called."""
    by_lead: dict[str, list[str]] = defaultdict(list)
    for sound in others:
        by_lead[sound[:2]].append(sound)
    called: dict[str, str] = {}

    def root(one: str) -> str:
        while (parent := called.get(one, one)) != one:
            one = parent
        return one

    for sound in some:
        for other in by_lead[sound[:2]]:
            if _alike(sound, other):
                called.setdefault(sound, sound)
                called.setdefault(other, other)
                first, second = sorted((root(sound), root(other)))
                called[second] = first
    return {sound: root(sound) for sound in called}


def _row(text: Told, at: int, names: Mapping[str, str], shared: set[str]) -> set[str]:
    held = set(text.fixed[at])
    for sound in text.names[at]:
        mapped = names.get(sound, sound)
        if sound in text.sure[at] or mapped in shared:
            held.add(mapped)
    return held


def worth(anchor: str) -> float:
    """What an anchor weighs by itself: a half for small numbers, months and days of the week, else one."""
    kind, _, value = anchor.partition(":")
    if kind == "n":
        return 0.5 if float(value) <= _SMALL else 1.0
    return 0.5 if kind in {"m", "w"} else 1.0
