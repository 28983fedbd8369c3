"""Stories: copy groups closed into events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from firsthand.domain import Article, ArticleId, CopyGroup, Story, StoryId
from firsthand.stories.asides import with_asides
from firsthand.stories.cards import Card, card
from firsthand.stories.closing import closed
from firsthand.stories.ids import Kept, named, unused_id
from firsthand.stories.judging import fit_of
from firsthand.stories.linking import DEFAULT, Model, Scored, scored
from firsthand.stories.steadying import steadied
from firsthand.stories.units import stories_of, units

__all__ = ["events", "stories"]

Ints = npt.NDArray[np.int64]


def stories(
    articles: Sequence[Article],
    groups: Sequence[CopyGroup],
    *,
    known: Sequence[Story] = (),
    used: Collection[StoryId] = (),
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
        known: Stories as they were found before, the eldest first. They are split and merged only
            where the evidence is clear (`steadying`). Each keeps its id where most of its
            articles are; of those that are one story now the largest does (`story_changes` tells
            what happened). Without them an id is a digest of the story's earliest article.
        used: Ids given earlier that no known story has, such as those of merged ones: they are
            not given again.
        model: Weights and threshold.

    Returns:
        Sorted by id of the first article.
    """
    by_id = {article.id: article for article in articles}
    by_speaker = {unit.speaker: unit for unit in units(by_id, groups)}
    cards = {speaker: card(by_id[speaker]) for speaker in by_speaker}
    before = {article: story.id for story in known for article in story.articles}
    opened = {story.id: at for at, story in enumerate(known)}
    told = stories_of(by_speaker.values(), before, opened)
    found = [
        (tuple(sorted(one for each in members for one in by_speaker[each].articles)), central)
        for members, central in events(list(cards.values()), told=told, model=model)
    ]
    found.sort()
    ids = _ids([members for members, _ in found], by_id, known, before, used)
    return tuple(
        Story(id=story, title=cards[central].headline, articles=members)
        for story, (members, central) in zip(ids, found, strict=True)
    )


def _ids(
    sets: Sequence[tuple[ArticleId, ...]],
    by_id: Mapping[ArticleId, Article],
    known: Sequence[Story],
    before: Mapping[ArticleId, StoryId],
    used: Collection[StoryId],
) -> list[StoryId]:
    """Known ids where stories go on, and for the others digests that were never given."""
    given = {*used, *(story.id for story in known)}
    kept = {story.id: Kept(size=len(story.articles), opened=at) for at, story in enumerate(known)}
    naming = named([dict.fromkeys(one, 1) for one in sets], before, kept)
    ids: list[StoryId] = []
    for one, story in zip(sets, naming.ids, strict=True):
        ids.append(story or unused_id((by_id[article] for article in one), given))
    return ids


def events(
    cards: Sequence[Card],
    *,
    told: Mapping[ArticleId, StoryId] = MappingProxyType({}),
    model: Model = DEFAULT,
) -> tuple[tuple[tuple[ArticleId, ...], ArticleId], ...]:
    """Sets of articles that tell of one event, each with the article nearest to all of its set.

    Args:
        cards: Of the articles.
        told: The story in which an article was told of before; those are split and merged only
            where the evidence is clear (`steadying`).
        model: Weights and thresholds.
    """
    ordered = sorted(cards, key=lambda one: one.article)
    if not ordered:
        return ()
    pairs = scored(ordered, model=model)
    labels = closed(ordered, pairs.first, pairs.second, pairs.odds, model=model)
    labels = with_asides(ordered, labels, pairs, floor=model.floor)
    if told:
        labels = _steady(ordered, labels, pairs, told, model)
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


def _steady(
    ordered: Sequence[Card],
    labels: Ints,
    pairs: Scored,
    told: Mapping[ArticleId, StoryId],
    model: Model,
) -> Ints:
    """The labels with known stories kept where nothing speaks clearly against them."""
    at = {one.article: index for index, one in enumerate(ordered)}
    sets: dict[int, list[ArticleId]] = defaultdict(list)
    for one, label in zip(ordered, labels.tolist(), strict=True):
        sets[label].append(one.article)

    steady = labels.copy()
    for members in steadied(list(sets.values()), told, fit_of(ordered, pairs, floor=model.floor)):
        steady[[at[one] for one in members]] = at[members[0]]
    return steady
