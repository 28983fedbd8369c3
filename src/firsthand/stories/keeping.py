"""Stories found anew, with those that a store has told of kept where nothing speaks clearly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from firsthand.domain import Article, ArticleId, CopyGroup, Story, StoryId
from firsthand.stories.cards import card
from firsthand.stories.ids import unused_id
from firsthand.stories.judging import fit_of
from firsthand.stories.linking import DEFAULT, scored
from firsthand.stories.steadying import steadied
from firsthand.stories.units import stories_of, units

__all__ = ["steady_stories"]


def steady_stories(
    found: Sequence[Story],
    articles: Iterable[Article],
    groups: Sequence[CopyGroup],
    before: Mapping[ArticleId, StoryId],
    opened: Mapping[StoryId, int],
) -> tuple[Story, ...]:
    """Take back what a search among all articles changed about known stories without clear evidence.

    Does for stories that were found without knowledge of earlier ones what `stories` does with
    `known`; only texts of stories that were divided or came together are looked at.

    Args:
        found: Every article in one.
        articles: All of them.
        groups: Copy groups over them.
        before: The story that each article was in; new ones are missing.
        opened: Place of those stories in the order in which they were opened.

    Returns:
        The stories, those that changed with the id of a new one; in no particular order.
    """
    disturbed = _disturbed(found, before)
    inside = {one for story in disturbed for one in story.articles}
    by_id = {one.id: one for one in articles if one.id in inside}
    by_speaker = {unit.speaker: unit for unit in units(by_id, groups)}
    ordered = [card(by_id[speaker]) for speaker in sorted(by_speaker)]
    if not ordered:
        return tuple(found)
    told = stories_of(by_speaker.values(), before, opened)
    home = {article: at for at, story in enumerate(disturbed) for article in story.articles}
    sets: dict[int, list[ArticleId]] = defaultdict(list)
    for speaker in sorted(by_speaker):
        sets[home[speaker]].append(speaker)
    fit = fit_of(ordered, scored(ordered), floor=DEFAULT.floor)
    kept = [story for story in found if story not in disturbed]
    for members in steadied(list(sets.values()), told, fit):
        held = tuple(sorted(one for each in members for one in by_speaker[each].articles))
        story = disturbed[home[members[0]]]
        if held != story.articles:
            new = unused_id((by_id[one] for one in held), ())
            story = replace(story, id=new, articles=held)
        kept.append(story)
    return tuple(kept)


def _disturbed(found: Sequence[Story], before: Mapping[ArticleId, StoryId]) -> list[Story]:
    """The stories in which several known ones came together, or a part of one that was divided."""
    places: dict[StoryId, set[int]] = defaultdict(set)
    held: list[set[StoryId]] = []
    for at, story in enumerate(found):
        held.append({before[one] for one in story.articles if one in before})
        for name in held[at]:
            places[name].add(at)
    return [
        story
        for story, names in zip(found, held, strict=True)
        if len(names) > 1 or any(len(places[name]) > 1 for name in names)
    ]
