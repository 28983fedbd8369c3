"""Rejected inputs as a reader wants them: those refused for one reason together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.domain import Rejected

__all__ = ["folded"]

_FEWEST = 3
"""Inputs of one reason that are told together; fewer are no flood."""

_MOST_NAMED = 8
"""Inputs of one reason that are named; the data of the brief have them all."""


def folded(rejected: Sequence[Rejected]) -> tuple[Rejected, ...]:
    """One row for the inputs of equal reason, remedy and stage, where they are several.

    Args:
        rejected: One row an input.

    Returns:
        In the order in which each reason first comes; the item of a folded row gives the number of
        its inputs and the names of the first.
    """
    alike: dict[tuple[str, str, str], list[Rejected]] = {}
    for one in rejected:
        alike.setdefault((one.stage, one.reason, one.hint), []).append(one)
    return tuple(
        row
        for rows in alike.values()
        for row in ([replace(rows[0], item=_items(rows))] if len(rows) >= _FEWEST else rows)
    )


def _items(rows: Sequence[Rejected]) -> str:
    named = ", ".join(one.item for one in rows[:_MOST_NAMED])
    more = f" and {len(rows) - _MOST_NAMED} more" if len(rows) > _MOST_NAMED else ""
    return f"{len(rows)} items ({named}{more})"
