"""The active window: the wire units that arrived last, and how strongly each two belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush

import numpy as np
import numpy.typing as npt

from firsthand.domain import ArticleId
from firsthand.stories.cards import Card
from firsthand.stories.judging import Judging
from firsthand.stories.scoring import Prepared, prepared
from firsthand.tables.vectors import WIDTH

__all__ = ["Window"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

LEAD = 0.42
"""Cosine of the openings from which two units are compared. With the words of
`KEYS` no pair of one event in BASIL, the mixed stream or the Gun Violence Corpus is left out, one in
a hundred of ECB+."""

SHORT_TITLE = 0.3
"""The same of the headlines where one of the two is hardly more: there is little else to go by."""

KEYS, COMMON_KEYS = 16, 2
"""Weightiest words of a unit by which it is found, and how many of them two must have in common."""

_FIRST_SLOTS = 256


class Window:
    """Units by slot, an index over their words and vectors, and a table of scored pairs.

    What is compared with a new unit depends on the pair alone, never on what else is there, so
    that the order of arrival leaves no trace. The table takes four bytes for each two slots.
    """

    def __init__(self, judging: Judging) -> None:
        """Nothing is in the window."""
        self.judging = judging
        self.cards: dict[int, Card] = {}
        self._prepared: dict[int, Prepared] = {}
        self._lead: Floats = np.zeros((_FIRST_SLOTS, WIDTH), dtype=np.float32)
        self._title = self._lead.copy()
        self._short = np.zeros(_FIRST_SLOTS, dtype=np.bool_)
        self._odds: Floats = np.full((_FIRST_SLOTS, _FIRST_SLOTS), np.nan, dtype=np.float32)
        self._by_key: dict[str, set[int]] = defaultdict(set)
        self._free: list[int] = []
        self._used = 0

    def put(self, card: Card) -> int:
        """Take a unit in, compare it with those that may belong to it, and give its slot."""
        slot = heappop(self._free) if self._free else self._used
        self._used = max(self._used, slot + 1)
        if slot == len(self._odds):
            self._grow()
        ready = prepared(card)
        near = self._near(card, ready)
        self._enter(slot, card, ready)
        self._score(slot, near)
        return slot

    def drop(self, slot: int) -> None:
        """Let a unit go."""
        card = self.cards.pop(slot)
        del self._prepared[slot]
        for key in _keys(card):
            self._by_key[key].discard(slot)
            if not self._by_key[key]:
                del self._by_key[key]
        self._lead[slot], self._title[slot] = 0, 0
        self._odds[slot], self._odds[:, slot] = np.nan, np.nan
        heappush(self._free, slot)

    def linked(self, slot: int) -> dict[int, float]:
        """Slots of the units that have been compared with this one, with the log odds."""
        row = self._odds[slot, : self._used]
        found = np.flatnonzero(~np.isnan(row))
        return dict(zip(found.tolist(), row[found].tolist(), strict=True))

    def article(self, slot: int) -> ArticleId:
        """The article that stands for a slot: what sorts slots whatever order they came in."""
        return self.cards[slot].article

    def central(self, slots: Iterable[int]) -> int:
        """The slot that is nearest to all others, of equal ones that with the smallest id."""
        ordered = sorted(slots, key=self.article)
        near = np.round(np.nansum(self.table(ordered).astype(np.float64), axis=1), 3)
        return ordered[int(near.argmax())]

    def part(self, slot: int) -> list[int]:
        """Slots that hang together with this one by links above the threshold, itself among them."""
        seen = {slot}
        waiting = [slot]
        while waiting:
            row = self._odds[waiting.pop(), : self._used]
            for other in np.flatnonzero(row >= self.judging.threshold).tolist():
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return sorted(seen)

    def table(self, slots: Sequence[int], others: Sequence[int] | None = None) -> Floats:
        """Log odds of slots with each other, or with others; those not compared yet are now."""
        columns = slots if others is None else others
        rows = np.array(slots, dtype=np.int64)
        at = np.array(columns, dtype=np.int64)
        known = self._odds[np.ix_(rows, at)]
        missing = np.isnan(known) & (rows[:, None] != at)
        for row in np.flatnonzero(missing.any(axis=1)).tolist():
            slot = slots[row]
            self._score(
                slot, [one for one in at[missing[row]].tolist() if self._unknown(slot, one)]
            )
        return self._odds[np.ix_(rows, at)]

    def mean(self, slots: Sequence[int], others: Sequence[int]) -> float:
        """Mean log odds between two sets of slots that have none in common."""
        return round(float(self.table(slots, others).astype(np.float64).mean()), 4)

    def fit(self, slots: Sequence[int], sides: Sequence[Sequence[int]]) -> Floats:
        """How likely texts are of one event with each of some sets; from 0 on likelier than not."""
        means = [self.mean(slots, side) for side in sides]
        cards = [[self.cards[one] for one in side] for side in sides]
        return self.judging.fit([self.cards[one] for one in slots], cards, means)

    def events(self, slots: Sequence[int]) -> list[list[int]]:
        """Close the slots of a part into events, whatever order they came in."""
        ordered = sorted(slots, key=self.article)
        table = self.table(ordered)
        high = np.nan_to_num(table, nan=-np.inf) > self.judging.floor
        first, second = np.nonzero(np.triu(high, 1))
        cards = [self.cards[slot] for slot in ordered]
        labels = self.judging.close(cards, first, second, table[first, second])
        sets: dict[int, list[int]] = defaultdict(list)
        for slot, label in zip(ordered, labels.tolist(), strict=True):
            sets[label].append(slot)
        return list(sets.values())

    def known(self) -> tuple[Ints, Ints, Floats]:
        """All pairs that have been compared, by slot, the lower first, with their log odds."""
        first, second = np.nonzero(np.triu(~np.isnan(self._odds[: self._used, : self._used]), 1))
        return first, second, self._odds[first, second]

    def restore(self, cards: Mapping[int, Card], pairs: tuple[Ints, Ints, Floats]) -> None:
        """Take cards at their slots, and pairs as `known` gave them."""
        self._used = max(cards, default=-1) + 1
        while len(self._odds) < self._used:
            self._grow()
        for slot, card in cards.items():
            self._enter(slot, card, prepared(card))
        first, second, odds = pairs
        self._odds[first, second], self._odds[second, first] = odds, odds
        self._free = sorted(set(range(self._used)) - cards.keys())

    def _enter(self, slot: int, card: Card, ready: Prepared) -> None:
        self.cards[slot], self._prepared[slot] = card, ready
        self._lead[slot], self._title[slot], self._short[slot] = ready.lead, ready.title, card.short
        for key in _keys(card):
            self._by_key[key].add(slot)

    def _unknown(self, slot: int, other: int) -> bool:
        return bool(np.isnan(self._odds[slot, other]))

    def _score(self, slot: int, others: Sequence[int]) -> None:
        if not others:
            return
        ready = [self._prepared[one] for one in others]
        told = self.judging.odds(self._prepared[slot], ready)
        self._odds[slot, others], self._odds[others, slot] = told, told

    def _near(self, card: Card, ready: Prepared) -> list[int]:
        """Slots of units that tell of like things, or that share weighty words."""
        near = self._lead[: self._used] @ ready.lead >= LEAD
        short = np.arange(self._used) if card.short else np.flatnonzero(self._short[: self._used])
        if len(short):
            near[short] |= self._title[short] @ ready.title >= SHORT_TITLE
        shared: dict[int, int] = defaultdict(int)
        for key in _keys(card):
            for slot in self._by_key.get(key, ()):
                shared[slot] += 1
        found = {slot for slot, count in shared.items() if count >= COMMON_KEYS}
        return sorted(found.union(np.flatnonzero(near).tolist()))

    def _grow(self) -> None:
        size = len(self._odds)
        odds = np.full((2 * size, 2 * size), np.nan, dtype=np.float32)
        odds[:size, :size] = self._odds
        self._odds = odds
        more = np.zeros_like(self._lead)
        self._lead, self._title = np.vstack([self._lead, more]), np.vstack([self._title, more])
        self._short = np.concatenate([self._short, np.zeros(size, dtype=np.bool_)])


def _keys(card: Card) -> Iterable[str]:
    weighty = sorted(card.terms or card.headline_terms, key=lambda one: (-one[1], one[0]))
    return [word for word, _ in weighty[:KEYS]]
