"""A stream of generated news of any length, in order of publication, with its truth beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from random import Random

from firsthand.domain import Article
from tests.coverage.composing import Mix, composed
from tests.coverage.drafts import Draft
from tests.coverage.layout import article_from, paragraphs_of
from tests.coverage.outlets import outlet
from tests.coverage.scene import happening
from tests.coverage.slots import DAY
from tests.coverage.truth import CopyKind

__all__ = ["Sent", "bulk"]

FIRST_DAY = 20_089
"""Days of Unix time: 1 January 2025."""

PER_DAY = 5_000
"""Articles a day: about what a collection of some hundred outlets brings in."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One article of the stream and what is true of it."""

    article: Article
    """`Article.item` is its key."""

    story: str
    group: str
    """The same for all articles that are one text."""

    kind: CopyKind
    source: str | None
    """Key of the article copied or borrowed from; also where that one is not in the stream."""

    minute: int
    """True time of publication, minutes of Unix time; the stream ascends in it."""


def bulk(
    seed: int, count: int, *, per_day: int = PER_DAY, mix: Mix | None = None
) -> Iterator[Sent]:
    """Generate news in order of publication; memory holds what a few days bring, whatever `count`.

    Stories have 2 to 40 articles (six on average), half of them copies; many tell of the same
    kind of event in another town. A shorter stream is the beginning of a longer one.

    Args:
        seed: Equal seeds give equal streams.
        count: How many articles.
        per_day: How many a day, about.
        mix: How coverage is made up.
    """
    mix = mix or Mix()
    waiting: list[_Waiting] = []
    given, number = 0, 0
    chance = Random(f"{seed}:stories")
    minute = FIRST_DAY * DAY
    step = _MEAN * DAY / per_day
    moment = float(minute)
    while given < count:
        moment += step * 2 * chance.random()
        minute = int(moment)
        while waiting and waiting[0][0] < minute + 60 and given < count:
            yield _sent(heappop(waiting))
            given += 1
        number += 1
        told = happening(
            f"b{number:07d}", number * 7919 + seed, minute, Random(f"{seed}:{number}"), facts=4
        )
        for draft in composed(told, _size(chance.random()), mix):
            heappush(waiting, _waiting(draft))


_MEAN = 6.0


def _size(chance: float) -> int:
    """Articles of a story: many small ones, a few of forty."""
    return min(40, int(2 + 2.2 * chance / (1.06 - chance)))


_Waiting = tuple[int, str, str, str, str, str | None, str, str | None, str]
"""Strings alone: what waits is nothing to the collector of garbage."""


def _waiting(draft: Draft) -> _Waiting:
    house, source = draft.outlet, None if draft.source is None else draft.source.key
    printed = "\n\n".join(paragraphs_of(draft))
    return (
        draft.minute,
        draft.key,
        draft.story,
        draft.group,
        draft.kind.value,
        source,
        house.name,
        house.agency,
        printed,
    )


def _sent(kept: _Waiting) -> Sent:
    minute, key, story, group, kind, source, house, short, printed = kept
    return Sent(
        article=article_from(key, outlet(house, short), minute, tuple(printed.split("\n\n"))),
        story=story,
        group=group,
        kind=CopyKind(kind),
        source=source,
        minute=minute,
    )
