"""Name every input that could not be used, with the remedy, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from firsthand.domain import Rejected

__all__ = ["tell"]


def tell(rejected: Iterable[Rejected]) -> None:
    """One line an input."""
    for row in rejected:
        hint = f" ({row.hint})" if row.hint else ""
        print(f"firsthand: rejected: {row.item}: {row.reason}{hint}", file=sys.stderr)
