"""Copies as articles arrive: each is laid beside the few earlier ones that it shares most with."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from firsthand.copies.alignment import body_words
from firsthand.copies.laying import Brief, brief, lay
from firsthand.copies.links import STOCK, copy_link
from firsthand.copies.relations import Thresholds
from firsthand.copies.scale.shelf import Shelf
from firsthand.copies.scale.spill import Spill
from firsthand.copies.signatures import SAMPLE_WIDTH
from firsthand.domain import Article, ArticleId, CopyLink, CopyRelation
from firsthand.text.shingles import sampled, shingles

__all__ = ["CopyStream"]

ONE_IN = 4
"""Samples kept: a sentence of sixteen words still has three."""

HOLDERS = 8
"""Articles that are remembered of each sample, the earliest: later ones are copies of these, or the
sample is stock."""

LOOKED = 8
"""Earlier articles that a new one is laid beside, so that what one costs does not grow."""


class CopyStream:
    """Links of each new article to earlier ones, for a window of some hundred thousand articles.

    Texts are kept on disk; samples in memory, about five kilobytes an article. What comes out
    depends on the order of arrival; `CopyIndex` judges a whole collection whatever its order.

    Args:
        folder: Where to make the work folder; None: where the system keeps temporary files.
        thresholds: Where one relation ends and the next begins.

    Raises:
        StoreError: When the work folder cannot be made or written.
    """

    def __init__(self, folder: Path | None = None, *, thresholds: Thresholds | None = None) -> None:
        self._thresholds = thresholds or Thresholds()
        self._spill = Spill(folder)
        self._shelf = Shelf(self._spill)
        self._known: set[ArticleId] = set()
        self._homes: list[int] = []
        self._codes: list[Brief] = []
        self._holders: dict[int, tuple[int, ...]] = {}

    def add(self, article: Article) -> tuple[CopyLink, ...]:
        """Take in an article; gives its links to earlier ones, ascending by original and copy.

        Of earlier articles that are one text, it is linked to the one that it shares most with.

        Empty for an article that is known already.
        """
        if article.id in self._known:
            return ()
        numbers = body_words(article).numbers
        samples: list[int] = sampled(shingles(numbers, SAMPLE_WIDTH), ONE_IN).tolist()
        number, home = len(self._homes), len(self._homes)
        links = []
        linked: set[int] = set()
        codes = brief(shingles(numbers))
        for other in self._worth(codes, self._nearest(samples)):
            if self._homes[other] in linked:
                continue
            earlier = self._shelf.get(other)
            link = copy_link(article, earlier, thresholds=self._thresholds)
            if link is not None:
                links.append(link)
                linked.add(self._homes[other])
                if link.relation is CopyRelation.WHOLE:
                    home = min(home, self._homes[other])
        self._known.add(article.id)
        self._homes.append(home)
        self._codes.append(codes)
        self._shelf.put(article)
        for sample in samples:
            holders = self._holders.get(sample, ())
            if len(holders) < HOLDERS:
                self._holders[sample] = (*holders, number)
        return tuple(sorted(links, key=lambda link: (link.original, link.copy)))

    def _nearest(self, samples: list[int]) -> list[int]:
        """The earlier articles that share most of what is not stock."""
        shared: Counter[int] = Counter()
        for sample in samples:
            holders = self._holders.get(sample, ())
            if len(holders) < STOCK or len({self._homes[one] for one in holders}) < STOCK:
                shared.update(holders)
        return sorted(shared, key=lambda one: (-shared[one], one))[:LOOKED]

    def _worth(self, codes: Brief, others: list[int]) -> list[int]:
        """Those that share a run long enough for an utterance, most equal words first."""
        if not others:
            return []
        texts = [codes, *(self._codes[one] for one in others)]
        edges = np.cumsum([0, *map(len, texts)])
        first = np.zeros(len(others), dtype=np.int64)
        found = lay(np.concatenate(texts), (edges[:-1], edges[1:]), first, np.arange(1, len(texts)))
        equal = np.bincount(found.pair, found.equal, minlength=len(others)).tolist()
        longest = np.zeros(len(others), dtype=np.int64)
        np.maximum.at(longest, found.pair, found.equal)
        enough = (longest >= self._thresholds.utterance_words).tolist()
        ranked = sorted(range(len(others)), key=lambda place: (-equal[place], others[place]))
        return [others[place] for place in ranked if enough[place]]

    def __len__(self) -> int:
        """Count the articles."""
        return len(self._homes)

    def close(self) -> None:
        """Remove the work folder."""
        self._spill.close()

    def __enter__(self) -> Self:
        """Use it in a ``with`` statement."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove the work folder, whatever happened."""
        self.close()
