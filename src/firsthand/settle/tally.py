"""Counting what articles tell, so that a copied text counts once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from firsthand.domain import ArticleId, CopyGroup, Reading

__all__ = ["counted", "roots_of"]


_Told = TypeVar("_Told", bound=Hashable)


def roots_of(
    readings: Sequence[Reading], groups: Sequence[CopyGroup]
) -> dict[ArticleId, ArticleId]:
    """For each article of a story one that stands for its text: the first by id of its whole copies."""
    first: dict[str, ArticleId] = {}
    for reading in sorted(readings, key=lambda reading: reading.article.id):
        first.setdefault(reading.article.text, reading.article.id)
    found = {reading.article.id: first[reading.article.text] for reading in readings}
    whole: dict[ArticleId, ArticleId] = {}
    for group in groups:
        told = sorted({found[name] for name in group.articles if name in found})
        whole.update((root, whole.get(told[0], told[0])) for root in told)
    return {name: whole.get(root, root) for name, root in found.items()}


def counted(
    told: Iterable[tuple[ArticleId, _Told]], roots: Mapping[ArticleId, ArticleId]
) -> Counter[_Told]:
    """How often each thing is told.

    Of the copies of one text the one that tells it most often counts: adding a copy changes
    nothing.

    Args:
        told: The article and the thing, once for each time.
        roots: For each article the one that stands for its text; others stand for themselves.
    """
    by_article = Counter(told)
    by_text: dict[tuple[ArticleId, _Told], int] = {}
    for (article, thing), times in by_article.items():
        place = roots.get(article, article), thing
        by_text[place] = max(times, by_text.get(place, 0))
    found: Counter[_Told] = Counter()
    for (_, thing), times in by_text.items():
        found[thing] += times
    return found
