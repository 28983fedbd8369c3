"""Which state an article is about, and which bodies are the organ of one."""

from __future__ import annotations

from collections import Counter

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


def leading_state(names: Names, share: float) -> str | None:
    """The country that at least `share` of an article's country names are of."""
    votes = Counter(
        state
        for name in names.found
        if name.kind in {MentionKind.PLACE, MentionKind.NATIONALITY}
        and (state := state_named(name.written, "name", "demonym")) is not None
    )
    if not votes:
        return None
    state, count = max(sorted(votes.items()), key=lambda item: item[1])
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
