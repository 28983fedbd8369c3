"""Directions: which whole copy was taken from which text."""

from __future__ import annotations

from pathlib import Path

from bench.doors.corpora import articles, write
from firsthand.copies import copy_links
from firsthand.domain import CopyRelation

__all__ = ["predict"]


def predict(source: Path, target: Path) -> None:
    """Write `{copy, source}` for each whole copy whose original is known."""
    found = articles(source)
    names = {article.id: name for name, article in found.items()}
    write(
        target,
        (
            {"copy": names[link.copy], "source": names[link.original]}
            for link in copy_links(list(found.values()))
            if link.relation is CopyRelation.WHOLE and link.direction_basis is not None
        ),
    )
