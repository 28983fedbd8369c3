"""The merges and splits between two partitions, by what each costs.

BCubed (Bagga & Baldwin 1998) adds up over pairs of parts: where a found set of size s holds a and
b items of two true sets, joining them costs 2ab/(sn) of the precision over n items; where a true
set of size s lies with a and b items in two found sets, parting them costs 2ab/(sn) of the recall.
The costs of all merges are exactly what precision lacks to 1, those of all splits what recall
lacks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import combinations

__all__ = ["Mistake", "merges", "splits"]

Partition = Mapping[str, Hashable]
"""Document id → set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Two sets of documents that were joined and should not be, or the other way round."""

    one: tuple[str, ...]
    """Ids, sorted; the larger side, of equal ones the first."""

    other: tuple[str, ...]
    cost: float
    """Percentage points of BCubed precision (merges) or recall (splits)."""


def merges(gold: Partition, found: Partition) -> tuple[Mistake, ...]:
    """Pairs of true sets that lie in one found set, the dearest first.

    Args:
        gold: The truth; only its documents count.
        found: The prediction; a document it lacks stands alone.
    """
    filled = {one: found.get(one, ("alone", one)) for one in gold}
    return _joined(gold, filled)


def splits(gold: Partition, found: Partition) -> tuple[Mistake, ...]:
    """Pairs of found sets that share one true set, the dearest first."""
    filled = {one: found.get(one, ("alone", one)) for one in gold}
    return _joined(filled, gold)


def _joined(parts: Partition, wholes: Partition) -> tuple[Mistake, ...]:
    held: dict[Hashable, dict[Hashable, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(parts):
        held[wholes[one]][parts[one]].append(one)
    mistakes = []
    for inside in held.values():
        size = sum(len(members) for members in inside.values())
        for pair in combinations(inside.values(), 2):
            large, small = sorted(pair, key=lambda side: (-len(side), side))
            cost = 200 * len(large) * len(small) / (size * len(parts))
            mistakes.append(Mistake(one=tuple(large), other=tuple(small), cost=cost))
    return tuple(sorted(mistakes, key=lambda one: (-round(one.cost, 9), one.one, one.other)))
