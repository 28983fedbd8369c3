from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from firsthand.copies import copy_groups, copy_links
from firsthand.copies.scale.index import CopyIndex
from firsthand.copies.scale.reuse import RELATIONS
from firsthand.domain import Article, ArticleId, CopyRelation
from firsthand.errors import StoreError, UsageError
from firsthand.extract.plain import plain_article
from tests.coverage import bulk

COUNT = 250


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [sent.article for sent in bulk(5, COUNT)]


@pytest.fixture(scope="module")
def index(articles: list[Article], tmp_path_factory: pytest.TempPathFactory) -> Iterator[CopyIndex]:
    with CopyIndex(tmp_path_factory.mktemp("index")) as made:
        made.add_all(articles)
        yield made


def pairs(groups: list[tuple[str, ...]]) -> set[tuple[str, str]]:
    return {(one, other) for group in groups for one in group for other in group if one < other}


def members(index: CopyIndex) -> list[tuple[str, ...]]:
    homes, ids = index.groups(), index.ids
    return [
        tuple(ids[place] for place in np.flatnonzero(homes == home).tolist())
        for home in np.unique(homes).tolist()
    ]


def test_groups_are_those_that_a_small_collection_gives(
    articles: list[Article], index: CopyIndex
) -> None:
    small = pairs([group.articles for group in copy_groups(articles, copy_links(articles))])
    large = pairs(members(index))

    assert small
    assert len(small & large) >= 0.97 * len(small | large)


def test_groups_are_those_that_were_generated(index: CopyIndex) -> None:
    truth = {sent.article.id: sent.group for sent in bulk(5, COUNT)}
    found = pairs(members(index))
    right = [pair for pair in found if truth[ArticleId(pair[0])] == truth[ArticleId(pair[1])]]
    same = sum(truth[one] == truth[other] for one in truth for other in truth if one < other)

    assert len(right) >= 0.97 * len(found)
    assert len(right) >= 0.93 * same


def test_the_order_of_arrival_changes_nothing(articles: list[Article], index: CopyIndex) -> None:
    with CopyIndex() as other:
        other.add_all(reversed(articles))

        assert other.ids == index.ids
        assert other.groups().tolist() == index.groups().tolist()
        assert other.links().first.tolist() == index.links().first.tolist()
        assert other.links().relation.tolist() == index.links().relation.tolist()


def test_every_whole_link_lies_in_a_group_and_no_other_does(index: CopyIndex) -> None:
    found = index.links()
    together = found.groups[found.first] == found.groups[found.second]

    assert (together == (found.relation == RELATIONS.index(CopyRelation.WHOLE))).all()
    assert (found.first < found.second).all()


def test_full_links_have_passages_and_the_members_of_groups(
    articles: list[Article], index: CopyIndex
) -> None:
    links = list(index.copy_links())
    texts = {article.id: article.text for article in articles}

    assert links
    assert all(link.passages[-1].b.end <= len(texts[link.copy]) for link in links)
    assert sum(link.relation is CopyRelation.WHOLE for link in links) > 0.15 * COUNT


def named(number: int, text: str) -> Article:
    made = plain_article(text or "x", item=f"paste {number}", title=None)
    return replace(
        made,
        id=ArticleId(f"{number:08d}"),
        text=text,
        zones=made.zones if text else (),
    )


LONG = " ".join(f"word{number % 997} and{number % 13}" for number in range(50_000))


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        ([], 0),
        ([""], 1),
        (["", "", "Alone."], 3),
        (["Alone."] * 5, 5),
        ([LONG, LONG, LONG[::-1]], 2),
        (["A ferry \ud800 ran aground. " * 12, "A ferry \ud800 ran aground. " * 12], 1),
    ],
)
def test_odd_texts_are_taken_as_they_are(texts: list[str], groups: int) -> None:
    with CopyIndex() as index:
        index.add_all(named(number, text) for number, text in enumerate(texts))

        assert len(members(index)) == groups


def test_ten_thousand_equal_texts_are_one_group() -> None:
    first = next(bulk(5, 1)).article
    with CopyIndex() as index:
        index.add_all(replace(first, id=ArticleId(f"{number:05d}")) for number in range(10_000))

        assert not index.groups().any()


def test_a_notice_under_every_text_makes_no_link(articles: list[Article]) -> None:
    notice = "\n\nSign up for our letter and have the best of the day in your inbox every morning."
    with CopyIndex() as index:
        for number, article in enumerate(articles[:60]):
            own = plain_article(f"Text {number}.{notice}", item=article.item, title=None)
            index.add(replace(own, id=article.id))

        assert len(index.links().first) == 0


def test_the_work_folder_goes_whatever_happens(tmp_path: Path) -> None:
    def stream() -> Iterator[Article]:
        yield next(bulk(5, 1)).article
        assert list(tmp_path.iterdir())
        raise RuntimeError

    def broken() -> None:
        with CopyIndex(tmp_path) as index:
            index.add_all(stream())

    with pytest.raises(RuntimeError):
        broken()

    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_told_with_the_folder_and_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with CopyIndex(tmp_path) as index:
        monkeypatch.setattr(Path, "open", full)
        with pytest.raises(StoreError, match="No space left") as told:
            index.add_all(sent.article for sent in bulk(5, 60))
        monkeypatch.undo()

    assert str(tmp_path) in str(told.value)
    assert "free space" in str(told.value)


def test_no_article_is_added_after_the_answers(articles: list[Article]) -> None:
    with CopyIndex() as index:
        index.add(articles[0])
        index.add(articles[0])
        assert len(index) == len(index.groups()) == 1
        with pytest.raises(UsageError):
            index.add(articles[1])
