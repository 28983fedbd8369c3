"""Stories: copy groups closed into events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from firsthand.domain import Article, ArticleId, CopyGroup, Story, StoryId, digest
from firsthand.stories.asides import with_asides
from firsthand.stories.cards import Card, card
from firsthand.stories.closing import closed
from firsthand.stories.ids import Kept, named
from firsthand.stories.linking import DEFAULT, Model, scored
from firsthand.stories.moments import order_of_publication
from firsthand.stories.units import units

__all__ = ["events", "stories"]


def stories(
    articles: Sequence[Article],
    groups: Sequence[CopyGroup],
    *,
    known: Sequence[Story] = (),
    model: Model = DEFAULT,
) -> tuple[Story, ...]:
    """Group articles by the event they tell of; every article is in exactly one story.

    What is compared is copy groups, not articles: forty copies of a wire text have one voice.
    What is plainly one event is joined by average linkage, and then sets are compared as wholes
    (`merging`): a single likeness does not join two events, and two of one kind stay apart by the
    names, towns and days that run through the one and not the other.

    Args:
        articles: All of them; their order does not matter. Undated ones are welcome.
        groups: Copy groups over the same articles; an article in none stands for itself.
        known: Stories as they were found before, the eldest first. Each keeps its id where most
            of its articles are; of those that are one story now the largest does
            (`story_changes` tells what happened). Without them an id is a digest of the story's
            earliest article.
        model: Weights and threshold.

    Returns:
        Sorted by id of the first article.
    """
    by_id = {article.id: article for article in articles}
    by_speaker = {unit.speaker: unit for unit in units(by_id, groups)}
    cards = {speaker: card(by_id[speaker]) for speaker in by_speaker}
    found = [
        (tuple(sorted(one for each in members for one in by_speaker[each].articles)), central)
        for members, central in events(list(cards.values()), model=model)
    ]
    found.sort()
    ids = _ids([members for members, _ in found], by_id, known)
    return tuple(
        Story(id=story, title=cards[central].headline, articles=members)
        for story, (members, central) in zip(ids, found, strict=True)
    )


def _ids(
    sets: Sequence[tuple[ArticleId, ...]],
    by_id: Mapping[ArticleId, Article],
    known: Sequence[Story],
) -> list[StoryId]:
    """Known ids where stories go on, and for the others digests that no known story has."""
    before = {article: story.id for story in known for article in story.articles}
    kept = {story.id: Kept(size=len(story.articles), opened=at) for at, story in enumerate(known)}
    naming = named([dict.fromkeys(one, 1) for one in sets], before, kept)
    ids: list[StoryId] = []
    for one, story, origin in zip(sets, naming.ids, naming.origins, strict=True):
        if story is not None:
            ids.append(story)
            continue
        first = min((by_id[article] for article in one), key=order_of_publication).id
        new = StoryId(digest("t", first))
        ids.append(StoryId(digest("t", first, origin)) if new in kept else new)
    return ids


def events(
    cards: Sequence[Card], *, model: Model = DEFAULT
) -> tuple[tuple[tuple[ArticleId, ...], ArticleId], ...]:
    """Sets of articles that tell of one event, each with the article nearest to all of its set."""
    ordered = sorted(cards, key=lambda one: one.article)
    if not ordered:
        return ()
    pairs = scored(ordered, model=model)
    labels = closed(ordered, pairs.first, pairs.second, pairs.odds, model=model)
    labels = with_asides(ordered, labels, pairs, floor=model.floor)
    sets: dict[int, list[int]] = defaultdict(list)
    for index, label in enumerate(labels.tolist()):
        sets[label].append(index)
    inside = labels[pairs.first] == labels[pairs.second]
    near = np.zeros(len(ordered), dtype=np.float64)
    above = pairs.odds[inside].astype(np.float64) - model.floor
    np.add.at(near, pairs.first[inside], above)
    np.add.at(near, pairs.second[inside], above)
    near = np.round(near, 3)
    return tuple(
        (
            tuple(ordered[index].article for index in members),
            ordered[min(members, key=lambda index: (-near[index], index))].article,
        )
        for members in sets.values()
    )
