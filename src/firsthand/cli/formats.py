"""The four formats of a brief, on standard output and as files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from firsthand.domain import Brief
from firsthand.errors import UsageError

__all__ = ["Format", "prepared", "print_briefs", "write_briefs"]


class Format(StrEnum):
    """What a brief can be rendered as."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    MD = "md"


_ENDING = {Format.TEXT: "txt", Format.JSON: "json", Format.HTML: "html", Format.MD: "md"}


def _rendered(brief: Brief, form: Format) -> str:
    """One brief in one format."""
    from firsthand.brief.to_html import to_html
    from firsthand.brief.to_json import to_json
    from firsthand.brief.to_markdown import to_markdown
    from firsthand.brief.to_text import to_text

    match form:
        case Format.JSON:
            return to_json(brief)
        case Format.HTML:
            return to_html(brief)
        case Format.MD:
            return to_markdown(brief)
        case Format.TEXT:
            return to_text(brief)


def print_briefs(briefs: Sequence[Brief], form: Format) -> None:
    """Print briefs to standard output, and nothing else.

    JSON of several briefs is one object, ``{"briefs": [...]}``; the other formats follow one
    another, largest story first. Text is set with colours where standard output is a terminal.
    """
    if form is Format.TEXT and sys.stdout.isatty():
        from rich.console import Console

        from firsthand.brief.to_text import to_rich

        console = Console()
        for brief in briefs:
            console.print(to_rich(brief))
        return
    told = [_rendered(brief, form).rstrip("\n") for brief in briefs]
    if form is Format.JSON and len(told) > 1:
        sys.stdout.write('{"briefs": [\n' + ",\n".join(told) + "\n]}\n")
        return
    sys.stdout.write("\n\n".join(told) + "\n")


def prepared(folder: Path) -> None:
    """Make the folder that briefs are to be written into, before any work is done.

    Raises:
        UsageError: it cannot be made, or is a file.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write to {folder}: {error.strerror or error}") from error


def write_briefs(briefs: Sequence[Brief], folder: Path) -> tuple[Path, ...]:
    """Write every brief in all four formats into `folder`, named by story id.

    Returns:
        The paths of the HTML files, in the order of `briefs`.

    Raises:
        UsageError: the folder cannot be made or written.
    """
    pages = []
    prepared(folder)
    try:
        for brief in briefs:
            for form, ending in _ENDING.items():
                path = folder / f"{brief.settled.story.id}.{ending}"
                path.write_text(_rendered(brief, form) + "\n", encoding="utf-8")
                if form is Format.HTML:
                    pages.append(path)
    except OSError as error:
        raise UsageError(f"cannot write to {folder}: {error.strerror or error}") from error
    return tuple(pages)
