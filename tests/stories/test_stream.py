from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from firsthand.domain import ArticleId, StoryChange, StoryChangeKind, StoryId
from firsthand.errors import InputError
from firsthand.stories import Card, Reach, StoryStream
from firsthand.stories.judging import Judging
from firsthand.stories.linkage import average_linkage
from firsthand.stories.scoring import Prepared

WIDTH = 384
FIRST_DAY = 740_000


def made(name: str, position: Iterable[float], *, day: int | None = 0, headline: str = "") -> Card:
    """A card that is told from others by its place in a plane alone."""
    vector = np.zeros(WIDTH, dtype=np.float16)
    for at, value in enumerate(position):
        vector[at] = value
    packed = (vector / max(float(np.linalg.norm(vector.astype(np.float32))), 1e-6)).tobytes()
    return Card(
        article=ArticleId(name),
        headline=headline or name,
        day=None if day is None else FIRST_DAY + day,
        short=False,
        terms=(("word", 1.0),),
        names=(),
        headline_terms=(),
        lead=packed,
        title=packed,
    )


def angle(degrees: float) -> tuple[float, float]:
    return float(np.cos(np.radians(degrees))), float(np.sin(np.radians(degrees)))


def by_angle(one: Prepared, others: Sequence[Prepared]) -> npt.NDArray[np.float32]:
    """Log odds of 2 at equal directions, below 0 from 48 degrees on."""
    cosines = np.stack([other.lead for other in others]) @ one.lead
    return np.round(6 * cosines - 4, 4).astype(np.float32)


def closed(
    cards: Sequence[Card],
    first: npt.NDArray[np.int64],
    second: npt.NDArray[np.int64],
    odds: npt.NDArray[np.float32],
) -> npt.NDArray[np.int64]:
    return average_linkage(len(cards), first, second, odds, threshold=0.0, floor=-4.0)


def by_mean(
    ones: Sequence[Card], sets: Sequence[Sequence[Card]], means: Sequence[float]
) -> npt.NDArray[np.float32]:
    inside = {one.article for one in ones}
    assert not inside & {other.article for each in sets for other in each}
    return np.array(means, dtype=np.float32)


JUDGING = Judging(odds=by_angle, close=closed, fit=by_mean, margin=0.0, threshold=0.0, floor=-4.0)


def fed(cards: Iterable[Card], reach: Reach | None = None) -> tuple[StoryStream, list[StoryChange]]:
    stream = StoryStream(reach, judging=JUDGING)
    changes = [change for card in cards for change in stream.add(card)]
    return stream, [*changes, *stream.repair()]


def sets(stream: StoryStream) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stream.stories()}


def replayed(changes: Iterable[StoryChange]) -> dict[StoryId, set[str]]:
    """Who is with whom by the log alone."""
    held: dict[StoryId, set[str]] = {}
    for change in changes:
        if change.kind is StoryChangeKind.MERGED and change.other is not None:
            held[change.story] |= held.pop(change.other)
            continue
        if change.other is not None:
            held[change.other] -= set(change.articles)
        held.setdefault(change.story, set()).update(change.articles)
    return held


CIRCLE = [made(f"a{at:03}", angle(at * 137.5 % 360), day=at % 5) for at in range(60)]


def test_texts_of_one_event_are_one_story_and_others_are_not() -> None:
    stream, changes = fed([made("a", angle(0)), made("b", angle(20)), made("c", angle(90))])

    assert sets(stream) == {frozenset("ab"), frozenset("c")}
    assert [change.kind.value for change in changes] == ["opened", "joined", "opened"]
    assert changes[1].reasons


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_between_two_repairs_leaves_no_trace(seed: int) -> None:
    mixed = random.Random(seed).sample(CIRCLE, len(CIRCLE))

    assert sets(fed(mixed)[0]) == sets(fed(CIRCLE)[0])


def test_the_log_alone_tells_who_is_with_whom_and_numbers_every_change() -> None:
    stream, changes = fed(random.Random(5).sample(CIRCLE, len(CIRCLE)), Reach(every=5))

    assert replayed(changes) == {one.id: set(one.articles) for one in stream.stories()}
    assert [change.number for change in changes] == list(range(len(changes)))
    kinds = {change.kind for change in changes}
    assert {StoryChangeKind.OPENED, StoryChangeKind.JOINED} < kinds
    assert all(change.reasons for change in changes if change.kind is not StoryChangeKind.OPENED)


