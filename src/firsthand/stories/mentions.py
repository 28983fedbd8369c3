"""Which given mentions, in the articles of one story, name the same happening or thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.domain import ArticleId, Reading, Span, StoryId
from firsthand.stories.chaining import chained
from firsthand.stories.slots import TokenTree, token_tree
from firsthand.stories.told import Told, told, told_of_words

__all__ = ["Named", "chains"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One mention: an article and the words that name something in it."""

    id: str
    article: ArticleId
    words: str
    span: Span | None = None
    """Where they stand in the article's text; None when only the words are known."""

    thing: bool = False
    """Whether they name a person, body, place, time or object, and no happening."""


def chains(
    mentions: Sequence[Named],
    story_of: Mapping[ArticleId, StoryId],
    readings: Mapping[ArticleId, Reading] | None = None,
) -> dict[str, str]:
    """Mention id → name of its chain: the mentions of one story that name the same.

    What each pair of mentions shares (head word, sentence, who, where, when, the texts around) is
    weighed by trees trained on two public corpora, and mentions are joined by average linkage.
    Happenings and things never join. An article in no story is compared with itself only. The
    order of `mentions` does not matter.

    Args:
        mentions: Their ids differ.
        story_of: Story of each article.
        readings: Parsed articles; a mention of an article that is not here is known by its words.
    """
    trees: dict[ArticleId, TokenTree] = {}
    sets: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda one: one.id):
        sort = "entity" if mention.thing else "event"
        sets[story_of.get(mention.article, mention.article), sort].append(mention)
    found: dict[str, str] = {}
    for (story, sort), members in sorted(sets.items()):
        seen = [_told(one, readings or {}, trees) for one in members]
        for one, number in zip(members, chained(seen, sort), strict=True):
            found[one.id] = f"{story}:{sort}:{number}"
    return found


def _told(
    mention: Named, readings: Mapping[ArticleId, Reading], trees: dict[ArticleId, TokenTree]
) -> Told:
    """What the mention's article, read or not, tells of it."""
    reading = readings.get(mention.article)
    if reading is None or mention.span is None:
        return told_of_words(mention.words, text=mention.article)
    if mention.article not in trees:
        trees[mention.article] = token_tree(reading)
    return told(trees[mention.article], mention.span)
