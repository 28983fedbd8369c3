from __future__ import annotations

from firsthand.domain import ArticleId, Story, StoryId
from firsthand.extract.plain import plain_article
from firsthand.stories import stories, story_changes


def story(name: str, *articles: str) -> Story:
    held = tuple(sorted(ArticleId(one) for one in articles))
    return Story(id=StoryId(name), title=name, articles=held)


def told(known: list[Story], now: list[Story]) -> list[tuple[str, str, str | None, str]]:
    return [
        (one.kind.value, one.story, one.other, "".join(one.articles))
        for one in story_changes(known, now)
    ]


def test_stories_that_stayed_as_they_were_changed_nothing() -> None:
    known = [story("t1", "a", "b"), story("t2", "c")]

    assert story_changes(known, known[::-1]) == ()


def test_each_way_for_a_story_to_change_has_its_entry() -> None:
    known = [story("t1", "a", "b"), story("t2", "c"), story("t3", "d", "e", "f", "g")]
    now = [story("t1", "a", "b", "c", "new"), story("t3", "d", "e"), story("t4", "f", "g")]

    assert told(known, [*now, story("t5", "z")]) == [
        ("merged", "t1", "t2", "c"),
        ("split", "t4", "t3", "fg"),
        ("joined", "t1", None, "new"),
        ("opened", "t5", None, "z"),
    ]
    assert [one.number for one in story_changes(known, now, first=7)] == [7, 8, 9]


def test_an_article_that_changes_sides_is_told_with_where_it_was() -> None:
    known = [story("t1", "a", "b", "c"), story("t2", "d")]
    now = [story("t1", "a", "b"), story("t2", "c", "d")]

    assert told(known, now) == [("joined", "t2", "t1", "c")]


def test_a_known_story_keeps_its_id_when_an_earlier_article_is_found() -> None:
    bodies = [
        (
            "A cable car stopped above Kranjska Gora on Sunday with nineteen people in its cabins after "
            "a bearing seized, the operator Alpine Ropes said. Rescuers let them down one by one."
        ),
        (
            "Nineteen people were lowered from the cabins of a cable car above Kranjska Gora after a "
            "bearing seized on Sunday. The operator, Alpine Ropes, said nobody was hurt."
        ),
    ]
    later, earlier = (
        plain_article(body, item=f"n{at}", published=f"2033-02-0{8 - at}")
        for at, body in enumerate(bodies)
    )
    (before,) = stories([later], ())
    (after,) = stories([later, earlier], (), known=[before])
    (anew,) = stories([later, earlier], ())

    assert after.id == before.id != anew.id
    assert set(after.articles) == {later.id, earlier.id}


def test_an_id_that_was_merged_away_is_not_given_again() -> None:
    body = (
        "A cable car stopped above Kranjska Gora on Sunday with nineteen people in its cabins after "
        "a bearing seized, the operator Alpine Ropes said. Rescuers let them down one by one."
    )
    one = plain_article(body, item="n", published="2033-02-07")
    (first,) = stories([one], ())
    (second,) = stories([one], (), used=[first.id])

    assert first.id != second.id
    assert stories([one], (), used=[first.id, second.id])[0].id not in {first.id, second.id}
