"""Articles about one event."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.domain.actors import Actor
from firsthand.domain.copies import CopyGroup, CopyLink
from firsthand.domain.ids import ArticleId, StoryId
from firsthand.domain.layers import Reading
from firsthand.domain.spans import Reason

__all__ = ["SettledStory", "Story", "StoryLink"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLink:
    """Two articles that tell of one event, with why."""

    a: ArticleId
    b: ArticleId
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about one event."""

    id: StoryId
    title: str
    """The headline of its most central article; the first words of a text without headline."""

    articles: tuple[ArticleId, ...]
    """Sorted by id: order of arrival never matters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledStory:
    """A story with its readings after settling: dates, names and authorities agree across articles."""

    story: Story
    readings: tuple[Reading, ...]
    """Sorted by article id. Their articles carry inferred dates; their statements carry canonical
    speakers and authorities and dates resolved against the settled publication date."""

    actors: tuple[Actor, ...] = ()
    """Sorted by name: all whom the texts name, those who say nothing (`Actor.heard`) included."""

    links: tuple[CopyLink, ...] = ()
    groups: tuple[CopyGroup, ...] = ()
    """Copy groups restricted to the story; every article in exactly one."""

    @property
    def heard(self) -> tuple[Actor, ...]:
        """The actors who say something, are spoken for, or pass words on."""
        return tuple(actor for actor in self.actors if actor.heard)
