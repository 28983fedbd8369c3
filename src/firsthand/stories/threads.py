"""A story day by day, and what is new in it since a moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from firsthand.domain import (
    Article,
    ArticleId,
    CopyGroup,
    DateBound,
    NewPassage,
    Reading,
    Story,
    StoryDay,
    StoryThread,
)
from firsthand.stories.facts import Facts, facts
from firsthand.stories.moments import (
    day_of_publication,
    interval,
    known_interval,
    order_of_publication,
)
from firsthand.stories.novelty import Memory
from firsthand.stories.units import units

__all__ = ["news_since", "thread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A wire unit by the article of it that came first."""

    first: Article
    articles: tuple[ArticleId, ...]
    said: tuple[Facts, ...]


def thread(
    story: Story,
    articles: Sequence[Article],
    groups: Sequence[CopyGroup],
    *,
    readings: Sequence[Reading] = (),
) -> StoryThread:
    """What each day added to a story: articles, new texts, and the sentences that say new things.

    A sentence is new when no text of the story that came before says it, in these words or, by its
    vector, in others; a copy adds no text. Within one day the text published first has the word,
    then the smaller id. Undated articles come last, compared with all that is dated. An article of
    which is known only that it is not older than a day ("not before") speaks for its copies where
    none is dated, comes after the dated texts of that day, and as a copy no earlier than its text.

    Args:
        story: The story.
        articles: At least its articles; others are left out.
        groups: Copy groups over them.
        readings: Layers of any of the articles; without one, sentences are cut by characters.

    Returns:
        The days, ascending; every article of the story in exactly one.
    """
    texts = _texts(story, articles, groups, readings)
    days: dict[str | None, list[ArticleId]] = defaultdict(list)
    wanted = set(story.articles)
    opener = {one: text.first for text in texts for one in text.articles}
    for one in articles:
        if one.id in wanted:
            days[_day_of(one, opener[one.id])].append(one.id)
    opened: dict[str | None, list[_Text]] = defaultdict(list)
    for text in texts:
        opened[day_of_publication(text.first)].append(text)
    memory = Memory()
    found = [
        _day(day, days[day], opened[day], memory)
        for day in sorted(days, key=lambda day: (day is None, day or ""))
    ]
    return StoryThread(story=story.id, days=tuple(found))


def news_since(
    story: Story,
    articles: Sequence[Article],
    groups: Sequence[CopyGroup],
    moment: str,
    *,
    readings: Sequence[Reading] = (),
) -> tuple[NewPassage, ...]:
    """What the story's texts published since `moment` say that none before it said.

    A text that may have appeared after `moment` by its stamp counts as published since; an undated
    one, or a later copy of an earlier text, as neither news nor known before.

    Args:
        story: The story.
        articles: At least its articles; others are left out.
        groups: Copy groups over them.
        moment: ISO 8601, a day or more precise; without an offset it is UTC.
        readings: Layers of any of the articles.

    Returns:
        By time of publication, then id, then place in the text; each thing once.

    Raises:
        ValueError: `moment` is no date.
    """
    at = interval(moment)
    if at is None:
        raise ValueError(f"{moment!r} is no ISO 8601 date or moment")
    memory = Memory()
    found: list[NewPassage] = []
    for text in _texts(story, articles, groups, readings):
        known = known_interval(text.first)
        if known is None:
            continue
        if known[1] > at[0]:
            found += _new(text, memory)
        memory.add(text.said, text.first.text)
    return tuple(found)


def _texts(
    story: Story,
    articles: Sequence[Article],
    groups: Sequence[CopyGroup],
    readings: Sequence[Reading],
) -> list[_Text]:
    """Wire units of the story by publication of their first article; undated ones last."""
    layers = {one.article.id: one for one in readings}
    wanted = set(story.articles)
    inside = {one.id: one for one in articles if one.id in wanted}
    found = []
    for unit in units(inside, groups):
        first = min((inside[one] for one in unit.articles), key=_precedence)
        said = facts(first, layers.get(first.id))
        found.append(_Text(first=first, articles=unit.articles, said=said))
    return sorted(found, key=lambda text: _order(text.first))


def _is_bounded_below(article: Article) -> bool:
    return article.published_bound is DateBound.NOT_BEFORE and known_interval(article) is not None


def _precedence(article: Article) -> tuple[int, tuple[datetime, datetime, ArticleId]]:
    """Who speaks for one text: the dated, then those not before a day, then the undated."""
    rank = 2 if known_interval(article) is None else int(_is_bounded_below(article))
    return rank, order_of_publication(article)


def _order(article: Article) -> tuple[datetime, datetime, ArticleId]:
    """Order of publication; "not before" a day is read as its end."""
    start, end, name = order_of_publication(article)
    return (end, end, name) if _is_bounded_below(article) else (start, end, name)


def _day_of(article: Article, first: Article) -> str | None:
    """Its day; that of its text where that is later than a day it is only known not to be older."""
    day, opened = day_of_publication(article), day_of_publication(first)
    later = day is not None and opened is not None and opened > day
    return opened if later and _is_bounded_below(article) else day


def _day(
    day: str | None,
    articles: Sequence[ArticleId],
    texts: Sequence[_Text],
    memory: Memory,
) -> StoryDay:
    new: list[NewPassage] = []
    for text in texts:
        new += _new(text, memory)
        memory.add(text.said, text.first.text)
    firsts = [text.first.id for text in texts]
    return StoryDay(
        day=day,
        articles=tuple(sorted(articles)),
        texts=tuple(firsts),
        copies=tuple(sorted(set(articles) - set(firsts))),
        names=_once(name for passage in new for name in passage.names),
        new=tuple(new),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, as first written but not in the capitals of a dateline where it is elsewhere.

    What is part of a longer one of them ("Todorescu" of "Radka Todorescu") is left out.
    """
    found: dict[str, str] = {}
    for name in names:
        kept = found.setdefault(name.casefold(), name)
        if kept.isupper():
            found[name.casefold()] = name
    words = {key: frozenset(key.split()) for key in found}
    holding: dict[str, list[frozenset[str]]] = defaultdict(list)
    for held in words.values():
        for word in sorted(held):
            holding[word].append(held)
    return tuple(
        name
        for key, name in found.items()
        if not any(words[key] < other for other in holding[min(words[key])])
    )


def _new(text: _Text, memory: Memory) -> list[NewPassage]:
    told = (memory.new(one, text.first.text) for one in text.said)
    return [one for one in told if one is not None]
