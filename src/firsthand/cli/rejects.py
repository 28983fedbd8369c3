"""Name every input that could not be used, with the remedy, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from firsthand.domain import Rejected

__all__ = ["plain", "tell"]


def tell(rejected: Iterable[Rejected]) -> None:
    """One line an input."""
    for row in rejected:
        hint = f" ({row.hint})" if row.hint else ""
        print(plain(f"firsthand: rejected: {row.item}: {row.reason}{hint}"), file=sys.stderr)


def plain(words: str) -> str:
    """`words` with control characters made visible: a file name must not steer a terminal."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in words
    )
