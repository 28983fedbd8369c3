"""Which article is in which kept story, and the log of what became of stories."""

from __future__ import annotations

import json
import sqlite3
import zlib
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from firsthand.domain import (
    ArticleId,
    Passage,
    Reason,
    Span,
    StoryChange,
    StoryChangeKind,
    StoryId,
    StoryMember,
)
from firsthand.errors import StoreError
from firsthand.store import KeptBrief, open_store
from firsthand.store.tables import metadata

REASON = Reason(
    feature="both name Hafnir", score=0.5, evidence=(Passage(ArticleId("a1"), Span(0, 6)),)
)


def change(
    number: int, kind: StoryChangeKind, story: str, other: str | None = None, *articles: str
) -> StoryChange:
    return StoryChange(
        number=number, kind=kind, story=StoryId(story),
        other=None if other is None else StoryId(other),
        articles=tuple(map(ArticleId, articles)), reasons=(REASON,),
    )  # fmt: skip


def member(article: str, story: str) -> StoryMember:
    return StoryMember(article=ArticleId(article), story=StoryId(story), sha256="0" * 64)


OPENED, MERGED = StoryChangeKind.OPENED, StoryChangeKind.MERGED


def test_an_empty_store_knows_no_story(tmp_path: Path) -> None:
    reader, _ = open_store(str(tmp_path / "desk.db"))
    kept = reader.kept_stories()

    assert (kept.members, dict(kept.opened), kept.following) == ((), {}, 0)
    assert reader.log() == ()


def test_members_are_replaced_and_the_log_is_added_to(tmp_path: Path) -> None:
    reader, writer = open_store(str(tmp_path / "desk.db"))
    first = change(0, OPENED, "t1", None, "a1")
    second = change(1, StoryChangeKind.JOINED, "t1", None, "a2")
    writer.replace_briefs([], members=[member("a1", "t1")], changes=[first], at="2031-05-04")
    writer.replace_briefs(
        [], members=[member("a2", "t1"), member("a3", "t1")], changes=[second], at="2031-05-05"
    )

    assert [(one.at, one.change) for one in reader.log()] == [
        ("2031-05-04", first),
        ("2031-05-05", second),
    ]
    kept = reader.kept_stories()
    assert [one.article for one in kept.members] == ["a2", "a3"]
    assert (dict(kept.opened), kept.following) == ({"t1": 0}, 2)


def test_merges_lead_from_an_id_of_old_to_the_story_of_today(tmp_path: Path) -> None:
    reader, writer = open_store(str(tmp_path / "desk.db"))
    changes = [
        change(0, OPENED, "t1"), change(1, OPENED, "t2"), change(2, OPENED, "t3"),
        change(3, MERGED, "t2", "t1"), change(4, MERGED, "t3", "t2"),
    ]  # fmt: skip
    writer.replace_briefs([], changes=changes, at="2031-05-04")

    assert [one.change.story for one in reader.went_into(StoryId("t1"))] == ["t2", "t3"]
    assert reader.went_into(StoryId("t3")) == ()
    assert reader.went_into(StoryId("t9")) == ()
    assert [one.change.number for one in reader.log(StoryId("t2"))] == [1, 3, 4]


@pytest.mark.parametrize("attempt", ["UPDATE story_log SET story = 't9'", "DELETE FROM story_log"])
def test_the_log_refuses_to_be_rewritten(tmp_path: Path, attempt: str) -> None:
    path = tmp_path / "desk.db"
    _, writer = open_store(str(path))
    writer.replace_briefs([], changes=[change(0, OPENED, "t1")], at="2031-05-04")

    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(attempt)


def test_a_run_that_was_overtaken_is_told_and_changes_nothing(tmp_path: Path) -> None:
    reader, writer = open_store(str(tmp_path / "desk.db"))
    brief = KeptBrief(story="t1", title="", articles=1, first=None, last=None, as_of="x", json="{}")
    writer.replace_briefs([brief], changes=[change(0, OPENED, "t1")], at="2031-05-04")

    with pytest.raises(StoreError, match="changed by another run"):
        writer.replace_briefs([], changes=[change(0, OPENED, "t2")], at="2031-05-04")
    assert [one.story for one in reader.stories()] == ["t1"]


def test_the_tables_are_those_that_the_migrations_make(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    open_store(str(path))
    found = inspect(create_engine(f"sqlite:///{path}"))

    for table in metadata.sorted_tables:
        columns = {column["name"] for column in found.get_columns(table.name)}
        assert columns == {column.name for column in table.columns}
        assert {one["name"] for one in found.get_indexes(table.name)} == {
            index.name for index in table.indexes
        }


def test_the_stories_of_an_older_store_are_entered_under_their_ids(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    open_store(str(path))
    data = {"articles": [{"id": "a1", "sha256": "1" * 64}, {"id": "a2", "sha256": "2" * 64}]}
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for table in ("story_log", "story_articles"):
            connection.execute(text(f"DROP TABLE {table}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
        connection.execute(
            text("INSERT INTO briefs VALUES ('t1', 'Fire', 2, NULL, NULL, '2031-05-04', :data)"),
            {"data": zlib.compress(json.dumps(data).encode())},
        )
    engine.dispose()
    reader, _ = open_store(str(path))

    assert [(one.article, one.story) for one in reader.kept_stories().members] == [
        ("a1", "t1"),
        ("a2", "t1"),
    ]
    (entry,) = reader.log(StoryId("t1"))
    assert (entry.at, entry.change.kind, entry.change.articles) == (
        "2031-05-04",
        OPENED,
        ("a1", "a2"),
    )
