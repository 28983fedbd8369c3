"""The stream: repeatable, in order, of the mixture that is promised."""

from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from tests.coverage import Sent, bulk


@pytest.fixture(scope="module")
def sent() -> list[Sent]:
    return list(bulk(5, 1500, per_day=500))


def test_equal_seeds_give_equal_streams_and_a_short_one_begins_a_long_one(sent: list[Sent]) -> None:
    assert list(bulk(5, 60, per_day=500)) == sent[:60]
    assert [one.article.id for one in bulk(6, 60, per_day=500)] != [
        one.article.id for one in sent[:60]
    ]


def test_the_stream_ascends_in_time_and_repeats_no_key(sent: list[Sent]) -> None:
    assert all(one.minute <= other.minute for one, other in pairwise(sent))
    assert len({one.article.item for one in sent}) == len(sent)


def test_half_of_the_articles_are_copies_and_few_borrow_blocks(sent: list[Sent]) -> None:
    kinds = Counter(one.kind for one in sent)
    copies = sum(count for kind, count in kinds.items() if kind.is_whole)

    assert 0.4 <= copies / len(sent) <= 0.6
    assert len(kinds) == 8


def test_articles_are_as_long_as_news(sent: list[Sent]) -> None:
    words = sorted(len(one.article.text.split()) for one in sent)

    assert 150 <= words[len(words) // 2] <= 260
    assert words[len(words) // 20] >= 60
    assert words[-1] <= 700


def test_a_group_lies_within_one_story_and_stories_have_at_most_forty_articles(
    sent: list[Sent],
) -> None:
    homes: dict[str, set[str]] = defaultdict(set)
    for one in sent:
        homes[one.group].add(one.story)

    assert all(len(stories) == 1 for stories in homes.values())
    assert max(Counter(one.story for one in sent).values()) <= 40


def test_a_text_is_copied_only_after_it_was_published(sent: list[Sent]) -> None:
    at = {one.article.item: one.minute for one in sent}

    assert all(at[one.source] < one.minute for one in sent if one.source in at)
