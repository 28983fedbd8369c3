"""Stories of a store keep their ids while articles arrive; what became of each is told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from firsthand.domain import (
    Article,
    ArticleId,
    KeptStories,
    Reason,
    Story,
    StoryChange,
    StoryChangeKind,
    StoryId,
    StoryMember,
    digest,
)
from firsthand.stories import card, story_links
from firsthand.stories.ids import Kept, named

__all__ = ["Renamed", "renamed"]

_LOOKED_AT = 60
"""Articles of either side among which the link that explains a change is looked for."""

_ON_AVERAGE = Reason(feature="on average over all their texts, one event")
_APART = Reason(feature="on average over all texts at hand, two events")


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """The stories of a run under the ids they are kept by."""

    stories: tuple[Story, ...]
    """Sorted by id of the first article."""

    members: tuple[StoryMember, ...]
    changes: tuple[StoryChange, ...]
    """Merges, then what was opened or split off, then what joined."""


def renamed(stories: Sequence[Story], articles: Iterable[Article], kept: KeptStories) -> Renamed:
    """Give each story the id of the kept one that goes on in it.

    A kept story goes on where most of its articles are. Of several that went into one, the largest
    keeps its id, of equal ones the elder. An id never changes its meaning: one that was given is
    never given again.

    Args:
        stories: As found anew among all articles.
        articles: All of them.
        kept: The stories of the run before.
    """
    stories = sorted(stories, key=lambda story: story.articles)
    by_id = {article.id: article for article in articles}
    before = _before(by_id, kept)
    sizes = Counter(before.values())
    naming = named(
        [dict.fromkeys(story.articles, 1) for story in stories],
        before,
        {
            story: Kept(size=size, opened=kept.opened.get(story, -1))
            for story, size in sizes.items()
        },
    )
    told = _Told(by_id=by_id, before=before, following=kept.following)
    ids = _ids(stories, naming.ids, set(kept.opened), kept.following)
    for old, into in sorted(naming.merged.items()):
        story = stories[ids.index(into)]
        moved = [one for one in story.articles if before.get(one) == old]
        rest = [one for one in story.articles if before.get(one) == into]
        told.add(StoryChangeKind.MERGED, into, moved, other=old, reasons=told.why(moved, rest))
    gone = dict(naming.merged)
    for story, name, known, origin in zip(stories, ids, naming.ids, naming.origins, strict=True):
        _arrivals(told, story, name, (known is None, origin), gone)
    return Renamed(
        stories=tuple(replace(story, id=name) for story, name in zip(stories, ids, strict=True)),
        members=tuple(
            sorted(
                (
                    StoryMember(article=one, story=name, sha256=by_id[one].sha256)
                    for story, name in zip(stories, ids, strict=True)
                    for one in story.articles
                ),
                key=lambda member: member.article,
            )
        ),
        changes=tuple(told.changes),
    )


@dataclass(slots=True, kw_only=True)
class _Told:
    """The changes as they are found."""

    by_id: Mapping[ArticleId, Article]
    before: Mapping[ArticleId, StoryId]
    following: int
    changes: list[StoryChange] = field(default_factory=list)

    def add(
        self,
        kind: StoryChangeKind,
        story: StoryId,
        articles: Sequence[ArticleId],
        *,
        other: StoryId | None = None,
        reasons: tuple[Reason, ...] = (),
    ) -> None:
        """Enter a change under the next number."""
        self.changes.append(
            StoryChange(
                number=self.following + len(self.changes),
                kind=kind,
                story=story,
                other=other,
                articles=tuple(sorted(articles)),
                reasons=reasons,
            )
        )

    def why(self, came: Sequence[ArticleId], there: Sequence[ArticleId]) -> tuple[Reason, ...]:
        """What the nearest texts of two sides have in common."""
        ones, others = set(sorted(came)[:_LOOKED_AT]), set(sorted(there)[:_LOOKED_AT])
        links = story_links([card(self.by_id[one]) for one in sorted(ones | others)])
        across = [link for link in links if (link.a in ones) != (link.b in ones)]
        if not across:
            return (_ON_AVERAGE,)
        best = min(across, key=lambda link: (-link.score, link.a, link.b))
        return best.reasons or (_ON_AVERAGE,)


def _before(by_id: Mapping[ArticleId, Article], kept: KeptStories) -> dict[ArticleId, StoryId]:
    """The kept story of each article, or of the version of it that was kept then."""
    known = {member.article: member.story for member in kept.members}
    read: dict[str, set[StoryId]] = defaultdict(set)
    for member in kept.members:
        read[member.sha256].add(member.story)
    before = {}
    for name, article in by_id.items():
        if name in known:
            before[name] = known[name]
            continue
        stories = {
            story for one in article.revisions for story in read.get(one.sha256, ())
        }  # bytes that held articles of several stories tell nothing
        if len(stories) == 1:
            before[name] = stories.pop()
    return before


def _ids(
    stories: Sequence[Story], known: Sequence[StoryId | None], used: set[StoryId], following: int
) -> list[StoryId]:
    """An id for each story: the kept one, its own, or one made of that where it was given before."""
    used = used | {one for one in known if one is not None}
    ids = []
    for story, name in zip(stories, known, strict=True):
        own = story.id if story.id not in used else StoryId(digest("t", story.id, following))
        ids.append(name or own)
    return ids


def _arrivals(
    told: _Told,
    story: Story,
    name: StoryId,
    opening: tuple[bool, StoryId | None],
    merged: Mapping[StoryId, StoryId],
) -> None:
    """What came into one story: from nowhere, from a story that goes on elsewhere, or as one."""
    opened, origin = opening
    new = [one for one in story.articles if one not in told.before]
    moved: dict[StoryId, list[ArticleId]] = defaultdict(list)
    for one in story.articles:
        source = told.before.get(one)
        if source is not None and source != name and merged.get(source) != name:
            moved[source].append(one)
    if opened and origin is None:
        told.add(StoryChangeKind.OPENED, name, new)
        new = []
    elif opened and origin is not None:
        told.add(StoryChangeKind.SPLIT, name, moved.pop(origin), other=origin, reasons=(_APART,))
    for source, articles in sorted(moved.items()):
        rest = [one for one in story.articles if one not in articles]
        told.add(
            StoryChangeKind.JOINED, name, articles, other=source, reasons=told.why(articles, rest)
        )
    if new:
        rest = [one for one in story.articles if one not in new]
        told.add(StoryChangeKind.JOINED, name, new, reasons=told.why(new, rest))
