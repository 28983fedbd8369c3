"""Which pairs of units are worth judging: close vectors, shared words, copied sentences."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import numpy as np

from firsthand.claims.slots import folded
from firsthand.claims.units import Unit
from firsthand.domain import ArticleId, CopyLink, Span
from firsthand.tables.vectors import Vectors, encoder

__all__ = ["copied", "proposed", "vectors_of"]

_COSINE = 0.35
"""Least cosine of a pair to be judged. On the hand-made audits, 97 of 100 pairs of one claim that
the scorer can join at all lie above it."""

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

    A scrap with fewer than two telling words ("the fire") is proposed with nothing.
    """
    telling = [i for i, unit in enumerate(units) if len(unit.slots.words) >= _FEWEST_TELLING]
    chosen = vectors[telling]
    found = []
    for row, i in enumerate(telling[:-1]):
        cosines = chosen[row + 1 :] @ chosen[row]
        for column in np.flatnonzero(cosines >= _COSINE):
            j = telling[row + 1 + int(column)]
            found.append((i, j, round(float(cosines[column]), 4)))
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
        run = tuple(folded(unit.quoted).split())
        if len(run) >= _FEWEST_WORDS:
            by_words.setdefault(run, []).append(i)
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
            a, b = folded(units[i].quoted).split(), folded(units[j].quoted).split()
            ratio = SequenceMatcher(None, a, b, autojunk=False).ratio()
            if ratio >= _ALIKE:
                scored.append((-round(ratio, 6), i, j))
    used: set[int] = set()
    found = set()
    for _, i, j in sorted(scored):
        if i not in used and j not in used:
            used |= {i, j}
            found.add((min(i, j), max(i, j)))
    return found
