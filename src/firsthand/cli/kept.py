"""The commands that work on a store: add, stories, show, verify."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.exits import ExitCode
from firsthand.domain import (
    Article,
    Brief,
    Capture,
    CopyGroup,
    Rejected,
    Story,
    StoryChangeKind,
    StoryId,
)
from firsthand.errors import UsageError

if TYPE_CHECKING:
    from firsthand.run import Renamed, Taken
    from firsthand.store import KeptBrief, LoggedChange, Reader

__all__ = ["add", "show", "stories", "verify"]

Db = Annotated[
    str, typer.Option("--db", metavar="STORE", help="The store's file; made when missing.")
]
_DB = "firsthand.db"


def add(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files or folders; - for standard input.")
    ],
    *,
    db: Db = _DB,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress on standard error.")
    ] = False,
) -> None:
    """Keep coverage in a store and write its stories anew; a story that goes on keeps its id."""
    from firsthand.cli.judge import judged, moment
    from firsthand.cli.rejects import tell
    from firsthand.cli.since import changed
    from firsthand.read import documents
    from firsthand.run import Intake, renamed
    from firsthand.store import open_store

    now = moment(None)
    reader, writer = open_store(db)
    refused: list[Rejected] = []
    taken = Intake().taken(documents(paths))
    new, known = writer.add(_captures(taken, refused), at=now)
    tell(refused)
    kept = reader.kept_stories()
    named: list[Renamed] = []

    def rename(
        found: Sequence[Story], articles: Sequence[Article], groups: Sequence[CopyGroup]
    ) -> Sequence[Story]:
        named.append(renamed(found, articles, kept, groups))
        return named[0].stories

    outcome = judged(reader.captures(), as_of=now, quiet=quiet, rename=rename)
    writer.replace_briefs(
        [_kept(brief) for brief in outcome.briefs],
        members=named[0].members,
        changes=named[0].changes,
        at=now,
    )
    tell(outcome.rejected)
    for change in named[0].changes:
        if change.kind in {StoryChangeKind.MERGED, StoryChangeKind.SPLIT}:
            _say(changed(change))
    print(
        f"{new} added, {known} known already, {len(refused)} rejected; {len(outcome.briefs)} stories"
    )
    if not new and not known:
        raise typer.Exit(ExitCode.NOTHING_USABLE)
    raise typer.Exit(ExitCode.SOME_REJECTED if refused else ExitCode.DONE)


def stories(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID…]", help="Only these stories.", show_default=False),
    ] = None,
    *,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="MOMENT",
            help="Only stories with something new since then, and what it is: a date, a moment, "
            "`today` or `yesterday`.",
        ),
    ] = None,
    db: Db = _DB,
) -> None:
    """List the stories of a store, latest first, or what is new in them since a moment."""
    from firsthand.cli.since import first_filling, news_of, since_moment
    from firsthand.store import open_store

    moment = None if since is None else since_moment(since)
    reader, _ = open_store(db, existing=True)
    wanted = {_today(reader, name, db) for name in ids or ()}
    filled = frozenset[str]() if moment is None else first_filling(reader.log())
    told = False
    for one in reader.stories():
        if wanted and one.story not in wanted:
            continue
        news: tuple[str, ...] = ()
        if moment is not None:
            brief = reader.brief(one.story)
            if brief is not None:
                log = reader.log(StoryId(one.story))
                news = news_of(brief, log, moment, filled=filled)
            if not news and not wanted:
                continue
            news = news or (f"nothing new since {moment}",)
        told = True
        dates = " to ".join(dict.fromkeys(d[:10] for d in (one.first, one.last) if d)) or "undated"
        many = "article" if one.articles == 1 else "articles"
        print(f"{one.story}  {dates}  {one.articles} {many}  {one.title}")
        for line in news:
            print(f"  {line}")
    if moment is not None and not told:
        _say(f"nothing new since {moment}")


def show(
    story: Annotated[
        str, typer.Argument(metavar="ID", help="A story's id, as `stories` lists it.")
    ],
    *,
    db: Db = _DB,
) -> None:
    """Print the brief of one story of a store as JSON; an id of old is answered by its successor."""
    from firsthand.cli.since import changed
    from firsthand.store import open_store

    reader, _ = open_store(db, existing=True)
    name = _today(reader, story, db)
    brief = reader.brief(name)
    if brief is None:
        raise UsageError(
            f"{db} holds no article of story {name} any more; `firsthand stories --db {db}` lists "
            "the stories it holds"
        )
    for one in reader.log(name):
        if one.change.kind is StoryChangeKind.SPLIT and one.change.other == name:
            _say(f"{changed(one.change)}, {one.at[:10]}")
    sys.stdout.write(brief.json.rstrip("\n") + "\n")


def verify(*, db: Db = _DB) -> None:
    """Check that every stored page still hashes to the digest it was kept under."""
    from firsthand.store import open_store

    reader, _ = open_store(db, existing=True)
    damaged = reader.damaged()
    for digest in damaged:
        print(f"damaged: {digest}")
    if not damaged:
        print(f"{sum(1 for _ in reader.captures())} captures, all as they were added")
    raise typer.Exit(ExitCode.SOME_REJECTED if damaged else ExitCode.DONE)


def _today(reader: Reader, name: str, db: str) -> StoryId:
    """The story that an id stands for now; where it went into another, that is said.

    Raises:
        UsageError: The store never gave that id.
    """
    from firsthand.cli.since import changed

    story = StoryId(name)
    merges: tuple[LoggedChange, ...] = reader.went_into(story)
    if merges:
        _say(f"{changed(merges[-1].change, of=name)}, {merges[-1].at[:10]}")
        return merges[-1].change.story
    if reader.brief(name) is None and not reader.log(story):
        raise UsageError(f"{db} holds no story {name!r}; `firsthand stories --db {db}` lists them")
    return story


def _say(line: str) -> None:
    """Tell the user something that is no output."""
    from firsthand.cli.rejects import plain

    print(plain(f"firsthand: {line}"), file=sys.stderr)


def _captures(found: Iterator[Taken | Rejected], refused: list[Rejected]) -> Iterator[Capture]:
    """The captures; what could not be read goes to `refused`."""
    for one in found:
        if isinstance(one, Rejected):
            refused.append(one)
        else:
            yield one.capture


def _kept(brief: Brief) -> KeptBrief:
    """A brief as the store keeps it."""
    from firsthand.brief.to_json import to_json
    from firsthand.store import KeptBrief

    dates = sorted(
        reading.article.published for reading in brief.settled.readings if reading.article.published
    )
    return KeptBrief(
        story=brief.settled.story.id,
        title=brief.settled.story.title,
        articles=len(brief.settled.readings),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        as_of=brief.as_of,
        json=to_json(brief),
    )
