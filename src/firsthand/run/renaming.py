"""Stories of a store keep their ids while articles arrive; what became of each is told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.domain import (
    Article,
    ArticleId,
    CopyGroup,
    KeptStories,
    Story,
    StoryChange,
    StoryChangeKind,
    StoryId,
    StoryMember,
    digest,
)
from firsthand.stories import card, story_changes, story_links
from firsthand.stories.ids import Kept, named
from firsthand.stories.keeping import steady_stories

__all__ = ["Renamed", "renamed"]

_LOOKED_AT = 60
"""Articles of either side among which the link that explains a change is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """The stories of a run under the ids they are kept by."""

    stories: tuple[Story, ...]
    """Sorted by id of the first article."""

    members: tuple[StoryMember, ...]
    changes: tuple[StoryChange, ...]
    """As `story_changes` orders them."""


def renamed(
    stories: Sequence[Story],
    articles: Iterable[Article],
    kept: KeptStories,
    groups: Sequence[CopyGroup] = (),
) -> Renamed:
    """Give each story the id of the kept one that goes on in it.

    Kept stories are divided and joined only where the evidence is clear. One goes on where most of its articles are. Of several that went into one, the largest
    keeps its id, of equal ones the elder. An id never changes its meaning: one that was given is
    never given again.

    Args:
        stories: As found anew among all articles.
        articles: All of them.
        kept: The stories of the run before.
        groups: Copy groups over the articles: copies have one voice.
    """
    by_id = {article.id: article for article in articles}
    before = _before(by_id, kept)
    steady = steady_stories(stories, by_id.values(), groups, before, kept.opened)
    stories = sorted(steady, key=lambda story: story.articles)
    sizes = Counter(before.values())
    naming = named(
        [dict.fromkeys(story.articles, 1) for story in stories],
        before,
        {
            story: Kept(size=size, opened=kept.opened.get(story, -1))
            for story, size in sizes.items()
        },
    )
    ids = _ids(stories, naming.ids, set(kept.opened), kept.following)
    now = tuple(replace(story, id=name) for story, name in zip(stories, ids, strict=True))
    held: dict[StoryId, list[ArticleId]] = defaultdict(list)
    for article, story in sorted(before.items()):
        held[story].append(article)
    known = [
        Story(id=name, title="", articles=tuple(members)) for name, members in sorted(held.items())
    ]
    within = {story.id: story.articles for story in now}
    return Renamed(
        stories=now,
        members=tuple(
            sorted(
                (
                    StoryMember(article=one, story=story.id, sha256=by_id[one].sha256)
                    for story in now
                    for one in story.articles
                ),
                key=lambda member: member.article,
            )
        ),
        changes=tuple(
            _explained(change, within[change.story], by_id)
            for change in story_changes(known, now, first=kept.following)
        ),
    )


def _explained(
    change: StoryChange, within: Sequence[ArticleId], by_id: Mapping[ArticleId, Article]
) -> StoryChange:
    """The change with what its nearest texts have in common, where something came together."""
    came = set(change.articles)
    there = [one for one in within if one not in came]
    if not there or change.kind in {StoryChangeKind.OPENED, StoryChangeKind.SPLIT}:
        return change
    looked_at = {*sorted(came)[:_LOOKED_AT], *there[:_LOOKED_AT]}
    links = story_links([card(by_id[one]) for one in sorted(looked_at)])
    across = [link for link in links if (link.a in came) != (link.b in came)]
    if not across:
        return change
    best = min(across, key=lambda link: (-link.score, link.a, link.b))
    return replace(change, reasons=(*change.reasons, *best.reasons))


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
