"""Which state an article is about, and which bodies are the organ of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from firsthand.attribute.lands import state_named
from firsthand.attribute.names import Names
from firsthand.domain import MentionKind
from firsthand.tables.capacities import capacities

__all__ = ["LIKELY", "SURE", "leading_state", "organ_of_state"]

SURE = 0.9
"""Share of an article's country mentions that makes "the government" that country's. Low shares
err: reports on one country name another most."""

LIKELY = 0.5
"""Share that is enough for a minister whose country is not told: the other countries of an article
are seldom governed by somebody who is introduced without one."""


_FEW = 3
"""Fewest times a state must be named for officials without one to be its own."""


def leading_state(names: Names, share: float, *, opens: Sequence[int] | None = None) -> str | None:
    """The country that at least `share` of an article's country names are of.

    Args:
        names: The article's names.
        share: From 0 to 1.
        opens: The sentence of each token; where it is given, the country must stand in the first
            sentence and be named three times.
    """
    votes = Counter(
        state
        for name in names.found
        if name.kind in {MentionKind.PLACE, MentionKind.NATIONALITY}
        and (state := state_named(name.written, "name", "demonym")) is not None
    )
    if not votes:
        return None
    state, count = max(sorted(votes.items()), key=lambda item: item[1])
    if opens is not None:
        first = {
            state_named(name.written, "name", "demonym")
            for name in names.found
            if opens[name.first] == 0
        }
        if state not in first or count < _FEW:
            return None
    return state if count >= share * votes.total() else None


def organ_of_state(name: str) -> str | None:
    """Name the state of "Chilean military intelligence"; "Chilean Football Union" has none."""
    parts = name.replace("'s", "").replace("’s", "").split()
    if len(parts) < 2 or not {part.lower() for part in parts} & capacities().organs:
        return None
    if parts[0].lower() == "government" and len(parts) > 2:
        return state_named(" ".join(parts[2:]), "name")
    for size in (3, 2, 1):
        state = state_named(" ".join(parts[:size]), "name", "demonym")
        if state is not None:
            return state
    return None
