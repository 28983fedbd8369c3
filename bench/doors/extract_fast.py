"""The door of the extraction benchmark, through the fast tier."""

from __future__ import annotations

from pathlib import Path

from bench.doors import extract
from firsthand.extract.page_fast import fast_page_article

__all__ = ["predict"]


def predict(source: Path, target: Path) -> None:
    """Extract each page of `source` as `bench.doors.extract` does, by `fast_page_article`."""
    extract.predict(source, target, lambda capture: [fast_page_article(capture)])
