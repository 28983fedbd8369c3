from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from firsthand.domain import ArticleId, Story, StoryId
from firsthand.stories import Card, sequels

WIDTH = 384
DAY = 740_000


def made(name: str, day: int | None, names: Iterable[str], *, towards: int = 0) -> Card:
    vector = np.zeros(WIDTH, dtype=np.float16)
    vector[towards] = 1
    return Card(
        article=ArticleId(name),
        headline=name,
        day=None if day is None else DAY + day,
        short=False,
        terms=(),
        names=tuple((one, 0.5) for one in sorted(names)),
        headline_terms=(),
        lead=vector.tobytes(),
        title=vector.tobytes(),
    )


OWN = ("zubkowicz", "harvelund", "ostrovane", "brinkmeer")
ARREST = [made("arrest 1", 0, OWN), made("arrest 2", 1, (*OWN, "fennigan"))]
TRIAL = [made("trial 1", 40, OWN[:3]), made("trial 2", 41, (*OWN[:3], "quillander"))]


def story(name: str, cards: Iterable[Card]) -> Story:
    return Story(id=StoryId(name), title=name, articles=tuple(sorted(one.article for one in cards)))


def followed(*stories: tuple[str, list[Card]]) -> list[tuple[str, str]]:
    found = sequels(
        [story(name, cards) for name, cards in stories], [one for _, cs in stories for one in cs]
    )
    return [(one.earlier, one.later) for one in found]


def test_a_trial_follows_the_arrest_it_shares_its_names_with() -> None:
    assert followed(("t2", TRIAL), ("t1", ARREST)) == [("t1", "t2")]
    (found,) = sequels([story("t1", ARREST), story("t2", TRIAL)], [*ARREST, *TRIAL])
    assert 0 < found.score <= 1
    assert "harvelund" in found.reasons[0].feature


def test_two_names_are_not_enough_for_people_have_more_than_one_affair() -> None:
    other = [made("gala", 40, OWN[:2])]

    assert followed(("t1", ARREST), ("t2", other)) == []


def test_names_that_all_news_writes_tell_nothing() -> None:
    common = ("washington", "reuters", "congress", "republicans", "u.s")

    assert followed(("t1", [made("a", 0, common)]), ("t2", [made("b", 9, common)])) == []


def test_what_is_not_later_or_tells_of_other_things_does_not_follow() -> None:
    assert followed(("t1", ARREST), ("t2", [made("b", 1, OWN)])) == []
    assert followed(("t1", ARREST), ("t2", [made("b", 40, OWN, towards=1)])) == []
    assert followed(("t1", ARREST), ("t2", [made("b", None, OWN)])) == []
    assert followed(("t1", ARREST), ("t2", [made("b", 900, OWN)])) == []


def test_a_story_follows_only_the_last_one_before_it() -> None:
    earlier = [made("inquest", -30, OWN[:3])]

    assert followed(("t0", earlier), ("t1", ARREST), ("t2", TRIAL)) == [("t0", "t1"), ("t1", "t2")]
