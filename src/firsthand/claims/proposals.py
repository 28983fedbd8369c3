"""Which pairs of units are worth judging: close vectors, shared words, copied sentences."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import numpy as np

from firsthand.claims.units import Unit
from firsthand.domain import ArticleId, CopyLink, Span
from firsthand.tables.vectors import Vectors, encoder

__all__ = ["copied", "proposed", "vectors_of"]

_COSINE = 0.35
"""Least cosine of a pair to be judged. On the hand-made audits 73 of 100 pairs of one claim and 13
of 100 of all pairs lie above it; of those judged below .40, one in fifty is likely enough to be
joined."""

_COSINE_ALONE = 0.6
"""Least cosine of a pair without a telling word in common; below it no such pair can reach the
probability at which groups are joined."""

_MOST_PAIRS = 100_000
"""Pairs judged of one story, the closest first: what a story of some thousand clauses proposes.
Judging takes a fifth of a millisecond a pair; without a limit one long text of one sentence over
and over would be hours."""

_FEWEST_TELLING = 2
_FEWEST_WORDS = 5
"""Words of a clause from which standing in two articles letter by letter makes it one claim."""

_ALIKE = 0.8
"""Share of words in common from which two clauses of one copied passage are the same clause."""


def vectors_of(units: Sequence[Unit]) -> Vectors:
    """One vector a unit, of its wording."""
    return encoder().encode([unit.wording for unit in units])


def proposed(units: Sequence[Unit], vectors: Vectors) -> list[tuple[int, int, float]]:
    """Pairs close enough to be judged, smaller index first, with their cosine rounded.

    A scrap with fewer than two telling words ("the fire") is proposed with nothing. Of more than
    100,000 pairs the closest are given.
    """
    telling = [i for i, unit in enumerate(units) if len(unit.slots.words) >= _FEWEST_TELLING]
    chosen = vectors[telling]
    found = []
    for row, i in enumerate(telling[:-1]):
        cosines = chosen[row + 1 :] @ chosen[row]
        for column in np.flatnonzero(cosines >= _COSINE):
            j, cosine = telling[row + 1 + int(column)], float(cosines[column])
            if cosine >= _COSINE_ALONE or units[i].slots.words & units[j].slots.words:
                found.append((i, j, round(cosine, 4)))
    if len(found) > _MOST_PAIRS:
        found = sorted(sorted(found, key=lambda pair: (-pair[2], pair))[:_MOST_PAIRS])
    return found


def copied(units: Sequence[Unit], links: Sequence[CopyLink]) -> list[tuple[int, int]]:
    """Pairs of units that are one clause printed in two articles, smaller index first.

    Equal words of some length need no link; inside the aligned passages of a copy link, nearly
    equal ones suffice, so that a copy in which one number was changed stays with its original.
    """
    found: set[tuple[int, int]] = set()
    by_words: dict[tuple[str, ...], list[int]] = {}
    by_article: dict[ArticleId, list[int]] = {}
    for i, unit in enumerate(units):
        by_article.setdefault(unit.passage.article, []).append(i)
        if len(unit.slots.run) >= _FEWEST_WORDS:
            by_words.setdefault(unit.slots.run, []).append(i)
    for same in by_words.values():
        found.update((same[0], other) for other in same[1:])
    for link in links:
        for aligned in link.passages:
            left = _within(units, by_article.get(link.original, ()), aligned.a)
            right = _within(units, by_article.get(link.copy, ()), aligned.b)
            found.update(_matched(units, left, right))
    return sorted(found)


def _within(units: Sequence[Unit], among: Sequence[int], span: Span) -> list[int]:
    return [i for i in among if span.overlaps(units[i].core)]


def _matched(units: Sequence[Unit], left: list[int], right: list[int]) -> set[tuple[int, int]]:
    """Clauses of two aligned passages matched one to one, likest first."""
    scored = []
    for i in left:
        for j in right:
            ratio = SequenceMatcher(
                None, units[i].slots.run, units[j].slots.run, autojunk=False
            ).ratio()
            if ratio >= _ALIKE:
                scored.append((-round(ratio, 6), i, j))
    used: set[int] = set()
    found = set()
    for _, i, j in sorted(scored):
        if i not in used and j not in used:
            used |= {i, j}
            found.add((min(i, j), max(i, j)))
    return found
