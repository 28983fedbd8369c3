"""Files, folders and standard input to captures, one rejected row for each that cannot be used."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from firsthand.domain import Capture, Rejected
from firsthand.errors import InputError
from firsthand.read.documents import MAX_BYTES, Document
from firsthand.read.formats import captures_of
from firsthand.read.sidecar import ENDING, sidecar_from

__all__ = ["Duplicates", "documents", "is_of_a_page", "read_paths"]

_STDIN = "standard input"
_ASSETS = (
    "_files",
    "-files",
    "_Dateien",
    "-Dateien",
    "_fichiers",
    "_archivos",
    "_bestanden",
    ".fld",
)
"""Endings of the folder that a browser puts beside a page saved "complete", with its pictures and
scripts; no article is in there."""


def read_paths(paths: Sequence[str]) -> Iterator[Capture | Rejected]:
    """Read each of `paths` and yield a capture for each record met, or a rejection.

    Folders are read with all their subfolders in the order of their names; files and folders
    whose names begin with a dot are passed over there, links to folders are not followed, nor is
    the folder that a browser saves beside a page. ``-`` is standard input. ``NAME.meta.toml``
    beside ``NAME`` overrides what it says of itself. Nothing that is wrong with one input ends
    the run: a missing path, a folder without files, a file without permission, empty, binary,
    over-size or undecodable content, and a byte-identical copy of something read before are each
    a ``Rejected`` with the remedy.

    Args:
        paths: As the user named them.

    Yields:
        As many rows as records were met (a missing path and an empty folder count as one).
    """
    duplicates = Duplicates()
    for document in documents(paths):
        if isinstance(document, Rejected):
            yield document
            continue
        for row in captures_of(document):
            yield row if isinstance(row, Rejected) else duplicates.first_or_rejected(row)


class Duplicates:
    """Remembers what was read, so that the same bytes from the same address count once."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str | None, str], str] = {}

    def first_or_rejected(self, capture: Capture) -> Capture | Rejected:
        """`capture`, or its rejection if one with the same bytes and address came before."""
        key = (capture.sha256, capture.url, capture.text)
        first = self._seen.get(key)
        if first is None:
            self._seen[key] = capture.item
            return capture
        why = f"is a byte-identical copy of {first}"
        return _rejected(InputError(capture.item, why, "nothing to do: the first copy is used"))


def documents(paths: Sequence[str]) -> Iterator[Document | Rejected]:
    """Find the files that `paths` name, each with what its sidecar says.

    Yields:
        A document for each file, unread, or a rejection; at least one row for each path.
    """
    for name in paths:
        if name == "-":
            yield from _standard_input()
            continue
        try:
            inside = _inside(Path(name)) if Path(name).is_dir() else [Path(name)]
        except (OSError, ValueError) as error:
            yield _rejected(InputError(name, _why(error), "check the path"))
            continue
        if not inside:
            hint = "name a folder that holds the articles"
            yield _rejected(InputError(name, "is a folder without files", hint))
        for path in inside:
            yield from _with_sidecar(path)


def _standard_input() -> Iterator[Document | Rejected]:
    try:
        raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        yield _rejected(InputError(_STDIN, _why(error), "give it a text"))
        return
    if len(raw) > MAX_BYTES:  # a table cut off here would lose records without a word
        why = f"is over the limit of {MAX_BYTES // 2**20} MB"
        yield _rejected(InputError(_STDIN, why, "save it as a file and hand in that"))
        return
    yield Document(item=_STDIN, raw=raw)


def _with_sidecar(path: Path) -> Iterator[Document | Rejected]:
    """The document at `path`; a sidecar that cannot be used is a rejection of its own.

    A sidecar is an input itself only where what it describes is missing.
    """
    item = str(path)
    if path.name.endswith(ENDING):
        if not path.with_name(path.name.removesuffix(ENDING)).exists():
            hint = f"put it beside the file it describes, as NAME{ENDING}"
            yield _rejected(InputError(item, "describes a file that is not there", hint))
        return
    try:
        _check(item, path)
    except InputError as error:
        yield _rejected(error)
        return
    document = Document(item=item, path=path)
    beside = path.with_name(path.name + ENDING)
    try:
        if beside.is_file():
            told = sidecar_from(str(beside), beside.read_bytes())
            document = replace(document, url=told.url, fetched_at=told.fetched_at, facts=told.facts)
    except InputError as error:
        yield _rejected(error)
    except OSError as error:
        yield _rejected(InputError(str(beside), _why(error), "check permissions"))
    yield document


def _check(item: str, path: Path) -> None:
    """Raise what is wrong with the file itself, before anybody reads it."""
    try:
        if path.exists() and not path.is_file():
            raise InputError(item, "is not an ordinary file", "name a file or a readable folder")
        with path.open("rb") as file:
            file.read(1)
    except (OSError, ValueError) as error:
        hint = "check the path" if isinstance(error, FileNotFoundError) else "check permissions"
        raise InputError(item, _why(error), hint) from error


def _rejected(error: InputError) -> Rejected:
    return Rejected(item=error.item, stage="read", reason=error.why, hint=error.hint)


def _inside(folder: Path) -> list[Path]:
    """All files under `folder`, sorted; a subfolder that may not be read is in the list itself."""
    found: list[Path] = []
    entries = sorted(folder.iterdir())
    pages = {path.stem for path in entries if path.suffix.lower() in {".html", ".htm", ".xhtml"}}
    for path in entries:
        if path.name.startswith(".") or is_of_a_page(path.name, pages):
            continue
        if path.is_dir() and not path.is_symlink():
            try:
                found += _inside(path)
            except OSError:
                found.append(path)
        elif not path.is_dir():
            found.append(path)
    return found


def is_of_a_page(name: str, pages: set[str]) -> bool:
    """Whether `name` is the folder a browser saved beside one of `pages`."""
    return any(name.endswith(ending) and name.removesuffix(ending) in pages for ending in _ASSETS)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read"
    return f"cannot be read: {error.strerror if isinstance(error, OSError) else error}"