def test_a_merge_is_explained_and_the_old_id_answers_with_the_kept_one() -> None:
    ends = [made("a", angle(0)), made("b", angle(0)), made("c", angle(52))]
    stream, before = fed(ends)
    first, second = before[0].story, before[2].story
    between = [made(f"d{at}", angle(26)) for at in range(4)]
    changes = [change for card in between for change in stream.add(card)] + [*stream.repair()]
    (merge,) = [change for change in changes if change.kind is StoryChangeKind.MERGED]

    assert {merge.other, merge.story} == {first, second}
    assert stream.resolve(second) == merge.story == stream.resolve(first)
    assert "mean log odds" in merge.reasons[0].feature
    assert stream.story_of(ArticleId("a")) == stream.story_of(ArticleId("c")) == merge.story


def test_a_split_gives_the_smaller_part_an_id_that_was_never_used() -> None:
    # The last is held by the one between; among its own it is nearer to them.
    stream, before = fed(
        [made("a", angle(0)), made("a2", angle(0)), made("m", angle(35)), made("b", angle(58))]
    )
    assert sets(stream) == {frozenset({"a", "a2", "m", "b"})}
    more = [made(f"c{at}", angle(78)) for at in range(6)]
    changes = [change for card in more for change in stream.add(card)] + [*stream.repair()]

    assert frozenset({"a", "a2", "m"}) in sets(stream)
    assert stream.story_of(ArticleId("a")) == before[0].story
    assert stream.story_of(ArticleId("b")) != before[0].story
    moved = [change for change in changes if "b" in change.articles]
    assert [change.other for change in moved] == [before[0].story]


def test_what_a_repair_told_stays_where_nothing_speaks_clearly() -> None:
    cards = [made("a", angle(0)), made("a2", angle(0)), made("m", angle(35)), made("b", angle(58))]
    stream = StoryStream(judging=replace(JUDGING, margin=1.0))
    for card in cards:
        stream.add(card)
    stream.repair()
    (before,) = stream.stories()
    for at in range(6):
        stream.add(made(f"c{at}", angle(78)))
    stream.repair()

    assert frozenset({"a", "a2", "m", "b"}) in sets(stream)
    assert {stream.story_of(card.article) for card in cards} == {before.id}


def test_a_copy_joins_the_story_of_its_text_without_a_voice() -> None:
    stream = StoryStream(judging=JUDGING)
    stream.add(made("a", angle(0)), "wire 1")
    (change,) = stream.add(made("b", angle(180)), "wire 1")

    assert stream.repair() == ()
    assert (change.kind, change.reasons[0].feature) == (
        StoryChangeKind.JOINED,
        "a copy of a text of the story",
    )
    assert sets(stream) == {frozenset("ab")}


def test_an_article_that_is_there_already_changes_nothing() -> None:
    stream, _ = fed(CIRCLE[:9])

    assert [stream.add(card) for card in CIRCLE[:9]] == [()] * 9


def test_what_left_the_window_is_closed_and_a_late_copy_still_finds_it() -> None:
    stream = StoryStream(Reach(days=3), judging=JUDGING)
    (opened,) = stream.add(made("a", angle(0), day=0, headline="The first"), "wire 1")
    for at in range(40):
        stream.add(made(f"b{at:02}", angle(90), day=10))
    (late,) = stream.add(made("z", angle(0), day=10), "wire 1")

    closed = stream.book.closed[opened.story]
    assert (closed.title, closed.articles, closed.texts) == ("The first", 2, 1)
    assert late.story == opened.story
    assert stream.story_of(ArticleId("a")) is None
    assert stream.add(made("y", angle(0), day=10))[0].kind is StoryChangeKind.OPENED


def test_the_window_holds_no_more_than_asked_for() -> None:
    stream, changes = fed(CIRCLE, Reach(units=20, every=6))

    assert sum(len(story.articles) for story in stream.stories()) == 20
    known = sum(one.articles for one in stream.book.closed.values())
    assert known + sum(one.articles for one in stream.book.stories.values()) == len(CIRCLE)
    assert set().union(*replayed(changes).values()) == {one.article for one in CIRCLE}


@pytest.mark.parametrize("stop", [1, 17, 41])
def test_a_stream_that_was_put_away_goes_on_as_if_it_had_not_been(stop: int) -> None:
    reach = Reach(units=30, every=7)
    stream = StoryStream(reach, judging=JUDGING)
    for card in CIRCLE[:stop]:
        stream.add(card, f"wire {card.article[:3]}")
    again = StoryStream.restored(stream.state(), judging=JUDGING)
    for card in CIRCLE[stop:]:
        key = f"wire {card.article[:3]}"
        assert again.add(card, key) == stream.add(card, key)

    assert again.repair() == stream.repair()
    assert again.state() == stream.state()
    assert again.stories() == stream.stories()


def test_bytes_that_are_no_state_are_refused() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        StoryStream.restored(b"not an archive")


def test_a_window_in_which_nothing_can_be_compared_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Reach(units=0)
