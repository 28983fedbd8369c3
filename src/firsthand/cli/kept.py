"""The commands that work on a store: add, stories, show, verify."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.exits import ExitCode
from firsthand.domain import Brief, Capture, Rejected
from firsthand.errors import UsageError

if TYPE_CHECKING:
    from firsthand.run import Taken
    from firsthand.store import KeptBrief

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
    """Keep coverage in a store and write its stories anew."""
    from firsthand.cli.judge import judged, moment
    from firsthand.cli.rejects import tell
    from firsthand.read import documents
    from firsthand.run import Intake
    from firsthand.store import open_store

    now = moment(None)
    reader, writer = open_store(db)
    refused: list[Rejected] = []
    taken = Intake().taken(documents(paths))
    new, known = writer.add(_captures(taken, refused), at=now)
    tell(refused)
    outcome = judged(reader.captures(), as_of=now, quiet=quiet)
    writer.replace_briefs([_kept(brief) for brief in outcome.briefs])
    tell(outcome.rejected)
    print(
        f"{new} added, {known} known already, {len(refused)} rejected; {len(outcome.briefs)} stories"
    )
    if not new and not known:
        raise typer.Exit(ExitCode.NOTHING_USABLE)
    raise typer.Exit(ExitCode.SOME_REJECTED if refused else ExitCode.DONE)


def stories(*, db: Db = _DB) -> None:
    """List the stories of a store, latest first."""
    from firsthand.store import open_store

    reader, _ = open_store(db, existing=True)
    for one in reader.stories():
        dates = " to ".join(dict.fromkeys(d[:10] for d in (one.first, one.last) if d)) or "undated"
        print(f"{one.story}  {dates}  {one.articles} articles  {one.title}")


def show(
    story: Annotated[
        str, typer.Argument(metavar="ID", help="A story's id, as `stories` lists it.")
    ],
    *,
    db: Db = _DB,
) -> None:
    """Print the brief of one story of a store as JSON."""
    from firsthand.store import open_store

    reader, _ = open_store(db, existing=True)
    brief = reader.brief(story)
    if brief is None:
        raise UsageError(f"{db} holds no story {story!r}; `firsthand stories --db {db}` lists them")
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
