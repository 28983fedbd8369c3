"""The day that a stream has come to, by what the texts say that arrive."""

from __future__ import annotations

from collections import deque

__all__ = ["Calendar"]

RECENT = 33
"""Days that came last of which the middle one is today: a wrong stamp, or an old text between new
ones, moves nothing."""


class Calendar:
    """Counts days by the stamps of arriving texts; never goes back."""

    def __init__(self, recent: tuple[int, ...] = (), today: int | None = None) -> None:
        """A calendar that has seen no day, or one that goes on from `today`."""
        self.recent = deque(recent, maxlen=RECENT)
        self._today = today

    @property
    def today(self) -> int | None:
        """Ordinal of the day (proleptic Gregorian); None before the first that is known."""
        return self._today

    def tick(self, day: int | None) -> None:
        """Take note of the day of publication of a text that arrives."""
        if day is None:
            return
        self.recent.append(day)
        middle = sorted(self.recent)[len(self.recent) // 2]
        self._today = middle if self._today is None else max(self._today, middle)
