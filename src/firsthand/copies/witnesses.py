"""What the copies of one text share and what only some of them have: the ground of lineages.

Textual criticism (Maas 1927, "Textkritik"): copies are told from their models by the changes that
they share; a text from which the others come has no change of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.copies.alignment import worded
from firsthand.domain import Article, ArticleId
from firsthand.text.shingles import WIDTH, Codes

__all__ = [
    "Changes",
    "Witness",
    "added_between",
    "changes",
    "held",
    "kept_beyond",
    "lost_by_both",
    "own_words",
    "shared_changes",
    "witness",
]

TAKEN = 0.4
"""Share of a paragraph's runs of words from which on it is a paragraph of the other text, changed
inside; below, it is somebody's own."""

LONG = 30
"""Fewest runs of an own paragraph that counts as an addition: a site's standing lines are shorter,
and two papers may print the same ones without copying from each other."""


ADDED = 15
"""Fewest runs of a paragraph that was put in between two of the others'."""

HALF = 0.5
"""Share of a paragraph's runs from which on a text has the paragraph."""

FRAMING = 8
"""Fewest runs of the paragraphs before and behind it that the others have, too."""

WITHOUT = 3
"""Fewest texts that must have the paragraphs on both sides of it, and not this one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Witness:
    """One copy's words: as a set of runs of three, and paragraph by paragraph."""

    article: Article
    codes: Codes
    """Distinct, ascending."""

    paragraphs: tuple[Codes, ...]
    """Runs that lie inside one paragraph; a paragraph of fewer than three words has none."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Changes:
    """What a text has that its root has not."""

    inside: Codes
    """Runs inside paragraphs that it has from the root."""

    added: Codes
    """Runs of long paragraphs of its own."""


def witness(article: Article) -> Witness:
    """Cut the body of `article` into its runs of words."""
    cut = worded(article)
    inside = (cut.codes[first : max(first, last - WIDTH + 1)] for first, last in cut.paragraphs)
    return Witness(
        article=article,
        codes=np.unique(cut.codes),
        paragraphs=tuple(np.unique(codes) for codes in inside if len(codes)),
    )


def own_words(witnesses: Sequence[Witness]) -> dict[ArticleId, int]:
    """For each text, how many of its runs stand in none of the others."""
    if not witnesses:
        return {}
    codes, counts = np.unique(np.concatenate([one.codes for one in witnesses]), return_counts=True)
    lone = codes[counts == 1]
    return {one.article.id: int(_within(one.codes, lone).sum()) for one in witnesses}


def held(one: Witness, others: Sequence[Witness]) -> float:
    """Mean share of the others' runs that stand in `one`; 0 where there are no others."""
    shares = [_share(other.codes, one) for other in others if other is not one and len(other.codes)]
    return sum(shares) / len(shares) if shares else 0.0


def changes(copy: Witness, root: Codes) -> Changes:
    """The runs of `copy` that `root` has not: inside the root's paragraphs, and in long own ones.

    What is only left out between paragraphs or at the end does not show; short own paragraphs are
    passed over.
    """
    inside: list[Codes] = []
    added: list[Codes] = []
    for codes in copy.paragraphs:
        new = codes[~_within(codes, root)]
        if 1 - len(new) / len(codes) >= TAKEN:
            inside.append(new)
        elif len(new) >= LONG:
            added.append(new)
    return Changes(inside=_joined(inside), added=_joined(added))


def shared_changes(one: Changes, other: Changes, *, added: bool = True) -> int:
    """How many runs two texts share that their root has not.

    Args:
        one: The changes of a text.
        other: Those of another.
        added: Whether long paragraphs of their own count.
    """
    inside = len(np.intersect1d(one.inside, other.inside))
    return inside + (len(np.intersect1d(one.added, other.added)) if added else 0)


def kept_beyond(model: Witness, copy: Witness, root: Codes) -> int:
    """How many of the root's runs `copy` still has that `model` has lost.

    Whoever copies a copy cannot have what that had lost already.
    """
    both = copy.codes[_within(copy.codes, root)]
    return int((~_within(both, model.codes)).sum())


def lost_by_both(one: Witness, other: Witness, root: Codes) -> int:
    """How many of the root's runs neither of two texts has."""
    return int((~_within(root, one.codes) & ~_within(root, other.codes)).sum())


def added_between(one: Witness, other: Witness, rest: Sequence[Witness]) -> int:
    """How many runs two texts share in paragraphs that were put in between those of the rest.

    Where several texts have one paragraph right behind another, and these two have a third in
    between, it was added: that all the others should have left out the same one is less likely.
    """
    common = [
        any(_share(codes, third) >= HALF for third in rest) and len(codes) >= FRAMING
        for codes in one.paragraphs
    ]
    found = 0
    for place, codes in enumerate(one.paragraphs):
        before = next((k for k in range(place - 1, -1, -1) if common[k]), None)
        behind = next((k for k in range(place + 1, len(common)) if common[k]), None)
        if len(codes) < ADDED or before is None or behind is None or _share(codes, other) < HALF:
            continue
        if any(_share(codes, third) >= TAKEN for third in rest):
            continue
        without = [
            third
            for third in rest
            if _share(one.paragraphs[before], third) >= HALF
            and _share(one.paragraphs[behind], third) >= HALF
        ]
        if len(without) >= WITHOUT:
            found += int(_within(codes, other.codes).sum())
    return found


def _share(codes: Codes, text: Witness) -> float:
    return float(_within(codes, text.codes).mean()) if len(codes) else 0.0


def _within(codes: Codes, others: Codes) -> npt.NDArray[np.bool_]:
    """For each code, whether it is among `others`, which ascend: no sorting, unlike ``np.isin``."""
    if not len(others):
        return np.zeros(len(codes), dtype=np.bool_)
    places = others.searchsorted(codes)
    found: npt.NDArray[np.bool_] = others[np.minimum(places, len(others) - 1)] == codes
    return found


def _joined(parts: Sequence[Codes]) -> Codes:
    return np.unique(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.uint64)
