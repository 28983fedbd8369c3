"""Open a store: the read side and the write side over one database."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, delete, event, insert, select, update
from sqlalchemy.exc import DatabaseError, IntegrityError

from firsthand.domain import (
    Capture,
    KeptStories,
    StoryChange,
    StoryChangeKind,
    StoryId,
    StoryMember,
)
from firsthand.errors import StoreError
from firsthand.store.migrating import migrate
from firsthand.store.records import capture_of, columns_of
from firsthand.store.stories import (
    LoggedChange,
    kept_stories,
    logged,
    write_stories,
)
from firsthand.store.tables import briefs, captures

__all__ = ["KeptBrief", "Reader", "Writer", "open_store"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBrief:
    """One story's brief as stored."""

    story: str
    title: str
    articles: int
    first: str | None
    last: str | None
    as_of: str
    json: str = ""
    """`firsthand.brief/1`; empty in listings."""


class Reader:
    """The read side: finds, never writes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def captures(self) -> Iterable[Capture]:
        """Every capture, by item name.

        Raises:
            InputError: one was kept by an earlier version that read what this one cannot.
        """
        with self._engine.connect() as connection:
            for row in connection.execute(select(captures).order_by(captures.c.item)):
                yield capture_of(row)

    def stories(self) -> tuple[KeptBrief, ...]:
        """All stories without their briefs, latest first."""
        columns = [column for column in briefs.c if column.name != "data"]
        with self._engine.connect() as connection:
            rows = connection.execute(
                select(*columns).order_by(briefs.c.last.desc(), briefs.c.story)
            )
            return tuple(KeptBrief(**_kept(row)) for row in rows)

    def brief(self, story: str) -> KeptBrief | None:
        """One story's brief; None when the store holds no such story."""
        with self._engine.connect() as connection:
            row = connection.execute(select(briefs).where(briefs.c.story == story)).one_or_none()
        if row is None:
            return None
        return KeptBrief(**_kept(row), json=zlib.decompress(row.data).decode())

    def kept_stories(self) -> KeptStories:
        """Which article is in which story, and every id ever given."""
        with self._engine.connect() as connection:
            return kept_stories(connection)

    def log(self, story: StoryId | None = None) -> tuple[LoggedChange, ...]:
        """What became of stories, or of one, oldest first."""
        with self._engine.connect() as connection:
            return logged(connection, story)

    def went_into(self, story: StoryId) -> tuple[LoggedChange, ...]:
        """The merges that lead from an id of old to a story of today; empty where it was in none."""
        found: list[LoggedChange] = []
        at = story
        while True:
            after = found[-1].change.number if found else -1
            merge = next(
                (
                    one
                    for one in self.log(at)
                    if one.change.kind is StoryChangeKind.MERGED
                    and one.change.other == at
                    and one.change.number > after
                ),
                None,
            )
            if merge is None:
                return tuple(found)
            found.append(merge)
            at = merge.change.story

    def damaged(self) -> tuple[str, ...]:
        """Digests of captures whose bytes no longer hash to them; empty when all is well."""
        found = []
        with self._engine.connect() as connection:
            for row in connection.execute(select(captures).order_by(captures.c.sha256)):
                try:
                    whole = sha256(zlib.decompress(row.raw)).hexdigest() == row.sha256
                except zlib.error:
                    whole = False
                if not whole:
                    found.append(row.sha256)
        return tuple(found)


_TOLD_OF_IT = ("url", "record", "text")
"""Columns that a sidecar or a better reader may change while the bytes stay the same."""


class Writer:
    """The write side."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, found: Iterable[Capture], *, at: str) -> tuple[int, int]:
        """Keep captures that are not kept yet; what is known of a kept one is brought up to date.

        Returns:
            How many were new, and how many were known already by their bytes.
        """
        new = known = 0
        with self._engine.begin() as connection:
            held = set(connection.execute(select(captures.c.sha256)).scalars())
            for capture in found:
                columns = columns_of(capture)
                if capture.sha256 in held:
                    known += 1
                    told = {name: columns[name] for name in _TOLD_OF_IT}
                    same_bytes = captures.c.sha256 == capture.sha256
                    connection.execute(update(captures).where(same_bytes).values(**told))
                    continue
                held.add(capture.sha256)
                new += 1
                connection.execute(insert(captures).values(**columns, added_at=at))
        return new, known

    def replace_briefs(
        self,
        made: Sequence[KeptBrief],
        *,
        members: Iterable[StoryMember] = (),
        changes: Sequence[StoryChange] = (),
        at: str = "",
    ) -> None:
        """Put `made` in the place of all briefs, in one transaction.

        Args:
            made: The briefs.
            members: The articles of their stories.
            changes: What became of stories since, for the log.
            at: ISO 8601 moment of the run.

        Raises:
            StoreError: another run has changed the stories meanwhile.
        """
        try:
            with self._engine.begin() as connection:
                write_stories(connection, members, changes, at=at)
                connection.execute(delete(briefs))
                for brief in made:
                    connection.execute(
                        insert(briefs).values(
                            story=brief.story,
                            title=brief.title,
                            articles=brief.articles,
                            first=brief.first,
                            last=brief.last,
                            as_of=brief.as_of,
                            data=zlib.compress(brief.json.encode()),
                        )
                    )
        except IntegrityError as error:
            raise StoreError(
                str(self._engine.url.database),
                "was changed by another run meanwhile",
                "run the same command again: what was added is kept",
            ) from error


def open_store(store: str, *, existing: bool = False) -> tuple[Reader, Writer]:
    """Open a store, making it or bringing its schema up to date where needed.

    Args:
        store: Path of an SQLite file.
        existing: Refuse to make a new one: for commands that only read.

    Raises:
        StoreError: the file cannot be opened, is no store, or is newer than this program.
    """
    path = Path(store)
    if "://" in store:
        raise StoreError(
            store.rsplit("@", maxsplit=1)[-1], "is no path", "name a file; it is made when missing"
        )
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise StoreError(store, "cannot be opened", "name a file in a folder that exists")
    if existing and not path.is_file():
        raise StoreError(store, "is not there", "make it with `firsthand add PATH --db STORE`")
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _prepare)
    try:
        migrate(engine)
    except DatabaseError as error:
        raise StoreError(store, f"cannot be opened: {error.orig}", "name another file") from error
    return Reader(engine), Writer(engine)


def _prepare(connection: Any, _record: Any) -> None:
    """Let readers read while a writer writes, and a writer wait for another."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA busy_timeout=10000")


def _kept(row: Any) -> dict[str, Any]:
    """The listing fields of a brief's row."""
    names = ("story", "title", "articles", "first", "last", "as_of")
    return {name: getattr(row, name) for name in names}
