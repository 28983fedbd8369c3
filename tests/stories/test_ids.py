from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import StoryId
from firsthand.stories.ids import Kept, Naming, named


def naming(sets: list[set[str]], known: dict[str, set[str]]) -> Naming:
    before = {text: StoryId(story) for story, texts in known.items() for text in texts}
    kept = {
        StoryId(story): Kept(size=len(texts), opened=at)
        for at, (story, texts) in enumerate(known.items())
    }
    return named([dict.fromkeys(sorted(one), 1) for one in sets], before, kept)


def test_a_story_that_grows_keeps_its_id() -> None:
    found = naming([{"a", "b", "new"}, {"other"}], {"t1": {"a", "b"}})

    assert found.ids == ("t1", None)
    assert found.origins == (None, None)
    assert found.merged == {}


def test_of_merged_stories_the_larger_keeps_its_id_and_of_equal_ones_the_elder() -> None:
    assert naming([{"a", "b", "c"}], {"t1": {"a"}, "t2": {"b", "c"}}).merged == {"t1": "t2"}
    assert naming([{"a", "b"}], {"t2": {"a"}, "t1": {"b"}}).merged == {"t1": "t2"}


def test_the_smaller_part_of_a_split_story_gets_a_new_id() -> None:
    found = naming([{"c"}, {"a", "b"}], {"t1": {"a", "b", "c"}})

    assert found.ids == (None, "t1")
    assert found.origins == ("t1", None)


def test_a_text_that_changes_sides_takes_no_id_along() -> None:
    found = naming([{"a", "b"}, {"c", "d", "e"}], {"t1": {"a", "b", "c"}, "t2": {"d", "e"}})

    assert found.ids == ("t1", "t2")
    assert found.merged == {}


def partitions(texts: int) -> st.SearchStrategy[list[set[str]]]:
    def split(labels: list[int]) -> list[set[str]]:
        return [
            {str(at) for at, label in enumerate(labels) if label == one}
            for one in sorted(set(labels))
        ]

    return st.lists(st.integers(0, 5), min_size=texts, max_size=texts).map(split)


@given(now=partitions(9), then=partitions(9))
def test_each_known_id_goes_on_once_or_answers_with_one_that_does(
    now: list[set[str]], then: list[set[str]]
) -> None:
    known = {f"t{at}": one for at, one in enumerate(then)}
    found = naming(now, known)
    given_out = [one for one in found.ids if one is not None]

    assert len(given_out) == len(set(given_out))
    assert sorted({*given_out, *found.merged}) == sorted(known)
    assert set(found.merged.values()) <= set(given_out)
    assert all(
        (one is None) != (origin is None)
        for one, origin in zip(found.ids, found.origins, strict=True)
    )
