"""How far back a stream of stories looks."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Reach"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far back a stream looks, and how often it looks again."""

    units: int = 4096
    """Wire units in the active window at most: 64 MB of scored pairs. Some days of what a large
    monitoring service takes in; a month and more of what a desk reads."""

    days: int = 30
    """Days after which a unit leaves the window, by the calendar of the stream. In the public
    development sets with dates no story but one goes on for more than two weeks."""

    every: int = 256
    """Arrivals after which the window is repaired."""

    copies: int = 65_536
    """Wire texts whose story is still known when a copy comes after they left the window."""

    def __post_init__(self) -> None:
        """Refuse a window in which nothing could be compared."""
        if min(self.units, self.days, self.every, self.copies) < 1:
            raise ValueError("units, days, every and copies must be at least 1")
