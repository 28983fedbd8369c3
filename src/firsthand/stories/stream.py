"""Stories online: texts are put into stories as they arrive, and the active window is kept in repair."""

from __future__ import annotations

from collections import OrderedDict

from firsthand.domain import (
    Article,
    ArticleId,
    CopyGroup,
    Reason,
    Story,
    StoryChange,
    StoryChangeKind,
    StoryId,
)
from firsthand.stories import explaining
from firsthand.stories.book import Book, Text
from firsthand.stories.calendar import Calendar
from firsthand.stories.cards import Card, card
from firsthand.stories.judging import BATCH, Judging
from firsthand.stories.reach import Reach
from firsthand.stories.repairing import rewritten, with_lone
from firsthand.stories.streamstate import StreamState, packed, unpacked
from firsthand.stories.window import Window

__all__ = ["StoryStream"]

_LIKELY = 6
"""Stories that a text which comes is compared with as wholes: those with the strongest link."""

_LOOKED_AT = 32
"""Latest texts of such a story that are compared; the repair compares all."""


class StoryStream:
    """Puts texts into stories one by one; what it changes it returns, and nothing changes silently.

    A text goes at once to the story whose texts it is most likely one event with, on average, or
    opens one. Every `Reach.every` arrivals, and whenever `repair` is called, the events of the
    active window are found again by average linkage, as `stories` does it for a batch. What came
    since the last repair is then put where it belongs whatever its order of arrival; what an
    earlier repair has told stays together, and apart, unless the evidence is clear (`steadying`).
    So order leaves no trace in who is with whom up to the first repair, nor between any two.

    Ids never change their meaning. Of merged stories the largest keeps its id, and the others
    answer with that one (`resolve`); of a split one the larger part keeps it. Stories all of whose
    texts have left the window are closed: of those a summary is kept, and no text.
    """

    def __init__(self, reach: Reach | None = None, *, judging: Judging = BATCH) -> None:
        """An empty stream."""
        self.reach = reach or Reach()
        self.book = Book()
        """The stories, their counts, and the redirects of merged ids."""

        self._window = Window(judging)
        self._calendar = Calendar()
        self._slot_of: dict[ArticleId, int] = {}
        self._slot_of_key: dict[str, int] = {}
        self._gone: OrderedDict[str, StoryId] = OrderedDict()
        self._sets: dict[int, frozenset[int]] = {}
        self._dirty: set[int] = set()
        self._since = 0
        self._swept: int | None = None
        """Day of the calendar on which those were let go that had come too long ago."""

    def add(
        self, text: Article | Card, group: CopyGroup | str | None = None
    ) -> tuple[StoryChange, ...]:
        """Put one text into a story.

        Args:
            text: An article, or its card where that is at hand.
            group: Its copy group, or another name of its wire text that all copies have in common:
                a copy joins the story of that text and has no voice of its own.

        Returns:
            What changed, in order; nothing for an article that is in the window already.
        """
        article = text.id if isinstance(text, Article) else text.article
        if article in self._slot_of:
            return ()
        change = self._copy(article, group)
        if change is None:
            given = card(text) if isinstance(text, Article) else text
            self._calendar.tick(given.day)
            change = self._text(given, group)
        changes = [change]
        self._since += 1
        if self._since >= self.reach.every:
            changes += self.repair()
        return tuple(changes)

    def repair(self) -> tuple[StoryChange, ...]:
        """Find the events of the window again wherever something arrived; what changed, in order."""
        self._since = 0
        if not self._dirty:
            return ()
        while self._dirty:
            part = self._window.part(min(self._dirty))
            for slot in part:
                # What was found together with a text of the part is found again, too.
                self._dirty |= self._sets.pop(slot, frozenset()) - {slot}
            self._dirty -= set(part)
            for found in self._window.events(part):
                self._sets.update((slot, frozenset(found)) for slot in found)
        sets = with_lone(self._window, list(dict.fromkeys(self._sets.values())))
        return tuple(rewritten(self.book, self._window, sets))

    def story_of(self, article: ArticleId) -> StoryId | None:
        """The story of an article whose text is in the window; None for any other."""
        slot = self._slot_of.get(article)
        return None if slot is None else self.book.texts[slot].story

    def resolve(self, story: StoryId) -> StoryId:
        """The story that an id stands for now: itself, or the one it went into."""
        return self.book.resolve(story)

    def stories(self) -> tuple[Story, ...]:
        """The open stories with their articles in the window; sorted by id of the first."""
        found = [
            Story(id=story, title=one.title, articles=tuple(sorted(self.book.articles(one.slots))))
            for story, one in self.book.stories.items()
        ]
        return tuple(sorted(found, key=lambda story: story.articles))

    def _text(self, given: Card, group: CopyGroup | str | None) -> StoryChange:
        """Put a text of its own into the window and into a story."""
        self._make_room()
        slot = self._window.put(given)
        self._dirty.add(slot)
        story = self._best(slot)
        kind = StoryChangeKind.OPENED if story is None else StoryChangeKind.JOINED
        reasons: tuple[Reason, ...] = ()
        if story is None:
            story = self.book.open(given.headline, given.article)
        else:
            others = sorted(self.book.stories[story].slots)
            reasons = explaining.joined(self._window, slot, others)
        text = Text(
            articles=[given.article], story=story, day=given.day,
            latest=max((day for day in (given.day, self._calendar.today) if day), default=None),
            key=group if isinstance(group, str) else None,
        )  # fmt: skip
        self.book.take(slot, text)
        self._sets[slot] = frozenset((slot,))
        self._slot_of[given.article] = slot
        if text.key is not None:
            self._slot_of_key[text.key] = slot
        return self.book.change(kind, story, [given.article], reasons=reasons)

    def _best(self, slot: int) -> StoryId | None:
        """The open story that a text fits best, where it is likelier than not of that event."""
        strongest: dict[StoryId, float] = {}
        for other, odds in self._window.linked(slot).items():
            story = self.book.texts[other].story
            strongest[story] = max(odds, strongest.get(story, odds))
        threshold = self._window.judging.threshold
        likely = sorted((-odds, story) for story, odds in strongest.items() if odds >= threshold)
        if not likely:
            return None
        names = [story for _, story in likely[:_LIKELY]]
        sides = [sorted(self.book.stories[story].slots)[-_LOOKED_AT:] for story in names]
        fits = self._window.fit([slot], sides)
        best, story = min(zip((-fits).tolist(), names, strict=True))
        return story if best <= 0 else None

    def _copy(self, article: ArticleId, group: CopyGroup | str | None) -> StoryChange | None:
        """Put a copy beside the text that it copies; None where no such text is known."""
        keys = [group] if isinstance(group, str) else sorted(group.articles) if group else []
        slots = (self._slot_of_key.get(key, self._slot_of.get(ArticleId(key))) for key in keys)
        slot = next((slot for slot in slots if slot is not None), None)
        if slot is not None:
            story = self.book.texts[slot].story
            self._slot_of[article] = slot
        else:
            gone = next((self._gone[key] for key in keys if key in self._gone), None)
            if gone is None:
                return None
            story = self.book.resolve(gone)
        self.book.copied(story, article, slot)
        return self.book.change(
            StoryChangeKind.JOINED, story, [article], reasons=explaining.copied()
        )

    def _make_room(self) -> None:
        """Let those go that came too long ago, and the first where there are too many."""
        today = self._calendar.today
        if today is not None and today != self._swept:
            self._swept = today
            old = [
                slot
                for slot, text in self.book.texts.items()
                if text.latest is not None and today - text.latest > self.reach.days
            ]
            for slot in old:
                self._let_go(slot)
        while len(self.book.texts) >= self.reach.units:
            self._let_go(next(iter(self.book.texts)))

    def _let_go(self, slot: int) -> None:
        """Take a text out of the window: who is with it is settled for good."""
        text = self.book.let_go(slot)
        self._window.drop(slot)
        self._dirty.discard(slot)
        rest = self._sets.pop(slot) - {slot}
        self._sets.update((other, rest) for other in rest)
        for article in text.articles:
            del self._slot_of[article]
        if text.key is not None:
            del self._slot_of_key[text.key]
        self._gone[text.key or text.articles[0]] = text.story
        while len(self._gone) > self.reach.copies:
            self._gone.popitem(last=False)

    def state(self) -> bytes:
        """All that the stream knows, for `restored`: an npz with a JSON document, no pickle."""
        told = StreamState(
            reach=self.reach,
            stories=self.book.stories,
            closed=self.book.closed,
            redirects=self.book.redirects,
            texts=self.book.texts,
            cards=self._window.cards,
            sets=tuple(dict.fromkeys(self._sets.values())),
            dirty=tuple(sorted(self._dirty)),
            gone=tuple(self._gone.items()),
            changes=self.book.changes,
            since=self._since,
            recent=tuple(self._calendar.recent),
            today=self._calendar.today,
            swept=self._swept,
        )
        return packed(told, self._window.known())

    @classmethod
    def restored(cls, state: bytes, *, judging: Judging = BATCH) -> StoryStream:
        """A stream that goes on as the one that gave `state` would have.

        Raises:
            InputError: The bytes are no state of a stream, or of another version.
        """
        told, pairs = unpacked(state)
        stream = cls(told.reach, judging=judging)
        book = stream.book
        book.stories, book.closed, book.redirects = told.stories, told.closed, told.redirects
        book.texts, book.changes = told.texts, told.changes
        stream._window.restore(told.cards, pairs)
        stream._calendar = Calendar(told.recent, told.today)
        stream._slot_of = {a: slot for slot, text in told.texts.items() for a in text.articles}
        stream._slot_of_key = {
            text.key: slot for slot, text in told.texts.items() if text.key is not None
        }
        stream._gone = OrderedDict(told.gone)
        stream._sets = {slot: one for one in told.sets for slot in one}
        stream._dirty = set(told.dirty)
        stream._since, stream._swept = told.since, told.swept
        return stream
