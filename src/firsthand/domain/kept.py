"""What a store knows of stories from one run to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from firsthand.domain.ids import ArticleId, StoryId

__all__ = ["KeptStories", "StoryMember"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMember:
    """An article of a kept story."""

    article: ArticleId
    story: StoryId
    sha256: str
    """Of the bytes it was read from: a later version of the article is known by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStories:
    """The stories before a run."""

    members: tuple[StoryMember, ...] = ()
    """Sorted by article."""

    opened: Mapping[StoryId, int] = field(default_factory=dict)
    """Of every id ever given: the number of the entry of the log that first names it."""

    following: int = 0
    """Number of the next entry of the log."""
