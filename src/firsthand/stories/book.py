"""The book of kept stories: which texts are in which, what became of each id, and the log of changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from firsthand.domain import ArticleId, Reason, StoryChange, StoryChangeKind, StoryId, digest

__all__ = ["Book", "ClosedStory", "OpenStory", "Text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedStory:
    """What is kept of a story all of whose texts have left the window."""

    id: StoryId
    title: str
    articles: int
    texts: int
    first: int | None
    """Ordinal of its first day of publication; None where no day is known."""

    last: int | None


@dataclass(slots=True, kw_only=True)
class Text:
    """A wire text in the window, with all articles that carry it."""

    articles: list[ArticleId]
    story: StoryId
    day: int | None = None
    """Ordinal of its day of publication."""

    latest: int | None = None
    """That, or the day of the stream's calendar on which it came, whichever is later."""

    key: str | None = None
    """Another name of the wire text, given by the caller."""

    told: bool = False
    """Whether a repair has told in which story it is: from then on it leaves that only on clear
    evidence."""


@dataclass(slots=True, kw_only=True)
class OpenStory:
    """A story of which a text is in the window. Its counts include those that have left."""

    opened: int
    """Number of the change that opened it."""

    title: str
    articles: int = 0
    texts: int = 0
    slots: set[int] = field(default_factory=set)
    first: int | None = None
    last: int | None = None

    def saw(self, *days: int | None) -> None:
        """Reach to these days of publication too."""
        known = [day for day in (self.first, self.last, *days) if day is not None]
        if known:
            self.first, self.last = min(known), max(known)


class Book:
    """Stories and the texts of the window in them; every change gets its number."""

    def __init__(self) -> None:
        """Nothing has been written."""
        self.stories: dict[StoryId, OpenStory] = {}
        self.closed: dict[StoryId, ClosedStory] = {}
        self.redirects: dict[StoryId, StoryId] = {}
        self.texts: dict[int, Text] = {}
        """By slot, in order of arrival."""

        self.changes = 0

    def resolve(self, story: StoryId) -> StoryId:
        """The story that an id stands for now: itself, or the one it went into."""
        while story in self.redirects:
            story = self.redirects[story]
        return story

    def open(self, title: str, *origin: object) -> StoryId:
        """Begin a story; its id is a digest of where it comes from and was never used before."""
        story = StoryId(digest("t", *origin))
        if story in self.stories or story in self.closed or story in self.redirects:
            story = StoryId(digest("t", *origin, self.changes))
        self.stories[story] = OpenStory(opened=self.changes, title=title)
        return story

    def change(
        self,
        kind: StoryChangeKind,
        story: StoryId,
        articles: Iterable[ArticleId],
        *,
        other: StoryId | None = None,
        reasons: tuple[Reason, ...] = (),
    ) -> StoryChange:
        """The next entry of the log."""
        self.changes += 1
        return StoryChange(
            number=self.changes - 1, kind=kind, story=story, other=other,
            articles=tuple(sorted(articles)), reasons=reasons,
        )  # fmt: skip

    def take(self, slot: int, text: Text) -> None:
        """Put a new text into its story."""
        self.texts[slot] = text
        one = self.stories[text.story]
        one.slots.add(slot)
        one.texts += 1
        one.articles += len(text.articles)
        one.saw(text.day)

    def copied(self, story: StoryId, article: ArticleId, slot: int | None) -> None:
        """Count a copy of a text of a story, put beside it where that is still in the window."""
        if slot is not None:
            self.texts[slot].articles.append(article)
        if story in self.stories:
            self.stories[story].articles += 1
        elif story in self.closed:
            was = self.closed[story]
            self.closed[story] = ClosedStory(
                id=story, title=was.title, articles=was.articles + 1, texts=was.texts,
                first=was.first, last=was.last,
            )  # fmt: skip

    def articles(self, slots: Iterable[int]) -> list[ArticleId]:
        """All articles of the texts in some slots."""
        return [article for slot in slots for article in self.texts[slot].articles]

    def held(self, slots: Iterable[int]) -> Mapping[StoryId, set[int]]:
        """The stories that some slots are in, each with those of them that it has."""
        found: dict[StoryId, set[int]] = {}
        for slot in slots:
            found.setdefault(self.texts[slot].story, set()).add(slot)
        return found

    def merge(self, old: StoryId, kept: StoryId) -> None:
        """Let one story go into another, with what has left the window."""
        gone, one = self.stories.pop(old), self.stories[kept]
        for slot in gone.slots:
            self.texts[slot].story = kept
        one.slots |= gone.slots
        one.articles += gone.articles
        one.texts += gone.texts
        one.saw(gone.first, gone.last)
        self.redirects[old] = kept

    def move(self, slots: Iterable[int], story: StoryId) -> None:
        """Put texts from other stories into this one."""
        one = self.stories[story]
        for slot in slots:
            text = self.texts[slot]
            source = self.stories[text.story]
            source.slots.discard(slot)
            source.articles -= len(text.articles)
            source.texts -= 1
            text.story = story
            one.slots.add(slot)
            one.articles += len(text.articles)
            one.texts += 1
            one.saw(text.day)

    def let_go(self, slot: int) -> Text:
        """Take a text out of the window; a story without another there is closed."""
        text = self.texts.pop(slot)
        one = self.stories[text.story]
        one.slots.discard(slot)
        if not one.slots:
            del self.stories[text.story]
            self.closed[text.story] = ClosedStory(
                id=text.story, title=one.title, articles=one.articles, texts=one.texts,
                first=one.first, last=one.last,
            )  # fmt: skip
        return text
