"""The files that ship with this package, by name."""

from __future__ import annotations

from pathlib import Path

__all__ = ["shipped_files"]

_DATA = Path(__file__).parent / "data"
_APART = {"demo", "minilm"}
"""Example coverage, which judges nothing, and the model whose card holds its own digests."""


def shipped_files() -> tuple[tuple[str, Path], ...]:
    """Every table and small weight that a judgement may rest on: relative name and path, by name."""
    return tuple(
        (path.relative_to(_DATA).as_posix(), path)
        for path in sorted(_DATA.rglob("*"))
        if path.is_file() and path.relative_to(_DATA).parts[0] not in _APART
    )
