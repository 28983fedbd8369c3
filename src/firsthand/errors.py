"""What can go wrong, drawn as a tree.

::

    FirsthandError
    ├── InputError    one record cannot be used: the run records it and goes on
    ├── UsageError    the user asked for something impossible; found before any data is read
    ├── PlanError     stages, settings or models do not fit together; found before any data is read
    └── StoreError    the store cannot be opened, read or written

Anything else that is raised is a fault of the program itself. Every class keeps all its
arguments in ``args``: an error that cannot be unpickled would hang a process pool.
"""

from __future__ import annotations

__all__ = ["FirsthandError", "InputError", "PlanError", "StoreError", "UsageError"]


class FirsthandError(Exception):
    """The root of all errors that Firsthand raises on purpose."""


class InputError(FirsthandError):
    """One input cannot be used. The run records it, with the reason, and goes on.

    Args:
        item: The input as the user named it (a path, a URL, ``standard input``).
        why: What is wrong with it, as a clause ("is empty").
        hint: What the user can do about it.
    """

    def __init__(self, item: str, why: str, hint: str = "") -> None:
        super().__init__(item, why, hint)
        self.item, self.why, self.hint = item, why, hint

    def __str__(self) -> str:
        """Say the item, what is wrong, and the remedy in brackets."""
        return f"{self.item}: {self.why}" + (f" ({self.hint})" if self.hint else "")


class UsageError(FirsthandError):
    """The request itself is impossible; all faults found are listed at once."""

    def __init__(self, *faults: str) -> None:
        super().__init__(*faults)
        self.faults = faults

    def __str__(self) -> str:
        """One fault a line."""
        return "\n".join(self.faults)


class PlanError(UsageError):
    """A plan cannot run as written: an unknown stage or setting, a missing model or extra."""


class StoreError(FirsthandError):
    """A store cannot be opened, read or written.

    Args:
        store: The path or URL, without a password.
        why: What is wrong, as a clause.
        hint: What the user can do about it.
    """

    def __init__(self, store: str, why: str, hint: str = "") -> None:
        super().__init__(store, why, hint)
        self.store, self.why, self.hint = store, why, hint

    def __str__(self) -> str:
        """Say the store, what is wrong, and the remedy in brackets."""
        return f"{self.store}: {self.why}" + (f" ({self.hint})" if self.hint else "")
