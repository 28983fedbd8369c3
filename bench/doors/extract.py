"""The door of the extraction benchmark: pages or text dumps in, text and metadata out."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from firsthand.domain import Article, Capture, ZoneKind
from firsthand.errors import InputError
from firsthand.extract import articles_from
from firsthand.read import capture_from

__all__ = ["predict"]


def predict(
    source: Path, target: Path, extract: Callable[[Capture], Sequence[Article]] = articles_from
) -> None:
    """Extract each page or dump of `source` and write one prediction a line to `target`.

    Args:
        source: JSON lines, gzipped or not: ``{id, url, html}`` with `html` a file beside it, or
            ``{id, text}``.
        target: JSON lines ``{id, title, authors, date_published, text}``; the headline is not
            part of `text` there, and `authors` are whoever the page names as its author, agencies
            and desks included (`Article.byline`). Inputs without an article give an empty
            prediction.
        extract: What finds the articles of a capture.
    """
    with target.open("w", encoding="utf-8") as out:
        for record in _records(source):
            out.write(
                json.dumps(_prediction(record, source.parent, extract), ensure_ascii=False) + "\n"
            )


def _records(source: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if source.suffix == ".gz" else open
    with opened(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _prediction(
    record: dict[str, Any], folder: Path, extract: Callable[[Capture], Sequence[Article]]
) -> dict[str, Any]:
    name = str(record["id"])
    if "html" in record:
        raw = (folder / record["html"]).read_bytes()
        raw = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
    else:
        raw = str(record.get("text") or "").encode("utf-8", "replace")
    try:
        article = extract(capture_from(name, raw, url=record.get("url")))[0]
    except InputError:
        return {"id": name, "title": None, "authors": [], "date_published": None, "text": ""}
    return {
        "id": name,
        "title": article.title,
        "authors": list(article.byline),
        "date_published": article.published,
        "text": _body(article),
    }


def _body(article: Article) -> str:
    return "\n\n".join(
        zone.span.of(article.text) for zone in article.zones if zone.kind is not ZoneKind.HEADLINE
    )
