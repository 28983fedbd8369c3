"""Articles about one event, and the people and bodies in them."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.domain.copies import CopyGroup, CopyLink
from firsthand.domain.ids import ArticleId, StoryId
from firsthand.domain.layers import Reading
from firsthand.domain.spans import Reason
from firsthand.domain.statements import SpeakerKind

__all__ = ["Actor", "SettledStory", "Story", "StoryLink"]


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
class Actor:
    """A person or body of a story, under one name in all its articles."""

    name: str
    """Canonical name: the fullest form the texts give, without title."""

    kind: SpeakerKind
    authority: str | None = None
    """Canonical name of the body the actor speaks for; a body that speaks for itself names itself."""

    state: str | None = None
    """ISO 3166-1 alpha-2 of the state the actor or its authority is an organ of; None otherwise."""

    roles: tuple[str, ...] = ()
    """Titles as written ("Deputy Press Secretary")."""

    aliases: tuple[str, ...] = ()
    """Every form found in the texts, `name` included."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledStory:
    """A story with its readings after settling: dates, names and authorities agree across articles."""

    story: Story
    readings: tuple[Reading, ...]
    """Sorted by article id. Their articles carry inferred dates; their statements carry canonical
    speakers and authorities and dates resolved against the settled publication date."""

    actors: tuple[Actor, ...] = ()
    """Sorted by name."""

    links: tuple[CopyLink, ...] = ()
    groups: tuple[CopyGroup, ...] = ()
    """Copy groups restricted to the story; every article in exactly one."""
