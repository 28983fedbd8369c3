"""Files, folders and standard input to captures, one rejected row for each that cannot be used."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from firsthand.domain import Capture, Rejected
from firsthand.errors import InputError
from firsthand.read.captures import MAX_BYTES, capture_from

__all__ = ["read_paths"]

_STDIN = "standard input"


def read_paths(paths: Sequence[str]) -> Iterator[Capture | Rejected]:
    """Read each of `paths` and yield, for every file met, a capture or a rejection.

    Folders are read with all their subfolders in the order of their names; files and folders
    whose names begin with a dot are passed over there, links to folders are not followed. ``-``
    is standard input. Nothing that is wrong with one input ends the run: a missing path, a folder
    without files, a file without permission, empty, binary, over-size or undecodable content, and
    a byte-identical copy of something read before are each a ``Rejected`` with the remedy.

    Args:
        paths: As the user named them.

    Yields:
        As many rows as files were met (a missing path and an empty folder count as one).
    """
    seen: dict[str, str] = {}
    for item, found in _files(paths):
        if isinstance(found, Rejected):
            yield found
            continue
        try:
            capture = capture_from(item, _bytes_of(item, found))
        except InputError as error:
            yield _rejected(error)
            continue
        if capture.sha256 in seen:
            why = f"is a byte-identical copy of {seen[capture.sha256]}"
            yield _rejected(InputError(item, why, "nothing to do: the first copy is used"))
            continue
        seen[capture.sha256] = item
        yield capture


def _rejected(error: InputError) -> Rejected:
    return Rejected(item=error.item, stage="read", reason=error.why, hint=error.hint)


def _files(paths: Sequence[str]) -> Iterator[tuple[str, Path | Rejected | None]]:
    for name in paths:
        if name == "-":
            yield _STDIN, None
            continue
        try:
            inside = _inside(Path(name)) if Path(name).is_dir() else [Path(name)]
        except (OSError, ValueError) as error:
            yield name, _rejected(InputError(name, _why(error), "check the path"))
            continue
        if not inside:
            hint = "name a folder that holds the articles"
            yield name, _rejected(InputError(name, "is a folder without files", hint))
        for path in inside:
            yield str(path), path


def _inside(folder: Path) -> list[Path]:
    """All files under `folder`, sorted; a subfolder that may not be read is in the list itself."""
    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            try:
                found += _inside(path)
            except OSError:
                found.append(path)
        elif not path.is_dir():
            found.append(path)
    return found


def _bytes_of(item: str, path: Path | None) -> bytes:
    try:
        if path is None:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        if path.exists() and not path.is_file():
            raise InputError(item, "is not an ordinary file", "name a file or a readable folder")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        hint = "check the path" if isinstance(error, FileNotFoundError) else "check permissions"
        raise InputError(item, _why(error), hint) from error


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read"
    return f"cannot be read: {error.strerror if isinstance(error, OSError) else error}"
