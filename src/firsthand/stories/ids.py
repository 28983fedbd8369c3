"""Which of the stories found now goes on as which story known before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from firsthand.domain import Article, StoryId, digest
from firsthand.stories.moments import order_of_publication

__all__ = ["Kept", "Naming", "named", "unused_id"]

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What decides between two known stories of which only one can keep its id."""

    size: int
    """Articles, those of long ago among them."""

    opened: int
    """Place in the order in which the stories were opened: the elder is the smaller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Ids for sets of texts."""

    ids: tuple[StoryId | None, ...]
    """For each set the known story that it goes on as; None: it needs a new id."""

    merged: Mapping[StoryId, StoryId]
    """Known stories that went into another, with that one."""

    origins: tuple[StoryId | None, ...]
    """For each set that needs a new id the known story that most of its texts were in."""


def named(
    sets: Sequence[Mapping[Item, int]],
    before: Mapping[Item, StoryId],
    known: Mapping[StoryId, Kept],
) -> Naming:
    """Give each set the id of the known story of which it holds the largest part.

    A known story goes on in the one set that holds most of its articles. Where several would go
    on in one set they were merged, and the largest keeps its id, of equal ones the elder. A set in
    which no known story goes on is new, or was split off.

    Args:
        sets: Disjoint sets of texts, each with the number of its articles; their order decides
            only between equal parts.
        before: The story each text was in; texts that are new are missing.
        known: Of every story in `before`.
    """
    shares = [_shares(one, before) for one in sets]
    held: dict[StoryId, list[tuple[int, int]]] = defaultdict(list)
    for number, share in enumerate(shares):
        for story, count in share.items():
            held[story].append((-count, number))
    goes_on: dict[int, list[StoryId]] = defaultdict(list)
    for story, parts in held.items():
        goes_on[min(parts)[1]].append(story)
    ids: list[StoryId | None] = []
    origins: list[StoryId | None] = []
    merged: dict[StoryId, StoryId] = {}
    for number, share in enumerate(shares):
        rank = sorted(goes_on[number], key=lambda one: (-known[one].size, known[one].opened, one))
        ids.append(rank[0] if rank else None)
        merged.update((other, rank[0]) for other in rank[1:])
        most = sorted(share, key=lambda one: (-share[one], known[one].opened, one))
        origins.append(most[0] if most and not rank else None)
    return Naming(ids=tuple(ids), merged=merged, origins=tuple(origins))


def unused_id(articles: Iterable[Article], used: Collection[StoryId]) -> StoryId:
    """An id for a new story: a digest of its earliest article, or one made of that where it is taken.

    Args:
        articles: Those of the story, at least one.
        used: Ids that must not be given again: an id never changes its meaning.
    """
    first = min(articles, key=order_of_publication).id
    story = StoryId(digest("t", first))
    times = 0
    while story in used:
        times += 1
        story = StoryId(digest("t", first, times))
    return story


def _shares(one: Mapping[Item, int], before: Mapping[Item, StoryId]) -> Counter[StoryId]:
    found: Counter[StoryId] = Counter()
    for item, count in one.items():
        if item in before:
            found[before[item]] += count
    return found
