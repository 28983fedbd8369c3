"""Articles about one event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.domain.actors import Actor
from firsthand.domain.copies import CopyGroup, CopyLink
from firsthand.domain.ids import ArticleId, StoryId
from firsthand.domain.layers import Reading
from firsthand.domain.spans import Passage, Reason

__all__ = [
    "NewPassage",
    "SettledStory",
    "Story",
    "StoryChange",
    "StoryChangeKind",
    "StoryDay",
    "StoryLink",
    "StorySequel",
    "StoryThread",
]


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


class StoryChangeKind(StrEnum):
    """What happened to stories that are kept while articles arrive."""

    OPENED = "opened"
    JOINED = "joined"
    MERGED = "merged"
    SPLIT = "split"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """One entry of the log of kept stories, which is only ever added to.

    Ids never change their meaning: a story that was merged into another is answered by that one
    from then on, and what was split off gets an id of its own.
    """

    number: int
    """Place in the log, from 0."""

    kind: StoryChangeKind
    story: StoryId
    """The story that holds the articles now."""

    other: StoryId | None = None
    """Merged: the story that went into it. Split: the story they were split from. Joined: the story
    they were in before, where they were in one and it goes on without them."""

    articles: tuple[ArticleId, ...] = ()
    """Those that came in by this change, sorted; of a merge, those that can still change story."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPassage:
    """A sentence that says what no earlier text of its story said.

    New in the coverage: whether it is true, or was known before, is another matter.
    """

    passage: Passage
    novelty: float
    """Share of its words, the rare ones weighing more, that no one earlier sentence holds: 0 to 1.
    Names that earlier texts wrote are left out."""

    names: tuple[str, ...] = ()
    """Names that no earlier text of the story wrote, as written, in reading order."""

    amounts: tuple[Passage, ...] = ()
    """Numbers that no earlier text of the story gave, in reading order."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDay:
    """What one day added to a story."""

    day: str | None
    """Day of publication in UTC, ISO 8601; None for the articles whose day is not known."""

    articles: tuple[ArticleId, ...]
    """All that appeared, sorted."""

    texts: tuple[ArticleId, ...]
    """One article for each text that was new that day, by time of publication, then id."""

    copies: tuple[ArticleId, ...]
    """Those that are whole copies of a text of this or an earlier day, sorted."""

    names: tuple[str, ...] = ()
    """Names written for the first time, as first written, in the order of `new`."""

    new: tuple[NewPassage, ...] = ()
    """Sentences that say something new, by text and place; a thing that several texts of the day
    say is given once, from the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryThread:
    """A story day by day."""

    story: StoryId
    days: tuple[StoryDay, ...]
    """Ascending; the day that is not known comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySequel:
    """A story that goes on where another left off: a trial after an arrest."""

    earlier: StoryId
    later: StoryId
    score: float
    """0 to 1."""

    reasons: tuple[Reason, ...] = ()


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
