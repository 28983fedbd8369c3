"""Kept stories: which articles they hold, what became of their ids, and the log of all that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, delete, insert, select

from firsthand.domain import (
    ArticleId,
    KeptStories,
    Reason,
    StoryChange,
    StoryChangeKind,
    StoryId,
    StoryMember,
)
from firsthand.store.tables import story_articles, story_log

__all__ = ["LoggedChange", "kept_stories", "logged", "write_stories"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedChange:
    """An entry of the log of stories."""

    at: str
    """ISO 8601 moment of the run that made it."""

    change: StoryChange


def kept_stories(connection: Connection) -> KeptStories:
    """Read which article is in which story, and every id ever given."""
    members = connection.execute(select(story_articles).order_by(story_articles.c.article))
    opened: dict[StoryId, int] = {}
    following = 0
    for row in connection.execute(
        select(story_log.c.number, story_log.c.story, story_log.c.other).order_by(
            story_log.c.number
        )
    ):
        following = row.number + 1
        for name in (row.story, row.other):
            if name is not None:
                opened.setdefault(StoryId(name), row.number)
    return KeptStories(
        members=tuple(
            StoryMember(article=ArticleId(row.article), story=StoryId(row.story), sha256=row.sha256)
            for row in members
        ),
        opened=opened,
        following=following,
    )


def logged(connection: Connection, story: StoryId | None = None) -> tuple[LoggedChange, ...]:
    """The log, or those of its entries that name `story`, in order."""
    query = select(story_log).order_by(story_log.c.number)
    if story is not None:
        query = query.where((story_log.c.story == story) | (story_log.c.other == story))
    return tuple(
        LoggedChange(
            at=row.at,
            change=StoryChange(
                number=row.number,
                kind=StoryChangeKind(row.kind),
                story=StoryId(row.story),
                other=None if row.other is None else StoryId(row.other),
                articles=msgspec.json.decode(row.articles, type=tuple[ArticleId, ...]),
                reasons=msgspec.json.decode(row.reasons, type=tuple[Reason, ...]),
            ),
        )
        for row in connection.execute(query)
    )


def write_stories(
    connection: Connection,
    members: Iterable[StoryMember],
    changes: Sequence[StoryChange],
    *,
    at: str,
) -> None:
    """Put `members` in the place of all, and add `changes` to the log."""
    connection.execute(delete(story_articles))
    rows = [{"article": one.article, "story": one.story, "sha256": one.sha256} for one in members]
    if rows:
        connection.execute(insert(story_articles), rows)
    for change in changes:
        connection.execute(
            insert(story_log).values(
                number=change.number,
                kind=change.kind.value,
                story=change.story,
                other=change.other,
                articles=msgspec.json.encode(change.articles).decode(),
                reasons=msgspec.json.encode(change.reasons).decode(),
                at=at,
            )
        )
