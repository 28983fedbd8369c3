"""What happened to known stories when a batch was put into stories again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from firsthand.domain import ArticleId, Reason, Story, StoryChange, StoryChangeKind, StoryId

__all__ = ["story_changes"]


def story_changes(
    known: Sequence[Story], now: Sequence[Story], *, first: int = 0
) -> tuple[StoryChange, ...]:
    """Say how stories came from those known before, as entries for the log.

    Articles that are in no story now are not told of.

    Args:
        known: Stories as they were.
        now: Stories as `stories` gave them with `known`.
        first: Number of the first entry.

    Returns:
        Merges, then splits, then what was opened and what joined; each by story, then origin.
    """
    before = {article: story.id for story in known for article in story.articles}
    were = {story.id for story in known}
    alive = {story.id for story in now}
    found: list[tuple[int, StoryChangeKind, StoryId, StoryId | None, tuple[ArticleId, ...]]] = []
    for story in now:
        origin = _origin(story, before)
        is_old = story.id in were
        by_source: dict[StoryId | None, list[ArticleId]] = defaultdict(list)
        for one in sorted(story.articles):
            by_source[before.get(one)].append(one)
        new = tuple(by_source.pop(None, ()))
        by_source.pop(story.id, None)
        for source, held in by_source.items():
            came = tuple(held)
            if source not in alive:
                kind = StoryChangeKind.MERGED
            elif source == origin and not is_old:
                kind = StoryChangeKind.SPLIT
            else:
                kind = StoryChangeKind.JOINED
            found.append((_RANK[kind], kind, story.id, source, came))
        if new:
            kind = StoryChangeKind.JOINED if is_old or by_source else StoryChangeKind.OPENED
            found.append((_RANK[StoryChangeKind.JOINED], kind, story.id, None, new))
    found.sort(key=lambda one: (one[0], one[2], one[3] or ""))
    return tuple(
        StoryChange(
            number=first + at, kind=kind, story=story, other=other, articles=articles,
            reasons=_reasons(kind, len(articles)),
        )
        for at, (_, kind, story, other, articles) in enumerate(found)
    )  # fmt: skip


_RANK = {StoryChangeKind.MERGED: 0, StoryChangeKind.SPLIT: 1, StoryChangeKind.JOINED: 2}


def _origin(story: Story, before: dict[ArticleId, StoryId]) -> StoryId | None:
    counts = Counter(before[one] for one in story.articles if one in before)
    return min(counts, key=lambda one: (-counts[one], one)) if counts else None


def _reasons(kind: StoryChangeKind, articles: int) -> tuple[Reason, ...]:
    told = {
        StoryChangeKind.MERGED: "the stories as wholes are now clearly of one event: the log odds reach the margin",
        StoryChangeKind.SPLIT: "as a whole they are now clearly of another event than the rest: the log odds reach the margin",
        StoryChangeKind.JOINED: "most likely of one event with the story's texts",
    }.get(kind)
    return (Reason(feature=f"{told} ({articles} articles)"),) if told else ()
