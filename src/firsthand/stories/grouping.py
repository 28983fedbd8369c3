"""Stories: articles closed into events by average linkage over copy groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from firsthand.domain import Article, ArticleId, CopyGroup, Story, StoryId, digest
from firsthand.stories.asides import with_asides
from firsthand.stories.cards import Card, card
from firsthand.stories.linkage import average_linkage
from firsthand.stories.linking import DEFAULT, Model, scored
from firsthand.stories.units import units

__all__ = ["events", "stories"]


def stories(
    articles: Sequence[Article], groups: Sequence[CopyGroup], *, model: Model = DEFAULT
) -> tuple[Story, ...]:
    """Group articles by the event they tell of; every article is in exactly one story.

    What is compared is copy groups, not articles: forty copies of a wire text have one voice.
    Average linkage, so that a story of many sides holds together through all its articles and a
    single likeness does not join two events.

    Args:
        articles: All of them; their order does not matter. Undated ones are welcome.
        groups: Copy groups over the same articles; an article in none stands for itself.
        model: Weights and threshold.

    Returns:
        Sorted by id of the first article.
    """
    by_id = {article.id: article for article in articles}
    by_speaker = {unit.speaker: unit for unit in units(by_id, groups)}
    cards = {speaker: card(by_id[speaker]) for speaker in by_speaker}
    found = []
    for members, central in events(list(cards.values()), model=model):
        ids = sorted(one for member in members for one in by_speaker[member].articles)
        found.append(
            Story(
                id=StoryId(digest("t", *_earliest([by_id[one] for one in ids]))),
                title=cards[central].headline,
                articles=tuple(ids),
            )
        )
    return tuple(sorted(found, key=lambda story: story.articles))


def events(
    cards: Sequence[Card], *, model: Model = DEFAULT
) -> tuple[tuple[tuple[ArticleId, ...], ArticleId], ...]:
    """Sets of articles that tell of one event, each with the article nearest to all of its set."""
    ordered = sorted(cards, key=lambda one: one.article)
    if not ordered:
        return ()
    pairs = scored(ordered, model=model)
    labels = average_linkage(
        len(ordered), pairs.first, pairs.second, pairs.odds,
        threshold=model.threshold, floor=model.floor,
    )  # fmt: skip
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


def _earliest(members: Sequence[Article]) -> tuple[str, ...]:
    """Ids of the articles stamped first (all undated ones where none is dated): what names a story."""
    dated = [article.published[:10] for article in members if article.published is not None]
    if not dated:
        return tuple(article.id for article in members)
    first = min(dated)
    return tuple(
        article.id
        for article in members
        if article.published is not None and article.published[:10] == first
    )
