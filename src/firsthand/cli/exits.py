"""How a command ends."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["ExitCode"]


class ExitCode(IntEnum):
    """Exit statuses, fixed towards scripts."""

    DONE = 0
    SOME_REJECTED = 1
    WRONG_USAGE = 2
    NOTHING_USABLE = 3
