"""Benchmark documents as articles: the text is clean already, so it is taken as it stands."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from firsthand.domain import Article
from firsthand.extract.plain import plain_article

__all__ = ["article_of", "articles", "rows", "write"]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file of lines, packed or not."""
    opened = gzip.open if path.name.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row with id, title, text, date and outlet; a headline alone is its text."""
    text = str(row.get("text") or "").strip() or str(row.get("title") or "")
    return plain_article(
        text,
        item=str(row["id"]),
        published=row.get("date") or None,
        title=row.get("title") or None,
        outlet=row.get("outlet") or None,
        url=row.get("url") or None,
    )


def articles(path: Path) -> dict[str, Article]:
    """Benchmark id → article, of every row that holds words."""
    return {
        str(row["id"]): article_of(row) for row in rows(path) if row.get("text") or row.get("title")
    }


def write(path: Path, lines: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object a line."""
    with path.open("w", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
