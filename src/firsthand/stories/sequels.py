"""Stories that go on where others left off; a guess is not made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.domain import Reason, Story, StoryId, StorySequel
from firsthand.stories.cards import Card
from firsthand.tables.rarity import rarity
from firsthand.tables.vectors import Vectors

__all__ = ["Gist", "gist", "sequels"]

CORE = 0.5
"""Share of a story's texts that write a name for it to be one of the story's own."""

RARE = 0.6
"""Least rarity of such a name: below lie the names that half of the news is about."""

LETTERS = 4
"""Fewest letters of such a name: "U.S.", "Rep.", "I" and the letters of parties name nothing."""

NAMES = 3
"""Own names that both stories must have in common: two may be one person's, and people have more
than one affair."""

SHARE = 0.4
"""Least share, by rarity, of the smaller set of own names that is common."""

NEAR = 0.5
"""Least cosine of the mean vectors of the two."""

DAYS = 400
"""Days between the two at most: a trial may follow an arrest by a year."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gist:
    """What is kept of a story to know its sequel by."""

    story: StoryId
    first: int
    """Ordinal of its first day of publication."""

    last: int
    names: frozenset[str]
    """Its own: rare, and written by half of its texts."""

    vector: Vectors
    """Mean of the vectors of its openings, of length 1."""


def gist(story: StoryId, cards: Iterable[Card]) -> Gist | None:
    """The gist of a story's texts; None where no day is known or too few names are its own."""
    held = list(cards)
    days = [one.day for one in held if one.day is not None]
    counts = Counter(name for one in held for name, _ in one.names)
    names = frozenset(
        name
        for name, count in counts.items()
        if count >= CORE * len(held)
        and sum(map(str.isalpha, name)) >= LETTERS
        and rarity(name) >= RARE
    )
    if not days or len(names) < NAMES:
        return None
    rows = np.stack([np.frombuffer(one.lead, dtype=np.float16) for one in held]).astype(np.float32)
    mean = np.round(rows, 4).mean(axis=0)
    length = max(float(np.linalg.norm(mean)), 1e-9)
    return Gist(story=story, first=min(days), last=max(days), names=names, vector=mean / length)


def sequels(stories: Sequence[Story], cards: Sequence[Card]) -> tuple[StorySequel, ...]:
    """Which story goes on where another, at least a day older, left off: for each at most one, the last before it.

    Precision first: both must have the same rare names of their own, and tell of like things.

    Args:
        stories: In any order.
        cards: Of their texts; one card a wire text is enough.
    """
    by_article = {one.article: one for one in cards}
    gists = [
        found
        for story in sorted(stories, key=lambda story: story.id)
        if (found := gist(story.id, (by_article[a] for a in story.articles if a in by_article)))
    ]
    return _follow(gists)


def _follow(gists: Sequence[Gist]) -> tuple[StorySequel, ...]:
    """The same over gists."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(gists):
        for name in one.names:
            by_name[name].append(number)
    found = []
    for later in gists:
        shared = Counter(number for name in later.names for number in by_name[name])
        fits = [
            (-gists[number].last, -score, gists[number].story, names)
            for number, count in shared.items()
            if count >= NAMES and (told := _fit(gists[number], later)) is not None
            for score, names in (told,)
        ]
        if fits:
            _, score, story, names = min(fits)
            found.append(_sequel(story, later.story, -score, names))
    return tuple(sorted(found, key=lambda one: (one.earlier, one.later)))


def _fit(earlier: Gist, later: Gist) -> tuple[float, list[str]] | None:
    if not 0 < later.first - earlier.last <= DAYS:
        return None
    names = sorted(earlier.names & later.names, key=lambda name: (-rarity(name), name))
    weight = sum(rarity(name) for name in names)
    least = min(sum(map(rarity, sorted(one.names))) for one in (earlier, later))
    near = float(earlier.vector @ later.vector)
    if weight < SHARE * least or near < NEAR:
        return None
    return round(near * weight / least, 3), names


def _sequel(earlier: StoryId, later: StoryId, score: float, names: Sequence[str]) -> StorySequel:
    return StorySequel(
        earlier=earlier,
        later=later,
        score=score,
        reasons=(Reason(feature=f"names of both stories: {', '.join(names[:5])}", score=score),),
    )
