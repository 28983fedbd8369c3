"""Wire units: copy groups with the article that speaks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.domain import Article, ArticleId, CopyGroup, StoryId

__all__ = ["Unit", "stories_of", "units"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Articles that are one text and have one voice."""

    speaker: ArticleId
    """The article that is compared: the copied one where it is here, else the fullest."""

    articles: tuple[ArticleId, ...]
    """Sorted."""


def units(articles: Mapping[ArticleId, Article], groups: Sequence[CopyGroup]) -> tuple[Unit, ...]:
    """The copy groups over `articles`, by first id; an article in none stands for itself."""
    found: list[Unit] = []
    seen: set[ArticleId] = set()
    for group in groups:
        members = tuple(sorted(one for one in set(group.articles) if one in articles))
        if not members:
            continue
        root = group.root if group.root in members else None
        speaker = root or _fullest([articles[one] for one in members])
        found.append(Unit(speaker=speaker, articles=members))
        seen.update(members)
    found += [Unit(speaker=one, articles=(one,)) for one in set(articles) - seen]
    return tuple(sorted(found, key=lambda unit: unit.articles))


def stories_of(
    found: Iterable[Unit], before: Mapping[ArticleId, StoryId], opened: Mapping[StoryId, int]
) -> Mapping[ArticleId, StoryId]:
    """For each speaker the story that most articles of its unit were in, of equal ones the eldest.

    Args:
        found: Units; those of new articles alone are left out.
        before: The story that each article was in; new ones are missing.
        opened: Place of each story in the order in which they were opened; without one it is the
            first.
    """
    told = {}
    for unit in found:
        counts = Counter(before[one] for one in unit.articles if one in before)
        if counts:
            told[unit.speaker] = min(
                counts, key=lambda one: (-counts[one], opened.get(one, -1), one)
            )
    return told


def _fullest(members: Sequence[Article]) -> ArticleId:
    return min(members, key=lambda one: (one.title is None, -len(one.text), one.id)).id
