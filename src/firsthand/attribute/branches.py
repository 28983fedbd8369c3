"""Where each word hangs, seen from a cue: by which branch of the parse the two are joined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from firsthand.attribute.pieces import DEPS, Ints
from firsthand.domain import Token

__all__ = ["ABOVE", "BRANCHES", "DISTANCES", "anchor_of", "branches", "distances"]

ABOVE: Final = 6
"""Number of values of the first figure of `branches`."""

_SELF: Final = len(DEPS)
_APART: Final = len(DEPS) + 1
BRANCHES: Final = len(DEPS) + 2
"""Number of values of the second figure of `branches`."""

_NEAR: Final = 6
_FARTHEST: Final = 20
DISTANCES: Final = 2 * _FARTHEST + 1
"""Number of values of `distances`."""

_DEP = {name: number for number, name in enumerate(DEPS)}


def anchor_of(tokens: Sequence[Token], cue: Sequence[int]) -> int:
    """The word of a cue that the others hang on: the first whose head is not in the cue."""
    inside = set(cue)
    for at in cue:
        if tokens[at].head == at or tokens[at].head not in inside:
            return at
    return cue[0]


def branches(
    tokens: Sequence[Token], first: int, last: int, anchor: int
) -> tuple[list[int], list[int]]:
    """For each token of a stretch the way from the cue's anchor to it.

    Args:
        tokens: The parse of the article.
        first: First token of the stretch.
        last: Token after its last.
        anchor: The token to look from.

    Returns:
        Two lists as long as the stretch. How many steps up from the anchor the branch to the
        token leaves (0 to 4; 5 where none leads there, as from another sentence), and the
        label of that branch (index into `DEPS`; two further values for the node on the way
        itself and for no way).
    """
    known: dict[int, tuple[int, int]] = {anchor: (0, _SELF)}
    at = anchor
    for steps in range(1, 64):
        head = tokens[at].head
        if head == at or head in known:
            break
        known[head] = (min(steps, ABOVE - 2), _SELF)
        at = head
    stems = set(known)
    for token in range(first, last):
        way = []
        at = token
        while at not in known:
            way.append(at)
            head = tokens[at].head
            if head == at or len(way) > 300:
                break
            at = head
        if at not in known:
            known.update(dict.fromkeys(way, (ABOVE - 1, _APART)))
        elif at in stems:
            if way:
                found = (known[at][0], _DEP.get(tokens[way[-1]].dep, 0))
                known.update(dict.fromkeys(way, found))
        else:
            known.update(dict.fromkeys(way, known[at]))
    return [known[at][0] for at in range(first, last)], [known[at][1] for at in range(first, last)]


def distances(away: Ints) -> Ints:
    """Signed distances to a cue, in word pieces, as numbers from 0: exact when near, then by logarithm.

    Args:
        away: Below 0 before the cue, 0 in it, above 0 behind it.
    """
    size = np.abs(away)
    far = _NEAR + (np.log2(np.maximum(size, _NEAR) / _NEAR) * 3).astype(np.int64)
    near = np.minimum(np.where(size <= _NEAR, size, far), _FARTHEST)
    found: Ints = near * np.sign(away) + _FARTHEST
    return found
