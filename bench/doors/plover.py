"""PLOVER: the category of the event each sentence tells of."""

from __future__ import annotations

from pathlib import Path

from bench.doors.corpora import rows, write
from firsthand.annotate.annotator import Annotator
from firsthand.annotate.event_coding import event_type
from firsthand.annotate.parse import parse
from firsthand.extract.plain import plain_article

__all__ = ["predict"]


def predict(source: Path, target: Path) -> None:
    """Write `{id, event}`; an empty event where the lexicon finds none."""
    write(
        target,
        (
            {"id": row["id"], "event": _event(str(row["id"]), str(row.get("text") or ""))}
            for row in rows(source)
        ),
    )


def _event(item: str, text: str) -> str:
    if not text.strip():
        return ""
    article = plain_article(text, item=item)
    return event_type(article, *parse(article, model=Annotator().model))
