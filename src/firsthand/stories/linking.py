"""How strongly two articles belong to one event: a quick sum for all pairs, the learned score for some."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from firsthand.domain import ArticleId, StoryLink
from firsthand.stories.cards import Card, Weighted
from firsthand.stories.merging import summary, together
from firsthand.stories.sharing import reasons
from firsthand.tables.vectors import WIDTH

__all__ = ["Model", "Scored", "link_scores", "scored", "story_links"]

Floats = npt.NDArray[np.float32]
Odds = npt.NDArray[np.floating]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Weights of what two articles share, as log odds of telling of one event.

    Logistic regression on pairs of the public development sets (BASIL, a mixed political stream,
    the Gun Violence Corpus, ECB+; headlines apart), hard negatives drawn by likeness; one setting
    for all kinds of streams. Cosines lie between 0 and 1.
    """

    lead: float = 6.1
    """Times the cosine of headline and opening as vectors."""

    title: float = 3.1
    """Times the cosine of the headlines as vectors."""

    terms: float = 5.3
    """Times the cosine of the words, by rarity."""

    names: float = 1.9
    """Times the cosine of the names, by rarity."""

    day: float = -0.92
    """Times the logarithm of one more than the days between; nothing where a day is not known."""

    longest_gap: float = 4.0
    """Largest such logarithm: from 54 days on, time tells no more."""

    offset: float = -7.6
    short_title: float = 5.0
    """For pairs of which one is a headline only: times the cosine of the headlines as vectors."""

    short_terms: float = 2.7
    """For those: times the cosine of the headlines' words."""

    short_offset: float = -3.35
    plain: float = 2.0
    """Mean log odds from which two sets are one event whatever else may be said of them: sets so
    found hold 2 articles in 100 of another event in ECB+ and in the headlines, none elsewhere."""

    threshold: float = -1.9
    """Mean log odds between two sets of articles from which they are one event. Below zero because
    an average over a story of many sides is far below the likeness of two reports of one day."""

    floor: float = -4.0
    """Log odds below which a pair counts as this: one article off the subject does not break up a
    story, and pairs below need not be kept."""

    ceiling: float = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Pairs of cards above the floor, by index, `first` below `second`, with log odds."""

    first: Ints
    second: Ints
    odds: Floats

    def mean(self, ones: Sequence[int], others: Sequence[int], *, floor: float) -> float:
        """Mean log odds between two sets of cards without a card in common."""
        ahead = np.isin(self.first, ones) & np.isin(self.second, others)
        across = ahead | (np.isin(self.first, others) & np.isin(self.second, ones))
        above = (self.odds[across].astype(np.float64) - floor).sum()
        return round(float(above) / (len(ones) * len(others)) + floor, 4)


DEFAULT = Model()

_DIMENSIONS = {"terms": 3072, "names": 1024, "headline_terms": 1024}
"""Words are hashed into this many signed dimensions (Weinberger et al. 2009), so that any number
of articles is compared by matrix products; the error of a cosine is about .02."""

_BLOCK = 1024


def story_links(cards: Sequence[Card], *, model: Model = DEFAULT) -> tuple[StoryLink, ...]:
    """Pairs of articles that, taken alone, tell of one event; sorted, smaller id first.

    `StoryLink.score` is the log odds of `link_scores`, from 0 on. The order of `cards` does not
    matter.
    """
    ordered = _ordered(cards)
    pairs = scored(ordered, model=model)
    others: dict[int, list[int]] = defaultdict(list)
    strong = pairs.odds >= model.threshold
    for i, j in zip(pairs.first[strong].tolist(), pairs.second[strong].tolist(), strict=True):
        others[i].append(j)
    found = []
    for i, js in sorted(others.items()):
        js.sort()
        odds = link_scores(ordered[i], [ordered[j] for j in js]).tolist()
        found += [
            _link(ordered[i], ordered[j], one) for j, one in zip(js, odds, strict=True) if one >= 0
        ]
    return tuple(found)


def link_scores(one: Card, others: Sequence[Card]) -> Odds:
    """Log odds that `one` and each of the others, taken alone, tell of one event, in their order.

    The learned score (`merging.together`) of sets of one article: words, vectors, names, places,
    numbers and days. It is asked of pairs that `scored` finds near enough to be looked at.
    """
    return together(summary(one), [summary(other) for other in others])


def scored(ordered: Sequence[Card], *, model: Model = DEFAULT) -> Scored:
    """Score all pairs block by block by the fixed sum of `Model` and keep those above the floor.

    Matrix products: cheap enough for all pairs, and good enough to say which are plainly one event
    and which need not be looked at.
    """
    full = _matrix(ordered, model, short=False)
    short = _matrix(ordered, model, short=True)
    days = np.array([np.nan if one.day is None else one.day for one in ordered], dtype=np.float64)
    is_short = np.array([one.short for one in ordered], dtype=np.bool_)
    found: list[tuple[Ints, Ints, Floats]] = []
    for top, left in _blocks(len(ordered)):
        rows, columns = slice(top, top + _BLOCK), slice(left, left + _BLOCK)
        gap = np.log1p(np.abs(days[rows, None] - days[None, columns]))
        apart = model.day * np.nan_to_num(np.minimum(gap, model.longest_gap), nan=0.0)
        odds: Odds = full[rows] @ full[columns].T + model.offset + apart
        if is_short.any():
            headlines = short[rows] @ short[columns].T + model.short_offset + apart
            either = is_short[rows, None] | is_short[None, columns]
            odds[either] = headlines[either]
        told: Odds = np.round(np.clip(odds, model.floor, model.ceiling), 4)
        i, j = np.nonzero(told > model.floor)
        keep = i + top < j + left
        strong = told[i[keep], j[keep]].astype(np.float32)
        found.append((i[keep] + top, j[keep] + left, strong))
    first, second, kept = zip(*found, strict=True)
    return Scored(np.concatenate(first), np.concatenate(second), np.concatenate(kept))


def _ordered(cards: Sequence[Card]) -> list[Card]:
    return sorted({one.article: one for one in cards}.values(), key=lambda one: one.article)


def _blocks(count: int) -> Iterator[tuple[int, int]]:
    for top in range(0, max(1, count), _BLOCK):
        for left in range(top, max(1, count), _BLOCK):
            yield top, left


def _matrix(ordered: Sequence[Card], model: Model, *, short: bool) -> Floats:
    """One row a card, so that the product of two rows is the weighted sum of cosines."""
    if short:
        parts = [
            _vectors(ordered, lambda one: one.title) * model.short_title**0.5,
            _hashed(ordered, "headline_terms") * model.short_terms**0.5,
        ]
    else:
        parts = [
            _vectors(ordered, lambda one: one.lead) * model.lead**0.5,
            _vectors(ordered, lambda one: one.title) * model.title**0.5,
            _hashed(ordered, "terms") * model.terms**0.5,
            _hashed(ordered, "names") * model.names**0.5,
        ]
    return np.concatenate(parts, axis=1).astype(np.float32)


def _vectors(ordered: Sequence[Card], part: Callable[[Card], bytes]) -> Floats:
    rows = b"".join(part(one) for one in ordered)
    return np.frombuffer(rows, dtype=np.float16).reshape(-1, WIDTH).astype(np.float32)


def _hashed(ordered: Sequence[Card], layer: str) -> Floats:
    size = _DIMENSIONS[layer]
    rows = np.zeros((len(ordered), size), dtype=np.float32)
    for index, one in enumerate(ordered):
        weighted: Weighted = getattr(one, layer)
        for word, weight in weighted:
            code = crc32(word.encode("utf-8", "surrogatepass"))
            rows[index, code % size] += weight if code & 0x80000000 else -weight
    return rows


def _link(a: Card, b: Card, odds: float) -> StoryLink:
    return StoryLink(a=ArticleId(a.article), b=b.article, score=odds, reasons=reasons([a], [b]))
