"""Find the events of the active window again, and write down what that changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from firsthand.domain import ArticleId, StoryChange, StoryChangeKind, StoryId
from firsthand.stories import explaining
from firsthand.stories.asides import with_asides
from firsthand.stories.book import Book
from firsthand.stories.ids import Kept, named
from firsthand.stories.linking import Scored
from firsthand.stories.steadying import steadied
from firsthand.stories.window import Window

__all__ = ["rewritten", "with_lone"]

Sets = Sequence[frozenset[int]]


def with_lone(window: Window, sets: Sets) -> Sets:
    """Give texts that stand alone to the event whose own names they hold, as in a batch."""
    ordered = sorted((slot for one in sets for slot in one), key=window.article)
    place = {slot: at for at, slot in enumerate(ordered)}
    labels = np.zeros(len(ordered), dtype=np.int64)
    for one in sets:
        inside = [place[slot] for slot in one]
        labels[inside] = min(inside)
    alone = sorted(slot for one in sets if len(one) == 1 for slot in one)
    pairs = [
        (*sorted((place[slot], place[other])), odds)
        for slot in alone
        for other, odds in window.linked(slot).items()
        if odds > window.judging.floor
    ]
    scored = Scored(
        np.array([pair[0] for pair in pairs], dtype=np.int64),
        np.array([pair[1] for pair in pairs], dtype=np.int64),
        np.array([pair[2] for pair in pairs], dtype=np.float32),
    )
    cards = [window.cards[slot] for slot in ordered]
    found: dict[int, set[int]] = {}
    given = with_asides(cards, labels, scored, floor=window.judging.floor)
    for slot, label in zip(ordered, given.tolist(), strict=True):
        found.setdefault(label, set()).add(slot)
    return [frozenset(one) for one in found.values()]


def rewritten(book: Book, window: Window, sets: Sets) -> list[StoryChange]:
    """Write the events of the whole window into the book; every change with its reasons.

    Args:
        book: Holds every slot of `sets` in some story.
        window: Knows how strongly the texts belong together.
        sets: Disjoint; each slot of the window in one.
    """
    changed = _steady(book, window, _changed(book, sets))
    changed.sort(key=lambda one: min(map(window.article, one)))
    naming = named(
        [{slot: len(book.texts[slot].articles) for slot in one} for one in changed],
        {slot: book.texts[slot].story for one in changed for slot in one},
        _known(book, changed),
    )
    changes = [_merge(book, window, old, kept) for old, kept in sorted(naming.merged.items())]
    for one, known, origin in zip(changed, naming.ids, naming.origins, strict=True):
        story = known
        if story is None:
            story, change = _split(book, window, one, book.resolve(origin or _story(book, one)))
            changes.append(change)
        changes += _moved(book, window, one, story)
        book.stories[story].title = window.cards[window.central(one)].headline
    for text in book.texts.values():
        text.told = True
    return changes


def _changed(book: Book, sets: Sets) -> list[frozenset[int]]:
    """The sets that are no story as it stands."""
    return [one for one in sets if one != book.stories[_story(book, one)].slots]


def _steady(book: Book, window: Window, sets: Sets) -> list[frozenset[int]]:
    """The sets with stories that a repair told of kept where nothing speaks clearly against them."""
    slot_of = {window.article(slot): slot for one in sets for slot in one}

    def fit(ones: Sequence[ArticleId], others: Sequence[Sequence[ArticleId]]) -> Sequence[float]:
        sides = [sorted(slot_of[one] for one in other) for other in others]
        odds: list[float] = window.fit(sorted(slot_of[one] for one in ones), sides).tolist()
        return odds

    told = {
        article: book.texts[slot].story
        for article, slot in slot_of.items()
        if book.texts[slot].told
    }
    named_sets = [[window.article(slot) for slot in one] for one in sets]
    found = steadied(named_sets, told, fit, margin=window.judging.margin)
    return _changed(book, [frozenset(slot_of[one] for one in members) for members in found])


def _story(book: Book, slots: frozenset[int]) -> StoryId:
    return book.texts[min(slots)].story


def _known(book: Book, sets: Sets) -> Mapping[StoryId, Kept]:
    return {
        story: Kept(size=book.stories[story].articles, opened=book.stories[story].opened)
        for one in sets
        for story in book.held(one)
    }


def _merge(book: Book, window: Window, old: StoryId, kept: StoryId) -> StoryChange:
    ones, others = sorted(book.stories[old].slots), sorted(book.stories[kept].slots)
    reasons = explaining.together(window, ones, others)
    book.merge(old, kept)
    articles = book.articles(ones)
    return book.change(StoryChangeKind.MERGED, kept, articles, other=old, reasons=reasons)


def _split(
    book: Book, window: Window, slots: frozenset[int], source: StoryId
) -> tuple[StoryId, StoryChange]:
    """Open a story for what is split off another."""
    leaving = sorted(book.held(slots)[source])
    staying = sorted(book.stories[source].slots - slots)
    reasons = explaining.apart(window, leaving, staying)
    story = book.open("", source, book.changes)
    book.move(leaving, story)
    articles = book.articles(leaving)
    return story, book.change(StoryChangeKind.SPLIT, story, articles, other=source, reasons=reasons)


def _moved(
    book: Book, window: Window, slots: frozenset[int], story: StoryId
) -> Iterator[StoryChange]:
    """Bring in the texts of a set that are still in other stories."""
    for source, moving in sorted(book.held(slots).items()):
        if source == story:
            continue
        there = sorted(book.stories[story].slots & slots)
        reasons = explaining.together(window, sorted(moving), there)
        book.move(moving, story)
        articles = book.articles(moving)
        yield book.change(StoryChangeKind.JOINED, story, articles, other=source, reasons=reasons)
