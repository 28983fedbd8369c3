"""Copies in a collection too large to hold: added once, kept on disk, judged together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from firsthand.copies.alignment import body_pieces
from firsthand.copies.laying import Ints, brief
from firsthand.copies.links import copy_link, copy_links
from firsthand.copies.relations import Thresholds
from firsthand.copies.scale.crowds import ARTICLE_BITS, SampleRows, alike, sharing
from firsthand.copies.scale.reuse import Found, reuses
from firsthand.copies.scale.shelf import Shelf
from firsthand.copies.scale.spill import Spill
from firsthand.copies.scale.wholes import Texts, closed, wholes
from firsthand.copies.signatures import SAMPLE_WIDTH
from firsthand.domain import Article, ArticleId, CopyLink
from firsthand.errors import UsageError
from firsthand.text.cutting import cut
from firsthand.text.shingles import WIDTH, Codes, shingle_codes

__all__ = ["CopyIndex"]

_BATCH = 40_000
"""Code points that are cut together: their arrays stay within a core's cache."""


_TOGETHER = 2_000
"""Articles joined by reuse that are judged together."""


class CopyIndex:
    """Find the copies among any number of articles in bounded memory.

    Of each article stay in memory its id and some forty bytes; everything else is in a folder that
    is removed on `close`. Articles are added first; the first question after that judges them all.
    The answers do not depend on the order of arrival.

    Args:
        folder: Where to make the work folder (about 8 kB an article); None: where the system keeps
            temporary files.
        thresholds: Where one relation ends and the next begins.

    Raises:
        StoreError: When the work folder cannot be made or written.
    """

    def __init__(self, folder: Path | None = None, *, thresholds: Thresholds | None = None) -> None:
        self._thresholds = thresholds or Thresholds()
        self._spill = Spill(folder)
        self._shelf = Shelf(self._spill)
        self._rows = SampleRows(self._spill)
        self._waiting: list[list[str]] = []
        self._letters = 0
        self._added: dict[ArticleId, None] = {}
        self._words: list[Ints] = []
        self._digests: list[Ints] = []
        self._found: Found | None = None

    def add(self, article: Article) -> None:
        """Take in one article; one whose id is known already changes nothing.

        Raises:
            UsageError: When the answers have been asked for, or the index is full.
        """
        if self._found is not None:
            raise UsageError("articles cannot be added to an index whose answers have been read")
        if article.id in self._added:
            return
        if len(self._added) >= 1 << ARTICLE_BITS:
            raise UsageError(f"an index holds {1 << ARTICLE_BITS:,} articles at most")
        self._added[article.id] = None
        self._shelf.put(article)
        self._waiting.append(body_pieces(article))
        self._letters += len(article.text)
        if self._letters >= _BATCH:
            self._cut()

    def add_all(self, articles: Iterable[Article]) -> None:
        """Take in articles one after the other."""
        for article in articles:
            self.add(article)

    def __len__(self) -> int:
        """Count the articles."""
        return len(self._added)

    @property
    def ids(self) -> tuple[ArticleId, ...]:
        """The articles by number: ascending by id, as `groups` and `links` count them."""
        return tuple(sorted(self._added))

    def groups(self) -> Ints:
        """For each article, the lowest number among the articles that are one text with it."""
        return self._judged().groups

    def links(self) -> Found:
        """Every reuse, compact: pairs of article numbers with relation and shares."""
        return self._judged()

    def copy_links(self) -> Iterator[CopyLink]:
        """Every reuse in full, with passages, edits and direction, as `links.copy_links` gives it.

        The articles that any reuse joins are judged together, and the reuses of one such set follow
        each other; of a set of more than two thousand each pair is judged by itself.
        """
        found = self._judged()
        order = np.argsort(sorted_places(self._added))
        sets = closed(np.arange(len(order)), found.first, found.second)
        rows = np.argsort(sets[found.first], kind="stable")
        starts = np.flatnonzero(np.diff(sets[found.first][rows], prepend=-1)).tolist()
        for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
            pairs = np.stack([found.first, found.second], axis=1)[rows[start:end]]
            members = np.unique(pairs)
            if len(members) <= _TOGETHER:
                held = [self._shelf.get(int(order[one])) for one in members.tolist()]
                yield from copy_links(held, thresholds=self._thresholds)
                continue
            for one, other in pairs.tolist():
                two = (self._shelf.get(int(order[each])) for each in (one, other))
                if (link := copy_link(*two, thresholds=self._thresholds)) is not None:
                    yield link

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

    def _cut(self) -> None:
        """Cut the waiting articles into words and keep their codes and samples."""
        if not self._waiting:
            return
        first = len(self._added) - len(self._waiting)
        found = cut([piece for pieces in self._waiting for piece in pieces])
        ends = np.cumsum([len(pieces) for pieces in self._waiting])
        upto = np.concatenate([[0], np.cumsum(found.counts())])[ends]
        words = np.diff(upto, prepend=0)
        codes, counts = shingle_codes(found.numbers, words, WIDTH)
        self._spill.append("codes", brief(codes))
        marked = np.repeat(found.marked(), found.counts())
        places = np.arange(len(codes)) + np.repeat(
            np.cumsum(words) - words - (np.cumsum(counts) - counts), counts
        )
        self._spill.append("marked", marked[places])
        self._words.append(words)
        self._digests.append(_digests(codes, counts))
        samples, counts = shingle_codes(found.numbers, words, SAMPLE_WIDTH)
        owners = np.repeat(np.arange(first, first + len(words)), counts)
        self._rows.add(samples, owners)
        self._waiting, self._letters = [], 0

    def _judged(self) -> Found:
        if self._found is None:
            self._cut()
            self._found = self._judge()
        return self._found

    def _judge(self) -> Found:
        places = sorted_places(self._added)
        words = _joined(self._words)
        lengths = np.maximum(words - (WIDTH - 1), 0)
        ends = np.cumsum(lengths)
        order = np.argsort(places)
        texts = Texts(
            codes=self._spill.mapped("codes", np.uint32),
            marked=self._spill.mapped("marked", np.bool_),
            edges=((ends - lengths)[order], ends[order]),
            words=words[order],
            worded=lambda number: self._shelf.worded(int(order[number])),
        )
        homes = _same(_joined(self._digests)[order], texts.words, self._thresholds.whole_words)
        leads = homes == np.arange(len(homes))
        renamed = np.where(leads[places], places, -1)
        samples = np.maximum(texts.words - (SAMPLE_WIDTH - 1), 1)
        pairs = alike(self._rows, renamed, samples, self._spill)
        judged = wholes(texts, homes, pairs, self._thresholds)
        by_group = np.argsort(judged.groups, kind="stable")
        rank = np.empty_like(by_group)
        rank[by_group] = np.arange(len(by_group))
        renamed = np.where(renamed < 0, -1, rank[places])
        low, high, shared = sharing(self._rows, renamed, judged.groups[by_group], self._spill)
        return reuses(texts, judged, (by_group[low], by_group[high], shared), self._thresholds)


def sorted_places(ids: Iterable[ArticleId]) -> Ints:
    """For each id in the order given, its place among them when sorted."""
    listed = list(ids)
    order = np.array(sorted(range(len(listed)), key=listed.__getitem__), dtype=np.int64)
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return places


def _joined(parts: list[Ints]) -> Ints:
    return np.concatenate([np.zeros(0, dtype=np.int64), *parts])


def _digests(codes: Codes, counts: Ints) -> Ints:
    """One number for each text's shingles: equal for equal texts, whatever their layout."""
    sums = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(codes, dtype=np.uint64)])
    ends = np.cumsum(counts)
    digests: Ints = (sums[ends] - sums[ends - counts]).view(np.int64)
    return digests


def _same(digests: Ints, words: Ints, fewest: int) -> Ints:
    """For each text the lowest number among those with the same words; short ones stay alone."""
    homes = np.arange(len(words))
    long = np.flatnonzero(words >= fewest)
    keys = np.stack([digests[long], words[long]], axis=1)
    _, firsts, inverse = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    homes[long] = long[firsts][inverse.reshape(-1)]
    return homes
