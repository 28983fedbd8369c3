"""A store as its user sees it: ids that stay, what is new since a moment, ids of long ago."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from contextlib import closing, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path

import pytest

from firsthand.cli import main
from firsthand.cli.since import since_moment
from firsthand.domain import ArticleId, Reason, StoryChange, StoryChangeKind, StoryId
from firsthand.errors import UsageError
from firsthand.store import open_store
from tests.cli.conftest import Run
from tests.cli.test_brief import QUARRY, QUOTAS

NEXT_DAY = """Two found dead under quarry wall near Larvik

Fjord Gazette
Tuesday, 6 January 2026, 18:30 CET
By Kari Tveit

LARVIK - Searchers with dogs found 2 people dead on Tuesday where the quarry wall had collapsed.

"We were wrong to say that nobody is missing," police superintendent Jonas Lie told reporters.

The quarry belongs to Nordstein, whose director Hedda Moum declined to comment.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store with two stories, one of which went on for a day; and that story's id as first given."""
    folder = tmp_path_factory.mktemp("desk")
    path = folder / "made.db"
    for name, text in (("quarry", QUARRY), ("quotas", QUOTAS), ("later", NEXT_DAY)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    listed = io.StringIO()
    for arguments in (
        ["add", str(folder / "quarry.txt"), str(folder / "quotas.txt"), "-q"],
        ["stories"],
        ["add", str(folder / "later.txt"), "-q"],
    ):
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(listed):
            patch.setattr(sys, "argv", ["firsthand", *arguments, "--db", str(path)])
            with pytest.raises(SystemExit):
                main()
    story = next(line.split()[0] for line in listed.getvalue().splitlines() if "Quarry" in line)
    return path, story


@pytest.fixture
def desk(made: tuple[Path, str], tmp_path: Path) -> tuple[str, str]:
    """A copy of that store; its path and the story's id."""
    path = tmp_path / "desk.db"
    with closing(sqlite3.connect(made[0])) as source, closing(sqlite3.connect(path)) as target:
        source.backup(target)
    return str(path), made[1]


def _backdated(db: str) -> None:
    """All that was added was added long ago."""
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute("DROP TRIGGER story_log_no_update")
        connection.execute("UPDATE story_log SET at = '2026-01-01T00:00:00+00:00'")


def test_a_story_that_goes_on_keeps_its_id(desk: tuple[str, str], run: Run) -> None:
    db, story = desk
    brief = json.loads(run("show", story, "--db", db).out)

    assert len(brief["articles"]) == 2
    assert brief["story"]["id"] == story
    assert [day["day"] for day in brief["thread"]["days"]] == ["2026-01-05", "2026-01-06"]


def test_what_is_new_since_a_day_is_told_story_by_story(desk: tuple[str, str], run: Run) -> None:
    db, story = desk
    _backdated(db)
    everything = run("stories", "--since", "2026-01-06", "--db", db).out
    head, told, *news = everything[everything.index(story) :].splitlines()

    assert head.startswith(f"{story}  2026-01-05 to 2026-01-06  2 articles  ")
    assert told == "  since 2026-01-06: 1 article published, 1 new text [G Fjord Gazette]"
    assert any("Searchers with dogs found 2 people dead on Tuesday" in line for line in news)
    assert not any("40 people" in line for line in news)


def test_stories_without_news_are_left_out_unless_asked_for(
    desk: tuple[str, str], run: Run
) -> None:
    db, story = desk
    _backdated(db)

    everything = run("stories", "--since", "2026-03-01", "--db", db)
    assert (everything.out, everything.err) == ("", "firsthand: nothing new since 2026-03-01\n")
    asked = run("stories", story, "--since", "2026-03-01", "--db", db).out.splitlines()
    assert asked[1:] == ["  nothing new since 2026-03-01"]


def test_what_came_late_is_new_to_the_store_and_said_to_be_older(
    desk: tuple[str, str], run: Run
) -> None:
    db, story = desk
    told = run("stories", story, "--since", "2026-03-01", "--db", db).out.splitlines()

    assert told[1].startswith("  added since 2026-03-01, older or undated: 2 articles [")
    assert told[1].endswith("], 1 with the store's first filling")
    assert any("Searchers with dogs found 2 people dead on Tuesday" in line for line in told)
    assert not any("40 people" in line for line in told)
    assert "Searchers" in told[2]


def test_an_id_of_long_ago_is_answered_by_the_story_it_went_into(
    desk: tuple[str, str], run: Run
) -> None:
    db, story = desk
    reader, writer = open_store(db)
    kept = reader.kept_stories()
    entries = (
        (StoryChangeKind.OPENED, "t_old", None),
        (StoryChangeKind.MERGED, story, "t_old"),
        (StoryChangeKind.SPLIT, "t_part", story),
    )
    writer.replace_briefs(
        [one for each in reader.stories() if (one := reader.brief(each.story)) is not None],
        members=kept.members,
        changes=[
            StoryChange(
                number=kept.following + at, kind=kind, story=StoryId(name),
                other=None if other is None else StoryId(other), articles=(ArticleId("a"),),
                reasons=(Reason(feature="both name Larvik"),),
            )
            for at, (kind, name, other) in enumerate(entries)
        ],
        at="2026-01-07T00:00:00+00:00",
    )  # fmt: skip
    ended = run("show", "t_old", "--db", db)

    assert ended.code == 0
    assert json.loads(ended.out)["story"]["id"] == story
    assert ended.err.splitlines() == [
        f"firsthand: story t_old went into {story} (both name Larvik), 2026-01-07",
        f"firsthand: story {story} was divided, part of it is t_part (both name Larvik), 2026-01-07",
    ]
    assert (
        f"story t_old went into {story}" in run("stories", "--since", "2026-01-07", "--db", db).out
    )
    gone = run("show", "t_part", "--db", db)
    assert gone.code == 2
    assert "holds no article of story t_part any more" in gone.err


def test_an_id_that_was_never_given_is_refused(desk: tuple[str, str], run: Run) -> None:
    ended = run("stories", "t0", "--db", desk[0])

    assert ended.code == 2
    assert "holds no story 't0'" in ended.err


def test_moments_can_be_named() -> None:
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)

    assert since_moment("today", now=noon) == "2026-03-01"
    assert since_moment("yesterday", now=noon) == "2026-02-28"
    assert since_moment("2026-01-05T10:00:00+01:00") == "2026-01-05T10:00:00+01:00"
    with pytest.raises(UsageError, match="today or yesterday"):
        since_moment("last week")
