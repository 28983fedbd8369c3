"""Pair the marks that open a quotation with the marks that close it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from firsthand.text.marks import CLOSERS, MIXED, Mark

__all__ = ["Pair", "Pairing"]

_OPENED_BY: dict[str, tuple[str, ...]] = {
    closer: tuple(opener for opener, closers in CLOSERS.items() if closer in closers)
    for closer in sorted({closer for closers in CLOSERS.values() for closer in closers})
}


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening mark and the one that closes it."""

    opener: Mark
    closer: Mark


@dataclass(slots=True)
class Pairing:
    """Marks read in order: what is open, what was paired, what stayed alone."""

    waiting: list[Mark] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    """The waiting marks by kind: a search that finds none costs nothing."""

    pairs: list[Pair] = field(default_factory=list)
    lone: list[Mark] = field(default_factory=list)

    def opens(self, mark: Mark) -> None:
        """Let `mark` wait for the one that closes it."""
        self.waiting.append(mark)
        self.kinds[mark.kind] += 1

    def knows(self, closer: Mark) -> bool:
        """Whether something is open that `closer` may close."""
        return any(self.kinds[kind] > 0 for kind in _OPENED_BY.get(closer.kind, ()))

    def closes(self, closer: Mark) -> None:
        """Pair `closer` with the nearest mark it fits; what was opened since stays alone."""
        while (opener := self._pop()).kind not in _OPENED_BY[closer.kind]:
            self.lone.append(opener)
        self.pairs.append(Pair(opener, closer))

    def closes_another(self, closer: Mark) -> None:
        """Pair `closer` with an opening mark of another kind, where only one of the two was curled."""
        if self.waiting and {closer.kind, self.waiting[-1].kind} <= MIXED:
            self.pairs.append(Pair(self._pop(), closer))

    def ends(self) -> None:
        """Let nothing wait any longer."""
        self.lone.extend(self.waiting)
        self.waiting.clear()
        self.kinds.clear()

    def _pop(self) -> Mark:
        mark = self.waiting.pop()
        self.kinds[mark.kind] -= 1
        return mark
